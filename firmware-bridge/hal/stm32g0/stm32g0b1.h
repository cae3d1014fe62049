/* Registers of the STM32G0B1 that are used here. Section numbers are those of the reference manual RM0444 (STM32G0x1),
   the interrupt numbers those of its vector table (section 12.3). */
#ifndef STM32G0B1_H
#define STM32G0B1_H

#include "vh_cortexm.h"

/* Flash interface (section 3.7). Two banks of 256 K, pages of 2 K. */
#define FLASH_ACR VH_REG(0x40022000u)
#define FLASH_KEYR VH_REG(0x40022008u)
#define FLASH_SR VH_REG(0x40022010u)
#define FLASH_CR VH_REG(0x40022014u)
#define FLASH_ECC2R VH_REG(0x4002201Cu)
#define FLASH_KEY1 0x45670123u
#define FLASH_KEY2 0xCDEF89ABu
#define FLASH_SR_ERRORS 0x0000C3FAu
#define FLASH_SR_BUSY (3u << 16) /* BSY1, BSY2 */
#define FLASH_SR_CFGBSY (1u << 18)
#define FLASH_CR_PG (1u << 0)
#define FLASH_CR_PER (1u << 1)
#define FLASH_CR_PNB(page) ((page) << 3)
#define FLASH_CR_BKER (1u << 13)
#define FLASH_CR_STRT (1u << 16)
#define FLASH_CR_LOCK (1u << 31)
#define FLASH_ECC_DETECTED (1u << 31) /* two wrong bits: a write was cut short there */

/* Reset and clock control (section 5.4) */
#define RCC_CR VH_REG(0x40021000u)
#define RCC_CFGR VH_REG(0x40021008u)
#define RCC_PLLCFGR VH_REG(0x4002100Cu)
#define RCC_IOPENR VH_REG(0x40021034u)
#define RCC_APBENR1 VH_REG(0x4002103Cu)
#define RCC_APBENR2 VH_REG(0x40021040u)
#define RCC_CR_HSEON (1u << 16)
#define RCC_CR_HSERDY (1u << 17)
#define RCC_CR_PLLON (1u << 24)
#define RCC_CR_PLLRDY (1u << 25)

/* General-purpose pins (section 7.4): port 0 = A to 5 = F */
#define GPIO(port, offset) VH_REG(0x50000000u + 0x400u * (port) + (offset))
#define GPIO_MODER(port) GPIO(port, 0x00u)
#define GPIO_PUPDR(port) GPIO(port, 0x0Cu)
#define GPIO_IDR(port) GPIO(port, 0x10u)
#define GPIO_BSRR(port) GPIO(port, 0x18u)
#define GPIO_AFR(port, pin) GPIO(port, 0x20u + 4u * ((pin) / 8u))

/* Timer 2, 32 bits (section 22.4) */
#define TIM2_CR1 VH_REG(0x40000000u)
#define TIM2_DIER VH_REG(0x4000000Cu)
#define TIM2_SR VH_REG(0x40000010u)
#define TIM2_EGR VH_REG(0x40000014u)
#define TIM2_CNT VH_REG(0x40000024u)
#define TIM2_PSC VH_REG(0x40000028u)
#define TIM2_ARR VH_REG(0x4000002Cu)
#define TIM2_CCR1 VH_REG(0x40000034u)

/* Independent watchdog (section 28.4) */
#define IWDG_KR VH_REG(0x40003000u)
#define IWDG_PR VH_REG(0x40003004u)
#define IWDG_RLR VH_REG(0x40003008u)
#define IWDG_SR VH_REG(0x4000300Cu)

/* USART (section 33.8), SPI2 (section 35.9) */
#define USART(base, offset) VH_REG((base) + (offset))
#define USART_CR1(base) USART(base, 0x00u)
#define USART_CR2(base) USART(base, 0x04u)
#define USART_CR3(base) USART(base, 0x08u)
#define USART_BRR(base) USART(base, 0x0Cu)
#define USART_RTOR(base) USART(base, 0x14u)
#define USART_ISR(base) USART(base, 0x1Cu)
#define USART_ICR(base) USART(base, 0x20u)
#define USART_RDR(base) USART(base, 0x24u)
#define USART_TDR(base) USART(base, 0x28u)
#define USART1_BASE 0x40013800u
#define USART2_BASE 0x40004400u
#define USART3_BASE 0x40004800u
#define USART4_BASE 0x40004C00u
#define USART5_BASE 0x40005000u
#define USART6_BASE 0x40013C00u
#define LPUART2_BASE 0x40008400u /* section 34.7, the same places; its rate is counted in 256ths */
#define CR1_UE (1u << 0)
#define CR1_RE (1u << 2)
#define CR1_TE (1u << 3)
#define CR1_RXNEIE (1u << 5)
#define CR1_TXEIE (1u << 7)
#define CR1_RTOIE (1u << 26)
#define CR1_DEDT(sixteenths) ((sixteenths) << 16)
#define CR1_DEAT(sixteenths) ((sixteenths) << 21)
#define CR2_RTOEN (1u << 23)
#define CR3_OVRDIS (1u << 12)
#define CR3_DEM (1u << 14)
#define ISR_RXNE (1u << 5)
#define ISR_TXE (1u << 7)
#define ISR_RTOF (1u << 11)
#define ICR_ERRORS 0x0000000Fu
#define ICR_RTOCF (1u << 11)
#define SPI_CR1 VH_REG(0x40003800u)
#define SPI_CR2 VH_REG(0x40003804u)
#define SPI_SR VH_REG(0x40003808u)
#define SPI_DR8 (*(volatile uint8_t *)0x4000380Cu)
#define SPI_SR_TXE (1u << 1)
#define SPI_SR_BSY (1u << 7)

enum { PORT_A, PORT_B, PORT_C, PORT_D, PORT_E, PORT_F };
enum { IRQ_TIM2 = 15, IRQ_USART1 = 27, IRQ_USART2_LPUART2 = 28, IRQ_USART3456_LPUART1 = 29 };

#define MEGAHERTZ 64u

/* One pin with its alternate function (data sheet DS13560; docs/hardware has the boards). */
typedef struct {
    uint8_t port, pin, function;
} vh_stm32_line_pin;

/* One serial port of a board: which USART on which pins. */
typedef struct {
    uint32_t base;
    vh_stm32_line_pin tx, rx;
    bool is_line; /* driver pin switched by the USART; an uplink has none */
    vh_stm32_line_pin driver;
} vh_stm32_port;

void vh_stm32_pin(uint32_t port, uint32_t pin, uint32_t mode, uint32_t function);
void vh_stm32_woken(void);

/* vh_stm32_ports.c; the table is the program's */
extern const vh_stm32_port vh_stm32_ports[];
extern const uint8_t vh_stm32_port_count;
void vh_stm32_ports_start(void);
void vh_stm32_usart_handler(void);

/* vh_stm32_flash.c */
void vh_stm32_nmi_handler(void);

/* vh_stm32_front.c of the keypad, vh_stm32_rear.c of the bridge */
void vh_stm32_program_start(void);

enum { PIN_INPUT = 0, PIN_OUTPUT = 1, PIN_FUNCTION = 2 };

#endif
