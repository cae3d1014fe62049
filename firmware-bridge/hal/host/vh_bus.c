#include "vh_bus.h"

#include <string.h>

#include "vh_kinds.h"
#include "vh_schedule.h"

enum { BABBLE_CHUNK = 200, TEN_BITS = 10000000 };

static int64_t character_end(const vh_bus *b, int64_t start, uint64_t characters)
{
    return start + (int64_t)((characters * TEN_BITS + b->baud - 1) / b->baud);
}

void vh_bus_init(vh_bus *b, int32_t line, uint32_t baud, const vh_bus_taps *taps, vh_random *random)
{
    *b = (vh_bus){ .line = line, .baud = baud, .bridge_baud = baud, .taps = taps, .random = random };
    b->counters.hash = 0xCBF29CE484222325ULL;
}

static void mix(vh_bus *b, uint64_t value)
{
    b->counters.hash = (b->counters.hash ^ value) * 0x100000001B3ULL;
}

static void note(vh_bus *b, const vh_driver *d)
{
    b->counters.frames++;
    b->counters.bytes += d->n;
    mix(b, (uint64_t)d->start);
    mix(b, (uint64_t)(uint32_t)d->sender);
    for (uint16_t i = 0; i < d->n; i++) {
        mix(b, d->bytes[i]);
        if (b->trace != NULL) b->trace[b->traced++ % VH_BUS_TRACE] = d->bytes[i];
    }
}

static bool strikes(vh_bus *b, vh_sim_fault fault)
{
    if (b->next_n[fault] > 0) {
        b->next_n[fault]--;
        return true;
    }
    return b->rate_ppm[fault] > 0 && vh_random_below(b->random, 1000000) < b->rate_ppm[fault];
}

static void disturb(vh_bus *b, vh_driver *d)
{
    if (d->sender == VH_BUS_BABBLER || d->n < 4) return;
    if (strikes(b, VH_FAULT_LOSE)) {
        d->lost = true;
        b->counters.lost++;
    }
    if (strikes(b, VH_FAULT_DOUBLE)) {
        d->again = true;
        b->counters.doubled++;
    }
    if (strikes(b, VH_FAULT_CORRUPT)) {
        const uint32_t bit = 8 + vh_random_below(b->random, (uint32_t)(d->n - 2) * 8);
        d->bytes[bit / 8] ^= (uint8_t)(1U << (bit % 8));
        d->upward = false;
        b->counters.corrupted++;
    }
    if (strikes(b, VH_FAULT_TRUNCATE)) {
        d->n = (uint16_t)(1 + vh_random_below(b->random, (uint32_t)(d->n - 2)));
        d->upward = false;
        b->counters.truncated++;
    }
}

static bool is_upward(const uint8_t *wire, size_t n) { return n > 3 && wire[0] == 0 && wire[1] > 1 && (wire[2] & VH_UPWARD) != 0; }

static void add(vh_bus *b, vh_driver *d, bool faults, int64_t now)
{
    if (faults) disturb(b, d);
    d->start = now;
    d->end = character_end(b, now, d->n);
    if (b->n == 0) {
        b->made = 0;
        b->stream_n = 0;
        b->bridge_drives = false;
        b->burst_end = d->end;
    } else {
        b->counters.collisions++;
    }
    if (d->end > b->burst_end) b->burst_end = d->end;
    if (d->sender == VH_BUS_BRIDGE) b->bridge_drives = true;
    note(b, d);
    b->n++;
}

void vh_bus_drive(vh_bus *b, int32_t sender, const uint8_t *wire, size_t n, int64_t now)
{
    if (n == 0 || n > VH_BUS_WIRE_MAX) return;
    if (b->n > 0 && now >= b->burst_end) vh_bus_step(b, now);
    vh_bus_flush(b, now);
    if (b->n == VH_BUS_DRIVERS_MAX) return;   /* garbage already: one driver more changes nothing */
    vh_driver *d = &b->drivers[b->n];
    d->sender = sender;
    d->n = (uint16_t)n;
    d->lost = sender == VH_BUS_BRIDGE && b->bridge_baud != b->baud;
    d->again = false;
    d->upward = sender >= 0 && is_upward(wire, n);
    for (size_t i = 0; i < n; i++) d->bytes[i] = wire[i];
    add(b, d, true, now);
}

void vh_bus_stop(vh_bus *b, int32_t sender, int64_t now)
{
    vh_bus_flush(b, now);
    for (int32_t i = 0; i < b->n; i++) {
        vh_driver *d = &b->drivers[i];
        if (d->sender != sender || d->end <= now) continue;
        d->n = (uint16_t)((uint64_t)(now - d->start) * b->baud / TEN_BITS);
        d->end = now;
        d->upward = false;
        d->again = false;
    }
}

bool vh_bus_said(const vh_bus *b, int32_t sender)
{
    for (int32_t i = 0; i < b->heard_n; i++)
        if (b->heard_from[i] == sender) return true;
    return false;
}

/* Character `index` of a burst with several drivers: what one of them says alone, garbage where they overlap. */
static bool mixed_character(vh_bus *b, uint32_t index, uint8_t *byte)
{
    const int64_t begin = b->drivers[0].start;
    const int64_t middle = (character_end(b, begin, index) + character_end(b, begin, index + 1)) / 2;
    int32_t talking = 0;
    bool heard = false;
    for (int32_t i = 0; i < b->n; i++) {
        const vh_driver *d = &b->drivers[i];
        if (middle < d->start || middle >= d->end) continue;
        talking++;
        const uint64_t at = (uint64_t)(middle - d->start) * b->baud / TEN_BITS;
        if (d->lost || at >= d->n) continue;
        *byte = d->bytes[at];
        heard = true;
    }
    if (talking < 2) return heard;
    *byte = (uint8_t)vh_random_next(b->random);
    b->counters.garbage++;
    return true;
}

void vh_bus_flush(vh_bus *b, int64_t now)
{
    int64_t ends[VH_BUS_WIRE_MAX];
    if (b->n == 0) return;
    const int64_t begin = b->drivers[0].start;
    while (b->stream_n < VH_BUS_STREAM_MAX) {
        const size_t from = b->stream_n;
        size_t made = 0;
        while (made < VH_BUS_WIRE_MAX && b->stream_n < VH_BUS_STREAM_MAX) {
            const int64_t end = character_end(b, begin, b->made + 1);
            if (end > now || end > b->burst_end) break;
            uint8_t byte = 0;
            bool heard = true;
            if (b->n == 1) {
                heard = !b->drivers[0].lost && b->made < b->drivers[0].n;
                byte = heard ? b->drivers[0].bytes[b->made] : 0;
            } else {
                heard = mixed_character(b, b->made, &byte);
            }
            b->made++;
            if (!heard) continue;
            ends[made++] = end;
            b->stream[b->stream_n++] = byte;
        }
        if (made == 0) break;
        if (!b->bridge_drives && !b->cut && b->bridge_baud == b->baud)
            b->taps->to_bridge(b->taps->ctx, b->line, b->stream + from, made, ends);
    }
}

int64_t vh_bus_next(const vh_bus *b) { return b->n > 0 ? b->burst_end : VH_NEVER; }

static void babble_on(vh_bus *b, int64_t now)
{
    vh_driver *d = &b->drivers[b->n];
    if (b->n == VH_BUS_DRIVERS_MAX) return;
    *d = (vh_driver){ .sender = VH_BUS_BABBLER, .n = BABBLE_CHUNK };
    for (uint16_t i = 0; i < d->n; i++) d->bytes[i] = (uint8_t)vh_random_next(b->random);
    add(b, d, false, now);
}

/* The burst is over before anyone hears it: a keypad may answer within the call. */
static void deliver(vh_bus *b, bool upward)
{
    const size_t n = b->stream_n;
    const int64_t end = b->burst_end;
    b->heard_n = b->n;
    for (int32_t i = 0; i < b->n; i++) b->heard_from[i] = b->drivers[i].sender;
    memcpy(b->heard, b->stream, n);
    b->n = 0;
    if (n > 0 && !b->cut) b->taps->to_keypads(b->taps->ctx, b->line, b->heard, n, end, upward);
}

void vh_bus_step(vh_bus *b, int64_t now)
{
    if (b->n == 0 || now < b->burst_end) return;
    vh_bus_flush(b, b->burst_end);
    const bool alone = b->n == 1;
    const bool again = alone && b->drivers[0].again;
    vh_driver copy;
    if (again) copy = b->drivers[0];
    deliver(b, alone && b->drivers[0].upward);
    if (again && b->n < VH_BUS_DRIVERS_MAX) {
        copy.again = false;
        b->drivers[b->n] = copy;
        add(b, &b->drivers[b->n], false, now);
    }
    if (now < b->babble_until) babble_on(b, now);
}

void vh_bus_babble(vh_bus *b, int64_t until, int64_t now)
{
    const bool quiet = now >= b->babble_until;
    b->babble_until = until;
    if (!quiet || until <= now) return;
    if (b->n > 0 && now >= b->burst_end) vh_bus_step(b, now);
    vh_bus_flush(b, now);
    babble_on(b, now);
}
