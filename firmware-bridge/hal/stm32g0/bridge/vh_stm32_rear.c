/* Rear of the bridge board with the STM32G0B1 (docs/hardware/bridge.md): serial uplink on LPUART2, six lines on the USARTs.
   For the USB uplink there is no driver here. */
#include "stm32g0b1.h"
#include "vh_board.h"
#include "vh_stm32_flash.h"

#define LINES 6u
#define PAGE_AT 0x0801F800u
#define FENCE_CELL 1u

const vh_stm32_port vh_stm32_ports[] = {
    {LPUART2_BASE, {PORT_C, 6, 3}, {PORT_C, 7, 3}, false, {0, 0, 0}},
    {USART1_BASE, {PORT_B, 6, 0}, {PORT_B, 7, 0}, true, {PORT_B, 3, 4}},
    {USART2_BASE, {PORT_A, 2, 1}, {PORT_A, 3, 1}, true, {PORT_A, 1, 1}},
    {USART3_BASE, {PORT_B, 10, 4}, {PORT_B, 11, 4}, true, {PORT_B, 14, 4}},
    {USART4_BASE, {PORT_C, 10, 1}, {PORT_C, 11, 1}, true, {PORT_A, 15, 4}},
    {USART5_BASE, {PORT_C, 12, 3}, {PORT_B, 4, 3}, true, {PORT_B, 5, 8}},
    {USART6_BASE, {PORT_C, 0, 4}, {PORT_C, 1, 4}, true, {PORT_A, 7, 3}},
};
const uint8_t vh_stm32_port_count = LINES + 1u;

static const vh_cell_place places[] = {[FENCE_CELL] = {0, VH_STM32_FLASH_PAGE, 4}};
static const vh_cells cells = {&vh_stm32_flash, places, sizeof places / sizeof places[0]};

void vh_stm32_program_start(void)
{
}

vh_span vh_board_page(void)
{
    return (vh_span){(const uint8_t *)PAGE_AT, 8};
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
    return 0;
}
