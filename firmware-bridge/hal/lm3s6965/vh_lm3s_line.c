/* UART0 as the line of the keypad. The driver pin (port B, bit 4) is high from the first byte to the end of the last. */
#include "lm3s6965.h"
#include "vh_board.h"
#include "vh_serial.h"

#define PIN_DRIVER 0x10u
#define FIFO_8N1 0x70u

static vh_serial line;
static uint32_t character_us;

void vh_lm3s_line_start(void)
{
    GPIO_AFSEL(PORT_A) |= 3u;
    GPIO_DEN(PORT_A) |= 3u;
    GPIO_DEN(PORT_B) |= PIN_DRIVER;
    GPIO_DIR(PORT_B) |= PIN_DRIVER;
    GPIO_PINS(PORT_B, PIN_DRIVER) = 0;
    GPTM_CFG(1) = 0;
    GPTM_TAMR(1) = 1;
    GPTM_IMR(1) = 1;
    vh_port_baud(0, 250000);
    vh_irq_enable(IRQ_TIMER1A);
    vh_irq_enable(IRQ_UART0);
}

void vh_port_baud(uint8_t port, uint32_t baud)
{
    (void)port;
    uint32_t divisor = (MEGAHERTZ * 4000000u + baud / 2u) / baud; /* 64ths: 50 MHz x 64 / 16 */
    character_us = 10000000u / baud;
    UART_CTL = 0;
    UART_IBRD = divisor / 64u;
    UART_FBRD = divisor % 64u;
    UART_LCRH = FIFO_8N1;
    UART_IM = UART_INT_RX | UART_INT_RT;
    UART_CTL = 0x301u;
}

static void feed(void)
{
    uint8_t byte;
    while ((UART_FR & UART_FR_TXFF) == 0 && vh_serial_next(&line, &byte)) {
        UART_DR = byte;
    }
}

static void drain(void)
{
    uint32_t now = vh_board_now();
    while ((UART_FR & UART_FR_RXFE) == 0) {
        if (vh_serial_full(&line)) {
            UART_IM &= ~(UART_INT_RX | UART_INT_RT); /* the main loop makes room and asks again */
            return;
        }
        vh_serial_hear(&line, (uint8_t)UART_DR, now);
    }
}

void vh_lm3s_uart_handler(void)
{
    UART_ICR = UART_INT_RX | UART_INT_TX | UART_INT_RT;
    drain();
    feed();
    vh_lm3s_woken();
}

static void driver_timer(uint32_t us)
{
    GPTM_CTL(1) = 0;
    GPTM_TAILR(1) = us * MEGAHERTZ;
    GPTM_CTL(1) = 1;
}

/* The UART has no interrupt for the end of the last bit: look when it is due, and again a character later. */
void vh_lm3s_driver_handler(void)
{
    GPTM_ICR(1) = 1;
    if (line.said_take != line.said_put || (UART_FR & UART_FR_BUSY) != 0) {
        driver_timer(character_us);
        return;
    }
    GPIO_PINS(PORT_B, PIN_DRIVER) = 0;
    UART_IM &= ~UART_INT_TX;
}

bool vh_port_read(uint8_t port, uint8_t *byte, uint32_t *at)
{
    (void)port;
    bool was_full = vh_serial_full(&line);
    bool taken = vh_serial_take(&line, byte, at);
    if (was_full) {
        uint32_t mask = vh_irq_off();
        UART_IM |= UART_INT_RX | UART_INT_RT;
        drain();
        vh_irq_restore(mask);
    }
    return taken;
}

bool vh_port_write(uint8_t port, const uint8_t *bytes, size_t n)
{
    (void)port;
    if (!vh_serial_say(&line, bytes, n)) {
        return false;
    }
    GPIO_PINS(PORT_B, PIN_DRIVER) = PIN_DRIVER;
    uint32_t mask = vh_irq_off();
    UART_IM |= UART_INT_TX;
    feed();
    driver_timer((uint32_t)n * character_us + character_us);
    vh_irq_restore(mask);
    return true;
}
