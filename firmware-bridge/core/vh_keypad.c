/* The keypad's entrance: start, bytes of the line, timers. What a frame means is in the files beside this one. */
#include "vh_keypad.h"

#include "vh_keypad_parts.h"
#include "vh_keys.h"
#include "vh_words.h"

#define BAUD_DEFAULT 250000u
#define EPOCH_STEP_MAX 1024u
#define BLINK_SECONDS_MAX 10u
#define TRIM_MAX 200

void vh_keypad_start(vh_keypad *k, const vh_commission *c, const vh_keypad_hal *hal, void *ctx, uint32_t now_us)
{
    vh_wipe(k, sizeof *k);
    vh_frame_line_receiver(&k->rx, true);
    k->baud = BAUD_DEFAULT;
    k->hal = hal;
    k->ctx = ctx;
    k->commission = *c;
    k->suite = vh_suite_find(c->suite);
    k->round_state = VH_STATE_IDLE;
    k->keys.pending_key = VH_KEY_COUNT;
    k->started_us = now_us;
    k->second_us = now_us;
    k->link = VH_STATE_FAILED;
    if (k->suite == NULL) {
        return;
    }
    vh_restore_all(k);
    /* S = boot | rev must never repeat: without a durable boot number the keypad stays silent. */
    if (!vh_store_boot(k)) {
        return;
    }
    if (k->round_state >= VH_STATE_OPEN_NONE) {
        vh_bind_paper(k);
        if (vh_round_secret(k)) {
            vh_key_of_round(k->suite, k->meeting.kb, "vote", k->current.ctx, k->k_ballot);
        }
    }
    k->link = VH_STATE_UNASSIGNED;
    vh_lamp_refresh(k);
}

void vh_keypad_set_baud(vh_keypad *k, uint32_t baud)
{
    k->baud = baud == 0 ? BAUD_DEFAULT : baud;
}

void vh_keypad_set_lateness(vh_keypad *k, uint32_t us)
{
    k->lateness_us = us;
}

static void on_notice(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    static const uint8_t words[6] = {VH_WORD_NONE, VH_WORD_EARLIER_HELD, VH_WORD_NOT_SIGNED_IN,
                                     VH_WORD_CHALLENGE_TAKEN, VH_WORD_CHALLENGE_REFUSED, VH_WORD_CALL_STEWARD};
    if (n == 4 && payload[0] >= 1 && payload[0] <= 5) {
        vh_show(k, words[payload[0]], now);
    }
}

static void on_identify(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n != 3 || (vh_round_secret(k) && vh_round_open(k))) {
        return;
    }
    vh_find(k, payload[0], now);
    k->identify = payload[0] != 0;
    k->identify_label = vh_get16(payload + 1);
}

static void on_trim(vh_keypad *k, const uint8_t *payload, size_t n)
{
    if (n != 2) {
        return;
    }
    int offset = vh_get16(payload);
    offset = offset >= 0x8000 ? offset - 0x10000 : offset;
    int sum = k->trim_us + offset;
    if (sum >= -TRIM_MAX && sum <= TRIM_MAX) {
        k->trim_us = (int16_t)sum;
    }
}

static void on_unicast(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now)
{
    uint8_t payload[VH_LINE_BODY_MAX];
    size_t payload_n = 0;
    vh_order order;
    if (k->slot == 0 || body[1] != k->slot) {
        return;
    }
    if (vh_order_read(body, n, &order) != VH_OK) {
        vh_count16(&k->len_bad);
        return;
    }
    if (order.epoch < k->max_epoch) {
        return;
    }
    if (body[0] == VH_KEYS && vh_on_pending_keys(k, body, n, order, now)) {
        return;
    }
    vh_session *s = &k->session;
    bool later = order.epoch > s->epoch || (order.epoch == s->epoch && order.seq > s->seq);
    if (!s->valid || !later) {
        return;
    }
    if (vh_unicast_open(k->suite, s->sk, body, n, payload, &payload_n) != VH_OK) {
        vh_count16(&k->tag_bad);
        return;
    }
    if (!vh_raise_base(k, order.epoch)) {
        return;
    }
    s->epoch = order.epoch;
    s->seq = order.seq;
    vh_heard_server(k, now);
    switch (body[0]) {
    case VH_KEYS:
        vh_on_keys(k, payload, payload_n, order, now);
        break;
    case VH_FETCH:
        vh_on_fetch(k, payload, payload_n, now);
        break;
    case VH_ROLL:
        vh_on_roll(k, payload, payload_n, now);
        break;
    case VH_MEET_BEGIN:
        vh_on_meet_begin(k, payload, payload_n, now);
        break;
    case VH_NOTICE:
        on_notice(k, payload, payload_n, now);
        break;
    case VH_IDENTIFY:
        on_identify(k, payload, payload_n, now);
        break;
    case VH_TRIM:
        on_trim(k, payload, payload_n);
        break;
    default:
        if (payload_n == 1) {
            vh_on_release(k);
        }
        break;
    }
    vh_wipe(payload, payload_n);
}

static void on_object_end(vh_keypad *k, vh_span payload)
{
    int index = vh_objects_end(&k->objects, k->suite, payload.bytes, payload.n);
    if (index >= 0) {
        vh_store_paper(k, index);
        if (k->round_state >= VH_STATE_OPEN_NONE && !k->paper_valid) {
            vh_bind_paper(k);
        }
    }
}

static void on_group(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now)
{
    vh_order order;
    vh_span payload = {NULL, 0};
    if (k->link != VH_STATE_IDLE || !k->gk_valid || body[1] != VH_ADDR_ALL) {
        return;
    }
    if (vh_order_read(body, n, &order) != VH_OK) {
        vh_count16(&k->len_bad);
        return;
    }
    bool later = order.epoch > k->g_epoch || (order.epoch == k->g_epoch && order.seq > k->g_seq);
    /* A stolen group key must not lift the epoch out of reach. */
    bool near = order.epoch <= k->base_epoch || order.epoch - k->base_epoch <= EPOCH_STEP_MAX;
    if (order.epoch < k->max_epoch || !later || !near) {
        return;
    }
    if (vh_group_open(k->suite, k->gk, body, n, &payload) != VH_OK) {
        vh_count16(&k->tag_bad);
        return;
    }
    if (!vh_raise_epoch(k, order.epoch)) {
        return;
    }
    k->g_epoch = order.epoch;
    k->g_seq = order.seq;
    vh_heard_server(k, now);
    switch (body[0]) {
    case VH_OPEN:
        vh_on_open(k, payload);
        break;
    case VH_CLOSE:
        vh_on_close(k, payload, now);
        break;
    case VH_COMMIT:
        vh_on_commit(k, payload);
        break;
    case VH_ACKVEC:
        vh_on_ackvec(k, payload, order, now);
        break;
    case VH_MACVEC:
        vh_on_macvec(k, payload.bytes, payload.n);
        break;
    case VH_LAMP:
        vh_on_lamp(k, payload, now);
        break;
    case VH_OBJ_BEGIN:
        (void)vh_objects_begin(&k->objects, payload.bytes, payload.n, k->current.exists ? k->current.pd : NULL);
        break;
    case VH_OBJ_CHUNK:
        (void)vh_objects_chunk(&k->objects, payload.bytes, payload.n);
        break;
    default:
        on_object_end(k, payload);
        break;
    }
}

static void on_blink(vh_keypad *k, const uint8_t *payload, size_t n, uint32_t now)
{
    if (n == 9 && k->link != VH_STATE_IDLE && vh_get64(payload) == k->commission.uid
        && payload[8] <= BLINK_SECONDS_MAX) {
        vh_find(k, payload[8], now);
    }
}

static void on_body(vh_keypad *k, const uint8_t *body, size_t n, uint32_t now)
{
    switch (body[0]) {
    case VH_COLLECT:
    case VH_RECOLLECT:
        vh_on_collect(k, body, n, now);
        break;
    case VH_OPEN:
    case VH_CLOSE:
    case VH_COMMIT:
    case VH_ACKVEC:
    case VH_MACVEC:
    case VH_LAMP:
    case VH_OBJ_BEGIN:
    case VH_OBJ_CHUNK:
    case VH_OBJ_END:
        on_group(k, body, n, now);
        break;
    case VH_KEYS:
    case VH_FETCH:
    case VH_ROLL:
    case VH_MEET_BEGIN:
    case VH_NOTICE:
    case VH_IDENTIFY:
    case VH_RELEASE:
    case VH_TRIM:
        on_unicast(k, body, n, now);
        break;
    case VH_DISCOVER:
        vh_on_discover(k, body + 2, n - 4, now);
        break;
    case VH_ASSIGN:
        vh_on_assign(k, body + 2, n - 4, now);
        break;
    case VH_BLINK:
        on_blink(k, body + 2, n - 4, now);
        break;
    case VH_ADMIT:
        vh_on_admit(k, body, n, now);
        break;
    default:
        vh_count16(&k->kind_unknown);
        break;
    }
}

void vh_keypad_receive(vh_keypad *k, uint8_t byte, uint32_t now_us)
{
    if (vh_frame_push(&k->rx, byte) == VH_FRAME_BODY && k->link != VH_STATE_FAILED) {
        vh_keypad_step(k, now_us); /* what was due before this frame comes first */
        on_body(k, k->rx.buffer, k->rx.length, now_us);
        vh_lamp_refresh(k);
    }
}

void vh_keypad_receive_block(vh_keypad *k, const uint8_t *bytes, size_t n, uint32_t now_us)
{
    for (size_t i = 0; i < n; i++) {
        vh_keypad_receive(k, bytes[i], now_us);
    }
}
