/* Frames on a byte stream: 00 | COBS(body) | 00, body ends with its CRC (protocol 2 and 10). */
#ifndef VH_FRAME_H
#define VH_FRAME_H

#include "vh_types.h"

#define VH_BODY_MIN 4u
#define VH_LINE_BODY_MAX 240u
#define VH_LINK_BODY_MAX 253u
#define VH_LINE_WIRE_MAX (VH_LINE_BODY_MAX + 3u)
#define VH_LINK_WIRE_MAX (VH_LINK_BODY_MAX + 3u)
#define VH_LINE_COLLECT 248u /* receive buffer of a line */
#define VH_LINK_COLLECT 256u /* receive buffer of the bridge link */

/* Saturating. */
typedef struct {
    uint32_t good;
    uint16_t crc_bad;
    uint16_t cobs_bad;
    uint16_t oversize;
    uint16_t too_short;
} vh_frame_counters;

typedef struct {
    uint16_t used;
    uint16_t collect_max;
    uint16_t body_max;
    uint16_t length;  /* of the body now in buffer, CRC included */
    bool drop;        /* until the next delimiter */
    bool skip_upward; /* a keypad need not decode what other keypads say (kind bit 7) */
    vh_frame_counters counters;
    uint8_t buffer[VH_LINK_COLLECT];
} vh_frame_receiver;

typedef enum { VH_FRAME_NONE = 0, VH_FRAME_BODY = 1, VH_FRAME_ERROR = 2 } vh_frame_event;

void vh_frame_line_receiver(vh_frame_receiver *r, bool skip_upward);
void vh_frame_link_receiver(vh_frame_receiver *r);

/* Takes one byte. VH_FRAME_BODY: buffer[0..length) holds a body with good CRC until the next push. */
vh_frame_event vh_frame_push(vh_frame_receiver *r, uint8_t byte);

/* Writes the CRC of body[0..n) behind it; the body array must have n + 2 bytes. Returns n + 2. */
size_t vh_frame_finish(uint8_t *body, size_t n);

/* Checks length limits and CRC of a received body. */
vh_status vh_frame_check(const uint8_t *body, size_t n, size_t body_max);

/* Writes 00 | COBS(body) | 00. Returns its length, 0 if it does not fit. */
size_t vh_frame_wrap(const uint8_t *body, size_t n, uint8_t *wire, size_t capacity);

#endif
