/* Virtual hall: one bridge, up to 16 lines of up to 250 keypads, all of them the shipping core, on a half-duplex bus in
 * virtual microseconds. Deterministic from one seed. Flat C interface for P/Invoke; indexes and times are checked, a bad
 * index changes nothing and reads as zero. */
#ifndef VH_SIM_H
#define VH_SIM_H

#include <stddef.h>
#include <stdint.h>

typedef struct vh_sim vh_sim;

enum { VH_SIM_LINES_MAX = 16, VH_SIM_KEYPADS_MAX = 250 };

typedef enum { VH_FAULT_LOSE = 1, VH_FAULT_DOUBLE = 2, VH_FAULT_CORRUPT = 3, VH_FAULT_TRUNCATE = 4 } vh_sim_fault;

/* baud has `lines` entries: the rate the keypads of the line start with. NULL when out of memory or out of range. */
vh_sim *vh_sim_create(int32_t lines, const uint32_t *baud, uint64_t seed);
void vh_sim_destroy(vh_sim *s);

/* Index of the new keypad in the hall, counted from 0 in order of adding; -1 = line full or unknown. It has power. */
int32_t vh_sim_add_keypad(vh_sim *s, int32_t line, uint64_t uid, uint8_t suite, uint16_t gen, uint16_t model, uint32_t fw,
                          const uint8_t *ra, const uint8_t *rb, const uint8_t *gb);

/* Virtual time, microseconds. run_until stops early when stop_on_link is not 0 and bytes for the server wait. Returns now. */
int64_t vh_sim_now(const vh_sim *s);
int64_t vh_sim_run_until(vh_sim *s, int64_t us, int32_t stop_on_link);

/* Bridge link. write: bytes from the server, taken at once. read: returns how many were copied. */
void vh_sim_link_write(vh_sim *s, const uint8_t *bytes, int32_t n);
int32_t vh_sim_link_waiting(const vh_sim *s);
int32_t vh_sim_link_read(vh_sim *s, uint8_t *buffer, int32_t cap);
void vh_sim_link_reset(vh_sim *s);
void vh_sim_bridge_restart(vh_sim *s);

/* Keypads. */
int32_t vh_sim_keypads(const vh_sim *s);
void vh_sim_key(vh_sim *s, int32_t keypad, int32_t key, int32_t down);
void vh_sim_reboot(vh_sim *s, int32_t keypad);
void vh_sim_power(vh_sim *s, int32_t keypad, int32_t on);
void vh_sim_replug(vh_sim *s, int32_t keypad, int32_t line);     /* unplugged, and plugged in on another line; power goes off and on */
void vh_sim_mute(vh_sim *s, int32_t keypad, int32_t on);         /* hears, drives nothing */
void vh_sim_drift(vh_sim *s, int32_t keypad, int32_t ppm);
int32_t vh_sim_lamp(const vh_sim *s, int32_t keypad);
int32_t vh_sim_state(const vh_sim *s, int32_t keypad);           /* 0 = without power */
uint32_t vh_sim_round(const vh_sim *s, int32_t keypad);
int32_t vh_sim_slot(const vh_sim *s, int32_t keypad);
int32_t vh_sim_text(const vh_sim *s, int32_t keypad, int32_t line, uint16_t codes[8]);

/* One row for each keypad in one call; returns rows written. */
typedef struct {
    uint64_t uid;
    uint32_t round;
    uint8_t line, slot, lamp, state;
} vh_sim_view;
int32_t vh_sim_views(const vh_sim *s, vh_sim_view *rows, int32_t cap);

/* What the member in front of the keypad sees of the form being filled in: enough to press the next key. */
typedef struct {
    uint8_t page;            /* vh_page; 0 = no round open at this keypad */
    uint8_t option_cursor;
    uint16_t cursor;
    uint16_t rows;
    uint8_t casts_at_once;
    uint8_t mark[128];       /* per row, 0 none */
    uint8_t options[128];    /* per row */
} vh_sim_entry_view;
int32_t vh_sim_entry(const vh_sim *s, int32_t keypad, vh_sim_entry_view *out);

/* What the paper in a keypad says of itself while its round is open. Returns 0 when none is. */
enum { VH_SIM_GROUPS_MAX = 8, VH_SIM_TITLE_MAX = 16 };
typedef struct {
    uint8_t mode, rule;      /* of the round; VH_MODE_..., VH_RULE_... */
    uint8_t groups;
    uint8_t title_length;
    uint16_t title[VH_SIM_TITLE_MAX];   /* codes as on the display */
    uint16_t rows[VH_SIM_GROUPS_MAX];   /* per group, as everything below */
    uint16_t min_for[VH_SIM_GROUPS_MAX];
    uint16_t max_for[VH_SIM_GROUPS_MAX];
    uint8_t options[VH_SIM_GROUPS_MAX];
} vh_sim_paper_view;
int32_t vh_sim_paper(const vh_sim *s, int32_t keypad, vh_sim_paper_view *out);

/* Faults. Probabilities are in parts per million of frames and hit every receiver of the line alike. */
void vh_sim_fault_rate(vh_sim *s, int32_t line, int32_t fault, int32_t ppm);
void vh_sim_fault_next(vh_sim *s, int32_t line, int32_t fault, int32_t frames);
void vh_sim_cut(vh_sim *s, int32_t line, int32_t on);             /* no byte passes between bridge and keypads */
void vh_sim_babble(vh_sim *s, int32_t line, int64_t us);          /* a stuck driver sends garbage for so long */

typedef struct {
    uint64_t frames, bytes, collisions, lost, doubled, corrupted, truncated, garbage;
    uint64_t hash;   /* FNV-1a-64 over every byte driven, its time and its sender: same seed, same hash */
} vh_sim_line_counters;
int32_t vh_sim_counters(const vh_sim *s, int32_t line, vh_sim_line_counters *out);

/* Bytes driven on a line since tracing was switched on; the ring keeps the last 65,536. For tests of the wire. */
void vh_sim_trace(vh_sim *s, int32_t line, int32_t on);
int32_t vh_sim_trace_read(vh_sim *s, int32_t line, uint8_t *buffer, int32_t cap);

#endif
