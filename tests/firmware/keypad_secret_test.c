/* Secret rounds: the server's side holds only P, t and c; the station's side, written out here, opens the sums
   (protocol 8). Also the ratchet, COUNTED, the challenge and the meeting's keys. */
#include "bench.h"
#include "vh_field.h"

static bench b;
static uint8_t paper[16384];
static vh_paper parsed;
static const uint8_t nonce[8] = {10, 10, 10, 10, 10, 10, 10, 10};
static uint8_t k_ballot[32];

static void joined(const paper_group *g, uint8_t count, uint8_t flags, uint8_t lane_bits)
{
    size_t size = paper_bytes(paper, (uint8_t)(flags | VH_PAPER_SECRET_ALLOWED), lane_bits, g, count);
    bench_new(&b);
    bench_join(&b, 5);
    CHECK(bench_meet(&b));
    bench_paper(&b, 1, paper, size);
    CHECK(vh_paper_parse(paper, size, &parsed) == VH_OK);
}

static void open_secret(uint32_t round)
{
    bench_round(&b, round, VH_MODE_SECRET, VH_RULE_LAST_COUNTS);
    vh_key_of_round(b.suite, b.kb, "vote", b.ctx, k_ballot);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE);
}

/* Collects all pieces. Returns the payload length, 0 if nothing is pressed. */
static size_t collect_ballot(uint32_t round, bool closed, uint8_t *payload, uint64_t *press)
{
    uint8_t plain[240];
    uint16_t size = vh_ballot_size(&parsed);
    uint16_t piece = vh_ballot_piece_size(size);
    uint8_t wanted = closed ? VH_SBALLOT : VH_BALLOT;
    bool pressed = false;
    for (uint8_t frag = 0; frag < vh_ballot_pieces(size); frag++) {
        CHECK(bench_collect(&b, round, VH_WHAT_VOTE, frag, (uint8_t)(22 + piece)));
        size_t n = bench_open(&b, b.ctx, closed ? nonce : NULL, plain);
        CHECK(b.body[0] == wanted && n == 3u + piece && plain[0] >> 4 == frag);
        pressed = (plain[0] & VH_ST_PRESSED) != 0;
        *press = (uint64_t)b.boot << 32 | vh_get16(plain + 1);
        memcpy(payload + piece * frag, plain + 3, piece);
    }
    return pressed ? size : 0;
}

/* The station's steps 9 and 10 for a list of one; false if the tag equation fails. */
static bool station_opens(const uint8_t *payload, uint64_t press, uint64_t *x)
{
    uint8_t s[8], p[8];
    vh_stream masks, alphas;
    vh_put64(s, press);
    vh_stream_start(&masks, b.suite, k_ballot, "mask", (vh_span){s, 8});
    vh_stream_start(&alphas, b.suite, b.kg, "alpha", (vh_span){b.ctx, 32});
    vh_key_press_code(b.suite, k_ballot, "part", press, p, 8);
    uint64_t tag = vh_field_sub(vh_get64(payload + 8), vh_stream_next(&masks));
    uint64_t expected = 0;
    for (uint16_t j = 0; j < vh_ballot_words(&parsed); j++) {
        uint64_t alpha = vh_stream_next(&alphas);
        x[j] = vh_field_sub(vh_get64(payload + 16 + 8 * j), vh_stream_next(&masks));
        expected = vh_field_add(expected, vh_field_mul(alpha == 0 ? 1 : alpha, x[j]));
    }
    return tag == expected && memcmp(p, payload, 8) == 0;
}

static unsigned counter(const uint64_t *x, unsigned g)
{
    unsigned lanes = vh_ballot_lanes(&parsed);
    return (unsigned)(x[g / lanes] >> (parsed.lane_bits * (g % lanes)) & ((1u << parsed.lane_bits) - 1u));
}

static void destroy_payload(uint32_t round, uint8_t *p)
{
    uint8_t next[32];
    memset(p, 0x33, 9 + 12 * 20);
    vh_put32(p, round);
    p[4] = VH_MACVEC_DESTROY;
    vh_put16(p + 5, (uint16_t)(b.kstep + 1));
    p[7] = 15;
    p[8] = 5;
    vh_key_of_round(b.suite, b.kb, "next", b.ctx, next);
    vh_key_destroy_mac(b.suite, next, (uint16_t)(b.kstep + 1), b.ctx, p + 9 + 12 * 2);
}

static void motion_from_open_to_destroy(void)
{
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    uint8_t payload[2048], plain[240], vec[256], expected[12];
    uint64_t x[214], press;
    joined(&g, 1, VH_PAPER_CASTS_AT_ONCE, 12);
    open_secret(9);
    CHECK(collect_ballot(9, false, payload, &press) == 0);
    bench_key(&b, VH_KEY_AGAINST);
    CHECK(b.lamp == VH_LAMP_FAST);
    CHECK(collect_ballot(9, false, payload, &press) == 24 && station_opens(payload, press, x));
    CHECK(counter(x, 0) == 0 && counter(x, 1) == 1 && counter(x, 2) == 0);
    CHECK(x[0] == (uint64_t)1 << 12);
    payload[16] ^= 1;
    CHECK(!station_opens(payload, press, x));
    bench_key(&b, VH_KEY_FOR); /* change of mind: new S, new masks */
    uint64_t second;
    CHECK(collect_ballot(9, false, payload, &second) == 24 && second == press + 1);
    CHECK(station_opens(payload, second, x) && counter(x, 0) == 1 && counter(x, 1) == 0);
    bench_ack(&b, 9, 2);
    CHECK(b.lamp == VH_LAMP_STEADY);
    CHECK(bench_collect(&b, 9, VH_WHAT_FINAL, 0, 34) && b.body[0] == VH_IDLE);
    bench_close(&b, 9, nonce);
    CHECK(collect_ballot(9, true, payload, &second) == 24 && station_opens(payload, second, x));
    CHECK(bench_collect(&b, 9, VH_WHAT_FINAL, 0, 34) && b.body[0] == VH_FINAL);
    vh_key_final(b.suite, k_ballot, second, nonce, expected);
    CHECK(bench_open(&b, b.ctx, nonce, plain) == 15 && memcmp(plain + 3, expected, 12) == 0);
    bench_commit(&b, 9, VH_COMMIT_KEPT); /* a secret round ends by DESTROY */
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED);
    /* COUNTED for the wrong press, then for the right one. */
    memset(vec, 0x33, sizeof vec);
    vh_put32(vec, 9);
    vec[4] = VH_MACVEC_COUNTED;
    vh_put16(vec + 5, 0);
    vec[7] = 15;
    vec[8] = 5;
    bench_group(&b, VH_MACVEC, vec, 9 + 8 * 5);
    CHECK(b.k.counted == 2 && b.lamp == VH_LAMP_OFF);
    vh_key_press_code(b.suite, k_ballot, "counted", second, vec + 9 + 8 * 2, 8);
    bench_group(&b, VH_MACVEC, vec, 9 + 8 * 5);
    CHECK(b.k.counted == 1 && b.lamp == VH_LAMP_STEADY);
    /* DESTROY with a bad mac does nothing; the good one moves the key on. */
    destroy_payload(9, vec);
    vec[9 + 24] ^= 1;
    bench_group(&b, VH_MACVEC, vec, 9 + 12 * 5);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED && b.k.meeting.kstep == 0);
    vec[9 + 24] ^= 1;
    bench_group(&b, VH_MACVEC, vec, 9 + 12 * 5);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE && b.k.meeting.kstep == 1);
    CHECK(vh_all_zero(b.k.k_ballot, 32) && !b.k.current.exists);
    bench_group(&b, VH_MACVEC, vec, 9 + 12 * 5); /* sent three times */
    CHECK(b.k.meeting.kstep == 1);
    /* The next round needs the next step. */
    bench_round(&b, 10, VH_MODE_SECRET, 0);
    CHECK(bench_collect(&b, 10, VH_WHAT_VOTE, 0, 46) && bench_open(&b, NULL, NULL, plain) == 27);
    CHECK(plain[0] == VH_IDLE_KSTEP && vh_get16(plain + 1) == 1);
    uint8_t next[32];
    vh_key_ctx(b.suite, b.m, 9, VH_MODE_SECRET, 0, b.pd, b.ctx);
    vh_key_of_round(b.suite, b.kb, "next", b.ctx, next);
    memcpy(b.kb, next, 32);
    b.kstep = 1;
    open_secret(11);
    bench_key(&b, VH_KEY_FOR);
    CHECK(collect_ballot(11, false, payload, &press) == 24 && station_opens(payload, press, x) && counter(x, 0) == 1);
}

/* 30 candidates in 16-bit lanes travel in two pieces; unmarked rows take the option the paper names. */
static void election_in_pieces(void)
{
    const paper_group g[2] = {{20, 3, 3, 0, 5, 0, 1}, {10, 1, 0, 1, 2, 0, 1}};
    uint8_t payload[2048];
    uint64_t x[214], press;
    joined(g, 2, 0, 16);
    CHECK(vh_ballot_pieces(vh_ballot_size(&parsed)) == 1);
    const paper_group h = {30, 3, 3, 0, 5, 0, 1};
    joined(&h, 1, 0, 16);
    CHECK(vh_ballot_pieces(vh_ballot_size(&parsed)) == 2);
    open_secret(4);
    for (int i = 0; i < 5; i++) {
        bench_key(&b, VH_KEY_FOR);
    }
    bench_key(&b, VH_KEY_FOR); /* sixth: over-vote */
    CHECK(b.buzzes == 1);
    bench_key(&b, VH_KEY_AGAINST);
    bench_key(&b, VH_KEY_BACK);
    bench_key(&b, VH_KEY_OK);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_SENT);
    CHECK(vh_all_zero(b.k.entry.mark, sizeof b.k.entry.mark));
    CHECK(collect_ballot(4, false, payload, &press) == 16 + 8 * 30 && station_opens(payload, press, x));
    for (unsigned row = 0; row < 30; row++) {
        unsigned option = row < 5 ? 1 : row == 5 ? 2 : 3;
        for (unsigned o = 1; o <= 3; o++) {
            CHECK(counter(x, row * 3 + o - 1) == (o == option ? 1u : 0u));
        }
    }
}

static void secret_restart(void)
{
    const paper_group g = {1, 4, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    uint8_t payload[2048], plain[240], expected[12];
    uint64_t x[214], press;
    joined(&g, 1, VH_PAPER_CASTS_AT_ONCE, 12);
    open_secret(9);
    bench_key(&b, VH_KEY_ABSTAIN);
    bench_close(&b, 9, nonce);
    bench_reboot(&b);
    bench_join(&b, 8);
    b.boot = 1; /* S keeps the boot of its cast */
    CHECK(collect_ballot(9, true, payload, &press) == 24 && station_opens(payload, press, x) && counter(x, 2) == 1);
    CHECK(bench_collect(&b, 9, VH_WHAT_FINAL, 0, 34));
    vh_key_final(b.suite, k_ballot, press, nonce, expected);
    CHECK(bench_open(&b, b.ctx, nonce, plain) == 15 && memcmp(plain + 3, expected, 12) == 0);
    /* Late: the missing step by ROLL, twice without harm. */
    uint8_t roll[46], next[32];
    vh_put16(roll, 1);
    memcpy(roll + 2, b.ctx, 32);
    vh_key_of_round(b.suite, b.kb, "next", b.ctx, next);
    vh_key_destroy_mac(b.suite, next, 1, b.ctx, roll + 34);
    roll[40] ^= 4;
    CHECK(bench_unicast(&b, VH_ROLL, roll, 46) && bench_open(&b, NULL, NULL, plain) == 4 && plain[1] == 1);
    roll[40] ^= 4;
    CHECK(bench_unicast(&b, VH_ROLL, roll, 46) && bench_open(&b, NULL, NULL, plain) == 4 && plain[1] == 0);
    CHECK(b.k.meeting.kstep == 1 && vh_keypad_state(&b.k) == VH_STATE_IDLE);
    CHECK(bench_unicast(&b, VH_ROLL, roll, 46) && bench_open(&b, NULL, NULL, plain) == 4 && plain[1] == 0);
    CHECK(b.k.meeting.kstep == 1);
    bench_reboot(&b);
    CHECK(b.k.meeting.kstep == 1 && vh_equal(b.k.meeting.kb, next, 32));
}

static void challenge(void)
{
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    uint8_t fetch[5] = {VH_WHAT_SPOIL, 9, 0, 0, 0};
    uint8_t payload[2048], plain[240], expected[12];
    uint64_t press;
    joined(&g, 1, VH_PAPER_CASTS_AT_ONCE, 12);
    open_secret(9);
    bench_key(&b, VH_KEY_FOR);
    CHECK(bench_unicast(&b, VH_FETCH, fetch, 5) && b.body[0] == VH_IDLE); /* nobody asked for it at the keypad */
    bench_ack(&b, 9, 1);
    vh_keypad_key(&b.k, VH_KEY_OK, true, b.now);
    bench_run(&b, 5100000);
    vh_keypad_key(&b.k, VH_KEY_OK, false, b.now);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 46) && bench_open(&b, b.ctx, NULL, plain) == 27);
    CHECK((plain[0] & VH_ST_CALL) != 0);
    for (int i = 0; i < 2; i++) {
        CHECK(bench_unicast(&b, VH_FETCH, fetch, 5) && b.body[0] == VH_SPOIL);
        CHECK(bench_open(&b, b.ctx, NULL, plain) == 20);
        vh_key_press_code(b.suite, k_ballot, "spoil", (uint64_t)1 << 32 | 1u, expected, 12);
        CHECK(vh_get64(plain) == ((uint64_t)1 << 32 | 1u) && memcmp(plain + 8, expected, 12) == 0);
    }
    CHECK(collect_ballot(9, false, payload, &press) == 0 && press == ((uint64_t)1 << 32 | 1u));
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE);
    bench_ack(&b, 9, 1); /* a spoiled press lights nothing */
    CHECK(b.lamp == VH_LAMP_SLOW);
    bench_key(&b, VH_KEY_FOR);
    CHECK(collect_ballot(9, false, payload, &press) == 24 && press == ((uint64_t)1 << 32 | 2u));
}

static void meeting(void)
{
    uint8_t payload[58] = {0};
    uint8_t plain[240];
    bench_new(&b);
    bench_join(&b, 5);
    vh_put16(payload, 1);
    memcpy(payload + 2, b.m, 32);
    CHECK(bench_unicast(&b, VH_MEET_BEGIN, payload, 58) && bench_open(&b, NULL, NULL, plain) == 4 && plain[1] != 0);
    CHECK(!b.k.meeting.begun);
    CHECK(bench_meet(&b));
    CHECK(b.k.meeting.gen == 1 && b.k.meeting.begun);
    vh_put16(payload, 1);
    CHECK(bench_unicast(&b, VH_MEET_BEGIN, payload, 58) && bench_open(&b, NULL, NULL, plain) == 4 && plain[1] == 0);
    CHECK(bench_admit(&b, 6) && b.gen == 1); /* the stored KA serves the same M */
    bench_reboot(&b);
    bench_join(&b, 7);
    CHECK(b.gen == 1 && b.boot == 2);
}

int main(void)
{
    meeting();
    motion_from_open_to_destroy();
    election_in_pieces();
    secret_restart();
    challenge();
    return checks_end();
}
