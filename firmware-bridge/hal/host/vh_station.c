/* A keypad in the virtual hall: the shipping core, its own clock with drift, its durable cells. */
#include <stdlib.h>
#include <string.h>

#include "vh_hall.h"

enum { MILLION = 1000000, STEPS_AT_ONCE = 8 };

vh_station *vh_station_at(const vh_sim *s, int32_t keypad)
{
    return keypad >= 0 && keypad < s->station_count ? s->stations[keypad] : NULL;
}

static int64_t elapsed(const vh_station *k, int64_t at)
{
    const int64_t real = at - k->clock_zero;
    return real + real * k->drift_ppm / MILLION;
}

uint32_t vh_station_clock(const vh_station *k, int64_t at) { return k->clock_at_zero + (uint32_t)elapsed(k, at); }

/* First virtual time at which the keypad's clock has reached `due`. */
static int64_t virtual_time(const vh_station *k, uint32_t due)
{
    const int64_t now = k->sim->now;
    const int32_t left = (int32_t)(due - vh_station_clock(k, now));
    if (left <= 0) return now;
    if (k->drift_ppm == 0) return now + left;
    int64_t at = now + (int64_t)left * MILLION / (MILLION + k->drift_ppm);
    const int64_t wanted = elapsed(k, now) + left;
    while (elapsed(k, at) < wanted) at++;
    while (at > now && elapsed(k, at - 1) >= wanted) at--;
    return at;
}

static void transmit(void *ctx, const uint8_t *wire, size_t n)
{
    vh_station *k = ctx;
    if (k->mute) return;
    vh_bus_drive(&k->sim->buses[k->line], k->index, wire, n, k->sim->now);
    vh_hall_rearm_bus(k->sim, k->line);
}

static bool persist(void *ctx, uint8_t cell, const uint8_t *bytes, size_t n)
{
    vh_station *k = ctx;
    if (cell >= VH_CELLS) return false;
    vh_sim_cell *c = &k->cells[cell];
    if (n > c->n || c->bytes == NULL) {
        uint8_t *grown = realloc(c->bytes, n > 0 ? n : 1);
        if (grown == NULL) return false;
        c->bytes = grown;
    }
    memcpy(c->bytes, bytes, n);
    c->n = n;
    return true;
}

static size_t restore(void *ctx, uint8_t cell, uint8_t *bytes, size_t cap)
{
    const vh_station *k = ctx;
    if (cell >= VH_CELLS || k->cells[cell].bytes == NULL) return 0;
    const vh_sim_cell *c = &k->cells[cell];
    memcpy(bytes, c->bytes, c->n < cap ? c->n : cap);
    return c->n;
}

static void lamp(void *ctx, uint8_t pattern)
{
    (void)ctx;
    (void)pattern;
}

static void buzzer(void *ctx) { (void)ctx; }

static const vh_keypad_hal station_hal = { transmit, persist, restore, lamp, buzzer };

void vh_station_rearm(vh_station *k)
{
    uint32_t due = 0;
    const bool wants = k->power && vh_keypad_next(&k->core, vh_station_clock(k, k->sim->now), &due);
    vh_schedule_set(&k->sim->schedule, vh_actor_of_keypad(k->sim, k->index), wants ? virtual_time(k, due) : VH_NEVER);
}

void vh_station_act(vh_station *k)
{
    uint32_t due = 0;
    const uint32_t now = vh_station_clock(k, k->sim->now);
    int32_t steps = 0;
    do {
        vh_keypad_step(&k->core, now);
    } while (++steps < STEPS_AT_ONCE && vh_keypad_next(&k->core, now, &due) && (int32_t)(due - now) <= 0);
    vh_station_rearm(k);
    /* Virtual time always moves on, whatever the core says. */
    const int32_t actor = vh_actor_of_keypad(k->sim, k->index);
    if (k->sim->schedule.at[actor] <= k->sim->now) vh_schedule_set(&k->sim->schedule, actor, k->sim->now + 1);
}

void vh_station_power(vh_station *k, bool on)
{
    if (k->power) {
        vh_bus_stop(&k->sim->buses[k->line], k->index, k->sim->now);
        vh_hall_rearm_bus(k->sim, k->line);
    }
    k->power = on;
    if (on) {
        /* RAM comes up with anything; the core must not rely on it. */
        memset(&k->core, 0xA5, sizeof k->core);
        vh_keypad_start(&k->core, &k->commission, &station_hal, k, vh_station_clock(k, k->sim->now));
        vh_keypad_set_baud(&k->core, k->sim->buses[k->line].baud);
    }
    vh_station_rearm(k);
}
