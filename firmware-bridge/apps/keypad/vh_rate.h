/* Search for the rate of the line (protocol 2): 600 ms each in turn until a frame with good CRC arrives, and again when an
   unassigned keypad has heard none for 30 s. */
#ifndef VH_RATE_H
#define VH_RATE_H

#include "vh_types.h"

typedef struct {
    uint8_t index;
    bool found;
    uint32_t good; /* frames counted when it was looked last */
    uint32_t since;
} vh_rate;

void vh_rate_start(vh_rate *r, uint32_t now);
/* Baud to listen at from now on, 0 for no change. `good` counts frames, `free` says that the keypad has no slot. */
uint32_t vh_rate_step(vh_rate *r, uint32_t good, bool free, uint32_t now);
/* When to step next; false: the rate is known and kept. */
bool vh_rate_next(const vh_rate *r, bool free, uint32_t *due);

#endif
