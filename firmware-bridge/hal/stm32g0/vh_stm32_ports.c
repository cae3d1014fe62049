/* Serial ports with the driver switched by the USART itself (33.5.21): on half a bit before the first start bit, off half a
   bit behind the last stop bit, without any software in between. */
#include "stm32g0b1.h"
#include "vh_board.h"
#include "vh_serial.h"

#define PORTS_MAX 7u
#define LINE_BAUD 250000u
#define UPLINK_BAUD 1000000u
#define HALF_A_BIT 8u   /* sixteenths */
#define SILENCE_BITS 20u /* two characters: the end of a frame wakes the main loop (USART 1 to 3; the others by its 00) */

static vh_serial ports[PORTS_MAX];

void vh_stm32_ports_start(void)
{
    for (uint8_t i = 0; i < vh_stm32_port_count; i++) {
        const vh_stm32_port *p = &vh_stm32_ports[i];
        vh_stm32_pin(p->tx.port, p->tx.pin, PIN_FUNCTION, p->tx.function);
        vh_stm32_pin(p->rx.port, p->rx.pin, PIN_FUNCTION, p->rx.function);
        if (p->is_line) {
            vh_stm32_pin(p->driver.port, p->driver.pin, PIN_FUNCTION, p->driver.function);
        }
        USART_CR3(p->base) = CR3_OVRDIS | (p->is_line ? CR3_DEM : 0);
        vh_port_baud(i, p->is_line ? LINE_BAUD : UPLINK_BAUD);
    }
    vh_irq_enable(IRQ_USART1);
    vh_irq_enable(IRQ_USART2_LPUART2);
    vh_irq_enable(IRQ_USART3456_LPUART1);
}

void vh_port_baud(uint8_t port, uint32_t baud)
{
    uint32_t base = vh_stm32_ports[port].base;
    uint32_t common = CR1_RXNEIE | CR1_TE | CR1_RE | CR1_UE;
    USART_CR1(base) = 0; /* the rate may be written only while the USART is off */
    if (base == LPUART2_BASE) {
        USART_BRR(base) = MEGAHERTZ * 1000000u / (baud / 256u); /* no receiver time-out, no driver */
        USART_CR1(base) = common;
        return;
    }
    USART_BRR(base) = MEGAHERTZ * 1000000u / baud;
    USART_RTOR(base) = SILENCE_BITS;
    USART_CR2(base) = CR2_RTOEN;
    USART_CR1(base) = CR1_DEDT(HALF_A_BIT) | CR1_DEAT(HALF_A_BIT) | CR1_RTOIE | common;
}

static void serve(uint8_t port, uint32_t now)
{
    uint32_t base = vh_stm32_ports[port].base;
    uint32_t state = USART_ISR(base);
    uint8_t byte;
    bool sends = (USART_CR1(base) & CR1_TXEIE) != 0;
    if ((state & (ISR_RXNE | ISR_RTOF)) == 0 && !sends) {
        return; /* one vector serves several ports */
    }
    if ((state & ISR_RXNE) != 0) {
        uint8_t heard = (uint8_t)USART_RDR(base);
        if (!vh_serial_full(&ports[port])) {
            vh_serial_hear(&ports[port], heard, now); /* without room the frame fails its check and is asked for again */
        }
        if (heard == 0) {
            vh_stm32_woken(); /* a frame may be whole */
        }
    }
    if ((state & ISR_RTOF) != 0) {
        vh_stm32_woken();
    }
    USART_ICR(base) = ICR_ERRORS | ICR_RTOCF;
    if (sends && (state & ISR_TXE) != 0) {
        if (vh_serial_next(&ports[port], &byte)) {
            USART_TDR(base) = byte;
        } else {
            USART_CR1(base) &= ~CR1_TXEIE;
        }
    }
}

void vh_stm32_usart_handler(void)
{
    uint32_t now = vh_board_now();
    for (uint8_t port = 0; port < vh_stm32_port_count; port++) {
        serve(port, now);
    }
}

bool vh_port_read(uint8_t port, uint8_t *byte, uint32_t *at)
{
    return vh_serial_take(&ports[port], byte, at);
}

bool vh_port_write(uint8_t port, const uint8_t *bytes, size_t n)
{
    if (!vh_serial_say(&ports[port], bytes, n)) {
        return false;
    }
    uint32_t mask = vh_irq_off();
    USART_CR1(vh_stm32_ports[port].base) |= CR1_TXEIE;
    vh_irq_restore(mask);
    return true;
}
