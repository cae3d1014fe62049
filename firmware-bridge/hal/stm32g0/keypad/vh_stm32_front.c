/* Front of the keypad board with the STM32G0B1 (docs/hardware/keypad.md): line on USART1, seven keys, lamp, buzzer, display ST7567
   on SPI2. The FRAM is not used yet: cells lie in flash. */
#include "stm32g0b1.h"
#include "vh_board.h"
#include "vh_entry.h"
#include "vh_keypad_hal.h"
#include "vh_stm32_flash.h"

#define PIN_LAMP 0u /* port B, as all below */
#define PIN_BACKLIGHT 1u
#define PIN_BUZZER 8u
#define PIN_RESET 10u
#define PIN_MOSI 11u
#define PIN_SELECT 12u /* low while the display listens */
#define PIN_CLOCK 13u
#define PIN_DATA 14u   /* high for dots, low for commands */
#define RESET_US 5000u
#define PAGE_AT 0x0801F800u
#define DISPLAY_PAGES 8u
#define ROW 16u

const vh_stm32_port vh_stm32_ports[] = {{USART1_BASE, {PORT_B, 6, 0}, {PORT_B, 7, 0}, true, {PORT_B, 3, 4}}};
const uint8_t vh_stm32_port_count = 1;

/* In the order of vh_key; low when pressed. */
static const vh_stm32_line_pin keys[VH_KEY_COUNT] = {
    {PORT_C, 6, 0}, {PORT_C, 7, 0}, {PORT_A, 11, 0}, {PORT_A, 12, 0}, {PORT_A, 15, 0}, {PORT_B, 4, 0}, {PORT_B, 5, 0},
};

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
    GPIO_BSRR(PORT_B) = 1u << (high ? pin : pin + 16u);
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

static void pause(uint32_t us)
{
    uint32_t from = vh_board_now();
    while (vh_board_now() - from < us) {
    }
}

static void display_start(void)
{
    /* Bias 1/9, orientation, resistor ratio, contrast, all of the power circuit, first line, on (ST7567 data sheet). */
    static const uint8_t start[] = {0xE2, 0xA2, 0xA0, 0xC8, 0x25, 0x81, 0x20, 0x2F, 0x40, 0xAF};
    static const uint8_t outputs[] = {PIN_LAMP, PIN_BACKLIGHT, PIN_BUZZER, PIN_RESET, PIN_SELECT, PIN_DATA};
    for (size_t i = 0; i < sizeof outputs; i++) {
        vh_stm32_pin(PORT_B, outputs[i], PIN_OUTPUT, 0);
    }
    vh_stm32_pin(PORT_B, PIN_MOSI, PIN_FUNCTION, 0);
    vh_stm32_pin(PORT_B, PIN_CLOCK, PIN_FUNCTION, 0);
    set(PIN_SELECT, true);
    set(PIN_RESET, false);
    pause(RESET_US);
    set(PIN_RESET, true);
    pause(RESET_US);
    SPI_CR2 = (7u << 8) | (1u << 12);
    SPI_CR1 = (1u << 2) | (2u << 3) | (1u << 6) | (3u << 8); /* master, 8 MHz, on, select by hand */
    command(start, sizeof start);
    set(PIN_BACKLIGHT, true);
}

void vh_stm32_program_start(void)
{
    for (uint32_t i = 0; i < VH_KEY_COUNT; i++) {
        vh_stm32_pin(keys[i].port, keys[i].pin, PIN_INPUT, 0);
        GPIO_PUPDR(keys[i].port) = (GPIO_PUPDR(keys[i].port) & ~(3u << (2u * keys[i].pin))) | (1u << (2u * keys[i].pin));
    }
    display_start();
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
    uint32_t down = 0;
    for (uint32_t i = 0; i < VH_KEY_COUNT; i++) {
        down |= ((~GPIO_IDR(keys[i].port) >> keys[i].pin) & 1u) << i;
    }
    return (uint8_t)down;
}

void vh_board_lamp(bool on)
{
    set(PIN_LAMP, on);
}

void vh_board_buzzer(bool on)
{
    set(PIN_BUZZER, on);
}

/* The display takes columns of eight dots, lowest bit on top, page by page. */
void vh_board_show(const uint8_t frame[VH_FRAME_BYTES])
{
    for (uint32_t page = 0; page < DISPLAY_PAGES; page++) {
        const uint8_t where[] = {(uint8_t)(0xB0u + page), 0x10, 0x00};
        command(where, sizeof where);
        address(true);
        for (uint32_t x = 0; x < 8u * ROW; x++) {
            uint32_t column = 0;
            for (uint32_t y = 0; y < 8u; y++) {
                uint32_t dots = frame[(8u * page + y) * ROW + x / 8u];
                column |= ((dots >> (7u - x % 8u)) & 1u) << y;
            }
            put((uint8_t)column);
        }
        release();
    }
}
