#include "vh_entry.h"

#include "vh_bytes.h"

#define AGAINST 2u
#define VOTE_KEYS 3u

void vh_entry_start(vh_entry *e, const vh_paper *paper)
{
    vh_wipe(e, sizeof *e);
    e->page = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
}

uint8_t vh_entry_option(const vh_entry *e, const vh_group *group, uint16_t row)
{
    if (e->mark[row] != 0 || group->unmarked == VH_UNMARKED_REFUSED) {
        return e->mark[row];
    }
    return group->unmarked;
}

static uint8_t write_in_at(const vh_entry *e, uint16_t row)
{
    uint8_t i = 0;
    while (i < e->write_ins && e->write_in_row[i] != row) {
        i++;
    }
    return i;
}

static void drop_write_in(vh_entry *e, uint16_t row)
{
    uint8_t at = write_in_at(e, row);
    if (at == e->write_ins) {
        return;
    }
    e->write_ins--;
    for (uint8_t i = at; i < e->write_ins; i++) {
        e->write_in_row[i] = e->write_in_row[i + 1];
        e->write_in_number[i] = e->write_in_number[i + 1];
    }
}

static uint8_t write_ins_of(const vh_entry *e, const vh_group *g)
{
    uint8_t n = 0;
    for (uint8_t i = 0; i < e->write_ins; i++) {
        if (e->write_in_row[i] - g->first_row < g->rows && e->write_in_row[i] >= g->first_row) {
            n++;
        }
    }
    return n;
}

uint16_t vh_entry_limited(const vh_entry *e, const vh_group *g)
{
    uint16_t n = write_ins_of(e, g);
    for (uint16_t row = g->first_row; row < g->first_row + g->rows; row++) {
        uint8_t option = vh_entry_option(e, g, row);
        if (option != 0 && (((unsigned)g->limit_mask >> (option - 1u)) & 1u) != 0) {
            n++;
        }
    }
    return n;
}

uint16_t vh_entry_count(const vh_entry *e, const vh_paper *paper, uint8_t option)
{
    uint16_t n = 0;
    for (uint16_t row = 0; row < paper->rows; row++) {
        n = (uint16_t)(n + (e->mark[row] == option ? 1u : 0u));
    }
    return n;
}

static void go_on(vh_entry *e, const vh_paper *paper)
{
    if (e->page == VH_PAGE_SINGLE || paper->rows == 1) {
        e->page = VH_PAGE_SINGLE;
        return;
    }
    e->page = VH_PAGE_LIST;
    e->cursor++;
    if (e->cursor >= paper->rows) {
        e->cursor = (uint16_t)(paper->rows - 1u);
        e->page = VH_PAGE_SUMMARY;
    }
}

/* No over-vote leaves a keypad: a mark above maxFor is refused and nothing changes. */
static vh_entry_event mark(vh_entry *e, const vh_paper *paper, uint8_t option)
{
    vh_group g;
    vh_paper_group(paper, vh_paper_group_of_row(paper, e->cursor), &g);
    if (option > g.options) {
        if (g.options != 1) {
            return VH_ENTRY_NOTHING;
        }
        option = 0; /* a pick list has one mark; the other vote keys take it back */
    }
    uint8_t before = e->mark[e->cursor];
    bool has_write_in = write_in_at(e, e->cursor) < e->write_ins;
    uint16_t count = vh_entry_limited(e, &g);
    e->mark[e->cursor] = option;
    uint16_t after = (uint16_t)(vh_entry_limited(e, &g) - (has_write_in && option != before ? 1u : 0u));
    if (after > count && after > g.max_for) {
        e->mark[e->cursor] = before;
        return VH_ENTRY_OVER_VOTE;
    }
    if (option != before) {
        drop_write_in(e, e->cursor);
    }
    return VH_ENTRY_CHANGED;
}

static vh_entry_event try_cast(vh_entry *e, const vh_paper *paper)
{
    for (uint8_t i = 0; i < paper->groups; i++) {
        vh_group g;
        vh_paper_group(paper, i, &g);
        for (uint16_t row = g.first_row; row < g.first_row + g.rows; row++) {
            if (e->mark[row] == 0 && (g.unmarked == VH_UNMARKED_REFUSED || paper->rows == 1)) {
                e->cursor = row;
                e->page = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
                return VH_ENTRY_REFUSED;
            }
        }
        uint16_t n = vh_entry_limited(e, &g);
        if (n < g.min_for || n > g.max_for) {
            e->cursor = g.first_row;
            e->page = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
            return VH_ENTRY_REFUSED;
        }
    }
    return VH_ENTRY_CAST;
}

static void open_row(vh_entry *e, const vh_paper *paper)
{
    vh_group g;
    vh_paper_group(paper, vh_paper_group_of_row(paper, e->cursor), &g);
    bool may_write = e->mark[e->cursor] == AGAINST && g.write_ins > 0;
    if (may_write) {
        e->page = VH_PAGE_NUMBER;
        e->digit_at = 0;
        vh_zero(e->digits, sizeof e->digits);
    } else if (g.options > VOTE_KEYS) {
        e->page = VH_PAGE_OPTIONS;
        e->option_cursor = (uint8_t)(VOTE_KEYS + 1u);
    }
}

static vh_entry_event single_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    switch (key) {
    case VH_KEY_FOR:
    case VH_KEY_AGAINST:
    case VH_KEY_ABSTAIN: {
        vh_entry_event event = mark(e, paper, (uint8_t)(key + 1u));
        bool at_once = (paper->flags & VH_PAPER_CASTS_AT_ONCE) != 0;
        return event == VH_ENTRY_CHANGED && at_once && e->mark[0] != 0 ? try_cast(e, paper) : event;
    }
    case VH_KEY_OK:
        if (e->mark[0] != 0) {
            return try_cast(e, paper);
        }
        open_row(e, paper);
        return e->page == VH_PAGE_SINGLE ? VH_ENTRY_REFUSED : VH_ENTRY_CHANGED;
    case VH_KEY_BACK:
        drop_write_in(e, 0);
        e->mark[0] = 0;
        return VH_ENTRY_CHANGED;
    case VH_KEY_UP:
        e->scroll = (uint16_t)(e->scroll > 0 ? e->scroll - 1u : 0u);
        return VH_ENTRY_CHANGED;
    default:
        e->scroll = (uint16_t)(e->scroll < 31u ? e->scroll + 1u : e->scroll);
        return VH_ENTRY_CHANGED;
    }
}

static vh_entry_event list_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    vh_entry_event event = VH_ENTRY_CHANGED;
    switch (key) {
    case VH_KEY_UP:
        if (e->cursor == 0) {
            e->page = VH_PAGE_SUMMARY;
        } else {
            e->cursor--;
        }
        return event;
    case VH_KEY_DOWN:
        go_on(e, paper);
        return event;
    case VH_KEY_OK:
        open_row(e, paper);
        return event;
    case VH_KEY_BACK:
        e->page = VH_PAGE_SUMMARY;
        return event;
    default:
        event = mark(e, paper, (uint8_t)(key + 1u));
        if (event == VH_ENTRY_CHANGED) {
            go_on(e, paper);
        }
        return event;
    }
}

static vh_entry_event summary_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    switch (key) {
    case VH_KEY_OK:
        return try_cast(e, paper);
    case VH_KEY_BACK:
    case VH_KEY_DOWN:
        e->page = VH_PAGE_LIST;
        e->cursor = 0;
        return VH_ENTRY_CHANGED;
    case VH_KEY_UP:
        e->page = VH_PAGE_LIST;
        e->cursor = (uint16_t)(paper->rows - 1u);
        return VH_ENTRY_CHANGED;
    default:
        return VH_ENTRY_NOTHING; /* only 确认 casts here */
    }
}

static vh_entry_event options_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    vh_group g;
    vh_paper_group(paper, vh_paper_group_of_row(paper, e->cursor), &g);
    uint8_t home = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
    switch (key) {
    case VH_KEY_UP:
        e->option_cursor = (uint8_t)(e->option_cursor > 1u ? e->option_cursor - 1u : g.options);
        return VH_ENTRY_CHANGED;
    case VH_KEY_DOWN:
        e->option_cursor = (uint8_t)(e->option_cursor < g.options ? e->option_cursor + 1u : 1u);
        return VH_ENTRY_CHANGED;
    case VH_KEY_BACK:
        e->page = home;
        return VH_ENTRY_CHANGED;
    default: {
        uint8_t option = key == VH_KEY_OK ? e->option_cursor : (uint8_t)(key + 1u);
        e->page = home;
        vh_entry_event event = mark(e, paper, option);
        if (event == VH_ENTRY_CHANGED) {
            go_on(e, paper);
        }
        return event;
    }
    }
}

static vh_entry_event accept_number(vh_entry *e, const vh_paper *paper)
{
    vh_group g;
    vh_paper_group(paper, vh_paper_group_of_row(paper, e->cursor), &g);
    uint16_t number = (uint16_t)(e->digits[0] * 1000u + e->digits[1] * 100u + e->digits[2] * 10u + e->digits[3]);
    bool replaces = write_in_at(e, e->cursor) < e->write_ins;
    bool twice = number == 0;
    for (uint8_t i = 0; i < e->write_ins; i++) {
        twice = twice || (e->write_in_number[i] == number && e->write_in_row[i] != e->cursor);
    }
    if (twice) {
        e->digit_at = 0;
        return VH_ENTRY_REFUSED;
    }
    bool room = write_ins_of(e, &g) < g.write_ins && vh_entry_limited(e, &g) < g.max_for && e->write_ins < VH_WRITE_INS_MAX;
    if (!replaces && !room) {
        e->page = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
        return VH_ENTRY_OVER_VOTE;
    }
    drop_write_in(e, e->cursor);
    e->write_in_row[e->write_ins] = (uint8_t)e->cursor;
    e->write_in_number[e->write_ins] = number;
    e->write_ins++;
    go_on(e, paper);
    return VH_ENTRY_CHANGED;
}

static vh_entry_event number_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    uint8_t *digit = &e->digits[e->digit_at];
    switch (key) {
    case VH_KEY_UP:
        *digit = (uint8_t)((*digit + 1u) % 10u);
        return VH_ENTRY_CHANGED;
    case VH_KEY_DOWN:
        *digit = (uint8_t)((*digit + 9u) % 10u);
        return VH_ENTRY_CHANGED;
    case VH_KEY_OK:
        if (e->digit_at == 3u) {
            return accept_number(e, paper);
        }
        e->digit_at++;
        return VH_ENTRY_CHANGED;
    case VH_KEY_BACK:
        *digit = 0;
        if (e->digit_at > 0) {
            e->digit_at--;
        } else {
            e->page = paper->rows == 1 ? VH_PAGE_SINGLE : VH_PAGE_LIST;
        }
        return VH_ENTRY_CHANGED;
    default:
        return VH_ENTRY_NOTHING;
    }
}

vh_entry_event vh_entry_key(vh_entry *e, const vh_paper *paper, uint8_t key)
{
    if (key >= VH_KEY_COUNT) {
        return VH_ENTRY_NOTHING;
    }
    switch (e->page) {
    case VH_PAGE_SINGLE:
        return single_key(e, paper, key);
    case VH_PAGE_LIST:
        return list_key(e, paper, key);
    case VH_PAGE_OPTIONS:
        return options_key(e, paper, key);
    case VH_PAGE_NUMBER:
        return number_key(e, paper, key);
    default:
        return summary_key(e, paper, key);
    }
}

void vh_entry_vector(const vh_entry *e, const vh_paper *paper, uint8_t *vector)
{
    vh_zero(vector, vh_paper_vector_size(paper));
    uint32_t place = (paper->rows + 1u) / 2u;
    for (uint8_t i = 0; i < paper->groups; i++) {
        vh_group g;
        vh_paper_group(paper, i, &g);
        uint32_t next = place;
        for (uint16_t row = g.first_row; row < g.first_row + g.rows; row++) {
            uint8_t option = vh_entry_option(e, &g, row);
            vector[row / 2u] = (uint8_t)(vector[row / 2u] | (option << (4u * (row % 2u))));
            uint8_t at = write_in_at(e, row);
            if (at < e->write_ins) {
                vh_put16(vector + next, e->write_in_number[at]);
                next += 2;
            }
        }
        place += 2u * (uint32_t)g.write_ins;
    }
}
