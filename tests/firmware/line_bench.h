/* A line master on the bench: captured frames and reports, keypads that answer by the arithmetic of protocol 6 (written
 * down here a second time), virtual microseconds. */
#ifndef LINE_BENCH_H
#define LINE_BENCH_H

#include "check.h"
#include "vh_bytes.h"
#include "vh_kinds.h"
#include "vh_line_master.h"

enum { BENCH_BYTES = 200000, BENCH_FRAMES = 400, BENCH_REPORTS = 4000 };

typedef struct {
    uint32_t at;
    uint8_t byte;
} bench_byte;

typedef struct {
    uint32_t start, end;
    uint8_t body[256];
    size_t n;   /* without crc */
} bench_frame;

typedef struct {
    vh_link_message m;
    uint8_t body[256];
} bench_report;

typedef struct {
    vh_line_master master;
    uint32_t now;
    uint32_t baud;
    bench_byte bytes[BENCH_BYTES];   /* to come, in order of time */
    size_t byte_from, byte_to;
    bench_frame frames[BENCH_FRAMES];
    size_t frame_n;
    bench_report reports[BENCH_REPORTS];
    size_t report_n;
    bool deaf[256];                  /* slots that never answer */
    uint8_t deaf_once[256];          /* beacons this slot still misses */
    int32_t late_us[256];
    bool uplink_full;
    uint8_t answer_kind;             /* of unicast frames; 0 = nobody answers */
} bench;

static uint64_t bench_ns(const bench *b, uint64_t characters) { return characters * 10000000000ULL / b->baud; }

static void bench_say(bench *b, uint32_t at, const uint8_t *body, size_t n)
{
    uint8_t framed[256], wire[256];
    vh_copy(framed, body, n);
    const size_t size = vh_frame_wrap(framed, vh_frame_finish(framed, n), wire, sizeof wire);
    for (size_t i = 0; i < size && b->byte_to < BENCH_BYTES; i++)
        b->bytes[b->byte_to++] = (bench_byte){ at + (uint32_t)(bench_ns(b, i + 1) / 1000U), wire[i] };
}

static void bench_answer_sweep(bench *b, const bench_frame *f)
{
    const uint8_t *p = f->body + 2;
    const uint16_t slot_us = vh_get16(p + 13);
    const uint8_t flen = p[12], first = p[16], count = p[17];
    const uint32_t guard = 20000000U / b->baud > 60 ? (20000000U + b->baud - 1) / b->baud : 60;
    uint32_t rank = 0;
    for (uint32_t i = 0; i < count; i++) {
        const bool asked = f->body[0] == VH_COLLECT || ((f->body[21 + i / 8] >> (i % 8)) & 1) != 0;
        const uint8_t slot = (uint8_t)(first + i);
        if (!asked) continue;
        const uint32_t at = f->end + 100U * p[15] + rank++ * slot_us + guard / 2 + (uint32_t)b->late_us[slot];
        if (b->deaf[slot]) continue;
        if (b->deaf_once[slot] > 0) {
            b->deaf_once[slot]--;
            continue;
        }
        uint8_t body[256] = { VH_VOTE, slot };
        bench_say(b, at, body, flen - 2U);
    }
}

static void bench_transmit(void *ctx, uint8_t line, const uint8_t *wire, size_t n)
{
    bench *b = ctx;
    vh_frame_receiver r;
    vh_frame_line_receiver(&r, false);
    CHECK(line == 0);
    CHECK(b->byte_from == b->byte_to || b->bytes[b->byte_from].at >= b->now + 100000U);   /* nobody talked into */
    if (b->frame_n == BENCH_FRAMES) return;
    bench_frame *f = &b->frames[b->frame_n++];
    f->start = b->now;
    f->end = b->now + (uint32_t)((bench_ns(b, n) + 999) / 1000U);
    bool good = false;
    for (size_t i = 0; i < n; i++) good = vh_frame_push(&r, wire[i]) == VH_FRAME_BODY || good;
    CHECK(good);
    f->n = r.length - 2U;
    vh_copy(f->body, r.buffer, f->n);
    if (f->body[0] == VH_COLLECT || f->body[0] == VH_RECOLLECT) bench_answer_sweep(b, f);
    if (b->answer_kind != 0 && f->body[0] > 8) {
        uint8_t body[21] = { b->answer_kind, f->body[1] };
        bench_say(b, f->end + 2000, body, sizeof body);
    }
}

static void bench_set_baud(void *ctx, uint8_t line, uint32_t baud)
{
    (void)line;
    ((bench *)ctx)->baud = baud;
}

static bool bench_report_up(void *ctx, uint8_t line, vh_link_message *m)
{
    bench *b = ctx;
    (void)line;
    if (b->uplink_full && m->kind == VH_LINK_LINE_RX) return false;
    if (b->report_n == BENCH_REPORTS) return true;
    bench_report *r = &b->reports[b->report_n++];
    r->m = *m;
    if (m->kind == VH_LINK_LINE_RX) {
        vh_copy(r->body, m->as.line_rx.body, m->as.line_rx.n);
        r->m.as.line_rx.body = r->body;
    }
    return true;
}

static const vh_line_hal bench_hal = { bench_transmit, bench_set_baud, bench_report_up };

static void bench_run(bench *b, uint32_t us)
{
    const uint32_t until = b->now + us;
    for (;;) {
        uint32_t due = 0;
        const bool timer = vh_line_master_next(&b->master, b->now, &due);
        const bool byte = b->byte_from < b->byte_to;
        if (byte && (!timer || !vh_time_reached(b->bytes[b->byte_from].at, due) || b->bytes[b->byte_from].at == due)) {
            const bench_byte next = b->bytes[b->byte_from];
            if (!vh_time_reached(until, next.at)) break;
            b->byte_from++;
            b->now = next.at;
            vh_line_master_rx(&b->master, next.byte, b->now);
            continue;
        }
        if (!timer || !vh_time_reached(until, due)) break;
        if (vh_time_reached(due, b->now)) b->now = due;
        vh_line_master_step(&b->master, b->now);
    }
    b->now = until;
    if (b->byte_from == b->byte_to) b->byte_from = b->byte_to = 0;
}

/* A fresh line at `baud`, up and idle. The clock starts just before it wraps. */
static void bench_start(bench *b, uint32_t baud)
{
    memset(b, 0, sizeof *b);
    b->now = 0xFFFFFFFFU - 30000U;
    b->baud = baud;
    vh_line_master_init(&b->master, &bench_hal, b, 0, b->now);
    vh_line_master_lease(&b->master, true, b->now);
    vh_line_master_configure(&b->master, baud, true, b->now);
    bench_run(b, 25000);
    b->report_n = 0;
}

static const bench_report *bench_find(const bench *b, uint8_t kind, size_t nth)
{
    for (size_t i = 0; i < b->report_n; i++)
        if (b->reports[i].m.kind == kind && nth-- == 0) return &b->reports[i];
    return NULL;
}

static size_t bench_count(const bench *b, uint8_t kind)
{
    size_t n = 0;
    for (size_t i = 0; i < b->report_n; i++) n += b->reports[i].m.kind == kind ? 1 : 0;
    return n;
}

static vh_sent_result bench_send(bench *b, const uint8_t *body, size_t n, bool reply, uint16_t wait_ms, uint8_t repeat, uint16_t seq)
{
    vh_link_message m = { .kind = VH_LINK_SEND, .seq = seq };
    m.as.send.body = body;
    m.as.send.n = n;
    m.as.send.reply = reply;
    m.as.send.wait_ms = wait_ms;
    m.as.send.repeat = repeat;
    return vh_line_master_send(&b->master, &m, b->now);
}

#endif
