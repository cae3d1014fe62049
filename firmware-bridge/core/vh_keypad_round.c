/* A round as the keypad sees it: OPEN, CLOSE, COMMIT and the acknowledgement (protocol 7.3, 7.4). */
#include "vh_keypad_parts.h"

#include "vh_ballot.h"
#include "vh_keys.h"

#define OPEN_PAYLOAD 74u
#define CLOSE_PAYLOAD 12u
#define COMMIT_PAYLOAD 5u
#define ACKVEC_HEAD 6u
#define ACKVEC_MAX 100u
#define HIDE_AFTER (3u * VH_SECOND)

bool vh_round_open(const vh_keypad *k)
{
    return k->round_state >= VH_STATE_OPEN_NONE && k->round_state <= VH_STATE_OPEN_ACKED;
}

bool vh_round_secret(const vh_keypad *k)
{
    return k->round_state >= VH_STATE_OPEN_NONE && (k->current.mode & 0x7Fu) == VH_MODE_SECRET;
}

uint64_t vh_press_of(const vh_record *record)
{
    return (uint64_t)record->press_boot << 32 | record->press_rev;
}

void vh_record_wipe(vh_record *record)
{
    vh_wipe(record, sizeof *record);
}

static void note_ended(vh_keypad *k, uint32_t round)
{
    if (round > k->ended_round) {
        k->ended_round = round;
    }
}

/* The current record is gone or has become the previous one. */
void vh_round_end(vh_keypad *k)
{
    k->round_state = VH_STATE_IDLE;
    k->counted = 0;
    k->may_spoil = false;
    k->call = false;
    k->paper_valid = false;
    k->eligible = false;
    k->hide.armed = false;
    k->keys.pending_key = VH_KEY_COUNT;
    vh_wipe(&k->entry, sizeof k->entry);
    vh_forget_cached(k);
}

static void keep_as_previous(vh_keypad *k)
{
    if (k->current.exists) {
        note_ended(k, k->current.round);
        k->previous = k->current;
        k->previous_aged = false;
        vh_record_wipe(&k->current);
    }
}

/* Bit s-1 is slot s. */
static bool bitmap_has(const uint8_t *bitmap, uint8_t slot)
{
    unsigned bit = (unsigned)slot - 1u;
    return (((unsigned)bitmap[bit / 8u] >> (bit % 8u)) & 1u) != 0;
}

/* Reason why the round cannot be followed, 0 if it can. */
static uint8_t refusal(vh_keypad *k, const uint8_t *p)
{
    uint8_t mode = p[4];
    const uint8_t *pd = p + 6;
    vh_paper paper;
    uint8_t kind = (uint8_t)(mode & 0x7Fu);
    /* A sign-in needs no paper: digest zero says that there is none. */
    bool paperless = kind == VH_MODE_SIGN_IN && vh_all_zero(pd, 32);
    if (!paperless) {
        int index = vh_objects_find(&k->objects, pd);
        VH_REQUIRE(index >= 0, VH_IDLE_PAPER_MISSING);
        const vh_object *o = &k->objects.held[index];
        VH_REQUIRE(vh_paper_parse(o->bytes, o->size, &paper) == VH_OK, VH_IDLE_PAPER_BAD);
        VH_REQUIRE(vh_paper_fits(&paper, mode), VH_IDLE_PAPER_BAD);
    }
    VH_REQUIRE(bitmap_has(p + 38, k->slot), VH_IDLE_NOT_ELIGIBLE);
    if (kind == VH_MODE_SECRET) {
        bool in_step = k->meeting.begun && k->meeting.station && vh_equal(k->meeting.m, k->session.m, 32)
                       && vh_get16(p + 72) == k->meeting.kstep;
        VH_REQUIRE(in_step, VH_IDLE_KSTEP);
    }
    return 0;
}

/* Points the entry at the paper of the current record, if it is held. */
void vh_bind_paper(vh_keypad *k)
{
    int index = vh_objects_find(&k->objects, k->current.pd);
    k->paper_valid = false;
    if (index >= 0) {
        const vh_object *o = &k->objects.held[index];
        k->paper_valid = vh_paper_parse(o->bytes, o->size, &k->paper) == VH_OK
                         && vh_paper_fits(&k->paper, k->current.mode);
    }
    if (k->paper_valid) {
        vh_entry_start(&k->entry, &k->paper);
    }
}

static void begin_round(vh_keypad *k, const uint8_t *p, const uint8_t ctx[32])
{
    vh_record *r = &k->current;
    *r = (vh_record){.exists = true, .round = vh_get32(p), .mode = p[4], .rule = p[5]};
    vh_copy(r->ctx, ctx, 32);
    vh_copy(r->pd, p + 6, 32);
    k->refused_round = 0;
    k->eligible = true;
    k->hide_choice = false;
    k->message = 0;
    k->round_state = VH_STATE_OPEN_NONE;
    vh_bind_paper(k);
    if (vh_round_secret(k)) {
        vh_key_of_round(k->suite, k->meeting.kb, "vote", ctx, k->k_ballot);
        r->size = vh_ballot_size(&k->paper);
    } else {
        r->size = k->paper_valid ? vh_paper_vector_size(&k->paper) : 1;
    }
}

static bool same_round_again(vh_keypad *k, const uint8_t *p, const uint8_t ctx[32])
{
    if (k->round_state < VH_STATE_OPEN_NONE || !vh_equal(k->current.ctx, ctx, 32)) {
        return false;
    }
    if (k->round_state != VH_STATE_CLOSED) {
        k->eligible = bitmap_has(p + 38, k->slot);
        if (!k->paper_valid) {
            vh_bind_paper(k);
        }
    }
    return true;
}

void vh_on_open(vh_keypad *k, vh_span payload)
{
    const uint8_t *p = payload.bytes;
    if (payload.n != OPEN_PAYLOAD) {
        vh_count16(&k->len_bad);
        return;
    }
    uint32_t round = vh_get32(p);
    uint8_t kind = (uint8_t)(p[4] & 0x7Fu);
    if (round == 0 || kind < VH_MODE_NAMED || kind > VH_MODE_SIGN_IN || p[5] > VH_RULE_FIRST_LOCKS) {
        return;
    }
    uint8_t ctx[32];
    vh_key_ctx(k->suite, k->session.m, round, p[4], p[5], p + 6, ctx);
    if (same_round_again(k, p, ctx)) {
        return;
    }
    bool running = k->round_state >= VH_STATE_OPEN_NONE;
    if (round <= k->ended_round || (running && round < k->current.round)) {
        return; /* a closed round never opens again */
    }
    if (kind == VH_MODE_SECRET) {
        k->secret_round = round;
        vh_copy(k->secret_ctx, ctx, 32);
    }
    if (running) {
        keep_as_previous(k);
    } else if (k->previous.exists && round != k->refused_round) {
        if (k->previous_aged) {
            vh_record_wipe(&k->previous);
        }
        k->previous_aged = true;
    }
    vh_round_end(k);
    uint8_t reason = refusal(k, p);
    if (reason != 0) {
        k->refused_round = round;
        k->refused_reason = reason;
    } else {
        begin_round(k, p, ctx);
    }
    if (running) {
        (void)vh_store_round(k);
    }
}

void vh_on_close(vh_keypad *k, vh_span payload, uint32_t now)
{
    const uint8_t *p = payload.bytes;
    if (payload.n != CLOSE_PAYLOAD) {
        vh_count16(&k->len_bad);
        return;
    }
    vh_record *r = &k->current;
    if (k->round_state < VH_STATE_OPEN_NONE || vh_get32(p) != r->round) {
        return;
    }
    if (k->round_state != VH_STATE_CLOSED) {
        vh_press_before_latch(k, now);
        k->round_state = VH_STATE_CLOSED;
        r->latched = true;
        note_ended(k, r->round);
    } else if (vh_equal(r->close_nonce, p + 4, 8)) {
        return;
    }
    vh_copy(r->close_nonce, p + 4, 8);
    vh_forget_cached(k);
    (void)vh_store_round(k);
}

void vh_on_commit(vh_keypad *k, vh_span payload)
{
    const uint8_t *p = payload.bytes;
    if (payload.n != COMMIT_PAYLOAD) {
        vh_count16(&k->len_bad);
        return;
    }
    vh_record *r = &k->current;
    if (k->round_state < VH_STATE_OPEN_NONE || vh_get32(p) != r->round) {
        return;
    }
    if (p[4] == VH_COMMIT_VOID) {
        note_ended(k, r->round);
        vh_record_wipe(r);
    } else if (p[4] == VH_COMMIT_KEPT && k->round_state == VH_STATE_CLOSED && !vh_round_secret(k)) {
        if (r->pressed && !r->acked) {
            keep_as_previous(k);
        } else {
            vh_record_wipe(r);
        }
    } else {
        return;
    }
    vh_round_end(k);
    (void)vh_store_round(k);
}

void vh_on_ackvec(vh_keypad *k, vh_span payload, vh_order order, uint32_t now)
{
    const uint8_t *p = payload.bytes;
    if (payload.n < ACKVEC_HEAD || p[5] > ACKVEC_MAX || payload.n != ACKVEC_HEAD + 2u * (size_t)p[5]) {
        vh_count16(&k->len_bad);
        return;
    }
    vh_record *r = &k->current;
    bool covered = k->slot >= p[4] && k->slot - p[4] < p[5];
    if (!covered || k->round_state < VH_STATE_OPEN_NONE || vh_get32(p) != r->round || !r->pressed) {
        return;
    }
    uint16_t code = vh_get16(p + ACKVEC_HEAD + 2u * (size_t)(k->slot - p[4]));
    uint16_t rev = (uint16_t)(code ^ vh_key_ack_pad(k->suite, k->session.sk, r->ctx, order.epoch, order.seq));
    bool acked = rev == r->press_rev;
    if (acked && !r->acked) {
        vh_timer_set(&k->hide, now + HIDE_AFTER);
    }
    r->acked = acked;
    if (k->round_state != VH_STATE_CLOSED) {
        k->round_state = acked ? VH_STATE_OPEN_ACKED : VH_STATE_OPEN_SENT;
    }
}
