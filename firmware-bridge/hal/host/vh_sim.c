/* Life and time of the virtual hall: creation, the event loop, the bridge and its link. */
#include <stdlib.h>
#include <string.h>

#include "vh_hall.h"

enum { SIM_FW = 1, LINK_START = 64 * 1024 };

static void bridge_transmit(void *ctx, uint8_t line, const uint8_t *wire, size_t n)
{
    vh_sim *s = ctx;
    vh_bus_drive(&s->buses[line], VH_BUS_BRIDGE, wire, n, s->now);
    vh_hall_rearm_bus(s, line);
}

static void bridge_set_baud(void *ctx, uint8_t line, uint32_t baud)
{
    vh_sim *s = ctx;
    s->buses[line].bridge_baud = baud;
}

static bool bridge_uplink_write(void *ctx, const uint8_t *bytes, size_t n)
{
    vh_sim *s = ctx;
    if (s->link_from > 0 && s->link_to + n > s->link_size) {
        memmove(s->link, s->link + s->link_from, s->link_to - s->link_from);
        s->link_to -= s->link_from;
        s->link_from = 0;
    }
    if (s->link_to + n > s->link_size) {
        if (s->link_size * 2 > VH_LINK_BYTES_MAX) return false;
        uint8_t *grown = realloc(s->link, s->link_size * 2);
        if (grown == NULL) return false;
        s->link = grown;
        s->link_size *= 2;
    }
    memcpy(s->link + s->link_to, bytes, n);
    s->link_to += n;
    return true;
}

static bool bridge_persist(void *ctx, const uint8_t *bytes, size_t n)
{
    vh_sim *s = ctx;
    if (n > sizeof s->fence) return false;
    memcpy(s->fence, bytes, n);
    s->fence_n = n;
    return true;
}

static size_t bridge_restore(void *ctx, uint8_t *bytes, size_t cap)
{
    const vh_sim *s = ctx;
    memcpy(bytes, s->fence, s->fence_n < cap ? s->fence_n : cap);
    return s->fence_n;
}

static const vh_bridge_hal bridge_hal = { bridge_transmit, bridge_set_baud, bridge_uplink_write, bridge_persist, bridge_restore };

void vh_hall_rearm_bus(vh_sim *s, int32_t line) { vh_schedule_set(&s->schedule, line, vh_bus_next(&s->buses[line])); }

void vh_hall_rearm_bridge(vh_sim *s)
{
    uint32_t due = 0;
    const uint32_t now = (uint32_t)s->now;
    int64_t at = VH_NEVER;
    if (vh_bridge_next(&s->bridge, now, &due)) {
        const int32_t left = (int32_t)(due - now);
        at = s->now + (left > 0 ? left : 0);
    }
    vh_schedule_set(&s->schedule, vh_actor_of_bridge(s), at);
}

static void to_bridge(void *ctx, int32_t line, const uint8_t *bytes, size_t n, const int64_t *ends)
{
    vh_sim *s = ctx;
    for (size_t i = 0; i < n; i++) vh_bridge_line_rx(&s->bridge, (uint8_t)line, bytes[i], (uint32_t)ends[i]);
    vh_hall_rearm_bridge(s);
}

static void to_keypads(void *ctx, int32_t line, const uint8_t *bytes, size_t n, int64_t end, bool upward)
{
    vh_sim *s = ctx;
    for (int32_t i = 0; i < s->on_line_count[line]; i++) {
        vh_station *k = s->stations[s->on_line[line][i]];
        if (!k->power || vh_bus_said(&s->buses[line], k->index)) continue;
        vh_keypad_receive_block(&k->core, bytes, n, vh_station_clock(k, end));
        /* An intact reply of another keypad is dropped unread and arms nothing. */
        if (!upward) vh_station_rearm(k);
    }
}

vh_sim *vh_sim_create(int32_t lines, const uint32_t *baud, uint64_t seed)
{
    if (lines < 1 || lines > VH_SIM_LINES_MAX) return NULL;
    vh_sim *s = calloc(1, sizeof *s);
    if (s == NULL) return NULL;
    s->link = malloc(LINK_START);
    if (s->link == NULL) {
        free(s);
        return NULL;
    }
    s->link_size = LINK_START;
    s->line_count = lines;
    vh_random_seed(&s->random, seed);
    s->taps = (vh_bus_taps){ s, to_bridge, to_keypads };
    for (int32_t i = 0; i < lines; i++) vh_bus_init(&s->buses[i], i, baud[i], &s->taps, &s->random);
    vh_schedule_init(&s->schedule, lines + 1);
    for (size_t i = 0; i < sizeof s->bridge_uid; i++) s->bridge_uid[i] = (uint8_t)vh_random_next(&s->random);
    vh_sim_bridge_restart(s);
    return s;
}

void vh_sim_destroy(vh_sim *s)
{
    if (s == NULL) return;
    for (int32_t i = 0; i < s->station_count; i++) {
        for (int32_t c = 0; c < VH_CELLS; c++) free(s->stations[i]->cells[c].bytes);
        free(s->stations[i]);
    }
    for (int32_t i = 0; i < s->line_count; i++) free(s->buses[i].trace);
    free(s->link);
    free(s);
}

void vh_sim_bridge_restart(vh_sim *s)
{
    for (int32_t i = 0; i < s->line_count; i++) {
        vh_bus_stop(&s->buses[i], VH_BUS_BRIDGE, s->now);
        vh_hall_rearm_bus(s, i);
    }
    vh_bridge_start(&s->bridge, &bridge_hal, s, s->masters, (uint8_t)s->line_count, s->bridge_uid, SIM_FW, (uint32_t)s->now);
    for (int32_t i = 0; i < s->line_count; i++) s->buses[i].bridge_baud = s->masters[i].baud;
    vh_hall_rearm_bridge(s);
}

static void bridge_act(vh_sim *s)
{
    for (int32_t i = 0; i < s->line_count; i++) vh_bus_flush(&s->buses[i], s->now);
    vh_bridge_step(&s->bridge, (uint32_t)s->now);
    vh_hall_rearm_bridge(s);
    /* Virtual time always moves on. */
    const int32_t actor = vh_actor_of_bridge(s);
    if (s->schedule.at[actor] <= s->now) vh_schedule_set(&s->schedule, actor, s->now + 1);
}

static void act(vh_sim *s, int32_t actor)
{
    if (actor < s->line_count) {
        vh_bus_step(&s->buses[actor], s->now);
        vh_hall_rearm_bus(s, actor);
    } else if (actor == vh_actor_of_bridge(s)) {
        bridge_act(s);
    } else {
        vh_station_act(s->stations[actor - s->line_count - 1]);
    }
}

int64_t vh_sim_now(const vh_sim *s) { return s->now; }

int64_t vh_sim_run_until(vh_sim *s, int64_t us, int32_t stop_on_link)
{
    if (stop_on_link != 0 && s->link_from < s->link_to) return s->now;
    for (;;) {
        const int32_t actor = vh_schedule_first(&s->schedule);
        const int64_t at = s->schedule.at[actor];
        if (at > us) break;
        if (at > s->now) s->now = at;
        act(s, actor);
        if (stop_on_link != 0 && s->link_from < s->link_to) return s->now;
    }
    if (us > s->now) s->now = us;
    return s->now;
}

void vh_sim_link_write(vh_sim *s, const uint8_t *bytes, int32_t n)
{
    for (int32_t i = 0; i < n; i++) vh_bridge_uplink(&s->bridge, bytes[i], (uint32_t)s->now);
    vh_hall_rearm_bridge(s);
}

int32_t vh_sim_link_waiting(const vh_sim *s) { return (int32_t)(s->link_to - s->link_from); }

int32_t vh_sim_link_read(vh_sim *s, uint8_t *buffer, int32_t cap)
{
    const int32_t waiting = vh_sim_link_waiting(s);
    const int32_t n = waiting < cap ? waiting : cap;
    if (n <= 0) return 0;
    memcpy(buffer, s->link + s->link_from, (size_t)n);
    s->link_from += (size_t)n;
    if (s->link_from == s->link_to) s->link_from = s->link_to = 0;
    return n;
}

void vh_sim_link_reset(vh_sim *s)
{
    s->link_from = s->link_to = 0;
    vh_bridge_uplink_reset(&s->bridge);
    vh_hall_rearm_bridge(s);
}
