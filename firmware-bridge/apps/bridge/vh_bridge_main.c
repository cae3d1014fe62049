/* The bridge (集线桥) as a program: the core between the uplink and its lines. One loop, asleep in between. */
#include "vh_board.h"
#include "vh_bridge.h"
#include "vh_bytes.h"
#include "vh_cortexm.h"

#define FIRMWARE 0x00010000u
#define LINES_MAX 6u
#define FENCE_CELL 1u
#define BYTES_AT_ONCE 64u /* then the other ports and the timers get their turn */
#define UPLINK 0u

static vh_bridge bridge;
static vh_line_master lines[LINES_MAX];

static void transmit(void *ctx, uint8_t line, const uint8_t *wire, size_t n)
{
    (void)ctx;
    (void)vh_port_write((uint8_t)(line + 1u), wire, n);
}

static void set_baud(void *ctx, uint8_t line, uint32_t baud)
{
    (void)ctx;
    vh_port_baud((uint8_t)(line + 1u), baud);
}

static bool uplink_write(void *ctx, const uint8_t *bytes, size_t n)
{
    (void)ctx;
    return vh_port_write(UPLINK, bytes, n);
}

static bool persist_fence(void *ctx, const uint8_t *bytes, size_t n)
{
    (void)ctx;
    return vh_board_persist(FENCE_CELL, bytes, n);
}

static size_t restore_fence(void *ctx, uint8_t *bytes, size_t cap)
{
    (void)ctx;
    return vh_board_restore(FENCE_CELL, bytes, cap);
}

static const vh_bridge_hal hal = {transmit, set_baud, uplink_write, persist_fence, restore_fence};

/* Lines first: their bytes carry the times of slots. True: more waits. */
static bool hear(void)
{
    uint8_t byte;
    uint32_t at;
    bool more = false;
    for (uint8_t line = 0; line < bridge.line_count; line++) {
        uint32_t n = 0;
        while (n < BYTES_AT_ONCE && vh_port_read((uint8_t)(line + 1u), &byte, &at)) {
            vh_bridge_line_rx(&bridge, line, byte, at);
            n++;
        }
        more = more || n == BYTES_AT_ONCE;
    }
    uint32_t n = 0;
    while (n < BYTES_AT_ONCE && vh_port_read(UPLINK, &byte, &at)) {
        vh_bridge_uplink(&bridge, byte, at);
        n++;
    }
    return more || n == BYTES_AT_ONCE;
}

int main(void)
{
    uint8_t uid[8] = {0};
    vh_board_start();
    vh_irq_on();
    vh_span page = vh_board_page();
    vh_copy(uid, page.bytes, page.n < sizeof uid ? page.n : sizeof uid);
    vh_bridge_start(&bridge, &hal, NULL, lines, vh_board_lines(), uid, FIRMWARE, vh_board_now());
    for (uint8_t line = 0; line < bridge.line_count; line++) {
        lines[line].host_slack_us = vh_board_host_slack_us();
    }
    for (;;) {
        uint32_t due = 0;
        vh_board_alive();
        if (hear()) {
            continue; /* a timer must not overtake bytes that came before it */
        }
        uint32_t now = vh_board_now();
        vh_bridge_step(&bridge, now);
        bool armed = vh_bridge_next(&bridge, now, &due);
        vh_board_wait(armed, due);
    }
}
