/* What the display shows, as codes: four lines of eight (screens.md 4.13). Glyph bitmaps are drawn by the board. */
#include "vh_keypad_parts.h"

#include "vh_words.h"

#define WIDTH 8u

typedef struct {
    uint16_t *codes;
    uint8_t used;
} line_out;

static void put_code(line_out *o, uint16_t code)
{
    if (o->used < WIDTH) {
        o->codes[o->used] = code;
        o->used++;
    }
}

static void put_word(line_out *o, uint8_t word)
{
    o->used = (uint8_t)(o->used + vh_word_codes(word, o->codes + o->used, (size_t)(WIDTH - o->used)));
}

static void put_number(line_out *o, uint32_t value)
{
    uint16_t digits[10];
    uint8_t n = 0;
    do {
        digits[n] = (uint16_t)(VH_CODE_ASCII + '0' + value % 10u);
        n++;
        value /= 10u;
    } while (value > 0 && n < 10u);
    while (n > 0) {
        n--;
        put_code(o, digits[n]);
    }
}

static void put_string(line_out *o, const vh_paper *paper, uint16_t index, uint16_t skip, uint8_t room)
{
    uint16_t codes[64];
    uint8_t n = vh_paper_string(paper, index, codes, 64);
    for (uint16_t i = skip; i < n && i < 64u && room > 0; i++) {
        put_code(o, codes[i]);
        room--;
    }
}

static uint16_t mark_code(uint8_t option)
{
    static const uint16_t marks[4] = {VH_CODE_BLANK, VH_CODE_CIRCLE, VH_CODE_CROSS, VH_CODE_TRIANGLE};
    return option < 4 ? marks[option] : (uint16_t)(VH_CODE_ASCII + '0' + option);
}

static void waiting(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (k->identify && line == 1) {
        put_word(o, VH_WORD_SEAT);
        put_number(o, k->identify_label);
    } else if (line == 3) {
        put_word(o, VH_WORD_WAIT);
    }
}

static void single(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line <= 2) {
        put_string(o, &k->paper, 0, (uint16_t)(k->entry.scroll + (line - 1u) * WIDTH), WIDTH);
    } else if (k->entry.mark[0] != 0) {
        vh_group g;
        vh_paper_group(&k->paper, 0, &g);
        put_code(o, mark_code(k->entry.mark[0]));
        put_string(o, &k->paper, (uint16_t)(g.option_string + k->entry.mark[0] - 1u), 0, WIDTH - 1u);
    } else {
        put_word(o, VH_WORD_KEYS_LINE);
    }
}

static void list(const vh_keypad *k, uint8_t line, line_out *o)
{
    uint16_t page = (uint16_t)(k->entry.cursor / 3u * 3u);
    uint16_t row = (uint16_t)(page + line - 1u);
    if (row >= k->paper.rows) {
        return;
    }
    put_code(o, row == k->entry.cursor ? VH_CODE_CURSOR : VH_CODE_BLANK);
    put_string(o, &k->paper, vh_paper_row_string(&k->paper, row), 0, WIDTH - 2u);
    while (o->used < WIDTH - 1u) {
        put_code(o, VH_CODE_BLANK);
    }
    put_code(o, mark_code(k->entry.mark[row]));
}

static void summary(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line == 1) {
        put_word(o, VH_WORD_FOR);
        put_number(o, vh_entry_count(&k->entry, &k->paper, 1));
        put_word(o, VH_WORD_AGAINST);
        put_number(o, vh_entry_count(&k->entry, &k->paper, 2));
    } else if (line == 2) {
        put_word(o, VH_WORD_ABSTAIN);
        put_number(o, vh_entry_count(&k->entry, &k->paper, 3));
        put_word(o, VH_WORD_WRITE_IN);
        put_number(o, k->entry.write_ins);
    } else {
        put_word(o, VH_WORD_OK_SENDS);
    }
}

static void number(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line == 1) {
        put_word(o, VH_WORD_WRITE_IN);
    } else if (line == 2) {
        for (uint8_t i = 0; i < 4; i++) {
            put_code(o, (uint16_t)(VH_CODE_ASCII + '0' + k->entry.digits[i]));
        }
    } else {
        for (uint8_t i = 0; i < k->entry.digit_at; i++) {
            put_code(o, VH_CODE_BLANK);
        }
        put_code(o, VH_CODE_ASCII + '^');
    }
}

static void options(const vh_keypad *k, uint8_t line, line_out *o)
{
    vh_group g;
    vh_paper_group(&k->paper, vh_paper_group_of_row(&k->paper, k->entry.cursor), &g);
    uint8_t first = k->entry.option_cursor > 3u ? (uint8_t)(k->entry.option_cursor - 2u) : 1;
    uint8_t option = (uint8_t)(first + line - 1u);
    if (option <= g.options) {
        put_code(o, option == k->entry.option_cursor ? VH_CODE_CURSOR : VH_CODE_BLANK);
        put_string(o, &k->paper, (uint16_t)(g.option_string + option - 1u), 0, WIDTH - 1u);
    }
}

static void entry_page(const vh_keypad *k, uint8_t line, line_out *o)
{
    switch (k->entry.page) {
    case VH_PAGE_SINGLE:
        single(k, line, o);
        break;
    case VH_PAGE_LIST:
        list(k, line, o);
        break;
    case VH_PAGE_OPTIONS:
        options(k, line, o);
        break;
    case VH_PAGE_NUMBER:
        number(k, line, o);
        break;
    default:
        summary(k, line, o);
        break;
    }
}

static void open_round(const vh_keypad *k, uint8_t line, line_out *o)
{
    bool sign_in = (k->current.mode & 0x7Fu) == VH_MODE_SIGN_IN;
    if (line == 0) {
        if (sign_in) {
            put_word(o, VH_WORD_SIGN_IN);
        } else if (k->entry.page == VH_PAGE_SUMMARY) {
            put_word(o, VH_WORD_CHECK);
        } else if (k->paper_valid) {
            put_string(o, &k->paper, 0, 0, WIDTH);
        }
    } else if (sign_in) {
        uint8_t word = k->round_state == VH_STATE_OPEN_ACKED ? VH_WORD_SIGNED_IN : VH_WORD_PRESS_ANY;
        if (line == 2) {
            put_word(o, k->round_state == VH_STATE_OPEN_SENT ? VH_WORD_SENDING : word);
        }
    } else if (k->paper_valid) {
        entry_page(k, line, o);
    }
}

/* An untouched page under a held press gives way to its state; touching a key brings the paper back. */
static bool untouched(const vh_keypad *k)
{
    return k->entry.page <= VH_PAGE_LIST && k->entry.cursor == 0 && k->entry.mark[0] == 0;
}

static void held_press(const vh_keypad *k, uint8_t line, line_out *o)
{
    bool acked = k->round_state == VH_STATE_OPEN_ACKED;
    if (line == 1) {
        put_word(o, acked ? VH_WORD_RECEIVED : VH_WORD_SENDING);
    } else if (line == 2) {
        bool locked = k->current.rule == VH_RULE_FIRST_LOCKS;
        put_word(o, !acked ? VH_WORD_SEE_LAMP : locked ? VH_WORD_LOCKED : VH_WORD_MAY_CHANGE);
    }
}

static void closed_round(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line == 1) {
        bool received = k->current.pressed && k->current.acked;
        put_word(o, k->counted == 1   ? VH_WORD_COUNTED
                    : k->counted == 2 ? VH_WORD_NOT_COUNTED
                    : received        ? VH_WORD_RECEIVED
                                      : VH_WORD_NONE);
    } else if (line == 2) {
        put_word(o, VH_WORD_ROUND_OVER);
    }
}

void vh_keypad_text(const vh_keypad *k, uint8_t line, uint16_t codes[8])
{
    line_out o = {codes, 0};
    for (size_t i = 0; i < WIDTH; i++) {
        codes[i] = VH_CODE_BLANK;
    }
    if (line > 3) {
        return;
    }
    if (k->link == VH_STATE_FAILED || k->offline) {
        if (line == 1) {
            put_word(&o, k->offline ? VH_WORD_OFFLINE : VH_WORD_FAULT);
        } else if (line == 2) {
            put_word(&o, VH_WORD_RAISE_HAND);
        }
    } else if (k->message != VH_WORD_NONE) {
        if (line == 1) {
            put_word(&o, k->message);
        } else if (line == 2 && k->message == VH_WORD_OVER_VOTE) {
            put_word(&o, VH_WORD_TAKE_BACK);
        }
    } else if (k->round_state == VH_STATE_CLOSED) {
        closed_round(k, line, &o);
    } else if (k->round_state == VH_STATE_IDLE || k->identify) {
        waiting(k, line, &o);
    } else if (k->current.pressed && (k->current.mode & 0x7Fu) != VH_MODE_SIGN_IN && untouched(k)) {
        held_press(k, line, &o);
    } else {
        open_round(k, line, &o);
    }
}
