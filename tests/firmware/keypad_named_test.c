/* Admission and named rounds, from power to commit; the test plays the server (protocol 7). */
#include "bench.h"

static bench b;
static uint8_t paper[16384];
static const uint8_t nonce[8] = {10, 10, 10, 10, 10, 10, 10, 10};
static const uint8_t other_nonce[8] = {11, 10, 10, 10, 10, 10, 10, 10};

static size_t motion(uint8_t flags)
{
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    return paper_bytes(paper, flags, 12, &g, 1);
}

static void joined_with_motion(void)
{
    bench_new(&b);
    bench_join(&b, 5);
    bench_paper(&b, 1, paper, motion(VH_PAPER_CASTS_AT_ONCE));
}

/* One VOTE in the last answer. */
static bool says(uint8_t kind, const uint8_t *close_nonce, uint8_t st, uint16_t rev, uint8_t choice)
{
    uint8_t plain[240];
    size_t n = bench_open(&b, b.ctx, close_nonce, plain);
    return b.body[0] == kind && n == 4 && plain[0] == st && vh_get16(plain + 1) == rev && plain[3] == choice;
}

static uint8_t idle_reason(void)
{
    uint8_t plain[240];
    return b.body[0] == VH_IDLE && bench_open(&b, NULL, NULL, plain) >= 4 ? plain[0] : 0;
}

static void admission(void)
{
    uint8_t body[240], first[240], second[240];
    bench_new(&b);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_UNASSIGNED);
    bench_join(&b, 5);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE && b.boot == 1);
    CHECK(!bench_discover(&b)); /* mute once it is assigned */
    /* The same nonce gives the same reply and leaves the session alone. */
    size_t n = bench_admit_body(&b, 5, body);
    CHECK(bench_ask(&b, body, n));
    memcpy(first, b.body, b.body_n);
    CHECK(bench_ask(&b, body, n) && memcmp(first, b.body, b.body_n) == 0);
    CHECK(bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67) && b.body[0] == VH_STATUS);
    CHECK(bench_open(&b, NULL, NULL, second) == 48);
    /* A replayed older ADMIT makes a pending key only; the session still answers. */
    n = bench_admit_body(&b, 6, body);
    CHECK(bench_ask(&b, body, n));
    CHECK(bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67) && bench_open(&b, NULL, NULL, second) == 48);
    /* A lower epoch is nobody. */
    b.epoch = 4;
    n = bench_admit_body(&b, 7, body);
    CHECK(!bench_ask(&b, body, n));
    CHECK(!bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67));
    b.epoch = 5;
}

static void silence(void)
{
    joined_with_motion();
    bench_run(&b, 29000000);
    CHECK(b.lamp != VH_LAMP_OFFLINE && !bench_discover(&b));
    bench_run(&b, 2000000);
    CHECK(b.lamp == VH_LAMP_OFFLINE);
    CHECK(bench_discover(&b) && b.body[0] == VH_HELLO);
    const uint8_t keep_alive[2] = {0, 0};
    bench_group(&b, VH_LAMP, keep_alive, 2);
    CHECK(b.lamp != VH_LAMP_OFFLINE && !bench_discover(&b));
    /* An assignment that is never admitted lapses. */
    bench_new(&b);
    CHECK(bench_assign(&b));
    CHECK(vh_keypad_state(&b.k) == VH_STATE_ASSIGNED);
    bench_run(&b, 31000000);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_UNASSIGNED && vh_keypad_slot(&b.k) == 0);
}

static void vote_and_change(void)
{
    joined_with_motion();
    bench_round(&b, 9, VH_MODE_NAMED, VH_RULE_LAST_COUNTS);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE && vh_keypad_round(&b.k) == 9 && b.lamp == VH_LAMP_SLOW);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_RESTART, 0, 0));
    bench_key(&b, VH_KEY_FOR);
    CHECK(b.lamp == VH_LAMP_FAST);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_PRESSED, 1, 1));
    bench_ack(&b, 9, 2);
    CHECK(b.lamp == VH_LAMP_FAST); /* another revision: not received */
    bench_ack(&b, 9, 1);
    CHECK(b.lamp == VH_LAMP_STEADY && vh_keypad_state(&b.k) == VH_STATE_OPEN_ACKED);
    bench_ack(&b, 9, 0);
    CHECK(b.lamp == VH_LAMP_FAST);
    bench_key(&b, VH_KEY_AGAINST);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_PRESSED, 2, 2));
    bench_ack(&b, 9, 2);
    CHECK(b.lamp == VH_LAMP_STEADY);
    bench_close(&b, 9, nonce);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED);
    bench_key(&b, VH_KEY_FOR); /* too late */
    uint8_t st = VH_ST_PRESSED | VH_ST_LATCHED;
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_SVOTE, nonce, st, 2, 2));
    bench_close(&b, 9, other_nonce);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_SVOTE, other_nonce, st, 2, 2));
    bench_round(&b, 9, VH_MODE_NAMED, VH_RULE_LAST_COUNTS); /* a closed round never opens again */
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED);
    bench_commit(&b, 9, VH_COMMIT_KEPT);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE && b.lamp == VH_LAMP_OFF);
    bench_round(&b, 9, VH_MODE_NAMED, VH_RULE_LAST_COUNTS);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE);
    bench_round(&b, 10, VH_MODE_NAMED, VH_RULE_LAST_COUNTS);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE);
}

static void same_sweep_same_bytes(void)
{
    uint8_t body[240], first[243], second[243];
    joined_with_motion();
    bench_round(&b, 9, VH_MODE_NAMED, VH_RULE_LAST_COUNTS);
    bench_key(&b, VH_KEY_FOR);
    size_t n = bench_collect_body(&b, 9, 700, VH_WHAT_VOTE, 0, 23, body);
    uint32_t before = b.k.session.ctr;
    CHECK(bench_ask(&b, body, n));
    memcpy(first, b.wire, b.wire_n);
    for (int i = 0; i < 5; i++) {
        bench_key(&b, VH_KEY_AGAINST); /* a cast leaves the reply of the sweep alone */
        CHECK(bench_ask(&b, body, n) && memcmp(first, b.wire, b.wire_n) == 0);
    }
    CHECK(b.k.session.ctr == before + 1);
    /* RECOLLECT of the same sweep: the same bytes, in the slot of the rank among set bits. */
    uint8_t p[23];
    memcpy(p, body + 2, 19);
    p[18] = 0;
    memset(p + 19, 0, 4);
    p[19] = 0x05;
    p[21] = 0x01;
    n = vh_plain_build(VH_RECOLLECT, VH_ADDR_ALL, p, sizeof p, body);
    bench_hear(&b, body, n);
    uint32_t t0 = b.now;
    bench_run(&b, 400000);
    memcpy(second, b.wire, b.wire_n);
    CHECK(b.body_n > 0 && memcmp(first, second, b.wire_n) == 0);
    CHECK(b.sent_at - t0 == 2000 + 2 * 1120 + 40);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && memcmp(first, b.wire, b.wire_n) != 0);
    CHECK(says(VH_VOTE, NULL, VH_ST_PRESSED, 6, 2));
}

static void refusals(void)
{
    uint8_t payload[74];
    joined_with_motion();
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && idle_reason() == VH_IDLE_ROUND_UNKNOWN);
    bench_open_payload(&b, 9, VH_MODE_NAMED, 0, payload);
    payload[38 + 2] &= 0xFE; /* slot 17 */
    bench_group(&b, VH_OPEN, payload, 74);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && idle_reason() == VH_IDLE_NOT_ELIGIBLE);
    bench_open_payload(&b, 9, VH_MODE_SECRET, 0, payload);
    bench_group(&b, VH_OPEN, payload, 74);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 46) && idle_reason() == VH_IDLE_PAPER_BAD);
    memset(b.pd, 1, 32);
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && idle_reason() == VH_IDLE_PAPER_MISSING);
    bench_paper(&b, 2, paper, motion(VH_PAPER_CASTS_AT_ONCE));
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 24) && idle_reason() == VH_IDLE_FLEN);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 1, 23) && idle_reason() == VH_IDLE_FRAGMENT);
    CHECK(bench_collect(&b, 9, VH_WHAT_FINAL, 0, 34) && idle_reason() == VH_IDLE_NOTHING);
}

static void first_press_locks(void)
{
    joined_with_motion();
    bench_round(&b, 3, VH_MODE_NAMED, VH_RULE_FIRST_LOCKS);
    bench_key(&b, VH_KEY_ABSTAIN);
    bench_key(&b, VH_KEY_FOR);
    CHECK(bench_collect(&b, 3, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_PRESSED, 1, 3));
}

static void keys(void)
{
    joined_with_motion();
    bench_round(&b, 3, VH_MODE_NAMED, 0);
    vh_keypad_key(&b.k, VH_KEY_FOR, true, b.now);
    bench_run(&b, 30000);
    vh_keypad_key(&b.k, VH_KEY_AGAINST, true, b.now); /* within 50 ms: neither */
    bench_run(&b, 200000);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE);
    vh_keypad_key(&b.k, VH_KEY_FOR, false, b.now);
    vh_keypad_key(&b.k, VH_KEY_AGAINST, false, b.now);
    bench_run(&b, 200000);
    vh_keypad_key(&b.k, VH_KEY_FOR, true, b.now);
    bench_run(&b, 10000);
    vh_keypad_key(&b.k, VH_KEY_FOR, false, b.now); /* bounce */
    bench_run(&b, 200000);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_NONE);
    /* A press still in its pair window counts if CLOSE comes: it was before the latch. */
    vh_keypad_key(&b.k, VH_KEY_FOR, true, b.now);
    bench_run(&b, 25000);
    bench_close(&b, 3, nonce);
    CHECK(bench_collect(&b, 3, VH_WHAT_VOTE, 0, 23));
    CHECK(says(VH_SVOTE, nonce, VH_ST_PRESSED | VH_ST_LATCHED, 1, 1));
    bench_run(&b, 11000000);
    CHECK(bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67));
    uint8_t plain[240];
    CHECK(bench_open(&b, NULL, NULL, plain) == 48 && plain[24] == 1); /* stuck since */
}

static void restart(void)
{
    uint8_t plain[240];
    joined_with_motion();
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    bench_key(&b, VH_KEY_FOR);
    bench_reboot(&b);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_UNASSIGNED);
    bench_join(&b, 8);
    CHECK(b.boot == 2 && bench_open(&b, NULL, NULL, plain) == 4 && plain[0] == VH_KEYS && vh_get16(plain + 2) == 1);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23));
    CHECK(says(VH_VOTE, NULL, VH_ST_PRESSED | VH_ST_RESTART, 1, 1)); /* the press of boot 1 */
    bench_ack(&b, 9, 1);
    CHECK(b.lamp == VH_LAMP_STEADY);
    bench_key(&b, VH_KEY_AGAINST); /* the paper was kept too */
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_PRESSED, 2, 2));
    bench_close(&b, 9, nonce);
    bench_reboot(&b);
    bench_join(&b, 9);
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_CLOSED); /* the latch survives */
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23));
    CHECK(says(VH_SVOTE, nonce, VH_ST_PRESSED | VH_ST_LATCHED | VH_ST_RESTART, 2, 2));
    /* Without a durable boot number the keypad stays silent. */
    b.cell_broken[VH_CELL_BOOT] = true;
    bench_reboot(&b);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_FAILED && !bench_discover(&b));
    b.cell_broken[VH_CELL_BOOT] = false;
    /* No memory for the record: cold, the member presses again. */
    joined_with_motion();
    b.cell_broken[VH_CELL_ROUND] = true;
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    bench_key(&b, VH_KEY_FOR);
    bench_reboot(&b);
    bench_join(&b, 8);
    CHECK(bench_collect(&b, 9, VH_WHAT_VOTE, 0, 23) && idle_reason() == VH_IDLE_ROUND_UNKNOWN);
}

static void sign_in(void)
{
    joined_with_motion();
    bench_round(&b, 1, VH_MODE_SIGN_IN, 0);
    bench_key(&b, VH_KEY_DOWN);
    CHECK(bench_collect(&b, 1, VH_WHAT_VOTE, 0, 23) && says(VH_VOTE, NULL, VH_ST_PRESSED, 1, 1));
    memset(b.pd, 0, 32);
    bench_round(&b, 2, VH_MODE_SIGN_IN | VH_MODE_TEST, 0);
    bench_key(&b, VH_KEY_OK);
    CHECK(bench_collect(&b, 2, VH_WHAT_VOTE, 0, 23) && says(VH_TVOTE, NULL, VH_ST_PRESSED, 2, 1));
}

static void epochs(void)
{
    const uint8_t keep_alive[2] = {0, 0};
    joined_with_motion();
    b.epoch = 5 + 1025;
    bench_group(&b, VH_LAMP, keep_alive, 2); /* further than a group frame may go */
    CHECK(!bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67));
    b.epoch = 7;
    CHECK(!bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67)); /* no valid tag yet */
    b.g_seq = 0;
    bench_group(&b, VH_LAMP, keep_alive, 2);
    CHECK(bench_collect(&b, 0, VH_WHAT_STATUS, 0, 67));
    b.epoch = 6;
    b.g_seq = 1000;
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE);
    bench_reboot(&b);
    CHECK(b.k.max_epoch == 7);
}

static void commit_keeps_unacknowledged(void)
{
    uint8_t fetch[5] = {VH_WHAT_VOTE, 9, 0, 0, 0};
    joined_with_motion();
    bench_round(&b, 9, VH_MODE_NAMED, 0);
    bench_key(&b, VH_KEY_FOR);
    bench_close(&b, 9, nonce);
    bench_commit(&b, 9, VH_COMMIT_KEPT);
    CHECK(bench_unicast(&b, VH_FETCH, fetch, 5) && says(VH_SVOTE, nonce, VH_ST_PRESSED | VH_ST_LATCHED, 1, 1));
    bench_round(&b, 10, VH_MODE_NAMED, 0);
    vh_key_ctx(b.suite, b.m, 9, VH_MODE_NAMED, 0, b.pd, b.ctx);
    CHECK(bench_unicast(&b, VH_FETCH, fetch, 5) && b.body[0] == VH_SVOTE);
    bench_commit(&b, 10, VH_COMMIT_VOID);
    bench_round(&b, 11, VH_MODE_NAMED, 0);
    CHECK(bench_unicast(&b, VH_FETCH, fetch, 5) && idle_reason() == VH_IDLE_ROUND_UNKNOWN);
    bench_key(&b, VH_KEY_FOR);
    bench_commit(&b, 11, VH_COMMIT_VOID);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_IDLE && b.lamp == VH_LAMP_OFF && !b.k.current.exists);
}

int main(void)
{
    admission();
    silence();
    vote_and_change();
    same_sweep_same_bytes();
    refusals();
    first_press_locks();
    keys();
    restart();
    sign_in();
    epochs();
    commit_keeps_unacknowledged();
    return checks_end();
}
