/* Ballot paper (表决票/选举票): bytes of protocol 5.2, checked once, read in place. */
#ifndef VH_PAPER_H
#define VH_PAPER_H

#include "vh_types.h"

#define VH_ROWS_MAX 128u
#define VH_GROUPS_MAX 8u
#define VH_OPTIONS_MAX 5u
#define VH_VECTOR_MAX 218u /* named choice vector that still fits one frame */
#define VH_UNMARKED_REFUSED 0xFFu
#define VH_PAPER_CASTS_AT_ONCE 0x01u
#define VH_PAPER_SECRET_ALLOWED 0x02u
#define VH_PAPER_TRIAL 0x04u

typedef struct {
    uint16_t first_row;
    uint16_t rows;
    uint8_t options;
    uint8_t unmarked; /* option taken for an unmarked row, 0 none, FF confirming is refused */
    uint16_t min_for;
    uint16_t max_for;
    uint8_t write_ins;
    uint8_t option_string;
    uint8_t limit_mask; /* bit o-1: option o counts towards min_for and max_for */
} vh_group;

/* A view; the bytes stay with their owner. */
typedef struct {
    const uint8_t *bytes;
    uint32_t size;
    uint8_t flags;
    uint8_t lane_bits;
    uint8_t groups;
    uint16_t rows;
    uint16_t glyphs;
    uint16_t strings;
    uint16_t write_ins; /* of all groups */
    uint16_t counters;  /* lanes of a secret ballot */
    uint32_t rows_at;
    uint32_t text_at;
    uint32_t text_end;
} vh_paper;

/* Checks every rule of 5.2. Anything but VH_OK: the paper is bad (IDLE reason 3). */
vh_status vh_paper_parse(const uint8_t *bytes, size_t size, vh_paper *paper);

/* Is the paper fit for a round of this mode? */
bool vh_paper_fits(const vh_paper *paper, uint8_t mode);

void vh_paper_group(const vh_paper *paper, uint8_t index, vh_group *group);
uint8_t vh_paper_group_of_row(const vh_paper *paper, uint16_t row);
uint16_t vh_paper_row_string(const vh_paper *paper, uint16_t row);

/* Copies up to `capacity` codes of a string; returns its full length. */
uint8_t vh_paper_string(const vh_paper *paper, uint16_t index, uint16_t *codes, size_t capacity);

/* Bytes of the named choice vector. */
uint16_t vh_paper_vector_size(const vh_paper *paper);

#endif
