/* Key movements to casts (protocol 5.3): debounce, pairs, stuck keys, and the one place where a press is made. */
#include "vh_keypad_parts.h"

#include "vh_ballot.h"
#include "vh_words.h"

#define DEBOUNCE (20u * VH_MS)
#define PAIR (50u * VH_MS)
#define STUCK (10u * VH_SECOND)
#define CHALLENGE (5u * VH_SECOND)
#define MESSAGE (3u * VH_SECOND)
#define REV_LAST 0xFFFFu

static bool is_vote_key(uint8_t key)
{
    return key <= VH_KEY_ABSTAIN;
}

void vh_show(vh_keypad *k, uint8_t word, uint32_t now)
{
    k->message = word;
    vh_timer_set(&k->message_end, now + MESSAGE);
}

/* Options of all rows, unmarked ones resolved; the caller wipes them. */
static void resolved_options(const vh_keypad *k, uint8_t *option)
{
    for (uint8_t i = 0; i < k->paper.groups; i++) {
        vh_group g;
        vh_paper_group(&k->paper, i, &g);
        for (uint16_t row = g.first_row; row < g.first_row + g.rows; row++) {
            option[row] = vh_entry_option(&k->entry, &g, row);
        }
    }
}

static void fill_content(vh_keypad *k, vh_record *r)
{
    if (!k->paper_valid || (r->mode & 0x7Fu) == VH_MODE_SIGN_IN) {
        vh_zero(r->content, r->size);
        r->content[0] = 1;
    } else if (vh_round_secret(k)) {
        uint8_t option[VH_ROWS_MAX];
        const vh_ballot_keys keys = {k->suite, k->k_ballot, k->meeting.kg, r->ctx};
        resolved_options(k, option);
        vh_ballot_build(&keys, &k->paper, option, vh_press_of(r), r->content);
        vh_wipe(option, sizeof option);
    } else {
        vh_entry_vector(&k->entry, &k->paper, r->content);
    }
}

static void cast(vh_keypad *k, uint32_t now)
{
    vh_record *r = &k->current;
    if (k->rev == REV_LAST) {
        vh_show(k, VH_WORD_FAULT, now);
        return;
    }
    k->rev++;
    r->press_boot = k->boot;
    r->press_rev = k->rev;
    fill_content(k, r);
    r->pressed = true;
    r->acked = false;
    r->spoiled = false;
    k->cast_since_start = true;
    k->restored_distance = 0;
    k->call = false;
    k->may_spoil = false;
    k->hide_choice = false;
    k->hide.armed = false;
    k->message = 0;
    k->round_state = VH_STATE_OPEN_SENT;
    /* Every paper is filled in anew: no plain choice stays behind the cast. */
    if (k->paper_valid) {
        vh_entry_start(&k->entry, &k->paper);
    }
    (void)vh_store_round(k); /* before any reply shows it; without such memory a restart is cold */
}

static void enter(vh_keypad *k, uint8_t key, uint32_t now)
{
    vh_record *r = &k->current;
    bool sign_in = (r->mode & 0x7Fu) == VH_MODE_SIGN_IN;
    if (k->round_state == VH_STATE_CLOSED) {
        vh_show(k, VH_WORD_LATE, now);
        return;
    }
    if (!vh_round_open(k) || !k->eligible || !k->session.valid || (!k->paper_valid && !sign_in)) {
        return;
    }
    if (r->pressed && (sign_in || r->rule == VH_RULE_FIRST_LOCKS)) {
        vh_show(k, VH_WORD_LOCKED, now);
        return;
    }
    if (sign_in) {
        cast(k, now);
        return;
    }
    switch (vh_entry_key(&k->entry, &k->paper, key)) {
    case VH_ENTRY_CAST:
        cast(k, now);
        break;
    case VH_ENTRY_OVER_VOTE:
        vh_show(k, VH_WORD_OVER_VOTE, now);
        if (k->hal->buzzer != NULL) {
            k->hal->buzzer(k->ctx);
        }
        break;
    case VH_ENTRY_REFUSED:
        vh_show(k, VH_WORD_INCOMPLETE, now);
        break;
    default:
        k->message = 0;
        break;
    }
}

static void act(vh_keypad *k, uint8_t key, uint32_t now)
{
    if (k->identify) {
        if (key == VH_KEY_OK) {
            k->call = true;
        }
        return;
    }
    enter(k, key, now);
}

/* The waiting key has been down long enough and alone. */
void vh_press_settle(vh_keypad *k, uint32_t now)
{
    uint8_t key = k->keys.pending_key;
    k->keys.pending_key = VH_KEY_COUNT;
    k->keys.settle.armed = false;
    k->keys.spoilt_pair = false;
    if (key < VH_KEY_COUNT) {
        act(k, key, now);
    }
}

/* A press before the latch is in time, also one that still waits for its pair window. */
void vh_press_before_latch(vh_keypad *k, uint32_t now)
{
    uint8_t key = k->keys.pending_key;
    if (key < VH_KEY_COUNT && now - k->keys.down_since[key] >= DEBOUNCE) {
        vh_press_settle(k, now);
    }
    k->keys.pending_key = VH_KEY_COUNT;
    k->keys.settle.armed = false;
}

static void key_down(vh_keypad *k, uint8_t key, uint32_t now)
{
    vh_key_state *s = &k->keys;
    uint8_t waiting = s->pending_key;
    s->down_since[key] = now;
    s->down = (uint8_t)(s->down | (1u << key));
    if (!s->stuck_check.armed) {
        vh_timer_set(&s->stuck_check, now + STUCK);
    }
    if (key == VH_KEY_OK && k->round_state == VH_STATE_OPEN_ACKED && vh_round_secret(k)) {
        vh_timer_set(&s->challenge, now + CHALLENGE);
    }
    if (is_vote_key(key) && (s->spoilt_pair || (waiting < VH_KEY_COUNT && is_vote_key(waiting)))) {
        s->pending_key = VH_KEY_COUNT;
        s->spoilt_pair = true;
        vh_timer_set(&s->settle, now + PAIR);
        return;
    }
    if (waiting < VH_KEY_COUNT && now - s->down_since[waiting] >= DEBOUNCE) {
        vh_press_settle(k, now);
    }
    s->pending_key = key;
    vh_timer_set(&s->settle, now + (is_vote_key(key) ? PAIR : DEBOUNCE));
}

static void key_up(vh_keypad *k, uint8_t key, uint32_t now)
{
    vh_key_state *s = &k->keys;
    if (s->pending_key == key && now - s->down_since[key] < DEBOUNCE) {
        s->pending_key = VH_KEY_COUNT; /* contact bounce */
        s->settle.armed = false;
    }
    if (key == VH_KEY_OK) {
        s->challenge.armed = false;
    }
    s->down = (uint8_t)(s->down & ~(1u << key));
    s->stuck = (uint8_t)(s->stuck & ~(1u << key));
    if (s->down == 0) {
        s->stuck_check.armed = false;
    }
}

void vh_keypad_key(vh_keypad *k, uint8_t key, bool down, uint32_t now_us)
{
    if (key >= VH_KEY_COUNT || k->link == VH_STATE_FAILED) {
        return;
    }
    vh_keypad_step(k, now_us);
    bool was_down = (((unsigned)k->keys.down >> key) & 1u) != 0;
    if (down && !was_down) {
        key_down(k, key, now_us);
    } else if (!down && was_down) {
        key_up(k, key, now_us);
    }
    vh_lamp_refresh(k);
}

static void check_stuck(vh_keypad *k, uint32_t now)
{
    vh_key_state *s = &k->keys;
    for (uint8_t key = 0; key < VH_KEY_COUNT; key++) {
        bool held = (((unsigned)s->down >> key) & 1u) != 0;
        bool masked = (((unsigned)s->stuck >> key) & 1u) != 0;
        if (held && !masked) {
            if (now - s->down_since[key] >= STUCK) {
                s->stuck = (uint8_t)(s->stuck | (1u << key));
            } else if (!s->stuck_check.armed
                       || !vh_time_reached(s->down_since[key] + STUCK, s->stuck_check.due)) {
                vh_timer_set(&s->stuck_check, s->down_since[key] + STUCK);
            }
        }
    }
}

void vh_press_timers(vh_keypad *k, uint32_t now)
{
    vh_key_state *s = &k->keys;
    if (vh_timer_due(&s->settle, now)) {
        vh_press_settle(k, now);
    }
    if (vh_timer_due(&s->stuck_check, now)) {
        check_stuck(k, now);
    }
    if (vh_timer_due(&s->challenge, now) && k->round_state == VH_STATE_OPEN_ACKED && vh_round_secret(k)) {
        k->call = true;
        k->may_spoil = true;
    }
    if (vh_timer_due(&k->message_end, now)) {
        k->message = 0;
    }
    if (vh_timer_due(&k->hide, now)) {
        k->hide_choice = true;
    }
}
