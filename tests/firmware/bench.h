/* A keypad on the bench: memory cells in RAM, the line as a byte log, and a server that seals and opens with the
   functions of the core. Time is virtual. */
#ifndef BENCH_H
#define BENCH_H

#include "check.h"
#include "paper_bytes.h"
#include "vh_ballot.h"
#include "vh_cobs.h"
#include "vh_keypad.h"
#include "vh_keys.h"
#include "vh_seal.h"

typedef struct {
    vh_keypad k;
    vh_keypad_hal hal;
    vh_commission commission;
    uint8_t cell[8][VH_CELL_MAX];
    size_t cell_n[8];
    bool cell_broken[8];
    uint32_t now;
    int transmissions;
    uint32_t sent_at;
    uint8_t body[VH_LINE_BODY_MAX]; /* last answer */
    size_t body_n;
    uint8_t wire[VH_LINE_WIRE_MAX];
    size_t wire_n;
    uint8_t lamp;
    int buzzes;
    /* the server's side */
    const vh_suite *suite;
    uint8_t slot;
    uint32_t epoch, g_seq, u_seq, boot;
    uint16_t sweep, kstep, gen;
    uint8_t m[32], ka[32], sk[32], gk[16], nonce_s[16], pd[32], ctx[32];
    uint8_t rb[32], gb[32], kb[32], kg[32]; /* the station's */
} bench;

static void bench_transmit(void *ctx, const uint8_t *wire, size_t n)
{
    bench *b = ctx;
    b->transmissions++;
    b->sent_at = b->now;
    memcpy(b->wire, wire, n);
    b->wire_n = n;
    CHECK(wire[0] == 0 && wire[n - 1] == 0);
    CHECK(vh_cobs_decode(wire + 1, n - 2, b->body, sizeof b->body, &b->body_n) == VH_OK);
    CHECK(vh_frame_check(b->body, b->body_n, VH_LINE_BODY_MAX) == VH_OK);
}

static bool bench_persist(void *ctx, uint8_t cell, const uint8_t *bytes, size_t n)
{
    bench *b = ctx;
    if (b->cell_broken[cell]) {
        return false;
    }
    memcpy(b->cell[cell], bytes, n);
    b->cell_n[cell] = n;
    return true;
}

static size_t bench_restore(void *ctx, uint8_t cell, uint8_t *bytes, size_t cap)
{
    bench *b = ctx;
    memcpy(bytes, b->cell[cell], b->cell_n[cell] < cap ? b->cell_n[cell] : cap);
    return b->cell_n[cell];
}

static void bench_lamp(void *ctx, uint8_t pattern)
{
    ((bench *)ctx)->lamp = pattern;
}

static void bench_buzzer(void *ctx)
{
    ((bench *)ctx)->buzzes++;
}

static inline void bench_start(bench *b)
{
    vh_keypad_start(&b->k, &b->commission, &b->hal, b, b->now);
}

static inline void bench_new(bench *b)
{
    memset(b, 0, sizeof *b);
    b->hal = (vh_keypad_hal){bench_transmit, bench_persist, bench_restore, bench_lamp, bench_buzzer};
    b->suite = vh_suite_find(VH_SUITE_INTL);
    b->commission = (vh_commission){.uid = 0x1122334455667788u, .suite = VH_SUITE_INTL, .model = 3, .fw = 0x00010002};
    for (int i = 0; i < 32; i++) {
        b->commission.ra[i] = (uint8_t)i;
        b->commission.rb[i] = (uint8_t)(32 + i);
        b->commission.gb[i] = (uint8_t)(64 + i);
    }
    memcpy(b->rb, b->commission.rb, 32);
    memcpy(b->gb, b->commission.gb, 32);
    memset(b->m, 0x4D, 32);
    memset(b->gk, 6, 16);
    b->slot = 17;
    b->epoch = 5;
    b->now = 0xFFFFF000u; /* the clock wraps early on */
    bench_start(b);
}

/* Moves time on, stepping exactly when the keypad asks for it. */
static inline void bench_run(bench *b, uint32_t us)
{
    uint32_t end = b->now + us;
    uint32_t due;
    while (vh_keypad_next(&b->k, b->now, &due) && (uint32_t)(due - b->now) <= (uint32_t)(end - b->now)) {
        b->now = due;
        vh_keypad_step(&b->k, b->now);
    }
    b->now = end;
    vh_keypad_step(&b->k, b->now);
}

static inline void bench_hear(bench *b, const uint8_t *body, size_t n)
{
    uint8_t wire[VH_LINE_WIRE_MAX];
    size_t wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    b->body_n = 0;
    b->now += 40u * (uint32_t)wire_n;
    vh_keypad_receive_block(&b->k, wire, wire_n, b->now);
}

/* Sends a body and waits for an answer. */
static inline bool bench_ask(bench *b, const uint8_t *body, size_t n)
{
    bench_hear(b, body, n);
    bench_run(b, 400000);
    return b->body_n > 0;
}

static inline size_t bench_group_body(bench *b, uint8_t kind, const uint8_t *payload, size_t n, uint8_t *body)
{
    b->g_seq++;
    return vh_group_build(b->suite, b->gk, kind, (vh_order){b->epoch, b->g_seq}, payload, n, body);
}

static inline void bench_group(bench *b, uint8_t kind, const uint8_t *payload, size_t n)
{
    uint8_t body[VH_LINE_BODY_MAX];
    size_t body_n = bench_group_body(b, kind, payload, n, body);
    bench_hear(b, body, body_n);
    bench_run(b, 1000);
}

static inline bool bench_unicast(bench *b, uint8_t kind, const uint8_t *payload, size_t n)
{
    uint8_t body[VH_LINE_BODY_MAX];
    b->u_seq++;
    size_t body_n = vh_unicast_build(b->suite, b->sk, kind, b->slot, (vh_order){b->epoch, b->u_seq}, payload, n, body);
    return bench_ask(b, body, body_n);
}

/* Opens the last answer with the binding of the round (or none). */
static inline size_t bench_open(const bench *b, const uint8_t *ctx, const uint8_t *close_nonce, uint8_t *plain)
{
    vh_binding binding;
    uint32_t ctr;
    size_t n = 0;
    memset(&binding, 0, sizeof binding);
    if (ctx != NULL) {
        memcpy(binding.ctx, ctx, 32);
    }
    if (close_nonce != NULL) {
        memcpy(binding.close_nonce, close_nonce, 8);
    }
    return vh_session_open(b->suite, b->sk, &binding, b->body, b->body_n, &ctr, plain, &n) == VH_OK ? n : 0;
}

static inline bool bench_discover(bench *b)
{
    uint8_t payload[15] = {1, 2, 3, 4, 3};
    uint8_t body[VH_LINE_BODY_MAX];
    payload[14] = 20;
    return bench_ask(b, body, vh_plain_build(VH_DISCOVER, VH_ADDR_UNASSIGNED, payload, 15, body));
}

static inline bool bench_assign(bench *b)
{
    uint8_t payload[9];
    uint8_t body[VH_LINE_BODY_MAX];
    vh_put64(payload, b->commission.uid);
    payload[8] = b->slot;
    return bench_ask(b, body, vh_plain_build(VH_ASSIGN, VH_ADDR_UNASSIGNED, payload, 9, body));
}

static inline size_t bench_admit_body(bench *b, uint8_t nonce, uint8_t *body)
{
    uint8_t payload[60];
    vh_put64(payload, b->commission.uid);
    vh_put32(payload + 8, b->epoch);
    memcpy(payload + 12, b->m, 32);
    memset(b->nonce_s, nonce, 16);
    memcpy(payload + 44, b->nonce_s, 16);
    return vh_handshake_build(b->suite, b->ka, "adm1", VH_ADMIT, b->slot, payload, 60, (vh_span){NULL, 0}, body);
}

/* Takes the ADMIT_REPLY in `body` and derives SK. */
static inline bool bench_take_admit_reply(bench *b)
{
    vh_span reply = {NULL, 0};
    bool good = vh_handshake_open(b->suite, b->ka, "adm2", b->body, b->body_n, (vh_span){b->nonce_s, 16}, &reply) == VH_OK;
    if (good) {
        b->boot = vh_get32(reply.bytes + 16);
        b->gen = vh_get16(reply.bytes + 20);
        b->kstep = vh_get16(reply.bytes + 22);
        vh_key_session(b->suite, b->ka, b->nonce_s, reply.bytes + 8, b->boot, b->sk);
        b->u_seq = 0;
    }
    return good;
}

static inline bool bench_keys(bench *b)
{
    uint8_t payload[22];
    memcpy(payload, b->gk, 16);
    payload[16] = VH_SUITE_INTL;
    payload[17] = 1;
    vh_put32(payload + 18, b->g_seq);
    return bench_unicast(b, VH_KEYS, payload, sizeof payload) && b->body[0] == VH_ACKU;
}

static inline bool bench_admit(bench *b, uint8_t nonce)
{
    uint8_t body[VH_LINE_BODY_MAX];
    size_t n = bench_admit_body(b, nonce, body);
    return bench_ask(b, body, n) && bench_take_admit_reply(b) && bench_keys(b);
}

/* From power to admitted. */
static inline void bench_join(bench *b, uint8_t nonce)
{
    vh_key_of_meeting(b->suite, b->commission.ra, "KA", b->m, b->ka);
    CHECK(bench_discover(b) && b->body[0] == VH_HELLO);
    CHECK(bench_assign(b) && b->body[0] == VH_ASSIGNED);
    CHECK(bench_admit(b, nonce));
    CHECK(vh_keypad_slot(&b->k) == b->slot);
}

/* Station and server start the meeting keys. */
static inline bool bench_meet(bench *b)
{
    uint8_t payload[58], next[32], plain[240];
    vh_put16(payload, (uint16_t)(b->gen + 1));
    memcpy(payload + 2, b->m, 32);
    vh_key_of_meeting(b->suite, b->commission.ra, "gen", b->m, next);
    vh_key_meet_mac(b->suite, next, (uint16_t)(b->gen + 1), b->m, payload + 34);
    vh_key_of_meeting(b->suite, b->rb, "gen", b->m, next);
    vh_key_meet_mac(b->suite, next, (uint16_t)(b->gen + 1), b->m, payload + 46);
    vh_key_of_meeting(b->suite, b->rb, "KB", b->m, b->kb);
    vh_key_of_meeting(b->suite, b->gb, "KG", b->m, b->kg);
    return bench_unicast(b, VH_MEET_BEGIN, payload, sizeof payload) && bench_open(b, NULL, NULL, plain) == 4
           && plain[0] == VH_MEET_BEGIN && plain[1] == 0;
}

static inline void bench_chunk(bench *b, uint8_t obj, const uint8_t *bytes, size_t size, uint16_t index)
{
    uint8_t payload[131] = {0};
    size_t at = 128u * (size_t)index;
    payload[0] = obj;
    vh_put16(payload + 1, index);
    memcpy(payload + 3, bytes + at, size - at < 128 ? size - at : 128);
    bench_group(b, VH_OBJ_CHUNK, payload, sizeof payload);
}

static inline void bench_begin(bench *b, uint8_t obj, const uint8_t *bytes, size_t size)
{
    uint8_t payload[38];
    const vh_span whole = {bytes, size};
    b->suite->hash(&whole, 1, b->pd);
    payload[0] = obj;
    payload[1] = VH_OBJECT_PAPER;
    vh_put32(payload + 2, (uint32_t)size);
    memcpy(payload + 6, b->pd, 32);
    bench_group(b, VH_OBJ_BEGIN, payload, sizeof payload);
}

static inline void bench_paper(bench *b, uint8_t obj, const uint8_t *bytes, size_t size)
{
    bench_begin(b, obj, bytes, size);
    for (uint16_t i = 0; 128u * (size_t)i < size; i++) {
        bench_chunk(b, obj, bytes, size, i);
    }
    bench_group(b, VH_OBJ_END, &obj, 1);
}

static inline size_t bench_open_payload(bench *b, uint32_t round, uint8_t mode, uint8_t rule, uint8_t payload[74])
{
    memset(payload, 0, 74);
    vh_put32(payload, round);
    payload[4] = mode;
    payload[5] = rule;
    memcpy(payload + 6, b->pd, 32);
    memset(payload + 38, 0xFF, 32);
    vh_put16(payload + 70, 60);
    vh_put16(payload + 72, b->kstep);
    vh_key_ctx(b->suite, b->m, round, mode, rule, b->pd, b->ctx);
    return 74;
}

static inline void bench_round(bench *b, uint32_t round, uint8_t mode, uint8_t rule)
{
    uint8_t payload[74];
    bench_open_payload(b, round, mode, rule, payload);
    bench_group(b, VH_OPEN, payload, 74);
}

static inline void bench_close(bench *b, uint32_t round, const uint8_t close_nonce[8])
{
    uint8_t payload[12];
    vh_put32(payload, round);
    memcpy(payload + 4, close_nonce, 8);
    bench_group(b, VH_CLOSE, payload, sizeof payload);
}

static inline void bench_commit(bench *b, uint32_t round, uint8_t result)
{
    uint8_t payload[5];
    vh_put32(payload, round);
    payload[4] = result;
    bench_group(b, VH_COMMIT, payload, sizeof payload);
}

static inline size_t bench_collect_body(const bench *b, uint32_t round, uint16_t sweep, uint8_t what, uint8_t frag,
                                        uint8_t flen, uint8_t *body)
{
    uint8_t p[19];
    vh_put32(p, b->epoch);
    vh_put32(p + 4, round);
    vh_put16(p + 8, sweep);
    p[10] = what;
    p[11] = frag;
    p[12] = flen;
    vh_put16(p + 13, (uint16_t)((flen + 3u) * 40u + 80u));
    p[15] = 20;
    p[16] = 1;
    p[17] = 30;
    p[18] = 0;
    return vh_plain_build(VH_COLLECT, VH_ADDR_ALL, p, sizeof p, body);
}

/* One sweep of slots 1-30; true if the keypad answered, the answer is in body. */
static inline bool bench_collect(bench *b, uint32_t round, uint8_t what, uint8_t frag, uint8_t flen)
{
    uint8_t body[VH_LINE_BODY_MAX];
    b->sweep++;
    return bench_ask(b, body, bench_collect_body(b, round, b->sweep, what, frag, flen, body));
}

static inline void bench_ack(bench *b, uint32_t round, uint16_t rev)
{
    uint8_t p[66];
    vh_put32(p, round);
    p[4] = 1;
    p[5] = 30;
    memset(p + 6, 0x5A, 60);
    uint16_t pad = vh_key_ack_pad(b->suite, b->sk, b->ctx, b->epoch, b->g_seq + 1);
    vh_put16(p + 6 + 2 * (b->slot - 1), (uint16_t)(rev ^ pad));
    bench_group(b, VH_ACKVEC, p, sizeof p);
}

static inline void bench_key(bench *b, uint8_t key)
{
    vh_keypad_key(&b->k, key, true, b->now);
    bench_run(b, 80000);
    vh_keypad_key(&b->k, key, false, b->now);
    bench_run(b, 80000);
}

static inline void bench_reboot(bench *b)
{
    bench_run(b, 1000);
    bench_start(b);
}

#endif
