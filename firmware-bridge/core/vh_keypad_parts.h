/* How the files of the keypad call each other; not for callers outside vh_keypad_*.c. */
#ifndef VH_KEYPAD_PARTS_H
#define VH_KEYPAD_PARTS_H

#include "vh_bytes.h"
#include "vh_keypad.h"
#include "vh_line_master.h" /* vh_guard_us: both ends of a slot use one rule */
#include "vh_seal.h"

#define VH_MS 1000u
#define VH_SECOND 1000000u
#define VH_SILENCE (30u * VH_SECOND)
#define VH_UNICAST_REPLY (2u * VH_MS)
#define VH_ADMIT_REPLY_TIME (10u * VH_MS)
#define VH_UNICAST_SLACK 500u

/* vh_keypad_store.c: cells; false if the board could not keep them. */
bool vh_store_boot(vh_keypad *k);
bool vh_store_epoch(vh_keypad *k);
bool vh_store_meeting(vh_keypad *k, const vh_meeting *meeting);
bool vh_store_round(vh_keypad *k);
void vh_store_paper(vh_keypad *k, int index);
void vh_restore_all(vh_keypad *k);

/* vh_keypad_reply.c */
uint32_t vh_newcomer_us(uint32_t baud);
void vh_reply_at(vh_keypad *k, uint32_t due, uint32_t slack, const uint8_t *body, size_t n);
void vh_reply_acku(vh_keypad *k, uint8_t kind, uint8_t result, uint16_t detail, uint32_t now);
void vh_on_collect(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now);
void vh_on_fetch(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now);
void vh_forget_cached(vh_keypad *k);

/* vh_keypad_status.c: plaintexts of STATUS and IDLE */
void vh_status_bytes(const vh_keypad *k, uint8_t out[48]);

/* vh_keypad_admit.c */
void vh_on_discover(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now);
void vh_hello_in(vh_keypad *k, uint32_t salt, uint32_t window, uint32_t start, uint32_t slot_us);
bool vh_may_hello(const vh_keypad *k);
void vh_on_assign(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now);
void vh_on_admit(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now);
bool vh_on_pending_keys(vh_keypad *k, const uint8_t *body, size_t n, vh_order order, uint32_t now);
void vh_on_keys(vh_keypad *k, const uint8_t *payload, size_t n, vh_order order, uint32_t now);
void vh_on_release(vh_keypad *k);
bool vh_raise_epoch(vh_keypad *k, uint32_t epoch);
bool vh_raise_base(vh_keypad *k, uint32_t epoch);
void vh_heard_server(vh_keypad *k, uint32_t now);

/* vh_keypad_meeting.c */
void vh_on_meet_begin(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now);
void vh_on_roll(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now);
void vh_on_macvec(vh_keypad *k, const uint8_t *payload, size_t n);

/* vh_keypad_round.c */
bool vh_round_open(const vh_keypad *k);
bool vh_round_secret(const vh_keypad *k);
void vh_record_wipe(vh_record *record);
void vh_round_end(vh_keypad *k);
void vh_bind_paper(vh_keypad *k);
void vh_on_open(vh_keypad *k, vh_span payload);
void vh_on_close(vh_keypad *k, vh_span payload, uint32_t now);
void vh_on_commit(vh_keypad *k, vh_span payload);
void vh_on_ackvec(vh_keypad *k, vh_span payload, vh_order order, uint32_t now);
uint64_t vh_press_of(const vh_record *record);

/* vh_keypad_press.c */
void vh_press_settle(vh_keypad *k, uint32_t now);
void vh_press_before_latch(vh_keypad *k, uint32_t now);
void vh_press_timers(vh_keypad *k, uint32_t now);
void vh_show(vh_keypad *k, uint8_t word, uint32_t now);

/* vh_keypad_lamp.c */
void vh_lamp_refresh(vh_keypad *k);
void vh_find(vh_keypad *k, uint32_t seconds, uint32_t now);
void vh_on_lamp(vh_keypad *k, vh_span payload, uint32_t now);

static inline void vh_timer_set(vh_timer *t, uint32_t due)
{
    t->armed = true;
    t->due = due;
}

static inline bool vh_timer_due(vh_timer *t, uint32_t now)
{
    if (!t->armed || !vh_time_reached(now, t->due)) {
        return false;
    }
    t->armed = false;
    return true;
}

static inline void vh_count16(uint16_t *counter)
{
    if (*counter < 0xFFFFu) {
        *counter = (uint16_t)(*counter + 1u);
    }
}

#endif
