#include "vh_line_internal.h"

static const vh_collect no_plan = { 0 };

uint32_t vh_wire_us(uint32_t baud, uint32_t characters)
{
    return (characters * 10000000U + baud - 1) / baud;   /* 256 characters x 1e7 stay below 2^32 */
}

uint32_t vh_guard_us(uint32_t baud)
{
    const uint32_t two = vh_wire_us(baud, 2);
    return two > 60 ? two : 60;
}

uint32_t vh_line_transmit(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now)
{
    uint8_t framed[VH_LINE_BODY_MAX];
    uint8_t wire[VH_LINE_WIRE_MAX];
    vh_copy(framed, body, n);
    const size_t size = vh_frame_wrap(framed, vh_frame_finish(framed, n), wire, sizeof wire);
    m->tx++;
    m->fresh_gap = false;
    m->hal->transmit(m->ctx, m->index, wire, size);
    return now + vh_wire_us(m->baud, (uint32_t)size);
}

void vh_line_event_report(vh_line_master *m, uint8_t event, uint32_t now)
{
    vh_link_message e = { .kind = VH_LINK_LINE_EVENT };
    e.as.line_event.time_us = now;
    e.as.line_event.event = event;
    (void)m->hal->report(m->ctx, m->index, &e);
}

bool vh_line_forward(vh_line_master *m, const uint8_t *body, size_t n, uint8_t rank, int32_t offset, uint32_t now)
{
    vh_link_message r = { .kind = VH_LINK_LINE_RX };
    r.as.line_rx.time_us = now;
    r.as.line_rx.rank = rank;
    r.as.line_rx.offset_us = (int16_t)(offset > INT16_MAX ? INT16_MAX : offset < INT16_MIN ? INT16_MIN : offset);
    r.as.line_rx.body = body;
    r.as.line_rx.n = n;
    return m->hal->report(m->ctx, m->index, &r);
}

void vh_line_enter_gap(vh_line_master *m, uint32_t now)
{
    m->state = VH_LINE_GAP;
    m->served = 0;
    m->fresh_gap = true;
    m->gap_since = now;
    vh_line_due(m, now);
}

static void settle(vh_line_master *m, uint32_t now)
{
    m->state = VH_LINE_DOWN;
    m->due_set = false;
    m->settling = true;
    if (m->enabled && m->leased) vh_line_due(m, now + VH_SILENCE_US);
}

/* Stops whatever runs; says so if the line was up. */
static void take_down(vh_line_master *m, vh_sent_result result, uint32_t now)
{
    const bool was_up = m->state != VH_LINE_DOWN;
    settle(m, now);
    vh_line_queue_flush(m, result, now);
    if (!was_up) return;
    vh_count16(&m->resets);
    vh_line_event_report(m, VH_LINE_EVENT_DOWN, now);
}

void vh_line_master_init(vh_line_master *m, const vh_line_hal *hal, void *ctx, uint8_t index, uint32_t now)
{
    *m = (vh_line_master){ .hal = hal, .ctx = ctx, .index = index, .state = VH_LINE_DOWN, .baud = 250000 };
    vh_frame_line_receiver(&m->rx, false);
    settle(m, now);
}

void vh_line_master_configure(vh_line_master *m, uint32_t baud, bool enable, uint32_t now)
{
    if (m->enabled == enable && m->baud == baud) return;   /* said again: nothing is interrupted */
    m->enabled = enable;
    take_down(m, VH_SENT_LINE_DOWN, now);
    if (m->baud == baud) return;
    m->baud = baud;
    m->hal->set_baud(m->ctx, m->index, baud);
}

void vh_line_master_lease(vh_line_master *m, bool held, uint32_t now)
{
    m->leased = held;
    if (!held) {
        m->plan_active = false;
        m->plan = no_plan;
    }
    take_down(m, VH_SENT_NO_LEASE, now);
}

void vh_line_master_plan(vh_line_master *m, uint16_t period_ms, uint16_t tail_ms, uint8_t recover, const vh_collect *c, uint32_t now)
{
    m->plan_active = true;
    m->plan_new = true;
    m->plan_at = now;
    m->period_ms = period_ms;
    m->tail_ms = tail_ms;
    m->recover = recover;
    m->plan = *c;
    if (m->state == VH_LINE_GAP) vh_line_due(m, now);
}

void vh_line_master_plan_stop(vh_line_master *m, uint32_t now)
{
    m->plan_active = false;
    /* Keypads of the present block are already talking; the sweep ends with that block. */
    m->stop_run = true;
    if (m->state == VH_LINE_GAP) vh_line_due(m, now);
}

/* When the next sweep is wanted. A continuous plan leaves the tail free for what the last sweep causes (ACKVEC). */
static uint32_t sweep_wanted(const vh_line_master *m)
{
    if (m->plan_new) return m->plan_at;
    return m->period_ms > 0 ? m->sweep_started + m->period_ms * 1000U : m->gap_since + m->tail_ms * 1000U;
}

static void gap_step(vh_line_master *m, uint32_t now)
{
    m->due_set = false;
    if (m->plan_active) {
        const uint32_t wanted = sweep_wanted(m);
        if (vh_time_reached(now, wanted)) {
            /* Queued frames may delay a sweep by the tail, and one frame a gap always passes. */
            const bool tail_over = m->served > 0 && vh_time_reached(now, wanted + m->tail_ms * 1000U);
            if (m->queue_count == 0 || tail_over) {
                vh_line_sweep_start(m, now);
                return;
            }
        } else {
            vh_line_due(m, wanted);
        }
    }
    if (m->queue_count > 0) vh_line_queue_start(m, now);
}

void vh_line_master_step(vh_line_master *m, uint32_t now)
{
    if (m->noise && vh_time_reached(now, m->last_rx + VH_SILENCE_US)) m->noise = false;
    if (!m->due_set || !vh_time_reached(now, m->due)) return;
    switch (m->state) {
    case VH_LINE_DOWN:
        m->settling = false;
        vh_line_event_report(m, VH_LINE_EVENT_UP, now);
        vh_line_enter_gap(m, now);
        gap_step(m, now);
        break;
    case VH_LINE_GAP:
        gap_step(m, now);
        break;
    case VH_LINE_SENDING:
        vh_line_queue_step(m, now);
        break;
    case VH_LINE_LISTEN:
        vh_line_sweep_step(m, now);
        break;
    }
}

bool vh_line_master_next(const vh_line_master *m, uint32_t now, uint32_t *due)
{
    const uint32_t silence = m->last_rx + VH_SILENCE_US;
    (void)now;
    if (!m->due_set && !m->noise) return false;
    *due = m->due_set ? m->due : silence;
    if (m->due_set && m->noise && vh_time_reached(m->due, silence)) *due = silence;
    return true;
}

/* Watches for a line that never falls silent. */
static void watch(vh_line_master *m, uint32_t now)
{
    m->last_rx = now;
    if (!m->noise) {
        m->noise = true;
        m->noise_stuck = false;
        m->noise_since = now;
    }
    if (m->state == VH_LINE_DOWN) {
        if (m->due_set) vh_line_due(m, now + VH_SILENCE_US);
        return;
    }
    const bool nobody_asked = m->state == VH_LINE_GAP && m->fresh_gap && vh_time_reached(now, m->gap_since + VH_IDLE_US);
    if (nobody_asked && !m->noise_stuck && !(m->busy_told && now - m->busy_at < VH_DOWN_US)) {
        m->busy_told = true;
        m->busy_at = now;
        vh_count16(&m->busy);
        vh_line_event_report(m, VH_LINE_EVENT_BUSY, now);
    }
    if (!m->noise_stuck && now - m->noise_since >= VH_STUCK_US) {
        m->noise_stuck = true;
        vh_line_event_report(m, VH_LINE_EVENT_STUCK_DRIVER, now);
    }
    if (now - m->noise_since >= VH_DOWN_US) {
        take_down(m, VH_SENT_LINE_DOWN, now);
        m->settling = false;
    }
}

void vh_line_master_rx(vh_line_master *m, uint8_t byte, uint32_t now)
{
    watch(m, now);
    const vh_frame_event event = vh_frame_push(&m->rx, byte);
    if (event == VH_FRAME_NONE) return;
    if (event == VH_FRAME_ERROR) {
        m->rx_bad++;
        if (m->state == VH_LINE_LISTEN) vh_count16(&m->bad_crc);
        return;
    }
    m->noise = false;
    const uint8_t *body = m->rx.buffer;
    const size_t n = m->rx.length - 2U;
    if ((body[0] & VH_UPWARD) == 0 || m->state == VH_LINE_DOWN) return;   /* own echo, or nobody may ask now */
    if (m->state == VH_LINE_LISTEN) vh_line_sweep_frame(m, body, n, now);
    else if (m->state == VH_LINE_SENDING) vh_line_queue_frame(m, body, n, now);
    else (void)vh_line_forward(m, body, n, VH_LINK_NO_RANK, 0, now);
}
