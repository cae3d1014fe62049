/* Bridge (集线桥, protocol 10): one uplink to the hall server, N lines. Grants the lease, fences epochs, runs the line
 * masters. It knows no meeting and holds no keys. */
#ifndef VH_BRIDGE_H
#define VH_BRIDGE_H

#include "vh_line_master.h"

typedef struct {
    void (*transmit)(void *ctx, uint8_t line, const uint8_t *wire, size_t n);
    void (*set_baud)(void *ctx, uint8_t line, uint32_t baud);
    bool (*uplink_write)(void *ctx, const uint8_t *bytes, size_t n);   /* all or nothing; false = full */
    bool (*persist_fence)(void *ctx, const uint8_t *bytes, size_t n);   /* durable before it returns true */
    size_t (*restore_fence)(void *ctx, uint8_t *bytes, size_t cap);     /* 0 = nothing stored yet */
} vh_bridge_hal;

enum { VH_FENCE_BYTES = 12 };   /* highest epoch u32, node id 8 */

typedef struct {
    const vh_bridge_hal *hal;
    void *ctx;
    vh_line_hal line_hal;
    vh_line_master *lines;
    uint8_t line_count;
    uint8_t uid[8];
    uint32_t fw;

    vh_frame_receiver uplink;
    uint16_t seq;
    bool peer_known;
    uint8_t peer[8];          /* node id of the last B_HELLO */

    uint32_t highest_epoch;
    uint8_t highest_node[8];
    bool lease_held;
    uint8_t holder[8];
    uint32_t lease_until;

    uint32_t refused;         /* line commands dropped: no lease or old epoch */
    uint32_t uplink_lost;     /* messages the uplink had no room for */
} vh_bridge;

/* `lines` is an array of `count` (1-250) line masters given by the caller and initialised here. */
void vh_bridge_start(vh_bridge *b, const vh_bridge_hal *hal, void *ctx, vh_line_master *lines, uint8_t count,
                     const uint8_t uid[8], uint32_t fw, uint32_t now);
void vh_bridge_uplink(vh_bridge *b, uint8_t byte, uint32_t now);
/* The uplink was opened anew: half a frame of the former peer is forgotten; the lease runs on until its end. */
void vh_bridge_uplink_reset(vh_bridge *b);
void vh_bridge_line_rx(vh_bridge *b, uint8_t line, uint8_t byte, uint32_t now);
void vh_bridge_step(vh_bridge *b, uint32_t now);
bool vh_bridge_next(const vh_bridge *b, uint32_t now, uint32_t *due);

#endif
