/* The upper half of the second flash bank as a medium for durable cells; the lower halves are for two programs. */
#ifndef VH_STM32_FLASH_H
#define VH_STM32_FLASH_H

#include "vh_cells.h"

#define VH_STM32_FLASH_PAGE 2048u

extern const vh_medium vh_stm32_flash;

#endif
