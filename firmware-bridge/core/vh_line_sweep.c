/* One sweep: COLLECT in blocks, LISTEN, RECOLLECT of what is missing, SWEEP_END (protocol 6, 7.1 rule 4, 7.5). */
#include "vh_line_internal.h"

enum { COLLECT_BODY = 21, BITMAP_AT = 21 };   /* kind, addr, payload 19; without crc */

static bool received(const vh_line_master *m, uint8_t index) { return (m->received[index / 8] >> (index % 8) & 1) != 0; }

/* Is there a slot at or behind `index` that this pass has to ask? The first pass asks everyone. */
static bool to_ask(const vh_line_master *m, uint8_t index)
{
    for (; index < m->run.count; index++)
        if (m->tries == 0 || !received(m, index)) return true;
    return false;
}

static void send_block(vh_line_master *m, uint32_t now)
{
    const bool again = m->tries > 0;
    const uint32_t per_block = (uint32_t)VH_BLOCK_US_MAX / m->run.slot_us;
    uint8_t body[BITMAP_AT + 32 + 2] = { again ? VH_RECOLLECT : VH_COLLECT, 0 };
    uint8_t i = m->next_index;
    uint8_t first = 0, span = 0;

    m->block_count = 0;
    for (; i < m->run.count && m->block_count < per_block; i++) {
        if (again && received(m, i)) continue;
        if (m->block_count == 0) first = i;
        m->block_slots[m->block_count++] = (uint8_t)(m->run.first + i);
        span = (uint8_t)(i - first + 1);
        if (again) body[BITMAP_AT + (span - 1) / 8] |= (uint8_t)(1U << ((span - 1) % 8));
    }
    m->next_index = i;

    vh_collect beacon = m->run;
    m->block_newcomers = !again && i == m->run.count && m->run.nc > 0;
    beacon.first = (uint8_t)(m->run.first + (m->block_count > 0 ? first : 0));
    beacon.count = span;
    beacon.nc = m->block_newcomers ? m->run.nc : 0;
    vh_collect_write(&beacon, body + 2);

    const size_t bitmap = again ? (size_t)(span + 7) / 8 : 0;
    m->last_seen = m->block_count == 0;
    m->extended = false;
    m->state = VH_LINE_LISTEN;
    m->beacon_end = vh_line_transmit(m, body, COLLECT_BODY + bitmap, now);
    m->block_end = m->beacon_end + 100U * m->run.gap + (uint32_t)m->block_count * m->run.slot_us;
    if (m->block_newcomers) m->block_end += m->run.nc * (vh_wire_us(m->baud, 29) + vh_guard_us(m->baud));
    vh_line_due(m, m->block_end);
}

void vh_line_sweep_start(vh_line_master *m, uint32_t now)
{
    m->run = m->plan;
    m->run.sweep = ++m->sweep;
    m->plan_new = false;
    m->stop_run = false;
    m->tries = 0;
    m->next_index = 0;
    m->bad_crc = m->off_slot = 0;
    for (size_t i = 0; i < sizeof m->received; i++) m->received[i] = 0;
    m->sweep_started = now;
    send_block(m, now);
}

static void sweep_end(vh_line_master *m, uint32_t now)
{
    vh_link_message e = { .kind = VH_LINK_SWEEP_END };
    e.as.sweep_end.time_us = now;
    e.as.sweep_end.sweep = m->run.sweep;
    e.as.sweep_end.what = m->run.what;
    e.as.sweep_end.tries = m->tries;
    e.as.sweep_end.first = m->run.first;
    e.as.sweep_end.count = m->run.count;
    for (size_t i = 0; i < sizeof m->received; i++) e.as.sweep_end.received[i] = m->received[i];
    e.as.sweep_end.bad_crc = m->bad_crc;
    e.as.sweep_end.off_slot = m->off_slot;
    (void)m->hal->report(m->ctx, m->index, &e);
    vh_line_enter_gap(m, now);
}

void vh_line_sweep_step(vh_line_master *m, uint32_t now)
{
    /* A lost last slot, or a frame still under way, gets one slot more (behind a host: its delay). */
    const bool clean = (m->last_seen || (m->block_newcomers && m->host_slack_us == 0)) && m->rx.used == 0;
    if (!clean && !m->extended) {
        m->extended = true;
        vh_line_due(m, m->block_end + (m->host_slack_us > 0 ? m->host_slack_us : m->run.slot_us));
        return;
    }
    bool more = !m->stop_run && to_ask(m, m->next_index);
    if (!more && !m->stop_run && m->tries < m->recover) {
        m->tries++;
        m->next_index = 0;
        more = to_ask(m, 0);
        if (!more) m->tries--;
    }
    if (more) send_block(m, now);
    else sweep_end(m, now);
}

static bool rank_of(const vh_line_master *m, uint8_t slot, uint8_t *rank)
{
    for (uint8_t r = 0; r < m->block_count; r++) {
        if (m->block_slots[r] != slot) continue;
        *rank = r;
        return true;
    }
    return false;
}

void vh_line_sweep_frame(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now)
{
    uint8_t rank = 0;
    if (body[1] == VH_ADDR_UNASSIGNED) {
        if (m->block_newcomers) (void)vh_line_forward(m, body, n, VH_LINK_NO_RANK, 0, now);
        else vh_count16(&m->off_slot);
        return;
    }
    if (n + 2 != m->run.flen || !rank_of(m, body[1], &rank)) {
        vh_count16(&m->off_slot);
        return;
    }
    const uint32_t due = m->beacon_end + 100U * m->run.gap + (uint32_t)rank * m->run.slot_us + vh_guard_us(m->baud) / 2
        + vh_wire_us(m->baud, (uint32_t)m->run.flen + VH_CHARACTERS_OF_OVERHEAD);
    const int32_t offset = (int32_t)(now - due);
    const int32_t limit = m->run.slot_us / 2;
    const uint8_t index = (uint8_t)(body[1] - m->run.first);
    if (received(m, index) || (m->host_slack_us == 0 && (offset > limit || offset < -limit))) {
        vh_count16(&m->off_slot);
        return;
    }
    if (rank + 1 == m->block_count) m->last_seen = true;
    /* What the uplink could not take is asked for again like any lost frame. */
    if (vh_line_forward(m, body, n, index, offset, now)) m->received[index / 8] |= (uint8_t)(1U << (index % 8));
    if (m->host_slack_us > 0 && m->last_seen && !m->block_newcomers) vh_line_due(m, vh_time_reached(now, m->block_end) ? now : m->block_end);
}
