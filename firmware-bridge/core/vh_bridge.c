#include "vh_bridge.h"

#include "vh_bytes.h"

enum { NODE = 8 };

static bool same_node(const uint8_t *a, const uint8_t *b)
{
    for (size_t i = 0; i < NODE; i++)
        if (a[i] != b[i]) return false;
    return true;
}

static bool write_up(vh_bridge *b, uint8_t line, vh_link_message *m)
{
    uint8_t wire[VH_LINK_WIRE_MAX];
    m->line = line;
    m->seq = ++b->seq;
    const size_t n = vh_link_wire(m, wire);
    if (n > 0 && b->hal->uplink_write(b->ctx, wire, n)) return true;
    b->uplink_lost++;
    return false;
}

static void line_transmit(void *ctx, uint8_t line, const uint8_t *wire, size_t n)
{
    vh_bridge *b = ctx;
    b->hal->transmit(b->ctx, line, wire, n);
}

static void line_set_baud(void *ctx, uint8_t line, uint32_t baud)
{
    vh_bridge *b = ctx;
    b->hal->set_baud(b->ctx, line, baud);
}

static bool line_report(void *ctx, uint8_t line, vh_link_message *m)
{
    return write_up(ctx, (uint8_t)(line + 1), m);
}

void vh_bridge_start(vh_bridge *b, const vh_bridge_hal *hal, void *ctx, vh_line_master *lines, uint8_t count,
                     const uint8_t uid[8], uint32_t fw, uint32_t now)
{
    uint8_t fence[VH_FENCE_BYTES];
    *b = (vh_bridge){ .hal = hal, .ctx = ctx, .lines = lines, .line_count = count, .fw = fw };
    b->line_hal = (vh_line_hal){ line_transmit, line_set_baud, line_report };
    vh_copy(b->uid, uid, NODE);
    vh_frame_link_receiver(&b->uplink);
    if (hal->restore_fence(ctx, fence, sizeof fence) == sizeof fence) {
        b->highest_epoch = vh_get32(fence);
        vh_copy(b->highest_node, fence + 4, NODE);
    }
    for (uint8_t i = 0; i < count; i++) vh_line_master_init(&lines[i], &b->line_hal, b, i, now);
}

static void lines_leased(vh_bridge *b, bool held, uint32_t now)
{
    for (uint8_t i = 0; i < b->line_count; i++) vh_line_master_lease(&b->lines[i], held, now);
}

static bool raise_epoch(vh_bridge *b, uint32_t epoch)
{
    uint8_t fence[VH_FENCE_BYTES];
    vh_put32(fence, epoch);
    vh_copy(fence + 4, b->peer, NODE);
    if (!b->hal->persist_fence(b->ctx, fence, sizeof fence)) return false;
    b->highest_epoch = epoch;
    vh_copy(b->highest_node, b->peer, NODE);
    return true;
}

/* One lease at a time; epoch not below the highest, equal only for the node that holds it (protocol 10). */
static bool grant(vh_bridge *b, uint32_t epoch, uint32_t ttl_ms, uint32_t now)
{
    const bool holder = b->lease_held && b->peer_known && same_node(b->peer, b->holder);
    if (!b->peer_known || (b->lease_held && !holder)) return false;
    if (epoch < b->highest_epoch || epoch == 0) return false;
    if (epoch == b->highest_epoch && !same_node(b->peer, b->highest_node)) return false;
    if (epoch > b->highest_epoch) {
        /* Durable before it is granted. What the former epoch had planned ends here. */
        if (!raise_epoch(b, epoch)) return false;
        if (b->lease_held) lines_leased(b, false, now);
        b->lease_held = false;
    }
    const uint32_t ttl = ttl_ms > VH_LINK_LEASE_MS_MAX ? VH_LINK_LEASE_MS_MAX : ttl_ms;
    b->lease_until = now + ttl * 1000U;
    if (b->lease_held) return true;
    b->lease_held = true;
    vh_copy(b->holder, b->peer, NODE);
    lines_leased(b, true, now);
    return true;
}

static void expire(vh_bridge *b, uint32_t now)
{
    if (!b->lease_held || !vh_time_reached(now, b->lease_until)) return;
    b->lease_held = false;
    lines_leased(b, false, now);
}

static void answer_lease(vh_bridge *b, const vh_link_message *m, uint32_t now)
{
    vh_link_message r = { .kind = VH_LINK_LEASE_R };
    r.as.lease_r.granted = grant(b, m->as.lease.epoch, m->as.lease.ttl_ms, now);
    r.as.lease_r.epoch = b->highest_epoch;
    r.as.lease_r.left_ms = b->lease_held ? (uint16_t)((b->lease_until - now) / 1000U) : 0;
    (void)write_up(b, 0, &r);
}

static void answer_hello(vh_bridge *b, const vh_link_message *m, uint32_t now)
{
    b->peer_known = m->as.hello.version == VH_LINK_VERSION;
    vh_copy(b->peer, m->as.hello.node, NODE);
    vh_link_message r = { .kind = VH_LINK_B_HELLO_R };
    r.as.hello_r.epoch = b->highest_epoch;
    vh_copy(r.as.hello_r.uid, b->uid, NODE);
    r.as.hello_r.fw = b->fw;
    r.as.hello_r.lines = b->line_count;
    r.as.hello_r.version = VH_LINK_VERSION;
    r.as.hello_r.clock_us = now;
    (void)write_up(b, 0, &r);
}

static void answer_stats(vh_bridge *b, uint8_t line)
{
    for (uint8_t i = 0; i < b->line_count; i++) {
        if (line != 0 && line != i + 1) continue;
        const vh_line_master *m = &b->lines[i];
        vh_link_message r = { .kind = VH_LINK_STATS };
        r.as.stats.rx_good = m->rx.counters.good;
        r.as.stats.rx_bad = m->rx_bad;
        r.as.stats.oversize = m->rx.counters.oversize;
        r.as.stats.tx = m->tx;
        r.as.stats.busy = m->busy;
        r.as.stats.resets = m->resets;
        (void)write_up(b, (uint8_t)(i + 1), &r);
    }
}

/* May the peer speak to lines in this epoch? */
static vh_sent_result fence(const vh_bridge *b, uint32_t epoch)
{
    if (!b->lease_held || !b->peer_known || !same_node(b->peer, b->holder)) return VH_SENT_NO_LEASE;
    return epoch < b->highest_epoch ? VH_SENT_OLD_EPOCH : VH_SENT_OK;
}

static void take_send(vh_bridge *b, const vh_link_message *m, uint32_t now)
{
    vh_sent_result result = fence(b, m->as.send.epoch);
    if (result == VH_SENT_OK && (m->line == 0 || m->line > b->line_count)) result = VH_SENT_LINE_DOWN;
    if (result == VH_SENT_OK) result = vh_line_master_send(&b->lines[m->line - 1], m, now);
    if (result == VH_SENT_OK) return;
    b->refused++;
    vh_link_message r = { .kind = VH_LINK_SENT };
    r.as.sent.seq = m->seq;
    r.as.sent.time_us = now;
    r.as.sent.result = (uint8_t)result;
    (void)write_up(b, m->line, &r);
}

static bool known_baud(uint32_t baud) { return baud == 115200 || baud == 250000 || baud == 500000 || baud == 1000000; }

static void take_line_command(vh_bridge *b, const vh_link_message *m, uint32_t epoch, uint32_t now)
{
    const bool line_known = m->line >= 1 && m->line <= b->line_count;
    const bool plain = m->kind != VH_LINK_LINE_CFG || known_baud(m->as.line_cfg.baud);
    if (fence(b, epoch) != VH_SENT_OK || !line_known || !plain) {
        b->refused++;
        return;
    }
    vh_line_master *line = &b->lines[m->line - 1];
    if (m->kind == VH_LINK_LINE_CFG) {
        vh_line_master_configure(line, m->as.line_cfg.baud, m->as.line_cfg.enable, now);
    } else if (m->kind == VH_LINK_PLAN) {
        vh_line_master_plan(line, m->as.plan.period_ms, m->as.plan.tail_ms, m->as.plan.recover, &m->as.plan.collect, now);
    } else {
        vh_line_master_plan_stop(line, now);
    }
}

void vh_bridge_uplink(vh_bridge *b, uint8_t byte, uint32_t now)
{
    vh_link_message m;
    if (vh_frame_push(&b->uplink, byte) != VH_FRAME_BODY) return;
    expire(b, now);
    if (vh_link_decode(b->uplink.buffer, b->uplink.length - 2U, &m) != VH_LINK_OK) {
        b->refused++;
        return;
    }
    switch (m.kind) {
    case VH_LINK_B_HELLO: answer_hello(b, &m, now); break;
    case VH_LINK_LINE_CFG: take_line_command(b, &m, m.as.line_cfg.epoch, now); break;
    case VH_LINK_PLAN: take_line_command(b, &m, m.as.plan.epoch, now); break;
    case VH_LINK_PLAN_STOP: take_line_command(b, &m, m.as.plan_stop.epoch, now); break;
    case VH_LINK_SEND: take_send(b, &m, now); break;
    case VH_LINK_LEASE: answer_lease(b, &m, now); break;
    case VH_LINK_STATS_REQ: answer_stats(b, m.line); break;
    default: b->refused++; break;   /* a bridge does not take a bridge's answers */
    }
}

void vh_bridge_uplink_reset(vh_bridge *b)
{
    vh_frame_link_receiver(&b->uplink);
    b->peer_known = false;
}

void vh_bridge_line_rx(vh_bridge *b, uint8_t line, uint8_t byte, uint32_t now)
{
    if (line < b->line_count) vh_line_master_rx(&b->lines[line], byte, now);
}

void vh_bridge_step(vh_bridge *b, uint32_t now)
{
    expire(b, now);
    for (uint8_t i = 0; i < b->line_count; i++) vh_line_master_step(&b->lines[i], now);
}

bool vh_bridge_next(const vh_bridge *b, uint32_t now, uint32_t *due)
{
    bool any = b->lease_held;
    if (any) *due = b->lease_until;
    for (uint8_t i = 0; i < b->line_count; i++) {
        uint32_t at = 0;
        if (!vh_line_master_next(&b->lines[i], now, &at)) continue;
        if (!any || !vh_time_reached(at, *due)) *due = at;
        any = true;
    }
    return any;
}
