/* Queued frames of a line: sent in the gap between sweeps, each followed by the pause its kind needs or by the wait for
 * its reply (protocol 6, 7.5, 10). */
#include "vh_line_internal.h"

enum {
    TURN_ROUND_US = 2000,
    ADMIT_US = 10000,       /* key derivation */
    DRIVER_LIMIT_US = 1000, /* protocol 6: hardware driver limit beyond the frame itself */
    REPEAT_MAX = 15
};

static vh_queued_send *head(vh_line_master *m) { return &m->queue[m->queue_head]; }

/* A DISCOVER is answered by many: its whole window is listened to. */
static bool is_window(const vh_queued_send *s) { return s->body[0] == VH_DISCOVER; }
static bool wants_reply(const vh_queued_send *s) { return s->reply || is_window(s); }

static uint32_t pause_of(uint8_t kind)
{
    switch (kind) {
    case VH_OPEN: return 20000;
    case VH_CLOSE: return 5000;
    case VH_MACVEC: return 2000;
    case VH_OBJ_END: return 200000;
    default: return VH_PAUSE_US_MIN;
    }
}

/* From the end of the frame: how long the line stays reserved for what follows from it. */
static uint32_t wait_of(const vh_line_master *m, const vh_queued_send *s)
{
    const uint32_t asked = s->wait_ms * 1000U;
    if (!wants_reply(s)) return asked > pause_of(s->body[0]) ? asked : pause_of(s->body[0]);
    if (asked > 0) return asked;
    const uint32_t turn_round = s->body[0] == VH_ADMIT ? ADMIT_US : TURN_ROUND_US;
    return turn_round + DRIVER_LIMIT_US + vh_wire_us(m->baud, VH_LINE_WIRE_MAX);
}

static void told(vh_line_master *m, uint16_t seq, vh_sent_result result, uint32_t at)
{
    vh_link_message r = { .kind = VH_LINK_SENT };
    r.as.sent.seq = seq;
    r.as.sent.time_us = at;
    r.as.sent.result = (uint8_t)result;
    (void)m->hal->report(m->ctx, m->index, &r);
}

static void drop_head(vh_line_master *m)
{
    m->queue_head = (uint8_t)((m->queue_head + 1) % VH_SEND_QUEUE);
    m->queue_count--;
}

vh_sent_result vh_line_master_send(vh_line_master *m, const vh_link_message *send, uint32_t now)
{
    if (!m->leased) return VH_SENT_NO_LEASE;
    if (m->state == VH_LINE_DOWN && !(m->enabled && m->settling)) return VH_SENT_LINE_DOWN;
    if (send->as.send.n > VH_LINK_LINE_BODY_MAX) return VH_SENT_TOO_LONG;
    if (m->queue_count == VH_SEND_QUEUE) return VH_SENT_QUEUE_FULL;
    vh_queued_send *s = &m->queue[(m->queue_head + m->queue_count) % VH_SEND_QUEUE];
    s->n = (uint8_t)send->as.send.n;
    vh_copy(s->body, send->as.send.body, s->n);
    s->seq = send->seq;
    s->wait_ms = send->as.send.wait_ms;
    s->repeat = send->as.send.repeat > REPEAT_MAX ? REPEAT_MAX : send->as.send.repeat;
    s->reply = send->as.send.reply;
    m->queue_count++;
    if (m->state == VH_LINE_GAP) vh_line_due(m, now);
    return VH_SENT_OK;
}

static void transmit_head(vh_line_master *m, uint32_t now)
{
    vh_queued_send *s = head(m);
    m->sends_left--;
    m->sent_at = vh_line_transmit(m, s->body, s->n, now);
    vh_line_due(m, m->sent_at + wait_of(m, s));
}

void vh_line_queue_start(vh_line_master *m, uint32_t now)
{
    m->state = VH_LINE_SENDING;
    m->sends_left = (uint8_t)(1 + head(m)->repeat);
    transmit_head(m, now);
}

static void finish_head(vh_line_master *m, uint32_t now)
{
    const uint16_t seq = head(m)->seq;
    drop_head(m);
    if (m->served < 0xFF) m->served++;
    told(m, seq, VH_SENT_OK, m->sent_at);
    m->state = VH_LINE_GAP;
    m->fresh_gap = true;
    m->gap_since = now;
    vh_line_due(m, now);
}

void vh_line_queue_step(vh_line_master *m, uint32_t now)
{
    const vh_queued_send *s = head(m);
    /* A reply that began in time may end: never talk into it. Bounded by one frame of the largest size. */
    const uint32_t limit = m->sent_at + wait_of(m, s) + vh_wire_us(m->baud, VH_LINE_WIRE_MAX);
    if (wants_reply(s) && m->rx.used > 0 && !vh_time_reached(now, limit)) {
        vh_line_due(m, now + vh_wire_us(m->baud, 10));
        return;
    }
    if (m->sends_left > 0) transmit_head(m, now);
    else finish_head(m, now);
}

void vh_line_queue_frame(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now)
{
    const vh_queued_send *s = head(m);
    (void)vh_line_forward(m, body, n, VH_LINK_NO_RANK, 0, now);
    if (!wants_reply(s) || is_window(s) || body[1] != s->body[1] || !vh_time_reached(now, m->sent_at)) return;
    /* Answered: no repeat, and the next frame after the turn-round pause. */
    m->sends_left = 0;
    vh_line_due(m, now + VH_PAUSE_US_MIN);
}

void vh_line_queue_flush(vh_line_master *m, vh_sent_result result, uint32_t now)
{
    while (m->queue_count > 0) {
        const uint16_t seq = head(m)->seq;
        drop_head(m);
        told(m, seq, result, now);
    }
}
