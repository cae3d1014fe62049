/* UART 0 is the uplink, UARTs 1 to 4 are the lines. */
#include "mps2an385.h"
#include "vh_board.h"
#include "vh_serial.h"

#define PORTS 5u
#define UPLINK_BAUD 1000000u
#define LINE_BAUD 250000u

static vh_serial ports[PORTS];

void vh_mps2_ports_start(void)
{
    static const uint8_t receive_irq[PORTS] = {0, 2, 4, 18, 20};
    for (uint8_t port = 0; port < PORTS; port++) {
        vh_port_baud(port, port == 0 ? UPLINK_BAUD : LINE_BAUD);
        UART_CTRL(port) = CTRL_TX | CTRL_RX | CTRL_TX_INT | CTRL_RX_INT;
        vh_irq_enable(receive_irq[port]);
        vh_irq_enable(receive_irq[port] + 1u);
    }
}

void vh_port_baud(uint8_t port, uint32_t baud)
{
    UART_BAUDDIV(port) = MEGAHERTZ * 1000000u / baud;
}

static void feed(uint8_t port)
{
    uint8_t byte;
    while ((UART_STATE(port) & STATE_TX_FULL) == 0 && vh_serial_next(&ports[port], &byte)) {
        UART_DATA(port) = byte;
    }
}

/* The flag goes before the byte is read: reading takes the next byte in, and its interrupt must not be cleared. */
static void drain(uint8_t port, uint32_t now)
{
    while ((UART_STATE(port) & STATE_RX_FULL) != 0) {
        if (vh_serial_full(&ports[port])) {
            UART_CTRL(port) &= ~CTRL_RX_INT; /* the main loop makes room and asks again */
            return;
        }
        UART_INT(port) = INT_RX;
        vh_serial_hear(&ports[port], (uint8_t)UART_DATA(port), now);
    }
}

void vh_mps2_uart_handler(void)
{
    uint32_t now = vh_board_now();
    for (uint8_t port = 0; port < PORTS; port++) {
        UART_INT(port) = INT_TX;
        drain(port, now);
        feed(port);
    }
    vh_mps2_woken();
}

bool vh_port_read(uint8_t port, uint8_t *byte, uint32_t *at)
{
    bool was_full = vh_serial_full(&ports[port]);
    bool taken = vh_serial_take(&ports[port], byte, at);
    if (was_full) {
        uint32_t now = vh_board_now();
        uint32_t mask = vh_irq_off();
        UART_CTRL(port) |= CTRL_RX_INT;
        drain(port, now);
        vh_irq_restore(mask);
    }
    return taken;
}

bool vh_port_write(uint8_t port, const uint8_t *bytes, size_t n)
{
    if (!vh_serial_say(&ports[port], bytes, n)) {
        return false;
    }
    uint32_t mask = vh_irq_off();
    feed(port);
    vh_irq_restore(mask);
    return true;
}
