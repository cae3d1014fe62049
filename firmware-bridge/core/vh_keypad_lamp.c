/* The lamp says whether a press is durable at the server; its colour never depends on the choice (protocol 5.3). */
#include "vh_keypad_parts.h"

#define COUNTED_NO 2u
#define LAMP_PATTERNS 3u

uint8_t vh_keypad_lamp(const vh_keypad *k)
{
    static const uint8_t asked[LAMP_PATTERNS + 1u] = {VH_LAMP_OFF, VH_LAMP_OFF, VH_LAMP_ALL_ON, VH_LAMP_CHASE};
    if (k->link == VH_STATE_FAILED) {
        return VH_LAMP_OFF;
    }
    if (k->lamp_override_on) {
        return asked[k->lamp_override];
    }
    if (k->find.armed) {
        return VH_LAMP_FIND;
    }
    if (k->offline) {
        return VH_LAMP_OFFLINE;
    }
    switch (k->round_state) {
    case VH_STATE_OPEN_NONE:
        return k->eligible ? VH_LAMP_SLOW : VH_LAMP_OFF;
    case VH_STATE_OPEN_SENT:
        return VH_LAMP_FAST;
    case VH_STATE_OPEN_ACKED:
        return VH_LAMP_STEADY;
    case VH_STATE_CLOSED:
        if (!k->current.pressed || k->counted == COUNTED_NO) {
            return VH_LAMP_OFF;
        }
        return k->current.acked ? VH_LAMP_STEADY : VH_LAMP_FAST;
    default:
        return VH_LAMP_OFF;
    }
}

void vh_lamp_refresh(vh_keypad *k)
{
    uint8_t pattern = vh_keypad_lamp(k);
    if (pattern != k->lamp_shown) {
        k->lamp_shown = pattern;
        if (k->hal->lamp != NULL) {
            k->hal->lamp(k->ctx, pattern);
        }
    }
}

void vh_find(vh_keypad *k, uint32_t seconds, uint32_t now)
{
    k->lamp_override_on = false;
    if (seconds == 0) {
        k->find.armed = false;
        k->identify = false;
        return;
    }
    vh_timer_set(&k->find, now + seconds * VH_SECOND);
}

void vh_on_lamp(vh_keypad *k, vh_span payload, uint32_t now)
{
    if (payload.n != 2) {
        vh_count16(&k->len_bad);
        return;
    }
    uint8_t pattern = payload.bytes[0];
    if (pattern > LAMP_PATTERNS) {
        return;
    }
    if (pattern == 0 || payload.bytes[1] == 0) {
        k->lamp_override_on = false; /* the usual keep-alive: a search in progress goes on */
        return;
    }
    k->identify = false;
    k->lamp_override_on = true;
    k->lamp_override = pattern;
    vh_timer_set(&k->find, now + payload.bytes[1] * VH_SECOND);
}
