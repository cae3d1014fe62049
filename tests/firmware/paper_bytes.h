/* Writes ballot papers of protocol 5.2 for tests. */
#ifndef PAPER_BYTES_H
#define PAPER_BYTES_H

#include <string.h>

#include "vh_bytes.h"
#include "vh_paper.h"

typedef struct {
    uint16_t rows;
    uint8_t options, unmarked;
    uint16_t min_for, max_for;
    uint8_t write_ins, limit_mask;
} paper_group;

/* String 0 is the title "T", 1..5 the options "1".."5", then one string a row. Returns the size. */
static inline size_t paper_bytes(uint8_t *out, uint8_t flags, uint8_t lane_bits, const paper_group *groups, uint8_t count)
{
    uint16_t rows = 0;
    for (uint8_t i = 0; i < count; i++) {
        rows = (uint16_t)(rows + groups[i].rows);
    }
    uint16_t strings = (uint16_t)(6 + rows);
    memset(out, 0, 16);
    out[0] = 1;
    out[1] = flags;
    out[2] = lane_bits;
    out[3] = count;
    vh_put16(out + 4, rows);
    vh_put16(out + 8, strings);
    vh_put16(out + 10, (uint16_t)(3 * strings));
    uint8_t *p = out + 16;
    uint16_t first = 0;
    for (uint8_t i = 0; i < count; i++, p += 14) {
        const paper_group *g = &groups[i];
        vh_put16(p, first);
        vh_put16(p + 2, g->rows);
        p[4] = g->options;
        p[5] = g->unmarked;
        vh_put16(p + 6, g->min_for);
        vh_put16(p + 8, g->max_for);
        p[10] = g->write_ins;
        p[11] = 1;
        p[12] = g->limit_mask;
        p[13] = 0;
        first = (uint16_t)(first + g->rows);
    }
    for (uint16_t row = 0; row < rows; row++, p += 4) {
        vh_put16(p, (uint16_t)(6 + row));
        vh_put16(p + 2, 0);
    }
    for (uint16_t i = 0; i < strings; i++, p += 3) {
        p[0] = 1;
        vh_put16(p + 1, (uint16_t)(0x8000 + (i == 0 ? 'T' : i < 6 ? '0' + i : 'A' + (i - 6) % 26)));
    }
    return (size_t)(p - out);
}

#endif
