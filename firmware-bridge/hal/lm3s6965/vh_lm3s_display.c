/* SSD0323 on SSI0, 128 x 64, four bits a dot. Data/command is port C bit 7, select port D bit 0. */
#include "lm3s6965.h"
#include "vh_board.h"

#define PIN_DATA 0x80u
#define PIN_SELECT 0x01u

static void put(uint8_t byte)
{
    while ((SSI_SR & SSI_SR_TNF) == 0) {
    }
    SSI_DR = byte;
    while ((SSI_SR & SSI_SR_RNE) != 0) {
        (void)SSI_DR;
    }
}

static void settle(void)
{
    while ((SSI_SR & SSI_SR_BSY) != 0) {
    }
    while ((SSI_SR & SSI_SR_RNE) != 0) {
        (void)SSI_DR;
    }
}

static void command(const uint8_t *bytes, size_t n)
{
    settle();
    GPIO_PINS(PORT_C, PIN_DATA) = 0;
    for (size_t i = 0; i < n; i++) {
        put(bytes[i]);
    }
    settle();
}

void vh_lm3s_display_start(void)
{
    static const uint8_t start[] = {
        0xA0, 0x52, /* orientation of the panel */
        0xAF,       /* on */
    };
    GPIO_AFSEL(PORT_A) |= 0x34u; /* clock and both data pins of SSI0; the frame pin stays a plain pin */
    GPIO_DEN(PORT_A) |= 0x34u;
    GPIO_DEN(PORT_C) |= PIN_DATA;
    GPIO_DIR(PORT_C) |= PIN_DATA;
    GPIO_DEN(PORT_D) |= PIN_SELECT;
    GPIO_DIR(PORT_D) |= PIN_SELECT;
    GPIO_PINS(PORT_D, PIN_SELECT) = PIN_SELECT;
    SSI_CR1 = 0;
    SSI_CPSR = 10u; /* 5 MHz */
    SSI_CR0 = 0xC7u;
    SSI_CR1 = 2u;
    command(start, sizeof start);
}

void vh_board_show(const uint8_t frame[VH_FRAME_BYTES])
{
    static const uint8_t window[] = {0x15, 0, 63, 0x75, 0, 63};
    command(window, sizeof window);
    GPIO_PINS(PORT_C, PIN_DATA) = PIN_DATA;
    for (size_t i = 0; i < VH_FRAME_BYTES; i++) {
        for (uint32_t pair = 0; pair < 4u; pair++) {
            uint32_t dots = ((uint32_t)frame[i] << (2u * pair)) >> 6;
            put((uint8_t)(((dots & 2u) != 0 ? 0xF0u : 0) | ((dots & 1u) != 0 ? 0x0Fu : 0)));
        }
    }
    settle();
}
