#include "vh_keypad_parts.h"

void vh_status_bytes(const vh_keypad *k, uint8_t out[48])
{
    vh_zero(out, 48);
    vh_put32(out, k->commission.fw);
    vh_copy(out + 4, k->commission.fw_digest, 8);
    vh_put16(out + 12, k->commission.model);
    vh_put32(out + 16, k->uptime_s);
    out[24] = k->keys.stuck;
    out[25] = vh_keypad_state(k);
    vh_put32(out + 26, k->rx.counters.good);
    vh_put16(out + 30, k->rx.counters.crc_bad);
    vh_put16(out + 32, k->tag_bad);
    vh_put16(out + 34, k->late_slots);
    vh_put32(out + 38, vh_keypad_round(k));
    vh_put16(out + 42, k->current.exists ? k->current.press_rev : 0);
    vh_put16(out + 44, k->meeting.kstep);
    vh_put16(out + 46, k->meeting.gen);
}

vh_keypad_counters_view vh_keypad_counters(const vh_keypad *k)
{
    return (vh_keypad_counters_view){
        .good = k->rx.counters.good,
        .crc_bad = k->rx.counters.crc_bad,
        .tag_bad = k->tag_bad,
        .late_slots = k->late_slots,
        .len_bad = k->len_bad,
        .kind_unknown = k->kind_unknown,
        .oversize = k->rx.counters.oversize,
    };
}

uint8_t vh_keypad_state(const vh_keypad *k)
{
    return k->link == VH_STATE_IDLE ? k->round_state : k->link;
}

uint32_t vh_keypad_round(const vh_keypad *k)
{
    return k->round_state >= VH_STATE_OPEN_NONE ? k->current.round : 0;
}

uint8_t vh_keypad_slot(const vh_keypad *k)
{
    return k->slot;
}
