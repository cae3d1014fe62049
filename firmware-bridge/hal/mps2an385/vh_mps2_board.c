/* Board of the emulated bridge: QEMU's machine mps2-an385. Its lines have no driver pin; the bus hub behind them is told by
   the bytes. */
#include "mps2an385.h"
#include "vh_board.h"
#include "vh_cells.h"
#include "vh_retained.h"
#include "vh_systick.h"

#define WATCHDOG_S 3u
#define WAIT_US_MAX 200000u
#define LINES 4u
/* The host that emulates bridge and keypads lets them run when it likes: arrival times say nothing. */
#define HOST_SLACK_US 40000u

/* Number of this bridge, as written by whoever starts the emulator. */
#define PAGE_AT 0x003FFC00u

extern uint8_t vh_retained_start[];
static const vh_cell_place places[] = {[1] = {0, 32, 2}};
static const vh_medium medium = {vh_retained_start, vh_retained_start, vh_retained_erase, vh_retained_program};
static const vh_cells cells = {&medium, places, sizeof places / sizeof places[0]};

static volatile bool woken;

void vh_mps2_woken(void)
{
    woken = true;
}

void vh_board_start(void)
{
    vh_systick_start(MEGAHERTZ);
    WDOG_LOAD = WATCHDOG_S * MEGAHERTZ * 1000000u; /* the second expiry in a row resets */
    WDOG_CONTROL = 3u;
    vh_irq_enable(IRQ_TIMER0);
    vh_mps2_ports_start();
}

uint32_t vh_board_now(void)
{
    return vh_systick_now();
}

void vh_board_wait(bool armed, uint32_t due)
{
    uint32_t left = armed ? due - vh_board_now() : WAIT_US_MAX;
    if (armed && left - 1u >= 0x7FFFFFFFu) {
        return; /* due already */
    }
    left = left > WAIT_US_MAX ? WAIT_US_MAX : left;
    TIMER_CTRL = 0;
    TIMER_RELOAD = left * MEGAHERTZ;
    TIMER_VALUE = left * MEGAHERTZ;
    TIMER_CTRL = 9u;
    uint32_t mask = vh_irq_off();
    if (!woken) {
        vh_sleep();
    }
    woken = false;
    vh_irq_restore(mask);
}

void vh_board_alive(void)
{
    WDOG_INTCLR = 1;
}

vh_span vh_board_page(void)
{
    return (vh_span){(const uint8_t *)(uintptr_t)PAGE_AT, 8};
}

bool vh_board_persist(uint8_t cell, const uint8_t *bytes, size_t n)
{
    return vh_cells_write(&cells, cell, bytes, n);
}

size_t vh_board_restore(uint8_t cell, uint8_t *bytes, size_t cap)
{
    return vh_cells_read(&cells, cell, bytes, cap);
}

uint8_t vh_board_lines(void)
{
    return LINES;
}

uint32_t vh_board_host_slack_us(void)
{
    return HOST_SLACK_US;
}

static void systick_handler(void)
{
    vh_systick_handler();
    woken = true;
}

static void alarm_handler(void)
{
    TIMER_CTRL = 0;
    TIMER_INTCLEAR = 1;
    woken = true;
}

__attribute__((section(".vectors"), used)) static const vh_vector vectors[16 + 32] = {
    [0] = (vh_vector)vh_stack_top,
    [1] = vh_reset_handler,
    [2] = vh_fault_handler,
    [3] = vh_fault_handler,
    [4] = vh_fault_handler,
    [5] = vh_fault_handler,
    [6] = vh_fault_handler,
    [11] = vh_fault_handler,
    [14] = vh_fault_handler,
    [15] = systick_handler,
    [16 + 0] = vh_mps2_uart_handler,
    [16 + 1] = vh_mps2_uart_handler,
    [16 + 2] = vh_mps2_uart_handler,
    [16 + 3] = vh_mps2_uart_handler,
    [16 + 4] = vh_mps2_uart_handler,
    [16 + 5] = vh_mps2_uart_handler,
    [16 + IRQ_TIMER0] = alarm_handler,
    [16 + 18] = vh_mps2_uart_handler,
    [16 + 19] = vh_mps2_uart_handler,
    [16 + 20] = vh_mps2_uart_handler,
    [16 + 21] = vh_mps2_uart_handler,
};
