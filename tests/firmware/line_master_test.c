/* The line master (protocol 6, 7.5): timing by the formula, blocks, recovery, queue, silence. */
#include "line_bench.h"

static bench b;

static uint16_t slot_us(uint32_t baud, uint8_t flen)
{
    const uint64_t guard_x = 2ULL * 10000000 > 60ULL * baud ? 20000000ULL : 60ULL * baud;   /* guard x baud */
    return (uint16_t)(((flen + 3ULL) * 10000000 + guard_x + baud - 1) / baud);
}

static vh_collect plan_for(uint32_t baud, uint8_t flen, uint8_t count, uint8_t nc)
{
    return (vh_collect){ .epoch = 5, .round = 3, .flen = flen, .slot_us = slot_us(baud, flen), .gap = 20, .first = 1, .count = count, .nc = nc };
}

static void test_sweep_time(void)
{
    static const uint32_t bauds[] = { 115200, 250000, 500000, 1000000 };
    static const uint8_t counts[] = { 60, 125, 188, 250 };
    static const uint8_t lengths[] = { 23, 46, 86, 182 };
    for (size_t i = 0; i < 4; i++)
        for (size_t j = 0; j < 4; j++)
            for (size_t k = 0; k < 4; k++) {
                bench_start(&b, bauds[i]);
                const vh_collect c = plan_for(bauds[i], lengths[k], counts[j], 4);
                vh_line_master_plan(&b.master, 60000, 15, 2, &c, b.now);
                bench_run(&b, 5000000);
                const bench_report *end = bench_find(&b, VH_LINK_SWEEP_END, 0);
                CHECK(end != NULL && end->m.as.sweep_end.tries == 0);
                CHECK(bench_count(&b, VH_LINK_LINE_RX) == counts[j]);
                /* Formula of protocol 6, in microseconds. */
                const uint64_t per_block = 400000U / c.slot_us;
                const uint64_t blocks = (counts[j] + per_block - 1) / per_block;
                const uint64_t guard = bauds[i] == 115200 ? 174 : bauds[i] == 250000 ? 80 : 60;
                const uint64_t nc_us = (290000000ULL + bauds[i] - 1) / bauds[i] + guard;
                const uint64_t wanted = blocks * (260000000ULL / bauds[i] + 2000) + (uint64_t)counts[j] * c.slot_us + 4 * nc_us;
                const uint64_t took = end == NULL ? 0 : end->m.as.sweep_end.time_us - b.frames[0].start;
                CHECK(took * 100 <= wanted * 101 && took * 100 >= wanted * 99);
                CHECK(b.frame_n == blocks);
            }
}

static void test_blocks(void)
{
    bench_start(&b, 115200);
    const vh_collect c = plan_for(115200, 182, 60, 4);
    vh_line_master_plan(&b.master, 60000, 0, 0, &c, b.now);
    bench_run(&b, 3000000);
    uint32_t next = 1;
    for (size_t i = 0; i < b.frame_n; i++) {
        const uint8_t *p = b.frames[i].body + 2;
        CHECK(p[16] == next);
        CHECK((uint32_t)p[17] * c.slot_us <= 400000);
        CHECK(vh_get16(p + 8) == vh_get16(b.frames[0].body + 10));
        CHECK(p[18] == (i + 1 == b.frame_n ? 4 : 0));
        next += p[17];
    }
    CHECK(next == 61 && b.frame_n > 1);
}

static void test_recovery_asks_the_missing_alone(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 125, 4);
    b.deaf_once[7] = b.deaf_once[30] = b.deaf_once[125] = 1;
    b.deaf[90] = true;
    vh_line_master_plan(&b.master, 60000, 15, 2, &c, b.now);
    bench_run(&b, 1000000);
    CHECK(b.frame_n == 3);
    const uint8_t *r = b.frames[1].body;
    CHECK(r[0] == VH_RECOLLECT && r[2 + 16] == 7 && r[2 + 17] == 119 && r[2 + 18] == 0);
    CHECK(b.frames[1].n == 2 + 19 + 15);
    for (uint32_t i = 0; i < 119; i++)
        CHECK(((r[21 + i / 8] >> (i % 8)) & 1) == (i + 7 == 7 || i + 7 == 30 || i + 7 == 90 || i + 7 == 125 ? 1 : 0));
    CHECK(b.frames[2].body[2 + 16] == 90 && b.frames[2].body[2 + 17] == 1);
    CHECK(vh_get16(b.frames[2].body + 10) == vh_get16(b.frames[0].body + 10));
    const bench_report *end = bench_find(&b, VH_LINK_SWEEP_END, 0);
    CHECK(end != NULL && end->m.as.sweep_end.tries == 2 && bench_count(&b, VH_LINK_LINE_RX) == 124);
    for (uint32_t i = 0; i < 256; i++)
        CHECK(end != NULL && ((end->m.as.sweep_end.received[i / 8] >> (i % 8)) & 1) == (i < 125 && i != 89 ? 1 : 0));
}

static void test_off_slot(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 3, 0);
    b.late_us[2] = 100;
    b.late_us[3] = 700;   /* more than half a slot */
    vh_line_master_plan(&b.master, 60000, 0, 0, &c, b.now);
    bench_run(&b, 100000);
    const bench_report *end = bench_find(&b, VH_LINK_SWEEP_END, 0);
    CHECK(end != NULL && end->m.as.sweep_end.received[0] == 3 && end->m.as.sweep_end.off_slot == 1);
    const bench_report *second = bench_find(&b, VH_LINK_LINE_RX, 1);
    CHECK(second != NULL && second->m.as.line_rx.rank == 1);
    CHECK(second != NULL && second->m.as.line_rx.offset_us >= 98 && second->m.as.line_rx.offset_us <= 102);
}

static void test_uplink_full_counts_as_missing(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 3, 0);
    b.uplink_full = true;
    vh_line_master_plan(&b.master, 60000, 0, 1, &c, b.now);
    bench_run(&b, 100000);
    const bench_report *end = bench_find(&b, VH_LINK_SWEEP_END, 0);
    CHECK(end != NULL && end->m.as.sweep_end.received[0] == 0 && end->m.as.sweep_end.tries == 1);
}

static void test_pauses(void)
{
    static const struct { uint8_t kind; uint16_t wait_ms; uint32_t pause; } cases[] = {
        { VH_OPEN, 0, 20000 }, { VH_CLOSE, 0, 5000 }, { VH_ACKVEC, 0, 500 }, { VH_MACVEC, 0, 2000 },
        { VH_OBJ_END, 0, 200000 }, { VH_OBJ_CHUNK, 0, 500 }, { VH_LAMP, 7, 7000 }, { VH_OPEN, 3, 20000 },
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bench_start(&b, 250000);
        const uint8_t frame[24] = { cases[i].kind, 0 };
        CHECK(bench_send(&b, frame, sizeof frame, false, cases[i].wait_ms, 0, 1) == VH_SENT_OK);
        CHECK(bench_send(&b, frame, sizeof frame, false, 0, 0, 2) == VH_SENT_OK);
        bench_run(&b, 500000);
        CHECK(b.frame_n == 2 && b.frames[1].start - b.frames[0].end == cases[i].pause);
        const bench_report *sent = bench_find(&b, VH_LINK_SENT, 1);
        CHECK(sent != NULL && sent->m.as.sent.seq == 2 && sent->m.as.sent.result == VH_SENT_OK && sent->m.as.sent.time_us == b.frames[1].end);
    }
}

static void test_reply_ends_the_wait(void)
{
    const uint8_t frame[44] = { VH_KEYS, 17 };
    bench_start(&b, 250000);
    b.answer_kind = VH_ACKU;
    CHECK(bench_send(&b, frame, sizeof frame, true, 50, 3, 9) == VH_SENT_OK);
    bench_run(&b, 300000);
    CHECK(b.frame_n == 1);
    CHECK(b.report_n == 2 && b.reports[0].m.kind == VH_LINK_LINE_RX && b.reports[1].m.kind == VH_LINK_SENT);
    CHECK(b.reports[0].m.as.line_rx.rank == VH_LINK_NO_RANK && b.reports[0].body[0] == VH_ACKU && b.reports[0].body[1] == 17);

    bench_start(&b, 250000);
    CHECK(bench_send(&b, frame, sizeof frame, true, 30, 3, 9) == VH_SENT_OK);
    bench_run(&b, 300000);
    CHECK(b.frame_n == 4 && b.frames[1].start - b.frames[0].end == 30000);
    CHECK(bench_count(&b, VH_LINK_SENT) == 1);
}

static void test_discover_listens_to_the_whole_window(void)
{
    const uint8_t frame[17] = { VH_DISCOVER, 251 };
    bench_start(&b, 250000);
    b.answer_kind = VH_HELLO;
    CHECK(bench_send(&b, frame, sizeof frame, true, 400, 0, 1) == VH_SENT_OK);
    bench_run(&b, 399000);
    CHECK(bench_count(&b, VH_LINK_LINE_RX) == 1 && bench_count(&b, VH_LINK_SENT) == 0);
    bench_run(&b, 10000);
    CHECK(bench_count(&b, VH_LINK_SENT) == 1);
}

static void test_queue_limit(void)
{
    const uint8_t frame[24] = { VH_OBJ_CHUNK, 0 };
    bench_start(&b, 250000);
    for (int i = 0; i < VH_SEND_QUEUE; i++) CHECK(bench_send(&b, frame, sizeof frame, false, 0, 0, 1) == VH_SENT_OK);
    CHECK(bench_send(&b, frame, sizeof frame, false, 0, 0, 1) == VH_SENT_QUEUE_FULL);
    const uint8_t long_frame[239] = { VH_OBJ_CHUNK, 0 };
    bench_run(&b, 500000);
    CHECK(bench_send(&b, long_frame, sizeof long_frame, false, 0, 0, 1) == VH_SENT_TOO_LONG);
    CHECK(bench_count(&b, VH_LINK_SENT) == VH_SEND_QUEUE);
}

static void test_period_and_tail(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 60, 0);
    vh_line_master_plan(&b.master, 200, 15, 0, &c, b.now);
    bench_run(&b, 1000000);
    for (size_t i = 1; i < b.frame_n; i++) CHECK(b.frames[i].start - b.frames[i - 1].start == 200000);
    CHECK(b.frame_n == 5 || b.frame_n == 6);

    /* Continuous: the tail after a sweep is free for what it causes. */
    bench_start(&b, 250000);
    vh_line_master_plan(&b.master, 0, 15, 0, &c, b.now);
    bench_run(&b, 500000);
    const bench_report *end = bench_find(&b, VH_LINK_SWEEP_END, 0);
    CHECK(end != NULL && b.frames[1].start - end->m.as.sweep_end.time_us == 15000);

    /* A queue that never empties delays a due sweep by the tail and not for ever. */
    bench_start(&b, 250000);
    const uint8_t chunk[153] = { VH_OBJ_CHUNK, 0 };
    vh_line_master_plan(&b.master, 100, 15, 0, &c, b.now);
    for (int i = 0; i < 100; i++) {
        while (bench_send(&b, chunk, sizeof chunk, false, 0, 0, 1) == VH_SENT_OK) { }
        bench_run(&b, 10000);
    }
    size_t beacons = 0;
    for (size_t i = 0; i < b.frame_n; i++) beacons += b.frames[i].body[0] == VH_COLLECT ? 1 : 0;
    CHECK(beacons >= 6 && b.frame_n > 2 * beacons);
}

static void test_plan_stop(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 60, 4);
    vh_line_master_plan(&b.master, 0, 15, 2, &c, b.now);
    bench_run(&b, 10000);
    vh_line_master_plan_stop(&b.master, b.now);
    bench_run(&b, 1000000);
    CHECK(b.frame_n == 1 && bench_count(&b, VH_LINK_SWEEP_END) == 1);
}

static void babble(uint32_t us)
{
    const uint32_t from = b.now;
    for (uint32_t at = 0; at < us; at += 40) b.bytes[b.byte_to++] = (bench_byte){ from + at, (uint8_t)(at % 250 + 1) };
}

static void test_noise(void)
{
    bench_start(&b, 250000);
    bench_run(&b, 100000);
    babble(1500000);
    bench_run(&b, 1400000);
    CHECK(b.report_n >= 3);
    CHECK(b.reports[0].m.as.line_event.event == VH_LINE_EVENT_BUSY);
    CHECK(b.reports[1].m.as.line_event.event == VH_LINE_EVENT_STUCK_DRIVER);
    CHECK(b.reports[1].m.as.line_event.time_us - b.reports[0].m.as.line_event.time_us == 100000);
    CHECK(b.reports[2].m.as.line_event.event == VH_LINE_EVENT_DOWN);
    CHECK(b.master.state == VH_LINE_DOWN);
    const uint8_t frame[24] = { VH_LAMP, 0 };
    CHECK(bench_send(&b, frame, sizeof frame, false, 0, 0, 1) == VH_SENT_LINE_DOWN);
    bench_run(&b, 300000);
    CHECK(b.reports[b.report_n - 1].m.as.line_event.event == VH_LINE_EVENT_UP && b.master.state == VH_LINE_GAP);
    /* The silence check: 20 ms after the last byte. */
    CHECK(b.reports[b.report_n - 1].m.as.line_event.time_us - b.master.last_rx == 20000);
}

static void test_lease_lost(void)
{
    bench_start(&b, 250000);
    const vh_collect c = plan_for(250000, 23, 60, 4);
    const uint8_t frame[24] = { VH_LAMP, 0 };
    vh_line_master_plan(&b.master, 0, 15, 2, &c, b.now);
    bench_run(&b, 10000);
    CHECK(bench_send(&b, frame, sizeof frame, false, 0, 0, 4) == VH_SENT_OK);
    vh_line_master_lease(&b.master, false, b.now);
    const bench_report *sent = bench_find(&b, VH_LINK_SENT, 0);
    CHECK(sent != NULL && sent->m.as.sent.result == VH_SENT_NO_LEASE);
    bench_run(&b, 1000000);
    CHECK(b.frame_n == 1);
    /* The next holder starts with a silence check and without the former plan. */
    vh_line_master_lease(&b.master, true, b.now);
    bench_run(&b, 1000000);
    CHECK(b.frame_n == 1 && b.master.state == VH_LINE_GAP);
}

int main(void)
{
    test_sweep_time();
    test_blocks();
    test_recovery_asks_the_missing_alone();
    test_off_slot();
    test_uplink_full_counts_as_missing();
    test_pauses();
    test_reply_ends_the_wait();
    test_discover_listens_to_the_whole_window();
    test_queue_limit();
    test_period_and_tail();
    test_plan_stop();
    test_noise();
    test_lease_lost();
    return checks_end();
}
