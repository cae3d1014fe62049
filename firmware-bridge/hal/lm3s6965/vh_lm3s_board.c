/* Board of the emulated keypad: Stellaris LM3S6965 evaluation board as QEMU's machine lm3s6965evb has it. Its five keys are
   赞成 反对 弃权 确认 返回; up and down are header pins, high when pressed. */
#include "lm3s6965.h"
#include "vh_board.h"
#include "vh_cells.h"
#include "vh_entry.h"
#include "vh_keypad_hal.h"
#include "vh_retained.h"
#include "vh_systick.h"

#define WATCHDOG_S 3u
#define WAIT_US_MAX 200000u

#define PIN_HEADER_UP 0x01u   /* port B */
#define PIN_HEADER_DOWN 0x02u
#define PIN_BUZZER 0x20u
#define PINS_BOARD_KEYS 0x0Fu /* port E: up, down, left, right */
#define PIN_SELECT 0x02u      /* port F */
#define PIN_LAMP 0x01u

/* Last page of the flash, written beside the program. */
#define PAGE_AT 0x0003FC00u
#define PAGE_SIZE 1024u

/* Cells in RAM above what start-up clears; the ballot papers find no room and are sent again after a restart. */
extern uint8_t vh_retained_start[];
#define ROUND_SLOT 3760u
#define MEETING_SLOT 256u
#define SMALL_SLOT 24u

static const vh_cell_place places[] = {
    [VH_CELL_BOOT] = {0, SMALL_SLOT, 2},
    [VH_CELL_EPOCH] = {2u * SMALL_SLOT, SMALL_SLOT, 2},
    [VH_CELL_MEETING] = {4u * SMALL_SLOT, MEETING_SLOT, 2},
    [VH_CELL_ROUND] = {4u * SMALL_SLOT + 2u * MEETING_SLOT, ROUND_SLOT, 2},
};
static const vh_medium medium = {vh_retained_start, vh_retained_start, vh_retained_erase, vh_retained_program};
static const vh_cells cells = {&medium, places, sizeof places / sizeof places[0]};

static volatile bool woken;

void vh_lm3s_woken(void)
{
    woken = true;
}

/* 400 MHz PLL over 8 from the 8 MHz crystal (data sheet 6.2.5). */
static void clock_start(void)
{
    SYSCTL_RCC = (SYSCTL_RCC | (1u << 11)) & ~(1u << 22);            /* around the PLL while it changes */
    SYSCTL_RCC = (SYSCTL_RCC & ~0x0F8033F1u) | 0x00000380u | (3u << 23); /* 8 MHz crystal, PLL on, over 4 of 200 MHz */
    SYSCTL_RCC |= 1u << 22;
    while ((SYSCTL_RIS & (1u << 6)) == 0) {
    }
    SYSCTL_RCC &= ~(1u << 11);
}

static void pins_start(void)
{
    GPIO_DEN(PORT_B) |= PIN_HEADER_UP | PIN_HEADER_DOWN | PIN_BUZZER;
    GPIO_PDR(PORT_B) |= PIN_HEADER_UP | PIN_HEADER_DOWN;
    GPIO_DIR(PORT_B) |= PIN_BUZZER;
    GPIO_IBE(PORT_B) |= PIN_HEADER_UP | PIN_HEADER_DOWN;
    GPIO_IM(PORT_B) |= PIN_HEADER_UP | PIN_HEADER_DOWN;
    GPIO_DEN(PORT_E) |= PINS_BOARD_KEYS;
    GPIO_PUR(PORT_E) |= PINS_BOARD_KEYS;
    GPIO_IBE(PORT_E) |= PINS_BOARD_KEYS;
    GPIO_IM(PORT_E) |= PINS_BOARD_KEYS;
    GPIO_DEN(PORT_F) |= PIN_SELECT | PIN_LAMP;
    GPIO_PUR(PORT_F) |= PIN_SELECT;
    GPIO_DIR(PORT_F) |= PIN_LAMP;
    GPIO_IBE(PORT_F) |= PIN_SELECT;
    GPIO_IM(PORT_F) |= PIN_SELECT;
    vh_irq_enable(IRQ_PORT_B);
    vh_irq_enable(IRQ_PORT_E);
    vh_irq_enable(IRQ_PORT_F);
}

void vh_board_start(void)
{
    clock_start();
    SYSCTL_RCGC0 |= 1u << 3;                            /* watchdog */
    SYSCTL_RCGC1 |= 1u | (1u << 4) | (3u << 16);        /* UART0, SSI0, timers 0 and 1 */
    SYSCTL_RCGC2 |= 0x3Fu;                              /* ports A to F */
    vh_systick_start(MEGAHERTZ);
    WDT_LOAD = WATCHDOG_S * MEGAHERTZ * 1000000u;       /* the second expiry in a row resets */
    WDT_CTL = 3u;
    GPTM_CFG(0) = 0;
    GPTM_TAMR(0) = 1;
    GPTM_IMR(0) = 1;
    vh_irq_enable(IRQ_TIMER0A);
    pins_start();
    vh_lm3s_display_start();
    vh_lm3s_line_start();
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
    GPTM_CTL(0) = 0;
    GPTM_TAILR(0) = left * MEGAHERTZ;
    GPTM_CTL(0) = 1;
    uint32_t mask = vh_irq_off();
    if (!woken) {
        vh_sleep();
    }
    woken = false;
    vh_irq_restore(mask);
}

void vh_board_alive(void)
{
    WDT_ICR = 1;
}

vh_span vh_board_page(void)
{
    return (vh_span){(const uint8_t *)(uintptr_t)PAGE_AT, PAGE_SIZE};
}

bool vh_board_persist(uint8_t cell, const uint8_t *bytes, size_t n)
{
    return vh_cells_write(&cells, cell, bytes, n);
}

size_t vh_board_restore(uint8_t cell, uint8_t *bytes, size_t cap)
{
    return vh_cells_read(&cells, cell, bytes, cap);
}

uint8_t vh_board_keys(void)
{
    static const uint8_t board_key[4] = {VH_KEY_BACK, VH_KEY_AGAINST, VH_KEY_FOR, VH_KEY_ABSTAIN};
    uint32_t down = ~GPIO_PINS(PORT_E, PINS_BOARD_KEYS) & PINS_BOARD_KEYS;
    uint32_t header = GPIO_PINS(PORT_B, PIN_HEADER_UP | PIN_HEADER_DOWN);
    uint32_t keys = 0;
    for (uint32_t i = 0; i < 4; i++) {
        keys |= ((down >> i) & 1u) << board_key[i];
    }
    keys |= GPIO_PINS(PORT_F, PIN_SELECT) == 0 ? 1u << VH_KEY_OK : 0;
    keys |= (header & PIN_HEADER_UP) != 0 ? 1u << VH_KEY_UP : 0;
    keys |= (header & PIN_HEADER_DOWN) != 0 ? 1u << VH_KEY_DOWN : 0;
    return (uint8_t)keys;
}

void vh_board_lamp(bool on)
{
    GPIO_PINS(PORT_F, PIN_LAMP) = on ? PIN_LAMP : 0;
}

void vh_board_buzzer(bool on)
{
    GPIO_PINS(PORT_B, PIN_BUZZER) = on ? PIN_BUZZER : 0;
}

static void systick_handler(void)
{
    vh_systick_handler();
    woken = true;
}

static void alarm_handler(void)
{
    GPTM_ICR(0) = 1;
    woken = true;
}

static void keys_handler(void)
{
    GPIO_ICR(PORT_B) = PIN_HEADER_UP | PIN_HEADER_DOWN;
    GPIO_ICR(PORT_E) = PINS_BOARD_KEYS;
    GPIO_ICR(PORT_F) = PIN_SELECT;
    woken = true;
}

__attribute__((section(".vectors"), used)) static const vh_vector vectors[16 + 44] = {
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
    [16 + IRQ_PORT_B] = keys_handler,
    [16 + IRQ_PORT_E] = keys_handler,
    [16 + IRQ_UART0] = vh_lm3s_uart_handler,
    [16 + IRQ_TIMER0A] = alarm_handler,
    [16 + IRQ_TIMER1A] = vh_lm3s_driver_handler,
    [16 + IRQ_PORT_F] = keys_handler,
};
