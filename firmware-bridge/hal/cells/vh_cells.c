#include "vh_cells.h"

#include "vh_bytes.h"
#include "vh_crc16.h"

/* Head: length u32, sequence u32, then the mark that is written last: magic u32, cell u8, zero u8, crc u16 over the value
   and everything of the head before it. */
#define MAGIC 0x4C434856u /* "VHCL" */
#define MARK_AT 8u
#define CRC_AT 14u

static bool has_place(const vh_cells *c, uint8_t cell)
{
    return cell < c->count && c->places[cell].slots >= 2;
}

static uint16_t slot_crc(const uint8_t *head, const uint8_t *value, size_t n)
{
    uint16_t value_crc = vh_crc16(value, n);
    uint8_t sum[CRC_AT + 2u];
    vh_copy(sum, head, CRC_AT);
    vh_put16(sum + CRC_AT, value_crc);
    return vh_crc16(sum, sizeof sum);
}

static bool slot_valid(const vh_cells *c, uint8_t cell, uint8_t slot)
{
    const vh_cell_place *place = &c->places[cell];
    const uint8_t *head = c->medium->base + place->at + slot * place->slot_bytes;
    uint32_t n = vh_get32(head);
    bool marked = vh_get32(head + MARK_AT) == MAGIC && head[12] == cell && n <= place->slot_bytes - VH_CELL_HEAD;
    return marked && vh_get16(head + CRC_AT) == slot_crc(head, head + VH_CELL_HEAD, n);
}

/* Slot with the highest sequence, -1 for none. */
static int newest(const vh_cells *c, uint8_t cell, uint32_t *sequence)
{
    const vh_cell_place *place = &c->places[cell];
    int best = -1;
    *sequence = 0;
    for (uint8_t slot = 0; slot < place->slots; slot++) {
        uint32_t its = vh_get32(c->medium->base + place->at + slot * place->slot_bytes + 4);
        if ((best < 0 || its > *sequence) && slot_valid(c, cell, slot)) {
            best = slot;
            *sequence = its;
        }
    }
    return best;
}

static bool program_value(const vh_cells *c, uint32_t at, const uint8_t *bytes, size_t n)
{
    uint32_t whole = (uint32_t)(n & ~(size_t)7u);
    uint8_t rest[8] = {0};
    if (whole > 0 && !c->medium->program(c->medium->ctx, at, bytes, whole)) {
        return false;
    }
    if (n == whole) {
        return true;
    }
    vh_copy(rest, bytes + whole, n - whole);
    bool done = c->medium->program(c->medium->ctx, at + whole, rest, 8);
    vh_wipe(rest, sizeof rest);
    return done;
}

bool vh_cells_write(const vh_cells *c, uint8_t cell, const uint8_t *bytes, size_t n)
{
    if (!has_place(c, cell) || n > c->places[cell].slot_bytes - VH_CELL_HEAD) {
        return false;
    }
    const vh_cell_place *place = &c->places[cell];
    uint32_t sequence;
    int last = newest(c, cell, &sequence);
    uint8_t slot = (uint8_t)((last + 1) % place->slots);
    uint32_t at = place->at + slot * place->slot_bytes;
    uint8_t head[VH_CELL_HEAD] = {0};
    vh_put32(head, (uint32_t)n);
    vh_put32(head + 4, sequence + 1u);
    vh_put32(head + MARK_AT, MAGIC);
    head[12] = cell;
    vh_put16(head + CRC_AT, slot_crc(head, bytes, n));
    const vh_medium *m = c->medium;
    bool done = m->erase(m->ctx, at, place->slot_bytes) && program_value(c, at + VH_CELL_HEAD, bytes, n)
                && m->program(m->ctx, at, head, MARK_AT) && m->program(m->ctx, at + MARK_AT, head + MARK_AT, 8);
    return done && slot_valid(c, cell, slot);
}

size_t vh_cells_read(const vh_cells *c, uint8_t cell, uint8_t *bytes, size_t cap)
{
    uint32_t sequence;
    int slot = has_place(c, cell) ? newest(c, cell, &sequence) : -1;
    if (slot < 0) {
        return 0;
    }
    const uint8_t *head = c->medium->base + c->places[cell].at + (uint32_t)slot * c->places[cell].slot_bytes;
    size_t n = vh_get32(head);
    vh_copy(bytes, head + VH_CELL_HEAD, n < cap ? n : cap);
    return n;
}
