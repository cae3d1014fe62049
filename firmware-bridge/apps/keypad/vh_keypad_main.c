/* The keypad (表决器) as a program: the core between line, keys, lamp, buzzer and display. One loop, asleep in between. */
#include "vh_blink.h"
#include "vh_board.h"
#include "vh_bytes.h"
#include "vh_cortexm.h"
#include "vh_page.h"
#include "vh_rate.h"
#include "vh_screen.h"

#define FIRMWARE 0x00010000u
#define BUZZER_US 150000u
#define SHOW_US 30000u
#define BYTES_AT_ONCE 64u /* then timers and keys get their turn */

typedef struct {
    vh_keypad core;
    vh_rate rate;
    uint8_t keys;    /* as last told to the core */
    uint8_t ignored; /* down since before the start: not a press until released */
    uint8_t lamp;
    uint32_t lamp_since;
    bool buzzing;
    uint32_t buzz_end;
    bool stale;          /* the display may no longer be what it should */
    uint32_t show_again; /* not before */
    uint8_t shown[VH_SCREEN_BYTES];
} vh_machine;

static vh_machine machine;

static void transmit(void *ctx, const uint8_t *wire, size_t n)
{
    (void)ctx;
    (void)vh_port_write(0, wire, n); /* two frames at once: the second is lost and asked for again */
}

static bool persist(void *ctx, uint8_t cell, const uint8_t *bytes, size_t n)
{
    (void)ctx;
    return vh_board_persist(cell, bytes, n);
}

static size_t restore(void *ctx, uint8_t cell, uint8_t *bytes, size_t cap)
{
    (void)ctx;
    return vh_board_restore(cell, bytes, cap);
}

static void lamp(void *ctx, uint8_t pattern)
{
    vh_machine *m = ctx;
    m->lamp = pattern;
    m->lamp_since = vh_board_now();
}

static void buzzer(void *ctx)
{
    vh_machine *m = ctx;
    m->buzzing = true;
    m->buzz_end = vh_board_now() + BUZZER_US;
    vh_board_buzzer(true);
}

static const vh_keypad_hal hal = {transmit, persist, restore, lamp, buzzer};

/* True: more waits. */
static bool hear(vh_machine *m)
{
    uint8_t byte;
    uint32_t at;
    uint32_t good = vh_keypad_counters(&m->core).good;
    uint32_t n = 0;
    while (n < BYTES_AT_ONCE && vh_port_read(0, &byte, &at)) {
        vh_keypad_receive(&m->core, byte, at);
        n++;
    }
    m->stale = m->stale || vh_keypad_counters(&m->core).good != good;
    return n == BYTES_AT_ONCE;
}

static void look_at_keys(vh_machine *m)
{
    uint8_t down = vh_board_keys();
    m->ignored &= down;
    down &= (uint8_t)~m->ignored;
    for (uint8_t key = 0; key < VH_KEY_COUNT; key++) {
        uint8_t bit = (uint8_t)(1u << key);
        if (((down ^ m->keys) & bit) != 0) {
            vh_keypad_key(&m->core, key, (down & bit) != 0, vh_board_now());
            m->stale = true;
        }
    }
    m->keys = down;
}

static void follow_rate(vh_machine *m, uint32_t now)
{
    uint32_t baud = vh_rate_step(&m->rate, vh_keypad_counters(&m->core).good, vh_keypad_slot(&m->core) == 0, now);
    if (baud != 0) {
        vh_port_baud(0, baud);
        vh_keypad_set_baud(&m->core, baud);
    }
}

/* Sending a picture takes milliseconds: only when something on it changed, not too often, and never before a reply that
   waits for its slot. */
static void show(vh_machine *m, uint32_t now)
{
    uint8_t frame[VH_SCREEN_BYTES];
    if (!m->stale || m->core.reply.armed || !vh_time_reached(now, m->show_again)) {
        return;
    }
    m->stale = false;
    m->show_again = now + SHOW_US;
    vh_screen_draw(&m->core, frame);
    if (!vh_equal(frame, m->shown, sizeof frame)) {
        vh_copy(m->shown, frame, sizeof frame);
        vh_board_show(frame);
    }
    vh_wipe(frame, sizeof frame);
}

static void sooner(bool wanted, uint32_t due, bool *armed, uint32_t *best)
{
    if (wanted && (!*armed || vh_time_reached(*best, due))) {
        *best = due;
        *armed = true;
    }
}

static void wait(const vh_machine *m)
{
    uint32_t now = vh_board_now();
    uint32_t best = 0;
    uint32_t due = 0;
    bool armed = vh_keypad_next(&m->core, now, &best);
    sooner(vh_rate_next(&m->rate, vh_keypad_slot(&m->core) == 0, &due), due, &armed, &best);
    sooner(vh_blink_next(m->lamp, m->lamp_since, now, &due), due, &armed, &best);
    sooner(m->buzzing, m->buzz_end, &armed, &best);
    sooner(m->stale && !m->core.reply.armed, m->show_again, &armed, &best);
    vh_board_wait(armed, best);
}

static void turn(vh_machine *m)
{
    uint32_t due;
    vh_board_alive();
    if (hear(m)) {
        return; /* a timer must not overtake bytes that came before it */
    }
    look_at_keys(m);
    uint32_t now = vh_board_now();
    m->stale = m->stale || (vh_keypad_next(&m->core, now, &due) && vh_time_reached(now, due));
    vh_keypad_step(&m->core, now);
    follow_rate(m, now);
    if (m->buzzing && vh_time_reached(now, m->buzz_end)) {
        m->buzzing = false;
        vh_board_buzzer(false);
    }
    vh_board_lamp(vh_blink_lit(m->lamp, m->lamp_since, now));
    show(m, now);
    wait(m);
}

int main(void)
{
    vh_commission commission = {0};
    uint32_t lateness = 0;
    vh_board_start();
    vh_irq_on();
    if (!vh_page_read(vh_board_page(), &commission, &lateness)) {
        commission.suite = 0; /* not commissioned: the core stays silent and says so on the display */
    }
    commission.fw = FIRMWARE;
    machine.ignored = vh_board_keys();
    machine.shown[0] = 0x55; /* differs from any first picture */
    machine.stale = true;
    machine.show_again = vh_board_now();
    vh_keypad_start(&machine.core, &commission, &hal, &machine, vh_board_now());
    vh_wipe(&commission, sizeof commission);
    vh_keypad_set_lateness(&machine.core, lateness);
    vh_rate_start(&machine.rate, vh_board_now());
    for (;;) {
        turn(&machine);
    }
}
