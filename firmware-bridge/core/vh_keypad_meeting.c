/* Start of a meeting and the ratchet after each secret round (protocol 8.5). */
#include "vh_keypad_parts.h"

#include "vh_keys.h"

#define MEET_PAYLOAD 58u
#define ROLL_PAYLOAD 46u
#define MACVEC_HEAD 9u
#define RESULT_BAD 1u
#define RESULT_STEP_MISSING 2u
#define COUNTED_YES 1u
#define COUNTED_NO 2u

static bool root_steps(const vh_keypad *k, const uint8_t root[32], const uint8_t m[32], uint16_t gen,
                       const uint8_t mac[12], uint8_t next[32])
{
    uint8_t expected[12];
    vh_key_of_meeting(k->suite, root, "gen", m, next);
    vh_key_meet_mac(k->suite, next, gen, m, expected);
    return vh_equal(expected, mac, 12);
}

void vh_on_meet_begin(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != MEET_PAYLOAD) {
        vh_count16(&k->len_bad);
        return;
    }
    uint16_t gen = vh_get16(payload);
    const uint8_t *m = payload + 2;
    const uint8_t *mac_a = payload + 34;
    const uint8_t *mac_b = payload + 46;
    if (k->meeting.begun && gen == k->meeting.gen && vh_equal(m, k->meeting.m, 32)) {
        vh_reply_acku(k, VH_MEET_BEGIN, 0, 0, now);
        return;
    }
    vh_meeting next = {.begun = true, .station = k->station_used, .gen = gen};
    bool good = gen == k->meeting.gen + 1u && root_steps(k, k->meeting.ra, m, gen, mac_a, next.ra);
    vh_copy(next.m, m, 32);
    vh_key_of_meeting(k->suite, k->meeting.ra, "KA", m, next.ka);
    if (next.station) {
        good = good && root_steps(k, k->meeting.rb, m, gen, mac_b, next.rb);
        vh_key_of_meeting(k->suite, k->meeting.rb, "KB", m, next.kb);
        vh_key_of_meeting(k->suite, k->meeting.gb, "KG", m, next.kg);
        vh_key_of_meeting(k->suite, k->meeting.gb, "gen", m, next.gb);
    } else {
        vh_copy(next.rb, k->meeting.rb, 32);
        vh_copy(next.gb, k->meeting.gb, 32);
    }
    /* One durable step: all of the new meeting or nothing. */
    if (good && vh_store_meeting(k, &next)) {
        k->meeting = next;
        vh_wipe(k->k_ballot, sizeof k->k_ballot);
        k->secret_round = 0;
        vh_reply_acku(k, VH_MEET_BEGIN, 0, 0, now);
    } else {
        vh_reply_acku(k, VH_MEET_BEGIN, RESULT_BAD, 0, now);
    }
    vh_wipe(&next, sizeof next);
}

static void wipe_round_of(vh_keypad *k, const uint8_t ctx[32])
{
    if (k->previous.exists && vh_equal(k->previous.ctx, ctx, 32)) {
        vh_record_wipe(&k->previous);
    }
    if (k->current.exists && vh_equal(k->current.ctx, ctx, 32)) {
        vh_record_wipe(&k->current);
        vh_round_end(k);
    }
}

/* KB(s+1) and step are durable before the old key and the ballot go. */
static bool ratchet(vh_keypad *k, uint16_t step, const uint8_t ctx[32], const uint8_t mac[12])
{
    uint8_t expected[12];
    vh_meeting next = k->meeting;
    vh_key_of_round(k->suite, k->meeting.kb, "next", ctx, next.kb);
    vh_key_destroy_mac(k->suite, next.kb, step, ctx, expected);
    next.kstep = step;
    bool good = vh_equal(expected, mac, 12) && vh_store_meeting(k, &next);
    if (good) {
        k->meeting = next;
        vh_wipe(k->k_ballot, sizeof k->k_ballot);
        wipe_round_of(k, ctx);
        (void)vh_store_round(k);
    }
    vh_wipe(&next, sizeof next);
    return good;
}

void vh_on_roll(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != ROLL_PAYLOAD) {
        vh_count16(&k->len_bad);
        return;
    }
    uint16_t step = vh_get16(payload);
    uint8_t result = 0;
    if (!k->meeting.begun || !k->meeting.station || step > k->meeting.kstep + 1u) {
        result = RESULT_STEP_MISSING;
    } else if (step == k->meeting.kstep + 1u && !ratchet(k, step, payload + 2, payload + 34)) {
        result = RESULT_BAD;
    }
    vh_reply_acku(k, VH_ROLL, result, k->meeting.kstep, now);
}

static void on_counted(vh_keypad *k, const uint8_t code[8])
{
    uint8_t expected[8];
    if (k->round_state != VH_STATE_CLOSED || !vh_round_secret(k) || !k->current.pressed) {
        return;
    }
    vh_key_press_code(k->suite, k->k_ballot, "counted", vh_press_of(&k->current), expected, 8);
    k->counted = vh_equal(expected, code, 8) ? COUNTED_YES : COUNTED_NO;
}

void vh_on_macvec(vh_keypad *k, const uint8_t *payload, size_t n)
{
    bool destroy = n > 4 && payload[4] == VH_MACVEC_DESTROY;
    size_t size = destroy ? 12 : 8;
    if (n < MACVEC_HEAD || n != MACVEC_HEAD + size * payload[8] || (!destroy && payload[4] != VH_MACVEC_COUNTED)) {
        vh_count16(&k->len_bad);
        return;
    }
    uint32_t round = vh_get32(payload);
    uint16_t step = vh_get16(payload + 5);
    if (k->slot < payload[7] || k->slot - payload[7] >= payload[8]) {
        return;
    }
    const uint8_t *mine = payload + MACVEC_HEAD + size * (size_t)(k->slot - payload[7]);
    if (!destroy) {
        if (round == k->current.round) {
            on_counted(k, mine);
        }
    } else if (k->meeting.station && round == k->secret_round && step == k->meeting.kstep + 1u) {
        uint8_t ctx[32];
        vh_copy(ctx, k->secret_ctx, 32);
        (void)ratchet(k, step, ctx, mine);
    }
}
