/* Writing flash (3.3.7, 3.3.8). The program runs from the first bank and goes on while the second is erased. */
#include "vh_stm32_flash.h"

#include "stm32g0b1.h"
#include "vh_board.h"
#include "vh_bytes.h"

#define BASE 0x08060000u
#define FIRST_PAGE 64u /* of the second bank */

static void settle(void)
{
    while ((FLASH_SR & (FLASH_SR_BUSY | FLASH_SR_CFGBSY)) != 0) {
    }
}

static void open_up(void)
{
    settle();
    FLASH_SR = FLASH_SR_ERRORS;
    if ((FLASH_CR & FLASH_CR_LOCK) != 0) {
        FLASH_KEYR = FLASH_KEY1;
        FLASH_KEYR = FLASH_KEY2;
    }
}

static bool close_up(void)
{
    bool good = (FLASH_SR & FLASH_SR_ERRORS) == 0;
    FLASH_CR = FLASH_CR_LOCK;
    return good;
}

static bool erase(void *ctx, uint32_t at, uint32_t n)
{
    (void)ctx;
    open_up();
    for (uint32_t page = at / VH_STM32_FLASH_PAGE; page < (at + n) / VH_STM32_FLASH_PAGE; page++) {
        FLASH_CR = FLASH_CR_PER | FLASH_CR_BKER | FLASH_CR_PNB(FIRST_PAGE + page);
        FLASH_CR |= FLASH_CR_STRT;
        settle();
        vh_board_alive(); /* up to 40 ms a page */
    }
    return close_up();
}

static bool program(void *ctx, uint32_t at, const uint8_t *bytes, uint32_t n)
{
    (void)ctx;
    open_up();
    FLASH_CR = FLASH_CR_PG;
    for (uint32_t i = 0; i < n; i += 8u) {
        VH_REG(BASE + at + i) = vh_get32(bytes + i);
        VH_REG(BASE + at + i + 4u) = vh_get32(bytes + i + 4u);
        settle();
    }
    return close_up();
}

const vh_medium vh_stm32_flash = {(const uint8_t *)BASE, NULL, erase, program};

/* A double word whose writing was cut short reads with two wrong bits (3.3.2): the cell fails its check, nothing else. */
void vh_stm32_nmi_handler(void)
{
    if ((FLASH_ECC2R & FLASH_ECC_DETECTED) == 0) {
        vh_fault_handler();
    }
    FLASH_ECC2R = FLASH_ECC_DETECTED;
}
