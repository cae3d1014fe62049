/* The bridge link (protocol 10): every message survives its bytes, and no bytes whatever do harm (invariant I15). */
#include "check.h"
#include "vh_link.h"
#include "vh_bytes.h"

static uint64_t state = 0x2545F4914F6CDD1DULL;

static uint32_t chance(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return (uint32_t)(state >> 32);
}

static const uint8_t kinds[] = { 1, 2, 3, 4, 5, 6, 7, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87 };

/* Fixed payload sizes of protocol 10, written down a second time. */
static size_t size_of(uint8_t kind)
{
    switch (kind) {
    case 1: return 4 + 8 + 1;
    case 2: return 4 + 4 + 1;
    case 3: return 4 + 2 + 2 + 1 + 19;
    case 4: return 4;
    case 5: return 4 + 1 + 2 + 1 + 20;
    case 6: return 4 + 2;
    case 7: return 0;
    case 0x81: return 4 + 8 + 4 + 1 + 1 + 4;
    case 0x82: return 4 + 1 + 2 + 20;
    case 0x83: return 4 + 2 + 1 + 1 + 1 + 1 + 32 + 2 + 2;
    case 0x84: return 2 + 4 + 1;
    case 0x85: return 1 + 4 + 2;
    case 0x86: return 4 + 4 + 4 + 4 + 2 + 2;
    default: return 4 + 1;
    }
}

static void make_plausible(uint8_t kind, uint8_t *body)
{
    for (size_t i = 0; i < 4 + size_of(kind); i++) body[i] = (uint8_t)chance();
    body[0] = kind;
    if (kind == 2) body[4 + 8] = (uint8_t)(chance() & 1);
    if (kind == 5) body[4 + 4] = (uint8_t)(chance() & 1);
    if (kind == 0x85) body[4] = (uint8_t)(chance() & 1);
    if (kind == 3) {
        uint8_t *c = body + 4 + 9;
        c[12] = (uint8_t)(4 + chance() % 237);
        c[13] |= 1;
        c[16] = (uint8_t)(1 + chance() % 250);
        c[17] = (uint8_t)(chance() % (uint32_t)(252 - c[16]));
        c[18] = (uint8_t)(1U << (chance() % 8));
    }
}

static void test_round_trip(void)
{
    for (size_t k = 0; k < sizeof kinds; k++) {
        for (int i = 0; i < 200; i++) {
            uint8_t body[VH_LINK_BODY_MAX], again[VH_LINK_BODY_MAX];
            vh_link_message m;
            const size_t n = 4 + size_of(kinds[k]);
            make_plausible(kinds[k], body);
            CHECK(vh_link_decode(body, n, &m) == VH_LINK_OK);
            CHECK(vh_link_encode(&m, again) == n);
            CHECK(memcmp(body, again, n) == 0);
            CHECK(kinds[k] == 5 || kinds[k] == 0x82 || vh_link_decode(body, n - 1, &m) == VH_LINK_LEN_BAD);
            CHECK(kinds[k] == 5 || kinds[k] == 0x82 || vh_link_decode(body, n + 1, &m) == VH_LINK_LEN_BAD);
        }
    }
}

static void test_wire(void)
{
    vh_link_message m = { .kind = VH_LINK_LEASE, .line = 0, .seq = 0x0102 };
    m.as.lease.epoch = 7;
    m.as.lease.ttl_ms = 1000;
    uint8_t wire[VH_LINK_WIRE_MAX];
    const size_t n = vh_link_wire(&m, wire);
    CHECK(n == 4 + 6 + 2 + 3);
    vh_frame_receiver r;
    vh_frame_link_receiver(&r);
    int bodies = 0;
    for (size_t i = 0; i < n; i++)
        if (vh_frame_push(&r, wire[i]) == VH_FRAME_BODY) bodies++;
    CHECK(bodies == 1);
    const uint8_t expected[] = { 6, 0, 2, 1, 7, 0, 0, 0, 0xE8, 3 };
    CHECK(r.length == sizeof expected + 2 && memcmp(r.buffer, expected, sizeof expected) == 0);
}

static void test_limits(void)
{
    uint8_t line_body[VH_LINK_LINE_BODY_MAX + 1] = { 0x81 };
    uint8_t wire[VH_LINK_WIRE_MAX];
    vh_link_message m = { .kind = VH_LINK_SEND };
    m.as.send.body = line_body;
    m.as.send.n = VH_LINK_LINE_BODY_MAX;
    CHECK(vh_link_wire(&m, wire) == VH_LINK_LINE_BODY_MAX + 4 + 8 + 2 + 3);
    m.as.send.n++;
    CHECK(vh_link_wire(&m, wire) == 0);
    m.as.send.n = 1;
    CHECK(vh_link_wire(&m, wire) == 0);
    m.kind = 0x55;
    CHECK(vh_link_wire(&m, wire) == 0);
    uint8_t unknown[] = { 0x55, 0, 0, 0 };
    CHECK(vh_link_decode(unknown, 4, &m) == VH_LINK_KIND_UNKNOWN);
    CHECK(vh_link_decode(unknown, 3, &m) == VH_LINK_LEN_BAD);
}

static void test_collect_refusals(void)
{
    const vh_collect good = { .epoch = 1, .round = 2, .flen = 23, .slot_us = 1120, .gap = 20, .first = 1, .count = 250, .nc = 4 };
    uint8_t p[VH_LINK_PLAN_COLLECT];
    vh_collect c;
    vh_collect_write(&good, p);
    CHECK(vh_collect_parse(p, &c));
    const struct { int at; uint8_t value; } bad[] = { { 12, 3 }, { 12, 241 }, { 16, 0 }, { 16, 2 }, { 17, 251 }, { 18, 3 }, { 18, 255 } };
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        vh_collect_write(&good, p);
        p[bad[i].at] = bad[i].value;
        CHECK(!vh_collect_parse(p, &c));
    }
    vh_collect_write(&good, p);
    p[13] = p[14] = 0;
    CHECK(!vh_collect_parse(p, &c));
}

static void test_garbage(void)
{
    int accepted = 0;
    for (int i = 0; i < 1000000; i++) {
        uint8_t body[300], again[VH_LINK_BODY_MAX];
        size_t n = chance() % 260;
        if ((i & 1) == 0) {
            const uint8_t kind = kinds[chance() % sizeof kinds];
            make_plausible(kind, body);
            n = 4 + size_of(kind);
            body[chance() % n] = (uint8_t)chance();
        } else {
            for (size_t b = 0; b < n; b++) body[b] = (uint8_t)chance();
        }
        /* Exactly n bytes on the heap: an overread is a sanitizer report. */
        uint8_t *exact = malloc(n > 0 ? n : 1);
        if (exact == NULL) return;
        memcpy(exact, body, n);
        vh_link_message m;
        if (vh_link_decode(exact, n, &m) == VH_LINK_OK) {
            const size_t size = vh_link_encode(&m, again);
            const size_t tail = m.kind == VH_LINK_SEND ? m.as.send.n : m.kind == VH_LINK_LINE_RX ? m.as.line_rx.n : 0;
            const bool too_long = tail > VH_LINK_LINE_BODY_MAX && size == 0;
            if (!(too_long || (size == n && memcmp(again, exact, n) == 0))) CHECK(!"decoded bytes differ from encoded ones");
            accepted++;
        }
        free(exact);
    }
    CHECK(accepted > 100000);
}

int main(void)
{
    test_round_trip();
    test_wire();
    test_limits();
    test_collect_refusals();
    test_garbage();
    return checks_end();
}
