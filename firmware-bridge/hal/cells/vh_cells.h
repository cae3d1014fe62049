/* Durable cells (存储格) over any medium that is erased in pieces and then written: flash, or RAM that outlives a reset.
   A cell has at least two slots used in turn; the newest complete one counts, so a write that is cut short anywhere leaves
   the value before it. */
#ifndef VH_CELLS_H
#define VH_CELLS_H

#include "vh_types.h"

#define VH_CELL_HEAD 16u /* bytes of a slot before the value */

typedef struct {
    const uint8_t *base; /* where the medium can be read */
    void *ctx;
    bool (*erase)(void *ctx, uint32_t at, uint32_t n);
    /* at and n are multiples of 8; the place was erased and not written since. */
    bool (*program)(void *ctx, uint32_t at, const uint8_t *bytes, uint32_t n);
} vh_medium;

/* slots 0: the board has no room for this cell. */
typedef struct {
    uint32_t at;
    uint32_t slot_bytes; /* with head, a multiple of what the medium erases */
    uint8_t slots;
} vh_cell_place;

typedef struct {
    const vh_medium *medium;
    const vh_cell_place *places; /* by cell number */
    uint8_t count;
} vh_cells;

/* True: stored and read back. False: the value before is still there. */
bool vh_cells_write(const vh_cells *c, uint8_t cell, const uint8_t *bytes, size_t n);
/* Length of the value, 0 without one; copies at most cap bytes. */
size_t vh_cells_read(const vh_cells *c, uint8_t cell, uint8_t *bytes, size_t cap);

#endif
