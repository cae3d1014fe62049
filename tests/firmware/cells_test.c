/* Durable cells on a medium whose power may fail at any write, and the small parts of the keypad program around the core. */
#include <string.h>

#include "check.h"
#include "vh_blink.h"
#include "vh_bytes.h"
#include "vh_cells.h"
#include "vh_crc16.h"
#include "vh_page.h"
#include "vh_rate.h"

enum { SLOT = 64, SLOTS = 3, MEDIUM = 2 * SLOTS * SLOT };

typedef struct {
    uint8_t bytes[MEDIUM];
    uint32_t bytes_left; /* until the power fails, byte by byte */
    int misuse;          /* written twice without erasing between */
} medium;

static bool erase(void *ctx, uint32_t at, uint32_t n)
{
    medium *m = ctx;
    for (uint32_t i = 0; i < n; i++) {
        if (m->bytes_left == 0) {
            return false;
        }
        m->bytes_left--;
        m->bytes[at + i] = 0xFF;
    }
    return true;
}

static bool program(void *ctx, uint32_t at, const uint8_t *bytes, uint32_t n)
{
    medium *m = ctx;
    m->misuse += at % 8 != 0 || n % 8 != 0;
    for (uint32_t i = 0; i < n; i++) {
        if (m->bytes_left == 0) {
            return false;
        }
        m->bytes_left--;
        m->misuse += m->bytes[at + i] != 0xFF;
        m->bytes[at + i] = bytes[i];
    }
    return true;
}

static medium m;
static const vh_medium flash = {m.bytes, &m, erase, program};
static const vh_cell_place places[] = {[1] = {0, SLOT, SLOTS}, [2] = {SLOTS * SLOT, SLOT, SLOTS}, [3] = {0, 0, 0}};
static const vh_cells cells = {&flash, places, 4};

static void fresh(void)
{
    memset(&m, 0, sizeof m);
    memset(m.bytes, 0xFF, sizeof m.bytes);
    m.bytes_left = UINT32_MAX;
}

static void values_come_back(void)
{
    uint8_t value[SLOT], read[SLOT];
    fresh();
    CHECK(vh_cells_read(&cells, 1, read, sizeof read) == 0);
    for (size_t n = 0; n <= SLOT - VH_CELL_HEAD; n++) {
        memset(value, (int)n + 1, sizeof value);
        CHECK(vh_cells_write(&cells, 1, value, n));
        memset(read, 0xEE, sizeof read);
        CHECK(vh_cells_read(&cells, 1, read, sizeof read) == n && memcmp(read, value, n) == 0);
        CHECK(n == sizeof read || read[n] == 0xEE);
    }
    CHECK(vh_cells_read(&cells, 1, read, 3) == SLOT - VH_CELL_HEAD);
    CHECK(!vh_cells_write(&cells, 1, value, SLOT - VH_CELL_HEAD + 1));
    CHECK(vh_cells_read(&cells, 2, read, sizeof read) == 0);
    CHECK(!vh_cells_write(&cells, 3, value, 1) && vh_cells_read(&cells, 3, read, 1) == 0);
    CHECK(!vh_cells_write(&cells, 9, value, 1) && vh_cells_read(&cells, 9, read, 1) == 0);
    CHECK(m.misuse == 0);
}

/* Whatever the moment, the value is the old or the new one, whole, and the next write succeeds. */
static void power_fails_at_every_byte(void)
{
    uint8_t old[21], new[30], read[SLOT];
    memset(old, 0x11, sizeof old);
    memset(new, 0x22, sizeof new);
    for (int before = 1; before <= 2 * SLOTS; before++) {
        for (uint32_t cut = 0; cut < 3 * SLOT; cut++) {
            fresh();
            for (int i = 0; i < before; i++) {
                CHECK(vh_cells_write(&cells, 1, old, sizeof old));
            }
            m.bytes_left = cut;
            bool stored = vh_cells_write(&cells, 1, new, sizeof new);
            m.bytes_left = UINT32_MAX;
            size_t n = vh_cells_read(&cells, 1, read, sizeof read);
            bool is_old = n == sizeof old && memcmp(read, old, n) == 0;
            bool is_new = n == sizeof new && memcmp(read, new, n) == 0;
            CHECK(stored ? is_new : is_old || is_new);
            CHECK(vh_cells_write(&cells, 1, old, sizeof old));
            CHECK(vh_cells_read(&cells, 1, read, sizeof read) == sizeof old && memcmp(read, old, sizeof old) == 0);
        }
    }
    CHECK(m.misuse == 0);
}

static void damaged_slots_do_not_count(void)
{
    uint8_t value[8] = {1, 2, 3, 4, 5, 6, 7, 8}, read[SLOT];
    for (uint32_t bit = 0; bit < 8 * (VH_CELL_HEAD + sizeof value); bit++) {
        fresh();
        CHECK(vh_cells_write(&cells, 1, value, sizeof value));
        m.bytes[bit / 8] ^= (uint8_t)(1u << (bit % 8));
        CHECK(vh_cells_read(&cells, 1, read, sizeof read) == 0);
    }
}

static void pages_are_checked(void)
{
    uint8_t page[VH_PAGE_SIZE] = {'V', 'H', 'C', 'P', 1, 2, 3, 0};
    vh_commission c;
    uint32_t lateness;
    memset(page + 20, 0xAA, 32);
    vh_put64(page + 8, 0x0102030405060708u);
    vh_put16(page + 16, 7);
    vh_put16(page + 18, 30);
    vh_put16(page + 116, vh_crc16(page, 116));
    CHECK(vh_page_read((vh_span){page, sizeof page}, &c, &lateness));
    CHECK(c.uid == 0x0102030405060708u && c.suite == 2 && c.model == 3 && c.gen == 7 && lateness == 30000 && c.ra[31] == 0xAA);
    CHECK(!vh_page_read((vh_span){page, sizeof page - 1}, &c, &lateness));
    for (size_t bit = 0; bit < 8 * sizeof page; bit++) {
        page[bit / 8] ^= (uint8_t)(1u << (bit % 8));
        CHECK(!vh_page_read((vh_span){page, sizeof page}, &c, &lateness));
        page[bit / 8] ^= (uint8_t)(1u << (bit % 8));
    }
}

static void the_rate_is_searched_until_a_frame_is_good(void)
{
    vh_rate r;
    uint32_t due;
    vh_rate_start(&r, 0xFFFFFF00u);
    CHECK(vh_rate_next(&r, true, &due) && due == 0xFFFFFF00u + 600000u);
    CHECK(vh_rate_step(&r, 0, true, due - 1) == 0);
    CHECK(vh_rate_step(&r, 0, true, due) == 115200);
    CHECK(vh_rate_step(&r, 0, true, due + 600000u) == 500000);
    CHECK(vh_rate_step(&r, 1, true, due + 700000u) == 0); /* found */
    CHECK(vh_rate_step(&r, 1, true, due + 5000000u) == 0);
    CHECK(vh_rate_step(&r, 1, false, due + 40000000u) == 0); /* it has a slot: the rate stays */
    CHECK(vh_rate_step(&r, 1, true, due + 69999999u) == 0);
    CHECK(vh_rate_step(&r, 1, true, due + 70000000u) == 1000000);
}

static void lamps_blink(void)
{
    uint32_t due;
    CHECK(!vh_blink_lit(VH_LAMP_OFF, 0, 5) && vh_blink_lit(VH_LAMP_STEADY, 0, 5) && !vh_blink_next(VH_LAMP_STEADY, 0, 5, &due));
    CHECK(vh_blink_lit(VH_LAMP_SLOW, 0, 0) && vh_blink_lit(VH_LAMP_SLOW, 0, 699999) && !vh_blink_lit(VH_LAMP_SLOW, 0, 700000));
    CHECK(vh_blink_next(VH_LAMP_SLOW, 0, 100000, &due) && due == 700000);
    CHECK(vh_blink_next(VH_LAMP_FAST, 0, 0, &due) && due >= 166667u); /* nothing changes faster than 3 Hz */
    CHECK(!vh_blink_lit(200, 0, 0) && !vh_blink_next(200, 0, 0, &due));
}

int main(void)
{
    values_come_back();
    power_fails_at_every_byte();
    damaged_slots_do_not_count();
    pages_are_checked();
    the_rate_is_searched_until_a_frame_is_good();
    lamps_blink();
    return checks_end();
}
