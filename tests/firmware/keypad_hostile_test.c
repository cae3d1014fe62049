/* What nobody signed changes nothing: every authenticated frame with any one bit flipped (I18), replays, and a
   million random or mutated bodies into every decoder and into a keypad (I15). Fixed seed. */
#include "bench.h"


static bench b;
static bench before;
static uint8_t paper[16384];
static uint64_t state = 0x9E3779B97F4A7C15u;

static uint32_t any(uint32_t below)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 16) % below;
}

/* The receiver and the counters may move, and the clock; nothing else. */
static bool unchanged(void)
{
    vh_keypad *now = &b.k;
    vh_keypad *then = &before.k;
    then->rx = now->rx;
    then->tag_bad = now->tag_bad;
    then->len_bad = now->len_bad;
    then->kind_unknown = now->kind_unknown;
    then->second_us = now->second_us;
    then->uptime_s = now->uptime_s;
    return memcmp(now, then, sizeof *now) == 0 && memcmp(b.cell_n, before.cell_n, sizeof b.cell_n) == 0
           && b.transmissions == before.transmissions && b.lamp == before.lamp;
}

static void remember(void)
{
    memcpy(&before, &b, sizeof b);
}

static void running_secret_round(void)
{
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    bench_new(&b);
    bench_join(&b, 5);
    CHECK(bench_meet(&b));
    bench_paper(&b, 1, paper, paper_bytes(paper, VH_PAPER_CASTS_AT_ONCE | VH_PAPER_SECRET_ALLOWED, 12, &g, 1));
    bench_round(&b, 9, VH_MODE_SECRET, 0);
    bench_key(&b, VH_KEY_FOR);
}

/* Flips each bit in front of the CRC (which is made good again, as an attacker would). */
static void flip_all(const char *name, const uint8_t *body, size_t n)
{
    uint8_t forged[VH_LINE_BODY_MAX];
    remember();
    for (size_t bit = 0; bit < (n - 2) * 8; bit++) {
        memcpy(forged, body, n);
        forged[bit / 8] ^= (uint8_t)(1u << (bit % 8));
        if (bit < 8 && (forged[0] < VH_OPEN || (forged[0] >= VH_DISCOVER && forged[0] <= VH_ASSIGN)
                        || forged[0] == VH_BLINK)) {
            continue; /* became an open kind: checked by length, not by tag */
        }
        vh_frame_finish(forged, n - 2);
        bench_hear(&b, forged, n);
        if (!unchanged()) {
            CHECK_FOR(name, false);
            return;
        }
    }
    CHECK_FOR(name, true);
}

static void flipped_bits(void)
{
    uint8_t body[VH_LINE_BODY_MAX], p[232];
    running_secret_round();
    bench_open_payload(&b, 10, VH_MODE_SECRET, 0, p);
    flip_all("OPEN", body, bench_group_body(&b, VH_OPEN, p, 74, body));
    bench_open_payload(&b, 9, VH_MODE_SECRET, 0, p);
    memset(p, 0x0A, 12);
    vh_put32(p, 9);
    flip_all("CLOSE", body, bench_group_body(&b, VH_CLOSE, p, 12, body));
    p[4] = VH_COMMIT_VOID;
    flip_all("COMMIT", body, bench_group_body(&b, VH_COMMIT, p, 5, body));
    p[4] = 17;
    p[5] = 1;
    vh_put16(p + 6, (uint16_t)(1u ^ vh_key_ack_pad(b.suite, b.sk, b.ctx, b.epoch, b.g_seq + 1)));
    flip_all("ACKVEC", body, bench_group_body(&b, VH_ACKVEC, p, 8, body));
    b.u_seq++;
    memset(p, 6, 22);
    p[16] = VH_SUITE_INTL;
    p[17] = 1;
    size_t n = vh_unicast_build(b.suite, b.sk, VH_KEYS, b.slot, (vh_order){b.epoch, b.u_seq}, p, 22, body);
    flip_all("KEYS", body, n);
    p[0] = 0;
    n = vh_unicast_build(b.suite, b.sk, VH_RELEASE, b.slot, (vh_order){b.epoch, b.u_seq}, p, 1, body);
    flip_all("RELEASE", body, n);
    uint8_t nonce[16];
    memcpy(nonce, b.nonce_s, 16);
    n = bench_admit_body(&b, 9, body);
    memcpy(b.nonce_s, nonce, 16);
    flip_all("ADMIT", body, n);
    /* The true frame works once, and its replay not at all. */
    memset(p, 0x0A, 12);
    vh_put32(p, 9);
    n = bench_group_body(&b, VH_CLOSE, p, 12, body);
    bench_hear(&b, body, n);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED);
    remember();
    bench_hear(&b, body, n);
    CHECK(unchanged());
}

static void random_bodies_to_decoders(void)
{
    uint8_t body[256], out[512];
    size_t written;
    vh_paper parsed;
    vh_span payload;
    vh_order order;
    uint32_t ctr;
    const vh_binding binding = {{0}, {0}};
    const vh_suite *suite = vh_suite_find(VH_SUITE_INTL);
    const uint8_t key[32] = {1};
    int opened = 0;
    for (int i = 0; i < 1000000; i++) {
        size_t n = any(i % 8 == 0 ? 256 : 40);
        for (size_t j = 0; j < n; j += 8) {
            uint32_t word = any(0xFFFFFFFFu);
            for (size_t k = 0; k < 8 && j + k < n; k++) {
                body[j + k] = (uint8_t)(word >> (4 * k));
            }
        }
        (void)vh_cobs_decode(body, n, out, 256, &written);
        (void)vh_frame_check(body, n, VH_LINE_BODY_MAX);
        (void)vh_order_read(body, n, &order);
        opened += vh_paper_parse(body, n, &parsed) == VH_OK;
        if (i % 16 == 0) {
            opened += vh_group_open(suite, key, body, n, &payload) == VH_OK;
            opened += vh_unicast_open(suite, key, body, n, out, &written) == VH_OK;
            opened += vh_session_open(suite, key, &binding, body, n, &ctr, out, &written) == VH_OK;
            opened += vh_handshake_open(suite, key, "adm1", body, n, (vh_span){NULL, 0}, &payload) == VH_OK;
        }
    }
    CHECK(opened == 0);
}

/* Mutated sound papers: parse or not, and if so every accessor stays inside (the sanitizer watches). */
static void mutated_papers(void)
{
    const paper_group g[2] = {{20, 3, 3, 0, 5, 0, 1}, {10, 1, 0, 1, 2, 0, 1}};
    uint8_t *exact;
    uint8_t base[1024];
    vh_paper parsed;
    vh_entry entry;
    size_t size = paper_bytes(base, 0, 12, g, 2);
    for (int i = 0; i < 60000; i++) {
        exact = malloc(size);
        memcpy(exact, base, size);
        for (uint32_t m = any(3); m < 3; m++) {
            exact[any((uint32_t)(i % 2 == 0 ? 60 : size))] = (uint8_t)any(256);
        }
        if (vh_paper_parse(exact, size, &parsed) == VH_OK) {
            uint8_t vector[VH_VECTOR_MAX];
            uint16_t codes[16];
            vh_entry_start(&entry, &parsed);
            for (int key = 0; key < 60; key++) {
                (void)vh_entry_key(&entry, &parsed, (uint8_t)any(8));
            }
            vh_entry_vector(&entry, &parsed, vector);
            for (uint16_t row = 0; row < parsed.rows; row++) {
                (void)vh_paper_string(&parsed, vh_paper_row_string(&parsed, row), codes, 16);
            }
        }
        free(exact);
    }
    CHECK(true);
}

/* Bodies with a good CRC, most of them of a known kind and the right length, into a running keypad. */
static void random_bodies_to_a_keypad(void)
{
    static const uint8_t sizes[] = {36, 29, 30, 98, 155, 46, 76, 26, 44, 70, 82, 25};
    uint8_t body[VH_LINE_BODY_MAX], wire[VH_LINE_WIRE_MAX];
    uint16_t codes[8];
    running_secret_round();
    remember();
    for (int i = 0; i < 200000; i++) {
        size_t n = any(4) == 0 ? 4 + any(237) : sizes[any(sizeof sizes)];
        for (size_t j = 0; j < n; j++) {
            body[j] = (uint8_t)any(256);
        }
        body[0] = (uint8_t)(VH_OPEN + any(0x1A)); /* COLLECT is open to all and answers */
        if (body[0] == VH_DISCOVER || body[0] == VH_ASSIGN || body[0] == VH_BLINK) {
            body[0] = VH_CLOSE;
        }
        body[1] = any(2) == 0 ? 0 : 17;
        vh_put32(body + 2, any(2) == 0 ? 5 : 6);
        vh_frame_finish(body, n - 2);
        size_t wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
        if (any(16) == 0) {
            wire[any((uint32_t)wire_n)] = (uint8_t)any(256);
        }
        vh_keypad_receive_block(&b.k, wire, wire_n, b.now);
    }
    CHECK(unchanged());
    for (uint8_t line = 0; line < 5; line++) {
        vh_keypad_text(&b.k, line, codes);
    }
    /* Open beacons of any content: at most an answer, never another state. */
    for (int i = 0; i < 20000; i++) {
        for (size_t j = 2; j < 60; j++) {
            body[j] = (uint8_t)any(256);
        }
        body[0] = any(2) == 0 ? VH_COLLECT : VH_RECOLLECT;
        body[1] = 0;
        vh_put32(body + 2, 5);
        vh_put32(body + 6, any(2) == 0 ? 9 : any(20));
        body[12] = (uint8_t)any(6);
        body[18] = (uint8_t)any(30);
        body[19] = (uint8_t)any(40);
        size_t n = body[0] == VH_COLLECT ? 23 : 23 + (body[19] + 7u) / 8u;
        vh_frame_finish(body, n - 2);
        bench_hear(&b, body, n);
        bench_run(&b, 1000);
    }
    b.k.reply.armed = false;
    CHECK(memcmp(&b.k.current, &before.k.current, sizeof b.k.current) == 0);
    CHECK(memcmp(&b.k.meeting, &before.k.meeting, sizeof b.k.meeting) == 0);
    CHECK(b.k.round_state == before.k.round_state && b.k.rev == before.k.rev && b.k.max_epoch == before.k.max_epoch);
}

int main(void)
{
    flipped_bits();
    random_bodies_to_decoders();
    mutated_papers();
    random_bodies_to_a_keypad();
    return checks_end();
}
