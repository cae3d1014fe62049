/* Inside of the virtual hall; only the files of hal/host include this. */
#ifndef VH_HALL_H
#define VH_HALL_H

#include "vh_bridge.h"
#include "vh_bus.h"
#include "vh_keypad.h"
#include "vh_random.h"
#include "vh_schedule.h"
#include "vh_sim.h"

enum { VH_CELLS = 7, VH_LINK_BYTES_MAX = 8 * 1024 * 1024 };

/* A durable cell of a keypad: survives restart and loss of power. */
typedef struct {
    uint8_t *bytes;
    size_t n;
} vh_sim_cell;

typedef struct {
    vh_keypad core;
    struct vh_sim *sim;
    int32_t index;          /* in the hall */
    uint8_t line;
    bool power, mute;
    int32_t drift_ppm;
    int64_t clock_zero;     /* virtual time of the last change of drift */
    uint32_t clock_at_zero;
    vh_commission commission;
    vh_sim_cell cells[VH_CELLS];
} vh_station;

struct vh_sim {
    int64_t now;
    vh_random random;
    int32_t line_count;
    vh_bus buses[VH_SIM_LINES_MAX];
    vh_bus_taps taps;

    vh_bridge bridge;
    vh_line_master masters[VH_SIM_LINES_MAX];
    uint8_t bridge_uid[8];
    uint8_t fence[VH_FENCE_BYTES];
    size_t fence_n;
    uint8_t *link;          /* bytes for the server */
    size_t link_from, link_to, link_size;

    vh_station *stations[VH_SIM_LINES_MAX * VH_SIM_KEYPADS_MAX];
    int32_t station_count;
    int32_t on_line[VH_SIM_LINES_MAX][VH_SIM_KEYPADS_MAX];
    int32_t on_line_count[VH_SIM_LINES_MAX];
    vh_schedule schedule;   /* actors: buses, bridge, keypads */
};

static inline int32_t vh_actor_of_bridge(const vh_sim *s) { return s->line_count; }
static inline int32_t vh_actor_of_keypad(const vh_sim *s, int32_t keypad) { return s->line_count + 1 + keypad; }

vh_station *vh_station_at(const vh_sim *s, int32_t keypad);   /* NULL: no such keypad */
uint32_t vh_station_clock(const vh_station *k, int64_t at);
void vh_station_power(vh_station *k, bool on);
/* Steps what is due and books the next appointment. */
void vh_station_act(vh_station *k);
void vh_station_rearm(vh_station *k);
void vh_hall_rearm_bus(vh_sim *s, int32_t line);
void vh_hall_rearm_bridge(vh_sim *s);

#endif
