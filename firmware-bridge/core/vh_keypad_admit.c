/* Discovery, assignment, admission and epochs (protocol 4.4, 7.2, 9.1, 9.2). */
#include "vh_keypad_parts.h"

#include "vh_keys.h"

#define ADMIT_PAYLOAD 60u
#define ADMIT_REPLY_PAYLOAD 32u
#define KEYS_PAYLOAD 22u
#define RESULT_VALUE 1u

static uint32_t discovery_hash(uint32_t salt, uint64_t uid)
{
    uint8_t input[12];
    vh_put32(input, salt);
    vh_put64(input + 4, uid);
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < sizeof input; i++) {
        h = (h ^ input[i]) * 16777619u;
    }
    return h ^ (h >> 16);
}

bool vh_may_hello(const vh_keypad *k)
{
    return k->link == VH_STATE_UNASSIGNED || (k->link == VH_STATE_IDLE && k->offline);
}

/* `window` is a power of two. */
void vh_hello_in(vh_keypad *k, uint32_t salt, uint32_t window, uint32_t start, uint32_t slot_us)
{
    uint8_t payload[22] = {0};
    uint8_t body[VH_HELLO_BODY];
    uint32_t place = discovery_hash(salt, k->commission.uid) & (window - 1u);
    uint32_t half_guard = vh_guard_us(k->baud) / 2u;
    bool cold = !k->current.exists && !k->previous.exists;
    vh_put64(payload, k->commission.uid);
    payload[8] = 1;
    payload[9] = k->commission.suite;
    vh_put16(payload + 10, k->commission.model);
    vh_put32(payload + 12, k->commission.fw);
    vh_put32(payload + 16, k->boot);
    payload[20] = cold ? 2u : 0u;
    size_t n = vh_plain_build(VH_HELLO, VH_ADDR_UNASSIGNED, payload, sizeof payload, body);
    vh_reply_at(k, start + place * slot_us + half_guard, half_guard, body, n);
}

static bool prefix_matches(uint64_t uid, uint64_t prefix, uint8_t bits)
{
    return bits == 0 || ((uid ^ prefix) >> (64u - bits)) == 0;
}

void vh_on_discover(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != 15 || payload[4] > 8 || payload[5] > 64) {
        vh_count16(&k->len_bad);
        return;
    }
    if (vh_may_hello(k) && prefix_matches(k->commission.uid, vh_get64(payload + 6), payload[5])) {
        uint32_t window = (uint32_t)1u << payload[4];
        vh_hello_in(k, vh_get32(payload), window, now + 100u * payload[14], vh_newcomer_us(k->baud));
    }
}

void vh_on_assign(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != 9) {
        vh_count16(&k->len_bad);
        return;
    }
    uint8_t slot = payload[8];
    if (vh_get64(payload) != k->commission.uid || slot < 1 || slot > VH_SLOT_MAX) {
        return;
    }
    if (k->link != VH_STATE_ASSIGNED && !vh_may_hello(k)) {
        return;
    }
    uint8_t body[VH_LINE_BODY_MAX];
    k->slot = slot;
    k->link = VH_STATE_ASSIGNED;
    k->offline = false;
    vh_forget_cached(k);
    vh_timer_set(&k->silence, now + VH_SILENCE);
    size_t body_n = vh_plain_build(VH_ASSIGNED, VH_ADDR_UNASSIGNED, payload, n, body);
    vh_reply_at(k, now + VH_UNICAST_REPLY, VH_UNICAST_SLACK, body, body_n);
}

bool vh_raise_epoch(vh_keypad *k, uint32_t epoch)
{
    if (epoch == k->max_epoch) {
        return true;
    }
    uint32_t before = k->max_epoch;
    k->max_epoch = epoch;
    if (!vh_store_epoch(k)) {
        k->max_epoch = before; /* durable before it is used */
        return false;
    }
    return true;
}

/* U and ADMIT frames say which epoch a group frame may at most go beyond. */
bool vh_raise_base(vh_keypad *k, uint32_t epoch)
{
    if (epoch == k->max_epoch && epoch == k->base_epoch) {
        return true;
    }
    uint32_t before = k->base_epoch;
    uint32_t before_max = k->max_epoch;
    k->base_epoch = epoch;
    k->max_epoch = epoch;
    if (!vh_store_epoch(k)) {
        k->base_epoch = before;
        k->max_epoch = before_max;
        return false;
    }
    return true;
}

void vh_heard_server(vh_keypad *k, uint32_t now)
{
    if (k->link == VH_STATE_IDLE) {
        k->offline = false;
        vh_timer_set(&k->silence, now + VH_SILENCE);
    }
}

static void reply_admit(vh_keypad *k, const vh_session *s, uint32_t now)
{
    uint8_t payload[ADMIT_REPLY_PAYLOAD];
    uint8_t body[VH_LINE_BODY_MAX];
    vh_put64(payload, k->commission.uid);
    vh_copy(payload + 8, s->nonce_k, 8);
    vh_put32(payload + 16, k->boot);
    vh_put16(payload + 20, s->gen);
    vh_put16(payload + 22, s->kstep);
    vh_copy(payload + 24, k->commission.fw_digest, 8);
    const vh_span extra = {s->nonce_s, 16};
    size_t n = vh_handshake_build(k->suite, s->ka, "adm2", VH_ADMIT_REPLY, k->slot, payload, sizeof payload, extra, body);
    vh_reply_at(k, now + VH_ADMIT_REPLY_TIME, VH_UNICAST_SLACK, body, n);
}

void vh_on_admit(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now)
{
    const uint8_t *p = body + 2;
    if (n != ADMIT_PAYLOAD + VH_OVERHEAD_HANDSHAKE) {
        vh_count16(&k->len_bad);
        return;
    }
    bool mine = k->slot != 0 && body[1] == k->slot && vh_get64(p) == k->commission.uid;
    if (!mine || vh_get32(p + 8) < k->max_epoch) {
        return;
    }
    uint8_t ka[32];
    const uint8_t *m = p + 12;
    const uint8_t *nonce_s = p + 44;
    vh_span payload;
    if (k->meeting.begun && vh_equal(m, k->meeting.m, 32)) {
        vh_copy(ka, k->meeting.ka, 32);
    } else {
        vh_key_of_meeting(k->suite, k->meeting.ra, "KA", m, ka);
    }
    if (vh_handshake_open(k->suite, ka, "adm1", body, n, (vh_span){NULL, 0}, &payload) != VH_OK) {
        vh_count16(&k->tag_bad);
        vh_wipe(ka, sizeof ka);
        return;
    }
    if (!vh_raise_base(k, vh_get32(p + 8))) {
        vh_wipe(ka, sizeof ka);
        return;
    }
    if (k->link == VH_STATE_ASSIGNED) {
        vh_timer_set(&k->silence, now + VH_SILENCE);
    }
    const vh_session *known = NULL;
    if (k->pending.valid && vh_equal(k->pending.nonce_s, nonce_s, 16)) {
        known = &k->pending;
    } else if (k->session.valid && vh_equal(k->session.nonce_s, nonce_s, 16)) {
        known = &k->session;
    }
    if (known == NULL) {
        vh_session *s = &k->pending;
        k->admissions++;
        *s = (vh_session){.valid = true, .gen = k->meeting.gen, .kstep = k->meeting.kstep};
        vh_copy(s->nonce_s, nonce_s, 16);
        vh_copy(s->ka, ka, 32);
        vh_copy(s->m, m, 32);
        vh_key_nonce_k(k->suite, k->meeting.ra, k->boot, k->admissions, s->nonce_k);
        vh_key_session(k->suite, ka, nonce_s, s->nonce_k, k->boot, s->sk);
        known = s;
    }
    reply_admit(k, known, now);
    vh_wipe(ka, sizeof ka);
}

static bool keys_sound(const vh_keypad *k, const uint8_t *payload, size_t n)
{
    return n == KEYS_PAYLOAD && payload[16] == k->suite->id && (payload[17] & 0xFEu) == 0;
}

static void take_group_key(vh_keypad *k, const uint8_t *payload, vh_order order)
{
    uint32_t seq = vh_get32(payload + 18);
    bool same = k->gk_valid && vh_equal(k->gk, payload, 16);
    bool later = order.epoch > k->g_epoch || (order.epoch == k->g_epoch && seq > k->g_seq);
    vh_copy(k->gk, payload, 16);
    k->gk_valid = true;
    k->station_used = (payload[17] & 1u) != 0;
    if (!same || later) { /* never downwards under one key */
        k->g_epoch = order.epoch;
        k->g_seq = seq;
    }
}

static void note_meeting(vh_keypad *k)
{
    /* The highest ended round counts within one meeting only. */
    if (!vh_equal(k->ended_m, k->session.m, 32)) {
        vh_copy(k->ended_m, k->session.m, 32);
        k->ended_round = 0;
    }
}

bool vh_on_pending_keys(vh_keypad *k, const uint8_t *body, size_t n, vh_order order, uint32_t now)
{
    uint8_t payload[VH_LINE_BODY_MAX];
    size_t payload_n = 0;
    if (!k->pending.valid || vh_unicast_open(k->suite, k->pending.sk, body, n, payload, &payload_n) != VH_OK) {
        return false;
    }
    if (!keys_sound(k, payload, payload_n) || !vh_raise_base(k, order.epoch)) {
        return true;
    }
    k->session = k->pending;
    vh_wipe(&k->pending, sizeof k->pending);
    k->session.epoch = order.epoch;
    k->session.seq = order.seq;
    k->session.ctr = 0;
    k->link = VH_STATE_IDLE;
    vh_forget_cached(k);
    note_meeting(k);
    take_group_key(k, payload, order);
    vh_heard_server(k, now);
    vh_reply_acku(k, VH_KEYS, 0, k->restored_distance, now);
    return true;
}

void vh_on_keys(vh_keypad *k, const uint8_t *payload, size_t n, vh_order order, uint32_t now)
{
    if (!keys_sound(k, payload, n)) {
        vh_reply_acku(k, VH_KEYS, RESULT_VALUE, 0, now);
        return;
    }
    k->link = VH_STATE_IDLE; /* a keypad that was assigned anew may keep its session */
    vh_heard_server(k, now);
    take_group_key(k, payload, order);
    vh_reply_acku(k, VH_KEYS, 0, k->restored_distance, now);
}

void vh_on_release(vh_keypad *k)
{
    k->slot = 0;
    k->link = VH_STATE_UNASSIGNED;
    k->offline = false;
    k->silence.armed = false;
    k->gk_valid = false;
    vh_wipe(&k->session, sizeof k->session);
    vh_wipe(&k->pending, sizeof k->pending);
    vh_wipe(k->gk, sizeof k->gk);
    vh_forget_cached(k);
}
