#include "vh_frame.h"

#include "vh_bytes.h"
#include "vh_cobs.h"
#include "vh_crc16.h"

static void count16(uint16_t *counter)
{
    if (*counter < 0xFFFFu) {
        *counter = (uint16_t)(*counter + 1u);
    }
}

static void clear(vh_frame_receiver *r)
{
    r->used = 0;
    r->length = 0;
    r->drop = false;
    r->counters = (vh_frame_counters){0};
}

void vh_frame_line_receiver(vh_frame_receiver *r, bool skip_upward)
{
    clear(r);
    r->collect_max = VH_LINE_COLLECT;
    r->body_max = VH_LINE_BODY_MAX;
    r->skip_upward = skip_upward;
}

void vh_frame_link_receiver(vh_frame_receiver *r)
{
    clear(r);
    r->collect_max = VH_LINK_COLLECT;
    r->body_max = VH_LINK_BODY_MAX;
    r->skip_upward = false;
}

vh_status vh_frame_check(const uint8_t *body, size_t n, size_t body_max)
{
    VH_REQUIRE(n >= VH_BODY_MIN, VH_ERR_SHORT);
    VH_REQUIRE(n <= body_max, VH_ERR_OVERSIZE);
    VH_REQUIRE(vh_crc16(body, n - 2) == vh_get16(body + n - 2), VH_ERR_CRC);
    return VH_OK;
}

static vh_frame_event end_of_frame(vh_frame_receiver *r)
{
    size_t collected = r->used;
    bool dropped = r->drop;
    r->used = 0;
    r->drop = false;
    r->length = 0;
    if (collected == 0 || dropped) {
        return VH_FRAME_NONE;
    }
    size_t length = 0;
    if (vh_cobs_decode(r->buffer, collected, r->buffer, sizeof r->buffer, &length) != VH_OK) {
        count16(&r->counters.cobs_bad);
        return VH_FRAME_ERROR;
    }
    switch (vh_frame_check(r->buffer, length, r->body_max)) {
    case VH_OK:
        break;
    case VH_ERR_SHORT:
        count16(&r->counters.too_short);
        return VH_FRAME_ERROR;
    case VH_ERR_OVERSIZE:
        count16(&r->counters.oversize);
        return VH_FRAME_ERROR;
    default:
        count16(&r->counters.crc_bad);
        return VH_FRAME_ERROR;
    }
    if (r->counters.good < 0xFFFFFFFFu) {
        r->counters.good++;
    }
    r->length = (uint16_t)length;
    return VH_FRAME_BODY;
}

vh_frame_event vh_frame_push(vh_frame_receiver *r, uint8_t byte)
{
    if (byte == 0) {
        return end_of_frame(r);
    }
    if (r->drop) {
        return VH_FRAME_NONE;
    }
    if (r->used >= r->collect_max) {
        r->drop = true;
        count16(&r->counters.oversize);
        return VH_FRAME_NONE;
    }
    r->buffer[r->used] = byte;
    r->used = (uint16_t)(r->used + 1u);
    /* Encoded byte 0 is a code above 1 (kind is never 0), so encoded byte 1 is the kind itself. */
    if (r->used == 2u && r->skip_upward && r->buffer[0] > 1u && (byte & 0x80u) != 0) {
        r->drop = true;
    }
    return VH_FRAME_NONE;
}

size_t vh_frame_finish(uint8_t *body, size_t n)
{
    vh_put16(body + n, vh_crc16(body, n));
    return n + 2;
}

size_t vh_frame_wrap(const uint8_t *body, size_t n, uint8_t *wire, size_t capacity)
{
    size_t written = 0;
    if (capacity < 3) {
        return 0;
    }
    if (vh_cobs_encode(body, n, wire + 1, capacity - 2, &written) != VH_OK) {
        return 0;
    }
    wire[0] = 0;
    wire[written + 1] = 0;
    return written + 2;
}
