/* Answers of a keypad: snapshot at the beacon, slot times, the cached reply (protocol 6). */
#include "vh_keypad_parts.h"

#include "vh_ballot.h"
#include "vh_keys.h"

#define CTR_LAST 0xFFFFFFu
#define IDLE_SIZE 4u
#define FINAL_SIZE 15u
#define STATUS_SIZE 48u
#define SPOIL_SIZE 20u
#define REPLY_HEAD 3u /* st, rev */

uint32_t vh_newcomer_us(uint32_t baud)
{
    return (290000000u + baud - 1u) / baud + vh_guard_us(baud);
}

void vh_forget_cached(vh_keypad *k)
{
    k->cached.valid = false;
}

void vh_reply_at(vh_keypad *k, uint32_t due, uint32_t slack, const uint8_t *body, size_t n)
{
    size_t wire_n = vh_frame_wrap(body, n, k->reply.wire, sizeof k->reply.wire);
    k->reply.n = (uint16_t)wire_n;
    k->reply.due = due;
    k->reply.slack = slack;
    k->reply.armed = wire_n > 0;
}

/* One ciphertext a nonce: every call takes a new ctr. 0 at the end of the counter. */
static size_t seal(vh_keypad *k, uint8_t kind, const vh_binding *binding, const uint8_t *plain, size_t n, uint8_t *body)
{
    VH_REQUIRE(k->session.valid && k->session.ctr < CTR_LAST - 1u, 0);
    k->session.ctr++;
    return vh_session_build(k->suite, k->session.sk, kind, k->slot, k->session.ctr, binding, plain, n, body);
}

void vh_reply_acku(vh_keypad *k, uint8_t kind, uint8_t result, uint16_t detail, uint32_t now)
{
    uint8_t plain[4] = {kind, result, 0, 0};
    uint8_t body[VH_LINE_BODY_MAX];
    const vh_binding nothing = {{0}, {0}};
    vh_put16(plain + 2, detail);
    size_t n = seal(k, VH_ACKU, &nothing, plain, sizeof plain, body);
    if (n > 0) {
        vh_reply_at(k, now + VH_UNICAST_REPLY, VH_UNICAST_SLACK, body, n);
    }
}

/* What is asked for. flen 0: the natural length (FETCH). */
typedef struct {
    uint32_t round;
    uint8_t what;
    uint8_t frag;
    uint8_t flen;
    bool fetch;
} request;

static size_t idle(vh_keypad *k, uint8_t reason, uint8_t flen, uint8_t *body)
{
    uint8_t plain[VH_LINE_BODY_MAX];
    const vh_binding nothing = {{0}, {0}};
    size_t n = flen == 0 ? IDLE_SIZE : (size_t)flen - VH_OVERHEAD_SESSION;
    vh_zero(plain, n);
    plain[0] = reason;
    vh_put16(plain + 1, k->meeting.kstep);
    plain[3] = k->round_state;
    return seal(k, VH_IDLE, &nothing, plain, n, body);
}

static bool length_fits(const request *q, size_t plain_n)
{
    return q->flen == 0 || q->flen == VH_OVERHEAD_SESSION + plain_n;
}

static uint8_t st_of(const vh_keypad *k, const vh_record *r, uint8_t frag)
{
    uint8_t st = (uint8_t)(frag << 4);
    st = (uint8_t)(st | (r->pressed ? VH_ST_PRESSED : 0u) | (r->latched ? VH_ST_LATCHED : 0u));
    st = (uint8_t)(st | (k->cast_since_start ? 0u : VH_ST_RESTART) | (k->call ? VH_ST_CALL : 0u));
    return st;
}

static void bind_to(const vh_record *r, vh_binding *binding)
{
    vh_copy(binding->ctx, r->ctx, 32);
    if (r->latched) {
        vh_copy(binding->close_nonce, r->close_nonce, 8);
    }
}

static uint8_t vote_kind(const vh_record *r)
{
    bool secret = (r->mode & 0x7Fu) == VH_MODE_SECRET;
    if ((r->mode & VH_MODE_TEST) != 0) {
        return secret ? VH_TBALLOT : VH_TVOTE;
    }
    if (secret) {
        return r->latched ? VH_SBALLOT : VH_BALLOT;
    }
    return r->latched ? VH_SVOTE : VH_VOTE;
}

static size_t vote(vh_keypad *k, const vh_record *r, const request *q, uint8_t *body)
{
    uint8_t plain[VH_LINE_BODY_MAX];
    vh_binding binding = {{0}, {0}};
    bool secret = (r->mode & 0x7Fu) == VH_MODE_SECRET;
    uint8_t pieces = secret ? vh_ballot_pieces(r->size) : 1;
    uint16_t piece = secret ? vh_ballot_piece_size(r->size) : r->size;
    if (q->frag >= pieces) {
        return idle(k, VH_IDLE_FRAGMENT, q->flen, body);
    }
    if (!length_fits(q, REPLY_HEAD + (size_t)piece)) {
        return idle(k, VH_IDLE_FLEN, q->flen, body);
    }
    uint16_t from = (uint16_t)(piece * q->frag);
    uint16_t length = (uint16_t)(r->size - from < piece ? r->size - from : piece);
    vh_zero(plain, REPLY_HEAD + (size_t)piece);
    plain[0] = st_of(k, r, q->frag);
    vh_put16(plain + 1, r->press_rev);
    if (r->pressed) {
        vh_copy(plain + REPLY_HEAD, r->content + from, length);
    }
    bind_to(r, &binding);
    return seal(k, vote_kind(r), &binding, plain, REPLY_HEAD + (size_t)piece, body);
}

static size_t final(vh_keypad *k, const vh_record *r, const request *q, uint8_t *body)
{
    uint8_t plain[FINAL_SIZE] = {0};
    vh_binding binding = {{0}, {0}};
    bool secret = (r->mode & 0x7Fu) == VH_MODE_SECRET;
    if (!secret || r != &k->current) {
        return idle(k, VH_IDLE_NOTHING, q->flen, body);
    }
    if (!r->latched) {
        return idle(k, VH_IDLE_NOT_CLOSED, q->flen, body);
    }
    if (!length_fits(q, FINAL_SIZE)) {
        return idle(k, VH_IDLE_FLEN, q->flen, body);
    }
    plain[0] = st_of(k, r, 0);
    vh_put16(plain + 1, r->press_rev);
    if (r->pressed) {
        vh_key_final(k->suite, k->k_ballot, vh_press_of(r), r->close_nonce, plain + REPLY_HEAD);
    }
    bind_to(r, &binding);
    return seal(k, VH_FINAL, &binding, plain, sizeof plain, body);
}

/* Gives the ballot of the own challenge away: it never counts. After that any FETCH gets the same SPOIL again. */
static size_t spoil(vh_keypad *k, vh_record *r, const request *q, uint8_t *body)
{
    uint8_t plain[SPOIL_SIZE];
    vh_binding binding = {{0}, {0}};
    bool secret = (r->mode & 0x7Fu) == VH_MODE_SECRET;
    if (!q->fetch || !secret || r != &k->current || r->latched) {
        return idle(k, VH_IDLE_NOTHING, q->flen, body);
    }
    if (k->round_state == VH_STATE_OPEN_ACKED && k->may_spoil) {
        vh_put64(r->spoiled_press, vh_press_of(r));
        r->spoiled = true;
        r->pressed = false;
        r->acked = false;
        vh_wipe(r->content, sizeof r->content);
        k->may_spoil = false;
        k->round_state = VH_STATE_OPEN_NONE;
        (void)vh_store_round(k);
    } else if (vh_all_zero(r->spoiled_press, 8)) {
        return idle(k, VH_IDLE_NOTHING, q->flen, body);
    }
    vh_copy(plain, r->spoiled_press, 8);
    vh_key_press_code(k->suite, k->k_ballot, "spoil", vh_get64(r->spoiled_press), plain + 8, 12);
    vh_copy(binding.ctx, r->ctx, 32);
    return seal(k, VH_SPOIL, &binding, plain, sizeof plain, body);
}

static size_t about_round(vh_keypad *k, const request *q, uint8_t *body)
{
    bool running = k->round_state >= VH_STATE_OPEN_NONE;
    vh_record *r = NULL;
    if (running && q->round == k->current.round) {
        r = &k->current;
    } else if (q->fetch && k->previous.exists && q->round == k->previous.round) {
        r = &k->previous;
    } else {
        bool refused = q->round != 0 && q->round == k->refused_round;
        return idle(k, refused ? k->refused_reason : VH_IDLE_ROUND_UNKNOWN, q->flen, body);
    }
    switch (q->what) {
    case VH_WHAT_VOTE:
        return vote(k, r, q, body);
    case VH_WHAT_FINAL:
        return final(k, r, q, body);
    default:
        return spoil(k, r, q, body);
    }
}

static size_t answer(vh_keypad *k, const request *q, uint8_t *body)
{
    uint8_t plain[STATUS_SIZE];
    const vh_binding nothing = {{0}, {0}};
    switch (q->what) {
    case VH_WHAT_VOTE:
    case VH_WHAT_FINAL:
    case VH_WHAT_SPOIL:
        return about_round(k, q, body);
    case VH_WHAT_STATUS:
        if (!length_fits(q, STATUS_SIZE)) {
            return idle(k, VH_IDLE_FLEN, q->flen, body);
        }
        vh_status_bytes(k, plain);
        return seal(k, VH_STATUS, &nothing, plain, STATUS_SIZE, body);
    case VH_WHAT_OBJMISS:
        if (!length_fits(q, VH_OBJMISS_SIZE)) {
            return idle(k, VH_IDLE_FLEN, q->flen, body);
        }
        vh_objects_missing(&k->objects, plain);
        return seal(k, VH_OBJMISS, &nothing, plain, VH_OBJMISS_SIZE, body);
    default:
        return idle(k, VH_IDLE_NOTHING, q->flen, body);
    }
}

void vh_on_fetch(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != 5) {
        vh_count16(&k->len_bad);
        return;
    }
    uint8_t body[VH_LINE_BODY_MAX];
    request q = {.round = vh_get32(payload + 1), .what = payload[0], .fetch = true};
    size_t body_n = answer(k, &q, body);
    if (body_n > 0) {
        vh_reply_at(k, now + VH_UNICAST_REPLY, VH_UNICAST_SLACK, body, body_n);
    }
}

/* Place of the own slot in the sweep, -1 if it is not asked. */
static int rank_in(const vh_keypad *k, const uint8_t *p, bool recollect)
{
    int place = (int)k->slot - (int)p[16];
    if (k->slot == 0 || place < 0 || place >= (int)p[17]) {
        return -1;
    }
    if (!recollect) {
        return place;
    }
    const uint8_t *bitmap = p + VH_COLLECT_PAYLOAD;
    if (((bitmap[place / 8] >> (place % 8)) & 1) == 0) {
        return -1;
    }
    int rank = 0;
    for (int i = 0; i < place; i++) {
        rank += (bitmap[i / 8] >> (i % 8)) & 1;
    }
    return rank;
}

static uint32_t trimmed(uint32_t at, int trim_us)
{
    return trim_us >= 0 ? at + (uint32_t)trim_us : at - (uint32_t)-trim_us;
}

static void answer_in_slot(vh_keypad *k, const uint8_t *p, uint32_t slot_start)
{
    uint32_t epoch = vh_get32(p);
    request q = {.round = vh_get32(p + 4), .what = p[10], .frag = p[11], .flen = p[12]};
    uint16_t sweep = vh_get16(p + 8);
    vh_cached_reply *c = &k->cached;
    if (q.flen < VH_OVERHEAD_SESSION + IDLE_SIZE || q.flen > VH_LINE_BODY_MAX) {
        vh_count16(&k->len_bad);
        return;
    }
    bool same = c->valid && c->sweep == sweep && c->epoch == epoch && c->round == q.round && c->what == q.what
                && c->frag == q.frag && c->flen == q.flen;
    if (!same) {
        uint8_t body[VH_LINE_BODY_MAX];
        size_t n = answer(k, &q, body);
        if (n == 0) {
            return;
        }
        *c = (vh_cached_reply){.valid = true, .epoch = epoch, .round = q.round, .sweep = sweep, .what = q.what,
                               .frag = q.frag, .flen = q.flen};
        c->n = (uint16_t)vh_frame_wrap(body, n, c->wire, sizeof c->wire);
    }
    uint32_t half_guard = vh_guard_us(k->baud) / 2u;
    k->reply.armed = true;
    k->reply.due = trimmed(slot_start + half_guard, k->trim_us);
    k->reply.slack = half_guard;
    k->reply.n = c->n;
    vh_copy(k->reply.wire, c->wire, c->n);
}

void vh_on_collect(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now)
{
    bool recollect = body[0] == VH_RECOLLECT;
    const uint8_t *p = body + 2;
    size_t bitmap = 0;
    if (n >= VH_COLLECT_BODY && recollect) {
        bitmap = (p[17] + 7u) / 8u;
    }
    if (n != VH_COLLECT_BODY + bitmap || body[1] != VH_ADDR_ALL) {
        vh_count16(&k->len_bad);
        return;
    }
    uint32_t first_slot = now + 100u * p[15];
    uint32_t slot_us = vh_get16(p + 13);
    uint8_t newcomers = p[18];
    int rank = k->link == VH_STATE_IDLE && vh_get32(p) == k->max_epoch ? rank_in(k, p, recollect) : -1;
    if (rank >= 0) {
        answer_in_slot(k, p, first_slot + (uint32_t)rank * slot_us);
    } else if (!recollect && newcomers > 0 && (newcomers & (newcomers - 1u)) == 0 && vh_may_hello(k)) {
        vh_hello_in(k, vh_get16(p + 8), newcomers, first_slot + p[17] * slot_us, vh_newcomer_us(k->baud));
    }
}
