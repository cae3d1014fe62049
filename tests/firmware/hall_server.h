/* A small hall server for tests of the virtual hall: talks the bridge link, admits keypads, opens a named round, reads
 * votes and acknowledges. Written on the core's own sealing functions; it proves the path, not the cryptography. */
#ifndef HALL_SERVER_H
#define HALL_SERVER_H

#include "check.h"
#include "vh_bytes.h"
#include "vh_keys.h"
#include "vh_kinds.h"
#include "vh_link.h"
#include "vh_seal.h"
#include "vh_sim.h"

enum { HALL_KEYPADS = 16 * 250, HALL_ROUND = 3 };

typedef struct {
    int32_t line;
    uint8_t slot;
    uint64_t uid;
    uint8_t ra[32], ka[32], sk[32];
    uint32_t boot, seq, ctr;
    bool admitted;
    uint8_t nonce_s[16];
    int votes;          /* good vote frames seen */
    uint8_t st, choice;
    uint16_t rev;
} hall_keypad;

typedef struct {
    vh_sim *sim;
    const vh_suite *suite;
    int32_t lines;
    int32_t per_line;
    uint32_t baud;
    uint32_t epoch, gseq;
    uint16_t seq;
    uint8_t gk[16], m[32], ctx[32];
    uint8_t paper[64];
    size_t paper_n;
    hall_keypad keypads[HALL_KEYPADS];
    int32_t at[16][251];   /* keypad of a slot */
    vh_frame_receiver rx;
    bool leased;
    int up[16], sent, sweeps, rx_frames, discovered;
    int64_t lease_at;
    vh_link_message last_sweep;
    uint32_t round;
} hall;

static inline void hall_say(hall *h, vh_link_message *m)
{
    uint8_t wire[VH_LINK_WIRE_MAX];
    m->seq = ++h->seq;
    const size_t n = vh_link_wire(m, wire);
    CHECK(n > 0);
    vh_sim_link_write(h->sim, wire, (int32_t)n);
}

static inline void hall_lease(hall *h)
{
    vh_link_message m = { .kind = VH_LINK_LEASE };
    m.as.lease.epoch = h->epoch;
    m.as.lease.ttl_ms = 1500;
    h->lease_at = vh_sim_now(h->sim) + 300000;
    hall_say(h, &m);
}

static inline void hall_on_admit_reply(hall *h, hall_keypad *k, const uint8_t *body, size_t n)
{
    vh_span payload;
    const vh_span extra = { k->nonce_s, 16 };
    if (vh_handshake_open(h->suite, k->ka, "adm2", body, n, extra, &payload) != VH_OK) return;
    k->boot = vh_get32(payload.bytes + 16);
    vh_key_session(h->suite, k->ka, k->nonce_s, payload.bytes + 8, k->boot, k->sk);
    k->seq = 0;
    k->ctr = 0;
}

static inline void hall_on_vote(hall *h, hall_keypad *k, const uint8_t *body, size_t n)
{
    uint8_t plain[VH_LINE_BODY_MAX];
    size_t plain_n = 0;
    uint32_t ctr = 0;
    vh_binding binding = { { 0 }, { 0 } };
    if (body[0] == VH_VOTE) vh_copy(binding.ctx, h->ctx, 32);
    if (vh_session_open(h->suite, k->sk, &binding, body, n, &ctr, plain, &plain_n) != VH_OK || ctr < k->ctr) return;
    k->ctr = ctr;
    if (body[0] != VH_VOTE) return;
    k->votes++;
    k->st = plain[0];
    k->rev = vh_get16(plain + 1);
    k->choice = plain[3];
}

static inline void hall_on_line_rx(hall *h, const vh_link_message *m)
{
    uint8_t body[VH_LINE_BODY_MAX];
    vh_copy(body, m->as.line_rx.body, m->as.line_rx.n);
    const size_t n = vh_frame_finish(body, m->as.line_rx.n);
    h->rx_frames++;
    if (body[0] == VH_HELLO) h->discovered++;
    if (body[1] > 250 || m->line == 0) return;
    hall_keypad *k = &h->keypads[h->at[m->line - 1][body[1]]];
    if (body[0] == VH_ADMIT_REPLY) hall_on_admit_reply(h, k, body, n);
    if (body[0] == VH_ACKU) k->admitted = true;
    if (body[0] == VH_VOTE || body[0] == VH_IDLE) hall_on_vote(h, k, body, n);
}

static inline void hall_read(hall *h)
{
    uint8_t bytes[4096];
    int32_t n = 0;
    while ((n = vh_sim_link_read(h->sim, bytes, sizeof bytes)) > 0) {
        for (int32_t i = 0; i < n; i++) {
            vh_link_message m;
            if (vh_frame_push(&h->rx, bytes[i]) != VH_FRAME_BODY) continue;
            if (vh_link_decode(h->rx.buffer, h->rx.length - 2U, &m) != VH_LINK_OK) {
                CHECK(!"a bridge message that does not decode");
                continue;
            }
            if (m.kind == VH_LINK_LEASE_R) h->leased = m.as.lease_r.granted;
            if (m.kind == VH_LINK_LINE_EVENT) h->up[m.line - 1] = m.as.line_event.event;
            if (m.kind == VH_LINK_SENT) h->sent++;
            if (m.kind == VH_LINK_LINE_RX) hall_on_line_rx(h, &m);
            if (m.kind == VH_LINK_SWEEP_END) {
                h->sweeps++;
                h->last_sweep = m;
            }
        }
    }
}

/* Lets virtual time pass; the lease is kept. */
static inline void hall_run(hall *h, int64_t us)
{
    const int64_t until = vh_sim_now(h->sim) + us;
    while (vh_sim_now(h->sim) < until) {
        const int64_t next = h->lease_at < until ? h->lease_at : until;
        vh_sim_run_until(h->sim, next, 0);
        hall_read(h);
        if (vh_sim_now(h->sim) >= h->lease_at) hall_lease(h);
    }
    hall_read(h);
}

static inline void hall_send(hall *h, int32_t line, const uint8_t *body, size_t n, bool reply, uint16_t wait_ms, uint8_t repeat)
{
    vh_link_message m = { .kind = VH_LINK_SEND, .line = (uint8_t)(line + 1) };
    m.as.send.epoch = h->epoch;
    m.as.send.reply = reply;
    m.as.send.wait_ms = wait_ms;
    m.as.send.repeat = repeat;
    m.as.send.body = body;
    m.as.send.n = n - 2;   /* the line crc stays out */
    hall_say(h, &m);
}

static inline void hall_group(hall *h, int32_t line, uint8_t kind, const uint8_t *payload, size_t n)
{
    uint8_t body[VH_LINE_BODY_MAX];
    const vh_order order = { h->epoch, ++h->gseq };
    const size_t size = vh_group_build(h->suite, h->gk, kind, order, payload, n, body);
    hall_send(h, line, body, size, false, 0, 0);
}

static inline void hall_wait_queue(hall *h, int sent)
{
    for (int i = 0; i < 4000 && h->sent < sent; i++) hall_run(h, 1000);
}

/* `lines` lines of `per_line` keypads, with power and not yet known to anyone. */
static inline void hall_create(hall *h, int32_t lines, int32_t per_line, uint32_t baud, uint64_t seed)
{
    uint32_t bauds[16];
    uint8_t rb[32] = { 2 }, gb[32] = { 3 };
    memset(h, 0, sizeof *h);
    for (int32_t i = 0; i < lines; i++) bauds[i] = baud;
    h->suite = vh_suite_find(VH_SUITE_INTL);
    h->lines = lines;
    h->per_line = per_line;
    h->baud = baud;
    h->epoch = 1;
    h->sim = vh_sim_create(lines, bauds, seed);
    vh_frame_link_receiver(&h->rx);
    for (size_t i = 0; i < 16; i++) h->gk[i] = (uint8_t)(0x40 + i);
    for (size_t i = 0; i < 32; i++) h->m[i] = (uint8_t)(0x80 + i);
    for (int32_t line = 0; line < lines; line++) {
        for (int32_t slot = 1; slot <= per_line; slot++) {
            const int32_t i = line * per_line + slot - 1;
            hall_keypad *k = &h->keypads[i];
            k->line = line;
            k->slot = (uint8_t)slot;
            k->uid = ((uint64_t)(uint32_t)(line + 1) << 36) | (uint32_t)slot;
            for (size_t b = 0; b < 32; b++) k->ra[b] = (uint8_t)(k->uid * 7 + b);
            vh_key_of_meeting(h->suite, k->ra, "KA", h->m, k->ka);
            h->at[line][slot] = i;
            CHECK(vh_sim_add_keypad(h->sim, line, k->uid, VH_SUITE_INTL, 0, 1, 1, k->ra, rb, gb) == i);
        }
    }
}

static inline void hall_connect(hall *h)
{
    vh_link_message hello = { .kind = VH_LINK_B_HELLO };
    hello.as.hello.version = 1;
    hello.as.hello.node[0] = 0xA1;
    hall_say(h, &hello);
    hall_lease(h);
    for (int32_t line = 0; line < h->lines; line++) {
        vh_link_message cfg = { .kind = VH_LINK_LINE_CFG, .line = (uint8_t)(line + 1) };
        cfg.as.line_cfg.epoch = h->epoch;
        cfg.as.line_cfg.baud = h->baud;
        cfg.as.line_cfg.enable = true;
        hall_say(h, &cfg);
    }
    hall_run(h, 30000);
}

/* ASSIGN, ADMIT, KEYS for everyone; lines in parallel, slot by slot. */
static inline void hall_admit(hall *h)
{
    uint8_t body[VH_LINE_BODY_MAX];
    for (int32_t slot = 1; slot <= h->per_line; slot++) {
        for (int step = 0; step < 3; step++) {
            const int wanted = h->sent + h->lines;
            for (int32_t line = 0; line < h->lines; line++) {
                hall_keypad *k = &h->keypads[h->at[line][slot]];
                uint8_t payload[60] = { 0 };
                size_t n = 0;
                vh_put64(payload, k->uid);
                if (step == 0) {
                    payload[8] = k->slot;
                    n = vh_plain_build(VH_ASSIGN, VH_ADDR_UNASSIGNED, payload, 9, body);
                } else if (step == 1) {
                    for (size_t b = 0; b < 16; b++) k->nonce_s[b] = (uint8_t)(k->uid + b * 3 + h->epoch);
                    vh_put32(payload + 8, h->epoch);
                    vh_copy(payload + 12, h->m, 32);
                    vh_copy(payload + 44, k->nonce_s, 16);
                    n = vh_handshake_build(h->suite, k->ka, "adm1", VH_ADMIT, k->slot, payload, 60, (vh_span){ NULL, 0 }, body);
                } else {
                    uint8_t keys[22] = { 0 };
                    const vh_order order = { h->epoch, ++k->seq };
                    vh_copy(keys, h->gk, 16);
                    keys[16] = VH_SUITE_INTL;
                    n = vh_unicast_build(h->suite, k->sk, VH_KEYS, k->slot, order, keys, sizeof keys, body);
                }
                hall_send(h, line, body, n, true, 30, 3);
            }
            hall_wait_queue(h, wanted);
        }
    }
}

/* One question, three options, casts at once. */
static inline void hall_paper(hall *h)
{
    static const uint8_t header[] = {
        1, 3, 12, 1, 1, 0, 0, 0, 5, 0, 15, 0, 0, 0, 0, 0,
        0, 0, 1, 0, 3, 0xFF, 0, 0, 1, 0, 0, 2, 1, 0,
        1, 0, 0, 0,
    };
    size_t n = sizeof header;
    vh_copy(h->paper, header, n);
    for (int i = 0; i < 5; i++) {
        h->paper[n++] = 1;
        vh_put16(h->paper + n, (uint16_t)(0x8000 + 'A' + i));
        n += 2;
    }
    h->paper_n = n;
    uint8_t digest[32];
    const vh_span part = { h->paper, n };
    h->suite->hash(&part, 1, digest);
    for (int32_t line = 0; line < h->lines; line++) {
        const int wanted = h->sent + 3;
        uint8_t begin[38] = { 1, VH_OBJECT_PAPER }, chunk[131] = { 1 }, end[1] = { 1 };
        vh_put32(begin + 2, (uint32_t)n);
        vh_copy(begin + 6, digest, 32);
        vh_copy(chunk + 3, h->paper, n);
        hall_group(h, line, VH_OBJ_BEGIN, begin, sizeof begin);
        hall_group(h, line, VH_OBJ_CHUNK, chunk, sizeof chunk);
        hall_group(h, line, VH_OBJ_END, end, sizeof end);
        hall_wait_queue(h, wanted);
    }
    vh_key_ctx(h->suite, h->m, HALL_ROUND, VH_MODE_NAMED, VH_RULE_LAST_COUNTS, digest, h->ctx);
    uint8_t open[74] = { 0 };
    vh_put32(open, HALL_ROUND);
    open[4] = VH_MODE_NAMED;
    vh_copy(open + 6, digest, 32);
    for (size_t i = 0; i < 32; i++) open[38 + i] = 0xFF;
    for (int32_t line = 0; line < h->lines; line++) {
        const int wanted = h->sent + 1;
        hall_group(h, line, VH_OPEN, open, sizeof open);
        hall_wait_queue(h, wanted);
    }
}

static inline uint16_t hall_slot_us(uint32_t baud, uint8_t flen)
{
    const uint64_t guard_x = 2ULL * 10000000 > 60ULL * baud ? 20000000ULL : 60ULL * baud;
    return (uint16_t)(((flen + 3ULL) * 10000000 + guard_x + baud - 1) / baud);
}

static inline void hall_plan(hall *h, uint16_t period_ms, uint8_t recover, uint8_t flen, uint8_t nc)
{
    for (int32_t line = 0; line < h->lines; line++) {
        vh_link_message m = { .kind = VH_LINK_PLAN, .line = (uint8_t)(line + 1) };
        m.as.plan.epoch = h->epoch;
        m.as.plan.period_ms = period_ms;
        m.as.plan.tail_ms = 15;
        m.as.plan.recover = recover;
        m.as.plan.collect = (vh_collect){ .epoch = h->epoch, .round = HALL_ROUND, .flen = flen, .slot_us = hall_slot_us(h->baud, flen),
                                          .gap = 20, .first = 1, .count = (uint8_t)h->per_line, .nc = nc };
        hall_say(h, &m);
    }
}

/* ACKVEC for everyone on the line. */
static inline void hall_ack(hall *h, int32_t line)
{
    for (int32_t first = 1; first <= h->per_line; first += 100) {
        const int32_t count = h->per_line - first + 1 < 100 ? h->per_line - first + 1 : 100;
        uint8_t payload[206];
        vh_put32(payload, HALL_ROUND);
        payload[4] = (uint8_t)first;
        payload[5] = (uint8_t)count;
        for (int32_t i = 0; i < count; i++) {
            const hall_keypad *k = &h->keypads[h->at[line][first + i]];
            const uint16_t pad = vh_key_ack_pad(h->suite, k->sk, h->ctx, h->epoch, h->gseq + 1);
            vh_put16(payload + 6 + 2 * i, (uint16_t)((k->votes > 0 ? k->rev : 0) ^ pad));
        }
        hall_group(h, line, VH_ACKVEC, payload, 6 + 2 * (size_t)count);
    }
}

static inline void hall_press(hall *h, int32_t keypad, int32_t key)
{
    vh_sim_key(h->sim, keypad, key, 1);
    hall_run(h, 60000);
    vh_sim_key(h->sim, keypad, key, 0);
    hall_run(h, 60000);
}

#endif
