/* The display (显示屏) of a keypad as dots: what vh_keypad_line says, drawn with the glyphs of the paper and the built-in
   ones. */
#ifndef VH_SCREEN_H
#define VH_SCREEN_H

#include "vh_keypad.h"
#include "vh_words.h"

#define VH_SCREEN_WIDTH 128u
#define VH_SCREEN_HEIGHT 64u
#define VH_SCREEN_ROW 16u
#define VH_SCREEN_BYTES (VH_SCREEN_ROW * VH_SCREEN_HEIGHT)
#define VH_ASCII_FIRST 0x20u
#define VH_ASCII_COUNT 95u

extern const uint8_t vh_ascii_glyphs[VH_ASCII_COUNT][16];
extern const uint8_t vh_built_in_glyphs[VH_BUILT_IN_COUNT][32];

/* Row by row, 16 bytes a row, MSB left, 1 = lit. */
void vh_screen_draw(const vh_keypad *k, uint8_t frame[VH_SCREEN_BYTES]);

#endif
