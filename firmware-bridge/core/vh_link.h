/* Bridge link (protocol 10): messages between a bridge and the hall server, and their bytes.
 * Both directions live here because tests and host tools speak the server's side with the same code. */
#ifndef VH_LINK_H
#define VH_LINK_H

#include "vh_frame.h"

enum {
    VH_LINK_LINE_BODY_MAX = 238,   /* a line body without its crc */
    VH_LINK_PLAN_COLLECT = 19,     /* COLLECT payload inside PLAN */
    VH_LINK_VERSION = 1,
    VH_LINK_LEASE_MS_MAX = 1500,
    VH_LINK_NO_RANK = 0xFF         /* LINE_RX.rank of a frame that answers no slot of a sweep */
};

typedef enum {
    VH_LINK_B_HELLO = 0x01,
    VH_LINK_LINE_CFG = 0x02,
    VH_LINK_PLAN = 0x03,
    VH_LINK_PLAN_STOP = 0x04,
    VH_LINK_SEND = 0x05,
    VH_LINK_LEASE = 0x06,
    VH_LINK_STATS_REQ = 0x07,
    VH_LINK_B_HELLO_R = 0x81,
    VH_LINK_LINE_RX = 0x82,
    VH_LINK_SWEEP_END = 0x83,
    VH_LINK_SENT = 0x84,
    VH_LINK_LEASE_R = 0x85,
    VH_LINK_STATS = 0x86,
    VH_LINK_LINE_EVENT = 0x87
} vh_link_kind;

typedef enum {
    VH_SENT_OK = 0,
    VH_SENT_OLD_EPOCH = 1,
    VH_SENT_NO_LEASE = 2,
    VH_SENT_QUEUE_FULL = 3,
    VH_SENT_LINE_DOWN = 4,
    VH_SENT_TOO_LONG = 5
} vh_sent_result;

typedef enum {
    VH_LINE_EVENT_BUSY = 1,         /* bytes while nobody was asked */
    VH_LINE_EVENT_STUCK_DRIVER = 2, /* 100 ms without silence or a good frame */
    VH_LINE_EVENT_UP = 3,
    VH_LINE_EVENT_DOWN = 4,
    VH_LINE_EVENT_PEER_LOST = 5
} vh_line_event;

/* COLLECT payload (protocol 4.1) as far as the line master needs it. */
typedef struct {
    uint32_t epoch;
    uint32_t round;
    uint16_t sweep;
    uint8_t what;
    uint8_t frag;
    uint8_t flen;     /* reply body, with crc */
    uint16_t slot_us;
    uint8_t gap;      /* 100 us */
    uint8_t first;
    uint8_t count;
    uint8_t nc;       /* newcomer slots: 0 or a power of two */
} vh_collect;

/* One message. The pointer `body` looks into the decoded bytes (or into the caller's for encoding). */
typedef struct {
    uint8_t kind;
    uint8_t line;     /* 1.. = line, 0 = bridge */
    uint16_t seq;
    union {
        struct { uint32_t epoch; uint8_t node[8]; uint8_t version; } hello;
        struct { uint32_t epoch; uint32_t baud; bool enable; } line_cfg;
        struct { uint32_t epoch; uint16_t period_ms, tail_ms; uint8_t recover; vh_collect collect; } plan;
        struct { uint32_t epoch; } plan_stop;
        struct { uint32_t epoch; bool reply; uint16_t wait_ms; uint8_t repeat; const uint8_t *body; size_t n; } send;
        struct { uint32_t epoch; uint16_t ttl_ms; } lease;
        struct { uint32_t epoch; uint8_t uid[8]; uint32_t fw; uint8_t lines, version; uint32_t clock_us; } hello_r;
        struct { uint32_t time_us; uint8_t rank; int16_t offset_us; const uint8_t *body; size_t n; } line_rx;
        struct {
            uint32_t time_us;
            uint16_t sweep;
            uint8_t what, tries, first, count;
            uint8_t received[32];   /* bit i, LSB first = slot first+i, as in RECOLLECT */
            uint16_t bad_crc, off_slot;
        } sweep_end;
        struct { uint16_t seq; uint32_t time_us; uint8_t result; } sent;
        struct { bool granted; uint32_t epoch; uint16_t left_ms; } lease_r;
        struct { uint32_t rx_good, rx_bad, oversize, tx; uint16_t busy, resets; } stats;   /* one message per line */
        struct { uint32_t time_us; uint8_t event; } line_event;
    } as;
} vh_link_message;

typedef enum {
    VH_LINK_OK = 0,
    VH_LINK_KIND_UNKNOWN = 1,   /* ignore: a newer peer */
    VH_LINK_LEN_BAD = 2,
    VH_LINK_VALUE_BAD = 3       /* filler not zero, flag or limit out of range */
} vh_link_status;

/* Total: any bytes give a status; `body` is header and payload without crc. */
vh_link_status vh_link_decode(const uint8_t *body, size_t n, vh_link_message *out);
/* Body without crc into out[VH_LINK_BODY_MAX], which has room for the crc; 0 = refused (unknown kind, line body too long). */
size_t vh_link_encode(const vh_link_message *m, uint8_t *out);
/* Wire bytes 00|COBS(body|crc)|00 into out[VH_LINK_WIRE_MAX]; 0 = refused. */
size_t vh_link_wire(const vh_link_message *m, uint8_t *out);

/* COLLECT payload of 19 bytes <-> struct; parse refuses slots outside 1-250, slot_us 0, nc no power of two, flen outside 4-240. */
bool vh_collect_parse(const uint8_t *payload, vh_collect *out);
void vh_collect_write(const vh_collect *c, uint8_t *payload);

#endif
