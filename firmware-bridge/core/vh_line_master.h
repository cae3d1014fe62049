/* Line master (protocol 7.5): owns one line, sends beacons and queued frames, listens for slots, collects what is
 * missing again. Knows no meeting: of a line body it reads kind, addr and length. */
#ifndef VH_LINE_MASTER_H
#define VH_LINE_MASTER_H

#include "vh_link.h"

enum {
    VH_SEND_QUEUE = 32,
    VH_BLOCK_US_MAX = 400000,      /* block rule of protocol 6: slots covered by one beacon */
    VH_SILENCE_US = 20000,         /* silence before a line counts as up */
    VH_IDLE_US = 5000,             /* bytes later than this after the last expected one are nobody's */
    VH_STUCK_US = 100000,
    VH_DOWN_US = 1000000,
    VH_PAUSE_US_MIN = 500          /* after any frame (protocol 6: ACKVEC, OBJ_CHUNK) */
};

typedef enum {
    VH_LINE_DOWN = 1,
    VH_LINE_GAP = 2,
    VH_LINE_SENDING = 3,   /* a frame of the queue is out, its reply or pause is awaited */
    VH_LINE_LISTEN = 4
} vh_line_state;

/* What the line master asks of its surroundings. `line` is the index from 0. Calls return at once. */
typedef struct {
    void (*transmit)(void *ctx, uint8_t line, const uint8_t *wire, size_t n);
    void (*set_baud)(void *ctx, uint8_t line, uint32_t baud);
    /* false = the uplink is full; a LINE_RX lost that way counts as not received. */
    bool (*report)(void *ctx, uint8_t line, vh_link_message *m);
} vh_line_hal;

typedef struct {
    uint8_t body[VH_LINK_LINE_BODY_MAX];
    uint8_t n;
    uint16_t seq;
    uint16_t wait_ms;
    uint8_t repeat;
    bool reply;
} vh_queued_send;

typedef struct {
    const vh_line_hal *hal;
    void *ctx;
    uint8_t index;
    uint32_t host_slack_us;   /* 0 on a bridge; 40,000 behind an adapter or device server, where arrival times say nothing */

    vh_line_state state;
    bool enabled, leased;
    bool settling;            /* DOWN only for the silence check after LINE_CFG or a lease: frames may queue already */
    uint32_t baud;
    bool due_set;
    uint32_t due;             /* of the state; next step */

    vh_queued_send queue[VH_SEND_QUEUE];
    uint8_t queue_head, queue_count;
    uint8_t sends_left;       /* transmissions of the head still allowed */
    uint32_t sent_at;         /* end of the last transmission of the head */
    uint8_t served;           /* frames finished in this gap */

    bool plan_active, plan_new;
    uint16_t period_ms, tail_ms;
    uint8_t recover;
    vh_collect plan;
    uint16_t sweep;
    uint32_t plan_at;         /* a new plan is due from here */

    vh_collect run;           /* the sweep under way */
    bool stop_run;
    uint32_t sweep_started;
    uint8_t tries;
    uint8_t next_index;       /* first index (slot - first) not yet asked in this pass */
    uint8_t block_slots[250]; /* slot of each rank of this block */
    uint8_t block_count;
    bool block_newcomers, last_seen, extended;
    uint32_t beacon_end;      /* T0 */
    uint32_t block_end;
    uint8_t received[32];
    uint16_t bad_crc, off_slot;

    bool fresh_gap;           /* gap_since counts: nothing was sent or heard since */
    uint32_t gap_since;       /* end of the last sweep, reply window or pause */

    vh_frame_receiver rx;
    bool noise, noise_stuck;  /* a run of bytes without a silence or a good frame */
    uint32_t noise_since, last_rx;
    bool busy_told;
    uint32_t busy_at;

    uint32_t rx_bad, tx;      /* good and oversize are counted by the receiver */
    uint16_t busy, resets;
} vh_line_master;

void vh_line_master_init(vh_line_master *m, const vh_line_hal *hal, void *ctx, uint8_t index, uint32_t now);
void vh_line_master_configure(vh_line_master *m, uint32_t baud, bool enable, uint32_t now);
/* Lease won or lost; losing it drops plan and queue and takes the line down within one frame. */
void vh_line_master_lease(vh_line_master *m, bool held, uint32_t now);
void vh_line_master_plan(vh_line_master *m, uint16_t period_ms, uint16_t tail_ms, uint8_t recover, const vh_collect *c, uint32_t now);
void vh_line_master_plan_stop(vh_line_master *m, uint32_t now);
/* Result other than VH_SENT_OK = refused now, the caller answers SENT; VH_SENT_OK = queued, SENT follows later. */
vh_sent_result vh_line_master_send(vh_line_master *m, const vh_link_message *send, uint32_t now);
void vh_line_master_rx(vh_line_master *m, uint8_t byte, uint32_t now);
void vh_line_master_step(vh_line_master *m, uint32_t now);
/* When step must be called next; false = only a byte or a command can change anything. */
bool vh_line_master_next(const vh_line_master *m, uint32_t now, uint32_t *due);

/* Microseconds that n characters of 10 bits take, rounded up. */
uint32_t vh_wire_us(uint32_t baud, uint32_t characters);
/* guard of protocol 6: max(2 characters, 60 us). */
uint32_t vh_guard_us(uint32_t baud);

#endif
