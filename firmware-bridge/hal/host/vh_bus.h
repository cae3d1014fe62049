/* One RS-485 line in virtual time: half duplex, every byte reaches every other station, two drivers at once make garbage.
 * A burst is what is on the wire between two silences; the bridge gets its bytes as time passes, keypads get a whole
 * burst when it ends (nothing a keypad does depends on the inside of a frame, only on its end). */
#ifndef VH_BUS_H
#define VH_BUS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "vh_random.h"
#include "vh_sim.h"

enum {
    VH_BUS_BRIDGE = -1,
    VH_BUS_BABBLER = -2,
    VH_BUS_WIRE_MAX = 256,
    VH_BUS_DRIVERS_MAX = 256,
    VH_BUS_STREAM_MAX = 8192,
    VH_BUS_TRACE = 65536
};

typedef struct {
    int64_t start, end;   /* end of the last bit */
    int32_t sender;       /* keypad index in the hall, or VH_BUS_... */
    uint16_t n;
    bool upward;          /* a keypad's reply that nothing has altered */
    bool lost;            /* drives the line, nobody makes it out */
    bool again;           /* fault: sent a second time right after */
    uint8_t bytes[VH_BUS_WIRE_MAX];
} vh_driver;

typedef struct {
    void *ctx;
    void (*to_bridge)(void *ctx, int32_t line, const uint8_t *bytes, size_t n, const int64_t *ends);
    void (*to_keypads)(void *ctx, int32_t line, const uint8_t *bytes, size_t n, int64_t end, bool upward);
} vh_bus_taps;

typedef struct {
    int32_t line;
    uint32_t baud;        /* of the keypads */
    uint32_t bridge_baud;
    const vh_bus_taps *taps;
    vh_random *random;

    vh_driver drivers[VH_BUS_DRIVERS_MAX];   /* of the present burst */
    int32_t n;
    bool bridge_drives;
    int64_t burst_end;
    uint32_t made;        /* characters of the burst already on the wire */
    size_t stream_n;
    uint8_t stream[VH_BUS_STREAM_MAX];

    int32_t heard_from[VH_BUS_DRIVERS_MAX];  /* senders of the burst being delivered: they do not hear themselves */
    int32_t heard_n;
    uint8_t heard[VH_BUS_STREAM_MAX];

    bool cut;
    int64_t babble_until;
    uint32_t rate_ppm[5];   /* by vh_sim_fault */
    int32_t next_n[5];
    vh_sim_line_counters counters;
    uint8_t *trace;         /* ring, or NULL */
    uint64_t traced, trace_read;
} vh_bus;

void vh_bus_init(vh_bus *b, int32_t line, uint32_t baud, const vh_bus_taps *taps, vh_random *random);
void vh_bus_drive(vh_bus *b, int32_t sender, const uint8_t *wire, size_t n, int64_t now);
/* The sender fell silent in the middle: power lost. */
void vh_bus_stop(vh_bus *b, int32_t sender, int64_t now);
/* Bytes of the present burst up to now go to the bridge. */
void vh_bus_flush(vh_bus *b, int64_t now);
/* When vh_bus_step wants to be called; VH_NEVER if the line is silent. */
int64_t vh_bus_next(const vh_bus *b);
void vh_bus_step(vh_bus *b, int64_t now);
void vh_bus_babble(vh_bus *b, int64_t until, int64_t now);
/* Did this keypad drive the line in the burst now being delivered? */
bool vh_bus_said(const vh_bus *b, int32_t sender);

#endif
