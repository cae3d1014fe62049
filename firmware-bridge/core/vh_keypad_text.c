/* What the display shows: four lines of 128 dots, as codes and a style. vh_screen.c makes dots of them. */
#include "vh_keypad_parts.h"

#include "vh_words.h"

#define WIDTH 8u  /* wide characters of a line */
#define DOTS 128u
#define MARK_AT 112u
#define SECOND_COLUMN 72u

typedef vh_display_line line_out;

uint8_t vh_code_width(uint16_t code)
{
    return code >= VH_CODE_ASCII && code < VH_CODE_BUILT_IN ? 8 : 16;
}

static uint32_t dots_of(const line_out *o)
{
    uint32_t dots = 0;
    for (uint8_t i = 0; i < o->n; i++) {
        dots += vh_code_width(o->codes[i]);
    }
    return dots;
}

static void put_code(line_out *o, uint16_t code)
{
    if (o->n < VH_LINE_CODES && dots_of(o) + vh_code_width(code) <= DOTS) {
        o->codes[o->n] = code;
        o->n++;
    }
}

static void put_blanks(line_out *o, uint32_t to_dot)
{
    while (o->n < VH_LINE_CODES && dots_of(o) + 8u <= to_dot) {
        put_code(o, VH_CODE_BLANK);
    }
}

static void put_word(line_out *o, uint8_t word)
{
    uint16_t codes[WIDTH];
    size_t n = vh_word_codes(word, codes, WIDTH);
    for (size_t i = 0; i < n; i++) {
        put_code(o, codes[i]);
    }
}

static void put_styled(line_out *o, uint8_t word, uint8_t style)
{
    put_word(o, word);
    o->style = style;
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
        put_styled(o, VH_WORD_SEAT, VH_STYLE_CENTRED);
        put_code(o, VH_CODE_BLANK);
        put_number(o, k->identify_label);
    } else if (line == 3) {
        put_styled(o, VH_WORD_WAIT, VH_STYLE_CENTRED);
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
        put_styled(o, VH_WORD_KEYS_LINE, VH_STYLE_TABS);
    }
}

static void put_cursor(line_out *o, bool here)
{
    if (here) {
        put_code(o, VH_CODE_CURSOR);
    } else {
        put_blanks(o, 16);
    }
}

static void list(const vh_keypad *k, uint8_t line, line_out *o)
{
    uint16_t page = (uint16_t)(k->entry.cursor / 3u * 3u);
    uint16_t row = (uint16_t)(page + line - 1u);
    if (row >= k->paper.rows) {
        return;
    }
    put_cursor(o, row == k->entry.cursor);
    put_string(o, &k->paper, vh_paper_row_string(&k->paper, row), 0, WIDTH - 2u);
    put_blanks(o, MARK_AT);
    put_code(o, mark_code(k->entry.mark[row]));
}

static void summary(const vh_keypad *k, uint8_t line, line_out *o)
{
    static const uint8_t words[2][2] = {{VH_WORD_FOR, VH_WORD_AGAINST}, {VH_WORD_ABSTAIN, VH_WORD_WRITE_IN}};
    if (line == 3) {
        put_styled(o, VH_WORD_OK_SENDS, VH_STYLE_CENTRED);
        put_code(o, VH_CODE_BLANK);
        put_word(o, VH_WORD_BACK_CHANGES);
        return;
    }
    for (uint8_t column = 0; column < 2u; column++) {
        uint8_t option = (uint8_t)(2u * (line - 1u) + column + 1u);
        put_blanks(o, column * SECOND_COLUMN);
        put_word(o, words[line - 1u][column]);
        put_code(o, VH_CODE_BLANK);
        uint32_t written = option == 4u ? k->entry.write_ins : 0;
        put_number(o, vh_entry_count(&k->entry, &k->paper, option) + written);
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
        put_cursor(o, option == k->entry.option_cursor);
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

/* First line: where am I. */
static void heading(const vh_keypad *k, line_out *o)
{
    vh_group g;
    vh_paper_group(&k->paper, vh_paper_group_of_row(&k->paper, k->entry.cursor), &g);
    bool limited = g.max_for < g.rows;
    o->style = VH_STYLE_INVERSE;
    if (k->entry.page == VH_PAGE_SINGLE) {
        put_word(o, vh_round_secret(k) ? VH_WORD_SECRET : VH_WORD_NAMED);
    } else if (k->entry.page == VH_PAGE_SUMMARY) {
        put_word(o, VH_WORD_CHECK);
        if (limited && k->paper.groups == 1) {
            put_code(o, VH_CODE_BLANK);
            put_word(o, VH_WORD_SEATS);
            put_number(o, g.max_for);
            put_word(o, VH_WORD_PERSONS);
        }
    } else {
        put_string(o, &k->paper, 0, 0, limited ? WIDTH - 4u : WIDTH);
        if (limited) {
            put_word(o, VH_WORD_CHOOSE);
            put_number(o, g.max_for);
            put_word(o, VH_WORD_CHOSEN);
            put_number(o, vh_entry_limited(&k->entry, &g));
        }
    }
}

static void sign_in(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (k->round_state == VH_STATE_OPEN_ACKED) {
        if (line == 1) {
            put_styled(o, VH_WORD_SIGNED_IN, VH_STYLE_BIG);
        }
    } else if (line == 0) {
        put_styled(o, VH_WORD_SIGN_IN, VH_STYLE_INVERSE);
    } else if (k->round_state == VH_STATE_OPEN_SENT) {
        put_styled(o, line == 2 ? VH_WORD_SENDING : line == 3 ? VH_WORD_SEE_LAMP : VH_WORD_NONE, VH_STYLE_CENTRED);
    } else if (line == 3) {
        put_styled(o, VH_WORD_PRESS_ANY, VH_STYLE_CENTRED);
    }
}

static void open_round(const vh_keypad *k, uint8_t line, line_out *o)
{
    if ((k->current.mode & 0x7Fu) == VH_MODE_SIGN_IN) {
        sign_in(k, line, o);
    } else if (k->paper_valid && line == 0) {
        heading(k, o);
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
    bool locked = k->current.rule == VH_RULE_FIRST_LOCKS;
    if (!acked && (line == 1 || line == 2)) {
        put_styled(o, line == 1 ? VH_WORD_SENDING : VH_WORD_SEE_LAMP, VH_STYLE_CENTRED);
    } else if (acked && line == 1) {
        put_styled(o, VH_WORD_RECEIVED, VH_STYLE_BIG);
    } else if (acked && line == 3) {
        put_styled(o, locked ? VH_WORD_LOCKED : VH_WORD_MAY_CHANGE, VH_STYLE_CENTRED);
    }
}

static void closed_round(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line == 1) {
        bool received = k->current.pressed && k->current.acked;
        put_styled(o, k->counted == 1   ? VH_WORD_COUNTED
                      : k->counted == 2 ? VH_WORD_NOT_COUNTED
                      : received        ? VH_WORD_RECEIVED
                                        : VH_WORD_NONE, VH_STYLE_BIG);
    } else if (line == 3) {
        put_styled(o, VH_WORD_ROUND_OVER, VH_STYLE_CENTRED);
    }
}

static void message(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (k->message == VH_WORD_LATE) {
        static const uint8_t words[4] = {VH_WORD_LATE, VH_WORD_NONE, VH_WORD_THIS_PRESS, VH_WORD_NOT_COUNTED};
        put_styled(o, words[line], line == 0 ? VH_STYLE_INVERSE : VH_STYLE_CENTRED);
    } else if (k->message == VH_WORD_OVER_VOTE && line == 0) {
        open_round(k, line, o);
    } else if (line == 1) {
        put_styled(o, k->message, VH_STYLE_INVERSE);
    } else if (line == 2 && k->message == VH_WORD_OVER_VOTE) {
        put_styled(o, VH_WORD_TAKE_BACK, VH_STYLE_CENTRED);
    }
}

static void trouble(const vh_keypad *k, uint8_t line, line_out *o)
{
    if (line == 0) {
        put_styled(o, k->offline ? VH_WORD_OFFLINE : VH_WORD_FAULT, VH_STYLE_INVERSE);
    } else if (line == 2) {
        put_styled(o, VH_WORD_RAISE_HAND, VH_STYLE_CENTRED);
    }
}

void vh_keypad_line(const vh_keypad *k, uint8_t line, vh_display_line *out)
{
    *out = (vh_display_line){.style = VH_STYLE_PLAIN};
    if (line > 3) {
        return;
    }
    if (k->link == VH_STATE_FAILED || k->offline) {
        trouble(k, line, out);
    } else if (k->message != VH_WORD_NONE) {
        message(k, line, out);
    } else if (k->round_state == VH_STATE_CLOSED) {
        closed_round(k, line, out);
    } else if (k->round_state == VH_STATE_IDLE || k->identify) {
        waiting(k, line, out);
    } else if (k->current.pressed && (k->current.mode & 0x7Fu) != VH_MODE_SIGN_IN && untouched(k)) {
        held_press(k, line, out);
    } else {
        open_round(k, line, out);
    }
}

void vh_keypad_text(const vh_keypad *k, uint8_t line, uint16_t codes[8])
{
    vh_display_line out;
    vh_keypad_line(k, line, &out);
    for (size_t i = 0; i < WIDTH; i++) {
        codes[i] = i < out.n ? out.codes[i] : (uint16_t)VH_CODE_BLANK;
    }
    vh_wipe(&out, sizeof out);
}
