/* What a member does with the keys before casting (protocol 5.3). Nothing here leaves the keypad. */
#ifndef VH_ENTRY_H
#define VH_ENTRY_H

#include "vh_paper.h"

#define VH_WRITE_INS_MAX 77u

typedef enum {
    VH_KEY_FOR = 0,
    VH_KEY_AGAINST = 1,
    VH_KEY_ABSTAIN = 2,
    VH_KEY_UP = 3,
    VH_KEY_DOWN = 4,
    VH_KEY_OK = 5,
    VH_KEY_BACK = 6
} vh_key;
#define VH_KEY_COUNT 7u

typedef enum {
    VH_PAGE_SINGLE = 1,
    VH_PAGE_LIST = 2,
    VH_PAGE_OPTIONS = 3,
    VH_PAGE_NUMBER = 4,
    VH_PAGE_SUMMARY = 5
} vh_page;

typedef enum {
    VH_ENTRY_NOTHING = 0,
    VH_ENTRY_CHANGED = 1,
    VH_ENTRY_OVER_VOTE = 2, /* buzzer, mark unchanged */
    VH_ENTRY_REFUSED = 3,   /* summary: too few, or an unmarked row; cursor is there */
    VH_ENTRY_CAST = 4
} vh_entry_event;

typedef struct {
    uint8_t page;
    uint8_t option_cursor;
    uint8_t digit_at;
    uint8_t digits[4];
    uint8_t write_ins;
    uint16_t cursor;
    uint16_t scroll;
    uint8_t mark[VH_ROWS_MAX];           /* 0 none, else option */
    uint8_t write_in_row[VH_WRITE_INS_MAX];
    uint16_t write_in_number[VH_WRITE_INS_MAX];
} vh_entry;

void vh_entry_start(vh_entry *e, const vh_paper *paper);
vh_entry_event vh_entry_key(vh_entry *e, const vh_paper *paper, uint8_t key);

/* Option a row counts with: its mark, else what the group takes for an unmarked row. */
uint8_t vh_entry_option(const vh_entry *e, const vh_group *group, uint16_t row);

/* Rows of the paper that carry `option` (0: unmarked). */
uint16_t vh_entry_count(const vh_entry *e, const vh_paper *paper, uint8_t option);

/* What minFor and maxFor of the group limit: its rows with an option of limitMask, and its write-ins. */
uint16_t vh_entry_limited(const vh_entry *e, const vh_group *group);

/* Named choice vector of protocol 4.3; vh_paper_vector_size bytes. */
void vh_entry_vector(const vh_entry *e, const vh_paper *paper, uint8_t *vector);

#endif
