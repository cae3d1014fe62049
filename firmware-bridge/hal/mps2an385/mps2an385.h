/* Registers of the emulated bridge: Arm MPS2 with the Cortex-M3 image AN385 (Application Note AN385, chapter 3; Cortex-M
   System Design Kit, chapter 4, for UART, timer and watchdog). */
#ifndef MPS2AN385_H
#define MPS2AN385_H

#include "vh_cortexm.h"

/* UARTs 0 to 4 */
#define UART(n, offset) VH_REG(((n) < 3u ? 0x40004000u + 0x1000u * (n) : 0x40007000u + 0x2000u * ((n) - 3u)) + (offset))
#define UART_DATA(n) UART(n, 0x0u)
#define UART_STATE(n) UART(n, 0x4u)
#define UART_CTRL(n) UART(n, 0x8u)
#define UART_INT(n) UART(n, 0xCu) /* write 1 to clear */
#define UART_BAUDDIV(n) UART(n, 0x10u)
#define STATE_TX_FULL (1u << 0)
#define STATE_RX_FULL (1u << 1)
#define CTRL_TX (1u << 0)
#define CTRL_RX (1u << 1)
#define CTRL_TX_INT (1u << 2)
#define CTRL_RX_INT (1u << 3)
#define INT_TX (1u << 0)
#define INT_RX (1u << 1)

/* Timer 0, counts down */
#define TIMER_CTRL VH_REG(0x40000000u) /* bit 0 enable, 3 interrupt */
#define TIMER_VALUE VH_REG(0x40000004u)
#define TIMER_RELOAD VH_REG(0x40000008u)
#define TIMER_INTCLEAR VH_REG(0x4000000Cu)

/* Watchdog */
#define WDOG_LOAD VH_REG(0x40008000u)
#define WDOG_CONTROL VH_REG(0x40008008u) /* bit 0 count and interrupt, 1 reset */
#define WDOG_INTCLR VH_REG(0x4000800Cu)

enum { IRQ_TIMER0 = 8 };

#define MEGAHERTZ 25u

/* vh_mps2_ports.c */
void vh_mps2_ports_start(void);
void vh_mps2_uart_handler(void);

/* vh_mps2_board.c */
void vh_mps2_woken(void);

#endif
