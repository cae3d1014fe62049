/* The durable cells of a keypad (protocol 11): what must be known after a start, in fixed layouts. */
#include "vh_keypad_parts.h"

#define FORMAT 1u
#define MEETING_SIZE 238u /* format, flags, gen2, kstep2, uid8, seven keys */
#define ROUND_HEAD 75u    /* format, state, eligible, ended round, its M, secret round, its ctx */
#define RECORD_HEAD 95u
#define ROUND_SIZE_MAX (ROUND_HEAD + 2u * (RECORD_HEAD + VH_CONTENT_MAX))

bool vh_store_boot(vh_keypad *k)
{
    uint8_t cell[4];
    vh_put32(cell, k->boot);
    return k->hal->persist(k->ctx, VH_CELL_BOOT, cell, sizeof cell);
}

bool vh_store_epoch(vh_keypad *k)
{
    uint8_t cell[8];
    vh_put32(cell, k->max_epoch);
    vh_put32(cell + 4, k->base_epoch);
    return k->hal->persist(k->ctx, VH_CELL_EPOCH, cell, sizeof cell);
}

bool vh_store_meeting(vh_keypad *k, const vh_meeting *meeting)
{
    uint8_t cell[MEETING_SIZE];
    cell[0] = FORMAT;
    cell[1] = (uint8_t)((meeting->begun ? 1u : 0u) | (meeting->station ? 2u : 0u));
    vh_put16(cell + 2, meeting->gen);
    vh_put16(cell + 4, meeting->kstep);
    vh_put64(cell + 6, k->commission.uid);
    const uint8_t *keys[7] = {meeting->ra, meeting->rb, meeting->gb, meeting->m, meeting->ka, meeting->kb, meeting->kg};
    for (size_t i = 0; i < 7; i++) {
        vh_copy(cell + 14 + 32 * i, keys[i], 32);
    }
    bool kept = k->hal->persist(k->ctx, VH_CELL_MEETING, cell, sizeof cell);
    vh_wipe(cell, sizeof cell);
    return kept;
}

static void restore_meeting(vh_keypad *k)
{
    uint8_t cell[MEETING_SIZE];
    size_t n = k->hal->restore(k->ctx, VH_CELL_MEETING, cell, sizeof cell);
    vh_meeting *meeting = &k->meeting;
    *meeting = (vh_meeting){.gen = k->commission.gen};
    vh_copy(meeting->ra, k->commission.ra, 32);
    vh_copy(meeting->rb, k->commission.rb, 32);
    vh_copy(meeting->gb, k->commission.gb, 32);
    /* A newer commissioning or another UID makes the cell worthless. */
    bool usable = n == sizeof cell && cell[0] == FORMAT && vh_get64(cell + 6) == k->commission.uid
                  && vh_get16(cell + 2) >= k->commission.gen;
    if (usable) {
        uint8_t *keys[7] = {meeting->ra, meeting->rb, meeting->gb, meeting->m, meeting->ka, meeting->kb, meeting->kg};
        meeting->begun = (cell[1] & 1u) != 0;
        meeting->station = (cell[1] & 2u) != 0;
        meeting->gen = vh_get16(cell + 2);
        meeting->kstep = vh_get16(cell + 4);
        for (size_t i = 0; i < 7; i++) {
            vh_copy(keys[i], cell + 14 + 32 * i, 32);
        }
    }
    vh_wipe(cell, sizeof cell);
}

static size_t write_record(const vh_record *r, uint8_t *p)
{
    p[0] = (uint8_t)((r->exists ? 1u : 0u) | (r->pressed ? 2u : 0u) | (r->acked ? 4u : 0u) | (r->latched ? 8u : 0u)
                     | (r->spoiled ? 16u : 0u));
    p[1] = r->mode;
    p[2] = r->rule;
    vh_put32(p + 3, r->round);
    vh_put32(p + 7, r->press_boot);
    vh_put16(p + 11, r->press_rev);
    vh_put16(p + 13, r->size);
    vh_copy(p + 15, r->close_nonce, 8);
    vh_copy(p + 23, r->ctx, 32);
    vh_copy(p + 55, r->pd, 32);
    vh_copy(p + 87, r->spoiled_press, 8);
    vh_copy(p + RECORD_HEAD, r->content, r->size);
    return RECORD_HEAD + r->size;
}

/* Bytes read, 0 if the record does not fit in what is there. */
static size_t read_record(vh_record *r, const uint8_t *p, size_t n)
{
    VH_REQUIRE(n >= RECORD_HEAD, 0);
    uint16_t size = vh_get16(p + 13);
    VH_REQUIRE(size <= VH_CONTENT_MAX && n - RECORD_HEAD >= size, 0);
    r->exists = (p[0] & 1u) != 0;
    r->pressed = (p[0] & 2u) != 0;
    r->acked = (p[0] & 4u) != 0;
    r->latched = (p[0] & 8u) != 0;
    r->spoiled = (p[0] & 16u) != 0;
    r->mode = p[1];
    r->rule = p[2];
    r->round = vh_get32(p + 3);
    r->press_boot = vh_get32(p + 7);
    r->press_rev = vh_get16(p + 11);
    r->size = size;
    vh_copy(r->close_nonce, p + 15, 8);
    vh_copy(r->ctx, p + 23, 32);
    vh_copy(r->pd, p + 55, 32);
    vh_copy(r->spoiled_press, p + 87, 8);
    vh_copy(r->content, p + RECORD_HEAD, size);
    return RECORD_HEAD + size;
}

bool vh_store_round(vh_keypad *k)
{
    uint8_t cell[ROUND_SIZE_MAX];
    cell[0] = FORMAT;
    cell[1] = k->round_state;
    cell[2] = k->eligible ? 1 : 0;
    vh_put32(cell + 3, k->ended_round);
    vh_copy(cell + 7, k->ended_m, 32);
    vh_put32(cell + 39, k->secret_round);
    vh_copy(cell + 43, k->secret_ctx, 32);
    size_t n = ROUND_HEAD;
    n += write_record(&k->current, cell + n);
    n += write_record(&k->previous, cell + n);
    bool kept = k->hal->persist(k->ctx, VH_CELL_ROUND, cell, n);
    vh_wipe(cell, n);
    return kept;
}

static void restore_round(vh_keypad *k)
{
    uint8_t cell[ROUND_SIZE_MAX];
    size_t n = k->hal->restore(k->ctx, VH_CELL_ROUND, cell, sizeof cell);
    if (n < ROUND_HEAD || n > sizeof cell || cell[0] != FORMAT) {
        return;
    }
    size_t first = read_record(&k->current, cell + ROUND_HEAD, n - ROUND_HEAD);
    size_t second = first == 0 ? 0 : read_record(&k->previous, cell + ROUND_HEAD + first, n - ROUND_HEAD - first);
    if (second == 0) {
        vh_record_wipe(&k->current);
        vh_record_wipe(&k->previous);
        return;
    }
    k->ended_round = vh_get32(cell + 3);
    vh_copy(k->ended_m, cell + 7, 32);
    k->secret_round = vh_get32(cell + 39);
    vh_copy(k->secret_ctx, cell + 43, 32);
    k->eligible = cell[2] != 0;
    vh_wipe(cell, n);
    const vh_record *last = k->current.exists ? &k->current : &k->previous;
    k->rev = last->exists ? last->press_rev : 0;
    if (!k->current.exists) {
        return;
    }
    uint32_t distance = k->boot - k->current.press_boot;
    if (k->current.press_rev > 0 && distance > 0xFFFFu) {
        vh_record_wipe(&k->current); /* its boot could no longer be told in ACKU */
        return;
    }
    k->restored_distance = k->current.press_rev > 0 ? (uint16_t)distance : 0;
    k->round_state = k->current.latched   ? VH_STATE_CLOSED
                     : !k->current.pressed ? VH_STATE_OPEN_NONE
                     : k->current.acked    ? VH_STATE_OPEN_ACKED
                                           : VH_STATE_OPEN_SENT;
}

void vh_store_paper(vh_keypad *k, int index)
{
    const vh_object *o = &k->objects.held[index];
    uint8_t cell = index == 0 ? VH_CELL_PAPER_0 : VH_CELL_PAPER_1;
    /* Without room for papers the server sends them again after a restart. */
    (void)k->hal->persist(k->ctx, cell, o->bytes, o->size);
}

static void restore_paper(vh_keypad *k, int index)
{
    vh_object *o = &k->objects.held[index];
    uint8_t cell = index == 0 ? VH_CELL_PAPER_0 : VH_CELL_PAPER_1;
    size_t n = k->hal->restore(k->ctx, cell, o->bytes, sizeof o->bytes);
    if (n == 0 || n > sizeof o->bytes) {
        return;
    }
    const vh_span whole = {o->bytes, n};
    k->suite->hash(&whole, 1, o->digest);
    o->size = (uint32_t)n;
    o->chunks = (uint16_t)((n + VH_CHUNK - 1u) / VH_CHUNK);
    o->state = VH_OBJECT_COMPLETE;
}

void vh_restore_all(vh_keypad *k)
{
    uint8_t cell[8];
    if (k->hal->restore(k->ctx, VH_CELL_BOOT, cell, 4) == 4) {
        k->boot = vh_get32(cell);
    }
    k->boot++;
    if (k->hal->restore(k->ctx, VH_CELL_EPOCH, cell, sizeof cell) == sizeof cell) {
        k->max_epoch = vh_get32(cell);
        k->base_epoch = vh_get32(cell + 4);
    }
    restore_meeting(k);
    restore_paper(k, 0);
    restore_paper(k, 1);
    restore_round(k);
}
