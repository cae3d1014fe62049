#include "vh_link.h"

#include "vh_bytes.h"

enum { HEADER = 4 };

bool vh_collect_parse(const uint8_t *payload, vh_collect *out)
{
    vh_collect c = {
        .epoch = vh_get32(payload), .round = vh_get32(payload + 4), .sweep = vh_get16(payload + 8), .what = payload[10],
        .frag = payload[11], .flen = payload[12], .slot_us = vh_get16(payload + 13), .gap = payload[15],
        .first = payload[16], .count = payload[17], .nc = payload[18],
    };
    if (c.first < 1 || c.count > 250 || c.first + c.count > 251) return false;
    if (c.slot_us == 0 || c.flen < 4 || c.flen > 240) return false;
    if ((c.nc & (c.nc - 1)) != 0) return false;
    *out = c;
    return true;
}

void vh_collect_write(const vh_collect *c, uint8_t *payload)
{
    vh_put32(payload, c->epoch);
    vh_put32(payload + 4, c->round);
    vh_put16(payload + 8, c->sweep);
    payload[10] = c->what;
    payload[11] = c->frag;
    payload[12] = c->flen;
    vh_put16(payload + 13, c->slot_us);
    payload[15] = c->gap;
    payload[16] = c->first;
    payload[17] = c->count;
    payload[18] = c->nc;
}

/* Payload sizes of the kinds with a fixed layout; 0xFF = not known here. SEND and LINE_RX: the part before the line body. */
static uint8_t payload_size(uint8_t kind)
{
    switch (kind) {
    case VH_LINK_B_HELLO: return 13;
    case VH_LINK_LINE_CFG: return 9;
    case VH_LINK_PLAN: return 9 + VH_LINK_PLAN_COLLECT;
    case VH_LINK_PLAN_STOP: return 4;
    case VH_LINK_SEND: return 8;
    case VH_LINK_LEASE: return 6;
    case VH_LINK_STATS_REQ: return 0;
    case VH_LINK_B_HELLO_R: return 22;
    case VH_LINK_LINE_RX: return 7;
    case VH_LINK_SWEEP_END: return 46;
    case VH_LINK_SENT: return 7;
    case VH_LINK_LEASE_R: return 7;
    case VH_LINK_STATS: return 20;
    case VH_LINK_LINE_EVENT: return 5;
    default: return 0xFF;
    }
}

static bool carries_body(uint8_t kind) { return kind == VH_LINK_SEND || kind == VH_LINK_LINE_RX; }

static vh_link_status decode_down(const uint8_t *p, size_t n, vh_link_message *m)
{
    switch (m->kind) {
    case VH_LINK_B_HELLO:
        m->as.hello.epoch = vh_get32(p);
        vh_copy(m->as.hello.node, p + 4, 8);
        m->as.hello.version = p[12];
        return VH_LINK_OK;
    case VH_LINK_LINE_CFG:
        m->as.line_cfg.epoch = vh_get32(p);
        m->as.line_cfg.baud = vh_get32(p + 4);
        m->as.line_cfg.enable = p[8] == 1;
        return p[8] <= 1 ? VH_LINK_OK : VH_LINK_VALUE_BAD;
    case VH_LINK_PLAN:
        m->as.plan.epoch = vh_get32(p);
        m->as.plan.period_ms = vh_get16(p + 4);
        m->as.plan.tail_ms = vh_get16(p + 6);
        m->as.plan.recover = p[8];
        return vh_collect_parse(p + 9, &m->as.plan.collect) ? VH_LINK_OK : VH_LINK_VALUE_BAD;
    case VH_LINK_PLAN_STOP:
        m->as.plan_stop.epoch = vh_get32(p);
        return VH_LINK_OK;
    case VH_LINK_SEND:
        m->as.send.epoch = vh_get32(p);
        m->as.send.reply = p[4] == 1;
        m->as.send.wait_ms = vh_get16(p + 5);
        m->as.send.repeat = p[7];
        m->as.send.body = p + 8;
        m->as.send.n = n - 8;
        return p[4] <= 1 && n >= 10 ? VH_LINK_OK : VH_LINK_VALUE_BAD;
    case VH_LINK_LEASE:
        m->as.lease.epoch = vh_get32(p);
        m->as.lease.ttl_ms = vh_get16(p + 4);
        return VH_LINK_OK;
    default:
        return VH_LINK_OK;
    }
}

static vh_link_status decode_up(const uint8_t *p, size_t n, vh_link_message *m)
{
    switch (m->kind) {
    case VH_LINK_B_HELLO_R:
        m->as.hello_r.epoch = vh_get32(p);
        vh_copy(m->as.hello_r.uid, p + 4, 8);
        m->as.hello_r.fw = vh_get32(p + 12);
        m->as.hello_r.lines = p[16];
        m->as.hello_r.version = p[17];
        m->as.hello_r.clock_us = vh_get32(p + 18);
        return VH_LINK_OK;
    case VH_LINK_LINE_RX:
        m->as.line_rx.time_us = vh_get32(p);
        m->as.line_rx.rank = p[4];
        m->as.line_rx.offset_us = (int16_t)vh_get16(p + 5);
        m->as.line_rx.body = p + 7;
        m->as.line_rx.n = n - 7;
        return n >= 9 ? VH_LINK_OK : VH_LINK_VALUE_BAD;
    case VH_LINK_SWEEP_END:
        m->as.sweep_end.time_us = vh_get32(p);
        m->as.sweep_end.sweep = vh_get16(p + 4);
        m->as.sweep_end.what = p[6];
        m->as.sweep_end.tries = p[7];
        m->as.sweep_end.first = p[8];
        m->as.sweep_end.count = p[9];
        vh_copy(m->as.sweep_end.received, p + 10, 32);
        m->as.sweep_end.bad_crc = vh_get16(p + 42);
        m->as.sweep_end.off_slot = vh_get16(p + 44);
        return VH_LINK_OK;
    case VH_LINK_SENT:
        m->as.sent.seq = vh_get16(p);
        m->as.sent.time_us = vh_get32(p + 2);
        m->as.sent.result = p[6];
        return VH_LINK_OK;
    case VH_LINK_LEASE_R:
        m->as.lease_r.granted = p[0] == 1;
        m->as.lease_r.epoch = vh_get32(p + 1);
        m->as.lease_r.left_ms = vh_get16(p + 5);
        return p[0] <= 1 ? VH_LINK_OK : VH_LINK_VALUE_BAD;
    case VH_LINK_STATS:
        m->as.stats.rx_good = vh_get32(p);
        m->as.stats.rx_bad = vh_get32(p + 4);
        m->as.stats.oversize = vh_get32(p + 8);
        m->as.stats.tx = vh_get32(p + 12);
        m->as.stats.busy = vh_get16(p + 16);
        m->as.stats.resets = vh_get16(p + 18);
        return VH_LINK_OK;
    default:
        m->as.line_event.time_us = vh_get32(p);
        m->as.line_event.event = p[4];
        return VH_LINK_OK;
    }
}

vh_link_status vh_link_decode(const uint8_t *body, size_t n, vh_link_message *out)
{
    if (n < HEADER || n > VH_LINK_BODY_MAX - 2u) return VH_LINK_LEN_BAD;
    out->kind = body[0];
    out->line = body[1];
    out->seq = vh_get16(body + 2);
    uint8_t fixed = payload_size(out->kind);
    size_t payload = n - HEADER;
    if (fixed == 0xFF) return VH_LINK_KIND_UNKNOWN;
    if (carries_body(out->kind) ? payload < fixed : payload != fixed) return VH_LINK_LEN_BAD;
    return (out->kind & 0x80) != 0 ? decode_up(body + HEADER, payload, out) : decode_down(body + HEADER, payload, out);
}

static void encode_down(const vh_link_message *m, uint8_t *p)
{
    switch (m->kind) {
    case VH_LINK_B_HELLO:
        vh_put32(p, m->as.hello.epoch);
        vh_copy(p + 4, m->as.hello.node, 8);
        p[12] = m->as.hello.version;
        break;
    case VH_LINK_LINE_CFG:
        vh_put32(p, m->as.line_cfg.epoch);
        vh_put32(p + 4, m->as.line_cfg.baud);
        p[8] = m->as.line_cfg.enable ? 1 : 0;
        break;
    case VH_LINK_PLAN:
        vh_put32(p, m->as.plan.epoch);
        vh_put16(p + 4, m->as.plan.period_ms);
        vh_put16(p + 6, m->as.plan.tail_ms);
        p[8] = m->as.plan.recover;
        vh_collect_write(&m->as.plan.collect, p + 9);
        break;
    case VH_LINK_PLAN_STOP:
        vh_put32(p, m->as.plan_stop.epoch);
        break;
    case VH_LINK_SEND:
        vh_put32(p, m->as.send.epoch);
        p[4] = m->as.send.reply ? 1 : 0;
        vh_put16(p + 5, m->as.send.wait_ms);
        p[7] = m->as.send.repeat;
        vh_copy(p + 8, m->as.send.body, m->as.send.n);
        break;
    case VH_LINK_LEASE:
        vh_put32(p, m->as.lease.epoch);
        vh_put16(p + 4, m->as.lease.ttl_ms);
        break;
    default:
        break;
    }
}

static void encode_up(const vh_link_message *m, uint8_t *p)
{
    switch (m->kind) {
    case VH_LINK_B_HELLO_R:
        vh_put32(p, m->as.hello_r.epoch);
        vh_copy(p + 4, m->as.hello_r.uid, 8);
        vh_put32(p + 12, m->as.hello_r.fw);
        p[16] = m->as.hello_r.lines;
        p[17] = m->as.hello_r.version;
        vh_put32(p + 18, m->as.hello_r.clock_us);
        break;
    case VH_LINK_LINE_RX:
        vh_put32(p, m->as.line_rx.time_us);
        p[4] = m->as.line_rx.rank;
        vh_put16(p + 5, (uint16_t)m->as.line_rx.offset_us);
        vh_copy(p + 7, m->as.line_rx.body, m->as.line_rx.n);
        break;
    case VH_LINK_SWEEP_END:
        vh_put32(p, m->as.sweep_end.time_us);
        vh_put16(p + 4, m->as.sweep_end.sweep);
        p[6] = m->as.sweep_end.what;
        p[7] = m->as.sweep_end.tries;
        p[8] = m->as.sweep_end.first;
        p[9] = m->as.sweep_end.count;
        vh_copy(p + 10, m->as.sweep_end.received, 32);
        vh_put16(p + 42, m->as.sweep_end.bad_crc);
        vh_put16(p + 44, m->as.sweep_end.off_slot);
        break;
    case VH_LINK_SENT:
        vh_put16(p, m->as.sent.seq);
        vh_put32(p + 2, m->as.sent.time_us);
        p[6] = m->as.sent.result;
        break;
    case VH_LINK_LEASE_R:
        p[0] = m->as.lease_r.granted ? 1 : 0;
        vh_put32(p + 1, m->as.lease_r.epoch);
        vh_put16(p + 5, m->as.lease_r.left_ms);
        break;
    case VH_LINK_STATS:
        vh_put32(p, m->as.stats.rx_good);
        vh_put32(p + 4, m->as.stats.rx_bad);
        vh_put32(p + 8, m->as.stats.oversize);
        vh_put32(p + 12, m->as.stats.tx);
        vh_put16(p + 16, m->as.stats.busy);
        vh_put16(p + 18, m->as.stats.resets);
        break;
    default:
        vh_put32(p, m->as.line_event.time_us);
        p[4] = m->as.line_event.event;
        break;
    }
}

size_t vh_link_encode(const vh_link_message *m, uint8_t *out)
{
    uint8_t fixed = payload_size(m->kind);
    if (fixed == 0xFF) return 0;
    size_t tail = m->kind == VH_LINK_SEND ? m->as.send.n : m->kind == VH_LINK_LINE_RX ? m->as.line_rx.n : 0;
    if (tail > VH_LINK_LINE_BODY_MAX || (carries_body(m->kind) && tail < 2)) return 0;
    out[0] = m->kind;
    out[1] = m->line;
    vh_put16(out + 2, m->seq);
    if ((m->kind & 0x80) != 0) encode_up(m, out + HEADER);
    else encode_down(m, out + HEADER);
    return HEADER + fixed + tail;
}

size_t vh_link_wire(const vh_link_message *m, uint8_t *out)
{
    uint8_t body[VH_LINK_BODY_MAX];
    size_t n = vh_link_encode(m, body);
    return n == 0 ? 0 : vh_frame_wrap(body, vh_frame_finish(body, n), out, VH_LINK_WIRE_MAX);
}
