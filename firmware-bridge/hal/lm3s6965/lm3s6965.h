/* Registers of the LM3S6965 that are used here (Stellaris LM3S6965 data sheet, chapters 6 to 13). */
#ifndef LM3S6965_H
#define LM3S6965_H

#include "vh_cortexm.h"

/* System control (6.5) */
#define SYSCTL_RIS VH_REG(0x400FE050u) /* bit 6: PLL locked */
#define SYSCTL_RCC VH_REG(0x400FE060u)
#define SYSCTL_RCGC0 VH_REG(0x400FE100u)
#define SYSCTL_RCGC1 VH_REG(0x400FE104u)
#define SYSCTL_RCGC2 VH_REG(0x400FE108u)

/* General-purpose pins (9.5). The address carries the mask of the pins that are read or written. */
#define PORT_A 0x40004000u
#define PORT_B 0x40005000u
#define PORT_C 0x40006000u
#define PORT_D 0x40007000u
#define PORT_E 0x40024000u
#define PORT_F 0x40025000u
#define GPIO_PINS(port, mask) VH_REG((port) + ((uint32_t)(mask) << 2))
#define GPIO_DIR(port) VH_REG((port) + 0x400u)
#define GPIO_IBE(port) VH_REG((port) + 0x408u)
#define GPIO_IM(port) VH_REG((port) + 0x410u)
#define GPIO_ICR(port) VH_REG((port) + 0x41Cu)
#define GPIO_AFSEL(port) VH_REG((port) + 0x420u)
#define GPIO_PUR(port) VH_REG((port) + 0x510u)
#define GPIO_PDR(port) VH_REG((port) + 0x514u)
#define GPIO_DEN(port) VH_REG((port) + 0x51Cu)

/* Timers (10.6): n 0 to 3 */
#define GPTM(n, offset) VH_REG(0x40030000u + 0x1000u * (n) + (offset))
#define GPTM_CFG(n) GPTM(n, 0x00u)
#define GPTM_TAMR(n) GPTM(n, 0x04u)
#define GPTM_CTL(n) GPTM(n, 0x0Cu)
#define GPTM_IMR(n) GPTM(n, 0x18u)
#define GPTM_ICR(n) GPTM(n, 0x24u)
#define GPTM_TAILR(n) GPTM(n, 0x28u)

/* Watchdog (11.5) */
#define WDT_LOAD VH_REG(0x40000000u)
#define WDT_CTL VH_REG(0x40000008u)
#define WDT_ICR VH_REG(0x4000000Cu)

/* UART0 (13.6) */
#define UART_DR VH_REG(0x4000C000u)
#define UART_FR VH_REG(0x4000C018u)
#define UART_IBRD VH_REG(0x4000C024u)
#define UART_FBRD VH_REG(0x4000C028u)
#define UART_LCRH VH_REG(0x4000C02Cu)
#define UART_CTL VH_REG(0x4000C030u)
#define UART_IM VH_REG(0x4000C038u)
#define UART_ICR VH_REG(0x4000C044u)
#define UART_FR_BUSY (1u << 3)
#define UART_FR_RXFE (1u << 4)
#define UART_FR_TXFF (1u << 5)
#define UART_INT_RX (1u << 4)
#define UART_INT_TX (1u << 5)
#define UART_INT_RT (1u << 6)

/* SSI0 (14.6) */
#define SSI_CR0 VH_REG(0x40008000u)
#define SSI_CR1 VH_REG(0x40008004u)
#define SSI_DR VH_REG(0x40008008u)
#define SSI_SR VH_REG(0x4000800Cu)
#define SSI_CPSR VH_REG(0x40008010u)
#define SSI_SR_TFE (1u << 0)
#define SSI_SR_TNF (1u << 1)
#define SSI_SR_RNE (1u << 2)
#define SSI_SR_BSY (1u << 4)

enum { IRQ_PORT_B = 1, IRQ_PORT_E = 4, IRQ_UART0 = 5, IRQ_TIMER0A = 19, IRQ_TIMER1A = 21, IRQ_PORT_F = 30 };

#define MEGAHERTZ 50u

/* vh_lm3s_line.c: UART0 as the keypad's line */
void vh_lm3s_line_start(void);
void vh_lm3s_uart_handler(void);
void vh_lm3s_driver_handler(void);

/* vh_lm3s_display.c */
void vh_lm3s_display_start(void);

/* vh_lm3s_board.c: something happened that the main loop wants to see */
void vh_lm3s_woken(void);

#endif
