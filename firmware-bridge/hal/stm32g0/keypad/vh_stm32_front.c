/* Front of the keypad board with the STM32G0B1: line on USART1, seven keys, lamp, buzzer, display SSD1306 on SPI1. The pins are
   a proposal until a board exists. */
#include "stm32g0b1.h"
#include "vh_board.h"
#include "vh_entry.h"
#include "vh_keypad_hal.h"
#include "vh_stm32_flash.h"

#define KEY_PINS 7u      /* port B, pins 0 to 6 in the order of vh_key, low when pressed */
#define PIN_LAMP 6u      /* port A */
#define PIN_BUZZER 8u    /* port A */
#define PIN_SELECT 4u    /* port A, low while the display listens */
#define PIN_DATA 3u      /* port A, high for dots, low for commands */
#define PAGE_AT 0x0801F800u
#define DISPLAY_PAGES 8u
#define ROW 16u

const vh_stm32_port vh_stm32_ports[] = {{USART1_BASE, PORT_A, 9, 10, 1, PORT_A, 12, 1}};
const uint8_t vh_stm32_port_count = 1;

/* Pages of the upper half of bank 2. The record of a round is written at every cast: eight slots share its wear. */
#define PAGES(n) ((n) * VH_STM32_FLASH_PAGE)
static const vh_cell_place places[] = {
    [VH_CELL_BOOT] = {PAGES(0u), PAGES(1u), 2},     [VH_CELL_EPOCH] = {PAGES(2u), PAGES(1u), 2},
    [VH_CELL_MEETING] = {PAGES(4u), PAGES(1u), 4},  [VH_CELL_ROUND] = {PAGES(8u), PAGES(2u), 8},
    [VH_CELL_PAPER_0] = {PAGES(24u), PAGES(9u), 2}, [VH_CELL_PAPER_1] = {PAGES(42u), PAGES(9u), 2},
};
static const vh_cells cells = {&vh_stm32_flash, places, sizeof places / sizeof places[0]};

static void set(uint32_t pin, bool high)
{
    GPIO_BSRR(PORT_A) = 1u << (high ? pin : pin + 16u);
}

static void put(uint8_t byte)
{
    while ((SPI_SR & SPI_SR_TXE) == 0) {
    }
    SPI_DR8 = byte;
}

static void address(bool data)
{
    while ((SPI_SR & SPI_SR_BSY) != 0) {
    }
    set(PIN_DATA, data);
    set(PIN_SELECT, false);
}

static void release(void)
{
    while ((SPI_SR & SPI_SR_BSY) != 0) {
    }
    set(PIN_SELECT, true);
}

static void command(const uint8_t *bytes, size_t n)
{
    address(false);
    for (size_t i = 0; i < n; i++) {
        put(bytes[i]);
    }
    release();
}

void vh_stm32_program_start(void)
{
    static const uint8_t start[] = {0x20, 0x00, 0xA1, 0xC8, 0x8D, 0x14, 0xAF}; /* rows first, orientation, pump, on */
    for (uint32_t key = 0; key < KEY_PINS; key++) {
        vh_stm32_pin(PORT_B, key, PIN_INPUT, 0);
        GPIO_PUPDR(PORT_B) = (GPIO_PUPDR(PORT_B) & ~(3u << (2u * key))) | (1u << (2u * key));
    }
    vh_stm32_pin(PORT_A, PIN_LAMP, PIN_OUTPUT, 0);
    vh_stm32_pin(PORT_A, PIN_BUZZER, PIN_OUTPUT, 0);
    vh_stm32_pin(PORT_A, PIN_SELECT, PIN_OUTPUT, 0);
    vh_stm32_pin(PORT_A, PIN_DATA, PIN_OUTPUT, 0);
    vh_stm32_pin(PORT_A, 5, PIN_FUNCTION, 0); /* clock */
    vh_stm32_pin(PORT_A, 7, PIN_FUNCTION, 0); /* data out */
    set(PIN_SELECT, true);
    SPI_CR2 = (7u << 8) | (1u << 12);
    SPI_CR1 = (1u << 2) | (2u << 3) | (1u << 6) | (3u << 8); /* master, 8 MHz, on, select by hand */
    command(start, sizeof start);
}

vh_span vh_board_page(void)
{
    return (vh_span){(const uint8_t *)PAGE_AT, VH_STM32_FLASH_PAGE};
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
    return (uint8_t)(~GPIO_IDR(PORT_B) & ((1u << KEY_PINS) - 1u));
}

void vh_board_lamp(bool on)
{
    set(PIN_LAMP, on);
}

void vh_board_buzzer(bool on)
{
    set(PIN_BUZZER, on);
}

/* The display takes columns of eight dots, lowest bit on top. */
void vh_board_show(const uint8_t frame[VH_FRAME_BYTES])
{
    static const uint8_t window[] = {0x21, 0, 127, 0x22, 0, DISPLAY_PAGES - 1u};
    command(window, sizeof window);
    address(true);
    for (uint32_t page = 0; page < DISPLAY_PAGES; page++) {
        for (uint32_t x = 0; x < 8u * ROW; x++) {
            uint32_t column = 0;
            for (uint32_t y = 0; y < 8u; y++) {
                uint32_t dots = frame[(8u * page + y) * ROW + x / 8u];
                column |= ((dots >> (7u - x % 8u)) & 1u) << y;
            }
            put((uint8_t)column);
        }
    }
    release();
}
