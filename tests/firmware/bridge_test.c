/* The bridge (protocol 7.2, 10): hello, lease, epoch fence over restarts, refusals. The test plays the server. */
#include "check.h"
#include "vh_bridge.h"
#include "vh_bytes.h"
#include "vh_kinds.h"

enum { LINES = 2, HEARD = 200 };

static vh_bridge bridge;
static vh_line_master lines[LINES];
static uint32_t now;
static uint8_t fence[VH_FENCE_BYTES];
static size_t fence_n;
static bool flash_broken, uplink_full;
static vh_link_message heard[HEARD];
static size_t heard_n;
static size_t transmitted[LINES];
static uint32_t baud_set[LINES];
static const uint8_t uid[8] = { 1, 2, 3, 4, 5, 6, 7, 8 };
static const uint8_t a1[8] = { 0xA1 }, a2[8] = { 0xA2 };

static void transmit(void *ctx, uint8_t line, const uint8_t *wire, size_t n)
{
    (void)ctx;
    (void)wire;
    (void)n;
    transmitted[line]++;
}

static void set_baud(void *ctx, uint8_t line, uint32_t baud)
{
    (void)ctx;
    baud_set[line] = baud;
}

static bool uplink_write(void *ctx, const uint8_t *bytes, size_t n)
{
    (void)ctx;
    if (uplink_full) return false;
    vh_frame_receiver r;
    vh_frame_link_receiver(&r);
    for (size_t i = 0; i < n; i++) {
        if (vh_frame_push(&r, bytes[i]) != VH_FRAME_BODY) continue;
        CHECK(heard_n < HEARD && vh_link_decode(r.buffer, r.length - 2U, &heard[heard_n]) == VH_LINK_OK);
        heard_n++;
    }
    return true;
}

static bool persist(void *ctx, const uint8_t *bytes, size_t n)
{
    (void)ctx;
    if (flash_broken) return false;
    memcpy(fence, bytes, n);
    fence_n = n;
    return true;
}

static size_t restore(void *ctx, uint8_t *bytes, size_t cap)
{
    (void)ctx;
    memcpy(bytes, fence, fence_n < cap ? fence_n : cap);
    return fence_n;
}

static const vh_bridge_hal hal = { transmit, set_baud, uplink_write, persist, restore };

static void say(vh_link_message m)
{
    uint8_t wire[VH_LINK_WIRE_MAX];
    const size_t n = vh_link_wire(&m, wire);
    CHECK(n > 0);
    for (size_t i = 0; i < n; i++) vh_bridge_uplink(&bridge, wire[i], now);
}

static void pass(uint32_t us)
{
    const uint32_t until = now + us;
    uint32_t due = 0;
    while (vh_bridge_next(&bridge, now, &due) && vh_time_reached(until, due)) {
        if (vh_time_reached(due, now)) now = due;
        vh_bridge_step(&bridge, now);
    }
    now = until;
}

static void hello(const uint8_t node[8])
{
    vh_link_message m = { .kind = VH_LINK_B_HELLO };
    m.as.hello.version = 1;
    vh_copy(m.as.hello.node, node, 8);
    say(m);
}

/* Asks for a lease and returns whether it was granted. */
static bool lease(uint32_t epoch, uint16_t ttl_ms)
{
    vh_link_message m = { .kind = VH_LINK_LEASE };
    m.as.lease.epoch = epoch;
    m.as.lease.ttl_ms = ttl_ms;
    say(m);
    CHECK(heard[heard_n - 1].kind == VH_LINK_LEASE_R);
    return heard[heard_n - 1].as.lease_r.granted;
}

static void configure(uint8_t line, uint32_t epoch, uint32_t baud)
{
    vh_link_message m = { .kind = VH_LINK_LINE_CFG, .line = line };
    m.as.line_cfg.epoch = epoch;
    m.as.line_cfg.baud = baud;
    m.as.line_cfg.enable = true;
    say(m);
}

/* Queues a frame and returns the SENT result. */
static uint8_t send(uint8_t line, uint32_t epoch)
{
    static const uint8_t body[24] = { VH_LAMP, 0 };
    vh_link_message m = { .kind = VH_LINK_SEND, .line = line, .seq = 77 };
    m.as.send.epoch = epoch;
    m.as.send.body = body;
    m.as.send.n = sizeof body;
    say(m);
    pass(5000);
    for (size_t i = heard_n; i-- > 0;)
        if (heard[i].kind == VH_LINK_SENT && heard[i].as.sent.seq == 77) return heard[i].as.sent.result;
    return 0xFF;
}

static void start(void)
{
    vh_bridge_start(&bridge, &hal, NULL, lines, LINES, uid, 0x00010002, now);
    heard_n = 0;
    transmitted[0] = transmitted[1] = 0;
}

static void fresh(void)
{
    fence_n = 0;
    flash_broken = uplink_full = false;
    now = 0xFFFFFFFFU - 500000U;
    start();
}

static void test_hello(void)
{
    fresh();
    hello(a1);
    CHECK(heard_n == 1 && heard[0].kind == VH_LINK_B_HELLO_R && heard[0].as.hello_r.lines == LINES);
    CHECK(memcmp(heard[0].as.hello_r.uid, uid, 8) == 0 && heard[0].as.hello_r.clock_us == now && heard[0].as.hello_r.version == 1);
}

static void test_lease_rules(void)
{
    fresh();
    CHECK(!lease(5, 1000));             /* nobody said hello */
    hello(a1);
    CHECK(!lease(0, 1000));
    CHECK(lease(5, 1000));
    CHECK(lease(5, 1000));              /* the holder renews */
    CHECK(!lease(3, 1000));
    hello(a2);
    CHECK(!lease(6, 1000));             /* one lease at a time */
    pass(1001000);
    CHECK(!lease(5, 1000));             /* equal only to the node that had it */
    CHECK(lease(6, 1000));
    CHECK(heard[heard_n - 1].as.lease_r.epoch == 6 && heard[heard_n - 1].as.lease_r.left_ms == 1000);
    CHECK(lease(6, 9000) && heard[heard_n - 1].as.lease_r.left_ms == VH_LINK_LEASE_MS_MAX);
}

static void test_fence_survives_restart(void)
{
    fresh();
    hello(a2);
    CHECK(lease(40, 1000));
    start();
    hello(a1);
    CHECK(heard[0].as.hello_r.epoch == 40);
    CHECK(!lease(39, 1000));
    CHECK(!lease(40, 1000));
    CHECK(lease(41, 1000));
}

static void test_not_durable_not_granted(void)
{
    fresh();
    hello(a1);
    flash_broken = true;
    CHECK(!lease(5, 1000));
    CHECK(heard[heard_n - 1].as.lease_r.epoch == 0);
}

static void test_send_results(void)
{
    fresh();
    hello(a1);
    CHECK(send(1, 5) == VH_SENT_NO_LEASE);
    CHECK(lease(5, 1500));
    CHECK(send(1, 5) == VH_SENT_LINE_DOWN);
    configure(1, 5, 250000);
    pass(30000);
    CHECK(send(1, 4) == VH_SENT_OLD_EPOCH);
    CHECK(send(1, 5) == VH_SENT_OK && transmitted[0] == 1);
    CHECK(send(2, 5) == VH_SENT_LINE_DOWN && send(3, 5) == VH_SENT_LINE_DOWN && send(0, 5) == VH_SENT_LINE_DOWN);
    hello(a2);
    CHECK(send(1, 5) == VH_SENT_NO_LEASE && transmitted[0] == 1);
    hello(a1);
    pass(1500000);
    CHECK(send(1, 5) == VH_SENT_NO_LEASE && transmitted[0] == 1);
}

static void test_configure(void)
{
    fresh();
    hello(a1);
    configure(1, 5, 500000);
    CHECK(baud_set[0] == 0 && lines[0].baud == 250000);
    CHECK(lease(5, 1500));
    configure(1, 5, 123456);
    CHECK(lines[0].baud == 250000);
    configure(1, 5, 500000);
    CHECK(baud_set[0] == 500000);
    pass(25000);
    CHECK(heard[heard_n - 1].kind == VH_LINK_LINE_EVENT && heard[heard_n - 1].as.line_event.event == VH_LINE_EVENT_UP);
    const size_t before = heard_n;
    configure(1, 5, 500000);            /* said again: the line stays up */
    pass(25000);
    CHECK(heard_n == before && lines[0].state == VH_LINE_GAP);
}

static void test_plan_runs_and_ends_with_the_lease(void)
{
    fresh();
    hello(a1);
    CHECK(lease(5, 1000));
    configure(1, 5, 250000);
    vh_link_message plan = { .kind = VH_LINK_PLAN, .line = 1 };
    plan.as.plan.epoch = 4;
    plan.as.plan.period_ms = 100;
    plan.as.plan.collect = (vh_collect){ .epoch = 5, .flen = 23, .slot_us = 1120, .gap = 20, .first = 1, .count = 10 };
    say(plan);
    pass(50000);
    CHECK(transmitted[0] == 0);         /* old epoch */
    plan.as.plan.epoch = 5;
    say(plan);
    pass(500000);
    CHECK(transmitted[0] == 5 || transmitted[0] == 6);
    pass(600000);
    const size_t sent = transmitted[0];
    pass(1000000);
    CHECK(transmitted[0] == sent);
}

static void test_a_new_epoch_ends_the_plans_of_the_old(void)
{
    fresh();
    hello(a1);
    CHECK(lease(5, 1500));
    configure(1, 5, 250000);
    vh_link_message plan = { .kind = VH_LINK_PLAN, .line = 1 };
    plan.as.plan.epoch = 5;
    plan.as.plan.period_ms = 100;
    plan.as.plan.collect = (vh_collect){ .epoch = 5, .flen = 23, .slot_us = 1120, .gap = 20, .first = 1, .count = 10 };
    say(plan);
    pass(250000);
    const size_t sent = transmitted[0];
    CHECK(sent >= 2 && lease(7, 1500));
    pass(500000);
    CHECK(transmitted[0] == sent && lines[0].state == VH_LINE_GAP);
}

static void test_stats_and_full_uplink(void)
{
    fresh();
    hello(a1);
    vh_link_message m = { .kind = VH_LINK_STATS_REQ };
    say(m);
    CHECK(heard_n == 3 && heard[1].kind == VH_LINK_STATS && heard[1].line == 1 && heard[2].line == 2);
    uplink_full = true;
    hello(a1);
    CHECK(heard_n == 3 && bridge.uplink_lost == 1);
}

static void test_garbage_changes_nothing(void)
{
    uint64_t x = 88172645463325252ULL;
    fresh();
    hello(a1);
    const size_t before = heard_n;
    for (int i = 0; i < 2000000; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        vh_bridge_uplink(&bridge, (uint8_t)(x >> 33), now);
        vh_bridge_line_rx(&bridge, (uint8_t)(x >> 50) % 3, (uint8_t)(x >> 41), now);
    }
    CHECK(bridge.highest_epoch == 0 && !bridge.lease_held && transmitted[0] == 0);
    CHECK(heard_n == before);
}

int main(void)
{
    test_hello();
    test_lease_rules();
    test_fence_survives_restart();
    test_not_durable_not_granted();
    test_send_results();
    test_configure();
    test_plan_runs_and_ends_with_the_lease();
    test_a_new_epoch_ends_the_plans_of_the_old();
    test_stats_and_full_uplink();
    test_garbage_changes_nothing();
    return checks_end();
}
