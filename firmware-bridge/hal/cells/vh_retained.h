/* A medium of RAM that no start-up code clears: battery-backed, or that of an emulated board between two resets. */
#ifndef VH_RETAINED_H
#define VH_RETAINED_H

#include "vh_cells.h"

bool vh_retained_erase(void *ctx, uint32_t at, uint32_t n);
bool vh_retained_program(void *ctx, uint32_t at, const uint8_t *bytes, uint32_t n);

#endif
