#include "vh_screen.h"

#include "vh_bytes.h"

#define GLYPH_BYTES 32u
#define TAB_WIDTH 40u
#define TAB_PITCH 44u

/* A glyph as 16 rows; narrow ones stand in the left half. */
typedef struct {
    uint16_t row[16];
    uint8_t width;
} glyph;

static void read_wide(const uint8_t *bytes, glyph *g)
{
    g->width = 16;
    for (uint8_t y = 0; y < 16u; y++) {
        g->row[y] = (uint16_t)((uint16_t)(bytes[2u * y] << 8) | bytes[2u * y + 1u]);
    }
}

static void read_narrow(const uint8_t *bytes, glyph *g)
{
    g->width = 8;
    for (uint8_t y = 0; y < 16u; y++) {
        g->row[y] = (uint16_t)(bytes[y] << 8);
    }
}

/* A code nobody has a glyph for leaves its place empty. */
static void glyph_of(const vh_keypad *k, uint16_t code, glyph *g)
{
    *g = (glyph){{0}, vh_code_width(code)};
    if (code < VH_CODE_ASCII) {
        if (k->paper_valid && code < k->paper.glyphs) {
            read_wide(k->paper.bytes + k->paper.text_end + GLYPH_BYTES * code, g);
        }
    } else if (code >= VH_CODE_BUILT_IN) {
        if (code - VH_CODE_BUILT_IN < VH_BUILT_IN_COUNT) {
            read_wide(vh_built_in_glyphs[code - VH_CODE_BUILT_IN], g);
        }
    } else if (code >= VH_CODE_ASCII + VH_ASCII_FIRST && code < VH_CODE_ASCII + VH_ASCII_FIRST + VH_ASCII_COUNT) {
        read_narrow(vh_ascii_glyphs[code - VH_CODE_ASCII - VH_ASCII_FIRST], g);
    }
}

static void dot(uint8_t *frame, uint32_t x, uint32_t y)
{
    if (x < VH_SCREEN_WIDTH && y < VH_SCREEN_HEIGHT) {
        uint8_t *byte = &frame[y * VH_SCREEN_ROW + x / 8u];
        *byte = (uint8_t)(*byte ^ (0x80u >> (x % 8u)));
    }
}

static void invert(uint8_t *frame, uint32_t x, uint32_t y, uint32_t width)
{
    for (uint32_t dy = 0; dy < 16u; dy++) {
        for (uint32_t dx = 0; dx < width; dx++) {
            dot(frame, x + dx, y + dy);
        }
    }
}

static void put(uint8_t *frame, const glyph *g, uint32_t x, uint32_t y, uint32_t scale)
{
    for (uint32_t dy = 0; dy < 16u * scale; dy++) {
        for (uint32_t dx = 0; dx < g->width * scale; dx++) {
            if ((((uint32_t)g->row[dy / scale] >> (15u - dx / scale)) & 1u) != 0) {
                dot(frame, x + dx, y + dy);
            }
        }
    }
}

static uint32_t width_of(const vh_display_line *line)
{
    uint32_t width = 0;
    for (uint8_t i = 0; i < line->n; i++) {
        width += vh_code_width(line->codes[i]);
    }
    return width;
}

static void draw_codes(const vh_keypad *k, uint8_t *frame, const vh_display_line *line, uint32_t x, uint32_t y, uint32_t scale)
{
    glyph g;
    for (uint8_t i = 0; i < line->n; i++) {
        glyph_of(k, line->codes[i], &g);
        put(frame, &g, x, y, scale);
        x += g.width * scale;
    }
}

static uint32_t centre(uint32_t width)
{
    return width < VH_SCREEN_WIDTH ? (VH_SCREEN_WIDTH - width) / 2u : 0;
}

/* Three words of two characters, one over each vote key. */
static void draw_tabs(const vh_keypad *k, uint8_t *frame, const vh_display_line *line, uint32_t y)
{
    glyph g;
    for (uint32_t tab = 0; tab < 3u; tab++) {
        uint32_t x = tab * TAB_PITCH;
        for (uint32_t i = 0; i < 2u && 3u * tab + i < line->n; i++) {
            glyph_of(k, line->codes[3u * tab + i], &g);
            put(frame, &g, x + 4u + 16u * i, y, 1);
        }
        invert(frame, x, y, TAB_WIDTH);
    }
}

static void draw_line(const vh_keypad *k, uint8_t number, uint8_t *frame)
{
    vh_display_line line;
    uint32_t y = 16u * number;
    vh_keypad_line(k, number, &line);
    uint32_t width = width_of(&line);
    switch (line.style) {
    case VH_STYLE_CENTRED:
        draw_codes(k, frame, &line, centre(width), y, 1);
        break;
    case VH_STYLE_INVERSE:
        draw_codes(k, frame, &line, centre(width), y, 1);
        invert(frame, 0, y, VH_SCREEN_WIDTH);
        break;
    case VH_STYLE_BIG:
        draw_codes(k, frame, &line, centre(2u * width), y - 8u, 2);
        break;
    case VH_STYLE_TABS:
        draw_tabs(k, frame, &line, y);
        break;
    default:
        draw_codes(k, frame, &line, 0, y, 1);
        break;
    }
    vh_wipe(&line, sizeof line);
}

void vh_screen_draw(const vh_keypad *k, uint8_t frame[VH_SCREEN_BYTES])
{
    vh_zero(frame, VH_SCREEN_BYTES);
    for (uint8_t line = 0; line < 4u; line++) {
        draw_line(k, line, frame);
    }
}
