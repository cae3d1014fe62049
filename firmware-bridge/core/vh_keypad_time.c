/* Time as the keypad sees it: wrapping microseconds, a few timers, one reply waiting for its slot. */
#include "vh_keypad_parts.h"

static void send_reply(vh_keypad *k, uint32_t now)
{
    vh_transmission *t = &k->reply;
    if (!t->armed || !vh_time_reached(now, t->due)) {
        return;
    }
    t->armed = false;
    if (now - t->due > t->slack + k->lateness_us) {
        vh_count16(&k->late_slots); /* too late would fall into the neighbour's slot */
        return;
    }
    k->hal->transmit(k->ctx, t->wire, t->n);
}

static void count_seconds(vh_keypad *k, uint32_t now)
{
    uint32_t passed = (now - k->second_us) / VH_SECOND;
    k->uptime_s += passed;
    k->second_us += passed * VH_SECOND;
}

/* 30 s without a valid frame: an assignment lapses, an admitted keypad shows offline and keeps its record. */
static void on_silence(vh_keypad *k)
{
    if (k->link == VH_STATE_ASSIGNED) {
        k->link = VH_STATE_UNASSIGNED;
        k->slot = 0;
    } else if (k->link == VH_STATE_IDLE) {
        k->offline = true;
    }
}

void vh_keypad_step(vh_keypad *k, uint32_t now_us)
{
    if (k->link == VH_STATE_FAILED) {
        return;
    }
    send_reply(k, now_us);
    count_seconds(k, now_us);
    vh_press_timers(k, now_us);
    if (vh_timer_due(&k->silence, now_us)) {
        on_silence(k);
    }
    if (vh_timer_due(&k->find, now_us)) {
        k->identify = false;
        k->lamp_override_on = false;
    }
    vh_lamp_refresh(k);
}

static void sooner(bool armed, uint32_t due, uint32_t now, bool *any, uint32_t *best)
{
    if (!armed) {
        return;
    }
    uint32_t at = vh_time_reached(now, due) ? now : due;
    if (!*any || (uint32_t)(at - now) < (uint32_t)(*best - now)) {
        *best = at;
        *any = true;
    }
}

bool vh_keypad_next(const vh_keypad *k, uint32_t now_us, uint32_t *due_us)
{
    bool any = false;
    uint32_t best = now_us;
    if (k->link == VH_STATE_FAILED) {
        return false;
    }
    sooner(k->reply.armed, k->reply.due, now_us, &any, &best);
    sooner(k->keys.settle.armed, k->keys.settle.due, now_us, &any, &best);
    sooner(k->keys.stuck_check.armed, k->keys.stuck_check.due, now_us, &any, &best);
    sooner(k->keys.challenge.armed, k->keys.challenge.due, now_us, &any, &best);
    sooner(k->silence.armed, k->silence.due, now_us, &any, &best);
    sooner(k->find.armed, k->find.due, now_us, &any, &best);
    sooner(k->hide.armed, k->hide.due, now_us, &any, &best);
    sooner(k->message_end.armed, k->message_end.due, now_us, &any, &best);
    *due_us = best;
    return any;
}
