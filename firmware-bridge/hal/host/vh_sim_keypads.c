/* Keypads and faults of the virtual hall, as the outside sees them. */
#include <stdlib.h>
#include <string.h>

#include "vh_hall.h"

int32_t vh_sim_add_keypad(vh_sim *s, int32_t line, uint64_t uid, uint8_t suite, uint16_t gen, uint16_t model, uint32_t fw,
                          const uint8_t *ra, const uint8_t *rb, const uint8_t *gb)
{
    if (line < 0 || line >= s->line_count || s->on_line_count[line] == VH_SIM_KEYPADS_MAX) return -1;
    vh_station *k = calloc(1, sizeof *k);
    if (k == NULL) return -1;
    k->sim = s;
    k->index = s->station_count;
    k->line = (uint8_t)line;
    k->commission = (vh_commission){ .uid = uid, .suite = suite, .gen = gen, .model = model, .fw = fw };
    memcpy(k->commission.ra, ra, 32);
    memcpy(k->commission.rb, rb, 32);
    memcpy(k->commission.gb, gb, 32);
    k->clock_zero = s->now;
    k->clock_at_zero = (uint32_t)vh_random_next(&s->random);   /* clocks of different keypads have nothing in common */
    s->stations[s->station_count++] = k;
    s->on_line[line][s->on_line_count[line]++] = k->index;
    vh_schedule_grow(&s->schedule);
    vh_station_power(k, true);
    return k->index;
}

int32_t vh_sim_keypads(const vh_sim *s) { return s->station_count; }

void vh_sim_key(vh_sim *s, int32_t keypad, int32_t key, int32_t down)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k == NULL || !k->power || key < 0 || key >= (int32_t)VH_KEY_COUNT) return;
    vh_keypad_key(&k->core, (uint8_t)key, down != 0, vh_station_clock(k, s->now));
    vh_station_rearm(k);
}

void vh_sim_reboot(vh_sim *s, int32_t keypad)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k != NULL && k->power) vh_station_power(k, true);
}

void vh_sim_power(vh_sim *s, int32_t keypad, int32_t on)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k != NULL && k->power != (on != 0)) vh_station_power(k, on != 0);
}

void vh_sim_replug(vh_sim *s, int32_t keypad, int32_t line)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k == NULL || line < 0 || line >= s->line_count || line == k->line || s->on_line_count[line] == VH_SIM_KEYPADS_MAX) return;
    const bool power = k->power;
    vh_station_power(k, false);
    int32_t *row = s->on_line[k->line];
    const int32_t n = --s->on_line_count[k->line];
    int32_t at = 0;
    while (row[at] != k->index) at++;
    for (; at < n; at++) row[at] = row[at + 1];
    k->line = (uint8_t)line;
    s->on_line[line][s->on_line_count[line]++] = k->index;
    vh_station_power(k, power);
}

void vh_sim_mute(vh_sim *s, int32_t keypad, int32_t on)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k != NULL) k->mute = on != 0;
}

void vh_sim_drift(vh_sim *s, int32_t keypad, int32_t ppm)
{
    vh_station *k = vh_station_at(s, keypad);
    if (k == NULL || ppm < -100000 || ppm > 100000) return;
    k->clock_at_zero = vh_station_clock(k, s->now);
    k->clock_zero = s->now;
    k->drift_ppm = ppm;
    vh_station_rearm(k);
}

static const vh_keypad *core_of(const vh_sim *s, int32_t keypad)
{
    const vh_station *k = vh_station_at(s, keypad);
    return k != NULL && k->power ? &k->core : NULL;
}

int32_t vh_sim_lamp(const vh_sim *s, int32_t keypad)
{
    const vh_keypad *k = core_of(s, keypad);
    return k != NULL ? vh_keypad_lamp(k) : 0;
}

int32_t vh_sim_state(const vh_sim *s, int32_t keypad)
{
    const vh_keypad *k = core_of(s, keypad);
    return k != NULL ? vh_keypad_state(k) : 0;
}

uint32_t vh_sim_round(const vh_sim *s, int32_t keypad)
{
    const vh_keypad *k = core_of(s, keypad);
    return k != NULL ? vh_keypad_round(k) : 0;
}

int32_t vh_sim_slot(const vh_sim *s, int32_t keypad)
{
    const vh_keypad *k = core_of(s, keypad);
    return k != NULL ? vh_keypad_slot(k) : 0;
}

int32_t vh_sim_text(const vh_sim *s, int32_t keypad, int32_t line, uint16_t codes[8])
{
    const vh_keypad *k = core_of(s, keypad);
    if (k == NULL || line < 0 || line > 3) return 0;
    vh_keypad_text(k, (uint8_t)line, codes);
    return 8;
}

int32_t vh_sim_views(const vh_sim *s, vh_sim_view *rows, int32_t cap)
{
    int32_t i = 0;
    for (; i < s->station_count && i < cap; i++) {
        const vh_station *k = s->stations[i];
        rows[i] = (vh_sim_view){ .uid = k->commission.uid, .line = k->line };
        if (!k->power) continue;
        rows[i].round = vh_keypad_round(&k->core);
        rows[i].slot = vh_keypad_slot(&k->core);
        rows[i].lamp = vh_keypad_lamp(&k->core);
        rows[i].state = vh_keypad_state(&k->core);
    }
    return i;
}

static bool has_form(const vh_keypad *k)
{
    return k != NULL && k->paper_valid && k->round_state >= VH_STATE_OPEN_NONE && k->round_state <= VH_STATE_OPEN_ACKED;
}

int32_t vh_sim_entry(const vh_sim *s, int32_t keypad, vh_sim_entry_view *out)
{
    const vh_keypad *k = core_of(s, keypad);
    *out = (vh_sim_entry_view){ 0 };
    if (!has_form(k)) return 0;
    out->page = k->entry.page;
    out->option_cursor = k->entry.option_cursor;
    out->cursor = k->entry.cursor;
    out->rows = k->paper.rows;
    out->casts_at_once = (k->paper.flags & VH_PAPER_CASTS_AT_ONCE) != 0 ? 1 : 0;
    for (uint16_t row = 0; row < k->paper.rows && row < VH_ROWS_MAX; row++) {
        vh_group g;
        vh_paper_group(&k->paper, vh_paper_group_of_row(&k->paper, row), &g);
        out->mark[row] = k->entry.mark[row];
        out->options[row] = g.options;
    }
    return 1;
}

int32_t vh_sim_paper(const vh_sim *s, int32_t keypad, vh_sim_paper_view *out)
{
    const vh_keypad *k = core_of(s, keypad);
    *out = (vh_sim_paper_view){ 0 };
    if (!has_form(k)) return 0;
    out->mode = k->current.mode & 0x7Fu;
    out->rule = k->current.rule;
    out->groups = k->paper.groups;
    const uint8_t length = vh_paper_string(&k->paper, 0, out->title, VH_SIM_TITLE_MAX);
    out->title_length = length < VH_SIM_TITLE_MAX ? length : VH_SIM_TITLE_MAX;
    for (uint8_t i = 0; i < k->paper.groups && i < VH_SIM_GROUPS_MAX; i++) {
        vh_group g;
        vh_paper_group(&k->paper, i, &g);
        out->rows[i] = g.rows;
        out->min_for[i] = g.min_for;
        out->max_for[i] = g.max_for;
        out->options[i] = g.options;
    }
    return 1;
}

static vh_bus *bus_at(vh_sim *s, int32_t line) { return line >= 0 && line < s->line_count ? &s->buses[line] : NULL; }

static bool is_fault(int32_t fault) { return fault >= VH_FAULT_LOSE && fault <= VH_FAULT_TRUNCATE; }

void vh_sim_fault_rate(vh_sim *s, int32_t line, int32_t fault, int32_t ppm)
{
    vh_bus *b = bus_at(s, line);
    if (b != NULL && is_fault(fault) && ppm >= 0) b->rate_ppm[fault] = (uint32_t)ppm;
}

void vh_sim_fault_next(vh_sim *s, int32_t line, int32_t fault, int32_t frames)
{
    vh_bus *b = bus_at(s, line);
    if (b != NULL && is_fault(fault) && frames >= 0) b->next_n[fault] = frames;
}

void vh_sim_cut(vh_sim *s, int32_t line, int32_t on)
{
    vh_bus *b = bus_at(s, line);
    if (b != NULL) b->cut = on != 0;
}

void vh_sim_babble(vh_sim *s, int32_t line, int64_t us)
{
    vh_bus *b = bus_at(s, line);
    if (b == NULL) return;
    vh_bus_babble(b, s->now + us, s->now);
    vh_hall_rearm_bus(s, line);
}

int32_t vh_sim_counters(const vh_sim *s, int32_t line, vh_sim_line_counters *out)
{
    if (line < 0 || line >= s->line_count) return 0;
    *out = s->buses[line].counters;
    return 1;
}

void vh_sim_trace(vh_sim *s, int32_t line, int32_t on)
{
    vh_bus *b = bus_at(s, line);
    if (b == NULL) return;
    free(b->trace);
    b->trace = on != 0 ? malloc(VH_BUS_TRACE) : NULL;
    b->traced = b->trace_read = 0;
}

int32_t vh_sim_trace_read(vh_sim *s, int32_t line, uint8_t *buffer, int32_t cap)
{
    vh_bus *b = bus_at(s, line);
    if (b == NULL || b->trace == NULL) return 0;
    if (b->traced - b->trace_read > VH_BUS_TRACE) b->trace_read = b->traced - VH_BUS_TRACE;
    int32_t n = 0;
    while (n < cap && b->trace_read < b->traced) buffer[n++] = b->trace[b->trace_read++ % VH_BUS_TRACE];
    return n;
}
