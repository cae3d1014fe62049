/* Key derivation and every sample frame of tests/vectors/frames_suite1_sample.txt, built and opened. */
#include "check.h"
#include "vectors.h"
#include "vh_bytes.h"
#include "vh_frame.h"
#include "vh_keys.h"
#include "vh_seal.h"

static vector_reader vectors;
static const vh_suite *suite;
static uint8_t ra[32], rb[32], gb[32], m[32], ka[32], nonce_s[16], nonce_k[8], sk[32], gk[16], kb0[32], kg[32], pd[32];
static uint8_t ctx_named[32], ctx_secret[32], k_ballot[32];
static const uint8_t close_nonce[8] = {10, 10, 10, 10, 10, 10, 10, 10};
static const uint64_t press = (uint64_t)7 << 32 | 3u;

static void expect(const char *name, const uint8_t *got, size_t n)
{
    uint8_t wanted[64];
    size_t wanted_n = vector_bytes(&vectors, name, wanted, sizeof wanted);
    CHECK_FOR(name, wanted_n == n && memcmp(wanted, got, n) == 0);
}

static void keys(void)
{
    uint8_t in[4][16];
    uint8_t out[32];
    for (int i = 0; i < 4; i++) {
        memset(in[i], i + 1, 16);
    }
    vector_bytes(&vectors, "RA", ra, 32);
    vector_bytes(&vectors, "RB", rb, 32);
    vector_bytes(&vectors, "GB", gb, 32);
    vector_bytes(&vectors, "nonceS", nonce_s, 16);
    vector_bytes(&vectors, "GK", gk, 16);
    vh_key_meeting(suite, in[0], in[1], in[2], in[3], m);
    expect("M", m, 32);
    vh_key_of_meeting(suite, ra, "KA", m, ka);
    expect("KA", ka, 32);
    vh_key_nonce_k(suite, ra, 7, 1, nonce_k);
    expect("nonceK", nonce_k, 8);
    vh_key_session(suite, ka, nonce_s, nonce_k, 7, sk);
    expect("SK", sk, 32);
    vh_key_of_meeting(suite, rb, "KB", m, kb0);
    expect("KB0", kb0, 32);
    vh_key_of_meeting(suite, gb, "KG", m, kg);
    expect("KG", kg, 32);
    const vh_span paper = {(const uint8_t *)"paper", 5};
    suite->hash(&paper, 1, pd);
    expect("PD", pd, 32);
    vh_key_ctx(suite, m, 9, VH_MODE_NAMED, 0, pd, ctx_named);
    expect("ctxNamed", ctx_named, 32);
    vh_key_ctx(suite, m, 9, VH_MODE_SECRET, 0, pd, ctx_secret);
    expect("ctxSecret", ctx_secret, 32);
    vh_key_of_round(suite, kb0, "vote", ctx_secret, k_ballot);
    expect("kB", k_ballot, 32);
    vh_put64(out, press);
    expect("S", out, 8);
    vh_key_press_code(suite, k_ballot, "part", press, out, 8);
    expect("P", out, 8);
    vh_key_final(suite, k_ballot, press, close_nonce, out);
    expect("F", out, 12);
    vh_key_press_code(suite, k_ballot, "counted", press, out, 8);
    expect("COUNTED", out, 8);
    vh_key_press_code(suite, k_ballot, "spoil", press, out, 12);
    expect("SPOIL", out, 12);
    uint8_t next[32];
    vh_key_of_round(suite, kb0, "next", ctx_secret, next);
    expect("KB1", next, 32);
    vh_key_destroy_mac(suite, next, 1, ctx_secret, out);
    expect("DESTROY", out, 12);
    vh_key_of_meeting(suite, ra, "gen", m, next);
    vh_key_meet_mac(suite, next, 1, m, out);
    expect("macA", out, 12);
    vh_key_of_meeting(suite, rb, "gen", m, next);
    vh_key_meet_mac(suite, next, 1, m, out);
    expect("macB", out, 12);
    vh_put16(out, vh_key_ack_pad(suite, sk, ctx_named, 5, 44));
    expect("ackPad", out, 2);
}

/* Opens a frame by the class its kind belongs to and builds it again from what it says. */
static size_t rebuild(const uint8_t *body, size_t n, uint8_t *again, bool *opened)
{
    uint8_t plain[240];
    size_t plain_n = 0;
    uint32_t ctr = 0;
    vh_order order = {0, 0};
    vh_span payload = {NULL, 0};
    vh_span extra = {NULL, 0};
    vh_binding binding;
    bool secret = body[0] == VH_BALLOT || body[0] == VH_FINAL;
    memset(&binding, 0, sizeof binding);
    memcpy(binding.ctx, secret ? ctx_secret : ctx_named, 32);
    if (body[0] == VH_SVOTE || body[0] == VH_FINAL) {
        memcpy(binding.close_nonce, close_nonce, 8);
    }
    switch (body[0]) {
    case VH_VOTE:
    case VH_SVOTE:
    case VH_BALLOT:
    case VH_FINAL:
        *opened = vh_session_open(suite, sk, &binding, body, n, &ctr, plain, &plain_n) == VH_OK;
        return vh_session_build(suite, sk, body[0], body[1], ctr, &binding, plain, plain_n, again);
    case VH_OPEN:
    case VH_CLOSE:
        vh_order_read(body, n, &order);
        *opened = vh_group_open(suite, gk, body, n, &payload) == VH_OK;
        return vh_group_build(suite, gk, body[0], order, payload.bytes, payload.n, again);
    case VH_KEYS:
        vh_order_read(body, n, &order);
        *opened = vh_unicast_open(suite, sk, body, n, plain, &plain_n) == VH_OK;
        return vh_unicast_build(suite, sk, body[0], body[1], order, plain, plain_n, again);
    case VH_COLLECT:
        *opened = vh_frame_check(body, n, VH_LINE_BODY_MAX) == VH_OK;
        return vh_plain_build(body[0], body[1], body + 2, n - 4, again);
    case VH_ADMIT:
        *opened = vh_handshake_open(suite, ka, "adm1", body, n, extra, &payload) == VH_OK;
        return vh_handshake_build(suite, ka, "adm1", body[0], body[1], payload.bytes, payload.n, extra, again);
    default:
        extra = (vh_span){nonce_s, 16};
        *opened = vh_handshake_open(suite, ka, "adm2", body, n, extra, &payload) == VH_OK;
        return vh_handshake_build(suite, ka, "adm2", body[0], body[1], payload.bytes, payload.n, extra, again);
    }
}

static void frame(void)
{
    uint8_t body[240];
    uint8_t wire[243];
    uint8_t again[240];
    uint8_t wire_again[243];
    bool opened = false;
    const char *name = vector_text(&vectors, "Frame");
    size_t n = vector_bytes(&vectors, "Body", body, sizeof body);
    size_t wire_n = vector_bytes(&vectors, "Wire", wire, sizeof wire);
    CHECK_FOR(name, vh_frame_check(body, n, VH_LINE_BODY_MAX) == VH_OK);
    CHECK_FOR(name, vh_frame_wrap(body, n, wire_again, sizeof wire_again) == wire_n);
    CHECK_FOR(name, memcmp(wire, wire_again, wire_n) == 0);
    size_t again_n = rebuild(body, n, again, &opened);
    CHECK_FOR(name, opened);
    CHECK_FOR(name, again_n == n && memcmp(again, body, n) == 0);
    if (body[0] == VH_COLLECT) {
        return;
    }
    /* Any one bit flipped in front of the CRC closes the frame. */
    for (size_t bit = 0; bit < (n - 2) * 8; bit++) {
        if (bit < 8) {
            continue; /* kind decides how to open; the nonce covers it (checked in keypad tests) */
        }
        body[bit / 8] ^= (uint8_t)(1u << (bit % 8));
        rebuild(body, n, again, &opened);
        CHECK_FOR(name, !opened);
        body[bit / 8] ^= (uint8_t)(1u << (bit % 8));
    }
}

int main(void)
{
    int frames = 0;
    suite = vh_suite_find(VH_SUITE_INTL);
    vector_open(&vectors, "frames_suite1_sample.txt");
    while (vector_next(&vectors)) {
        if (vector_text(&vectors, "RA") != NULL) {
            keys();
        } else {
            frame();
            frames++;
        }
    }
    CHECK(frames == 10);
    return checks_end();
}
