/* What a keypad (表决器) asks of the board it runs on. Every call returns at once. */
#ifndef VH_KEYPAD_HAL_H
#define VH_KEYPAD_HAL_H

#include "vh_types.h"

/* Written at the commissioning port, never on a line (protocol 3). */
typedef struct {
    uint64_t uid;
    uint8_t suite;
    uint8_t ra[32];
    uint8_t rb[32];
    uint8_t gb[32];
    uint16_t gen;
    uint16_t model;
    uint32_t fw;
    uint8_t fw_digest[8];
} vh_commission;

/* Durable cells. A write replaces the cell as a whole or not at all. */
typedef enum {
    VH_CELL_BOOT = 1,    /* 4 bytes */
    VH_CELL_EPOCH = 2,   /* highest epoch */
    VH_CELL_MEETING = 3, /* roots, generation, keys of the running meeting, key step */
    VH_CELL_ROUND = 4,   /* record of the current and of the previous round */
    VH_CELL_PAPER_0 = 5, /* held ballot papers */
    VH_CELL_PAPER_1 = 6
} vh_cell;

#define VH_CELL_MAX (16384u + 64u)

typedef struct {
    /* Puts the driver on and sends n bytes, first one now. */
    void (*transmit)(void *ctx, const uint8_t *wire, size_t n);
    /* Durable before it returns; false: not stored. */
    bool (*persist)(void *ctx, uint8_t cell, const uint8_t *bytes, size_t n);
    /* Length of the cell, 0 if it was never written. Writes at most cap bytes. */
    size_t (*restore)(void *ctx, uint8_t cell, uint8_t *bytes, size_t cap);
    void (*lamp)(void *ctx, uint8_t lamp_pattern);
    void (*buzzer)(void *ctx);
} vh_keypad_hal;

#endif
