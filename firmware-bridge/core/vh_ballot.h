/* Secret ballot (无记名): lanes, masks and the tag of the double-locked box (protocol 8.1, 8.2). */
#ifndef VH_BALLOT_H
#define VH_BALLOT_H

#include "vh_paper.h"
#include "vh_suite.h"

#define VH_WORDS_MAX 214u
#define VH_BALLOT_HEAD 16u /* P | t */

typedef struct {
    const vh_suite *suite;
    const uint8_t *k_ballot; /* kB */
    const uint8_t *kg;
    const uint8_t *ctx;
} vh_ballot_keys;

/* Lanes of one word: 5 of 12 bits or 3 of 16. */
uint8_t vh_ballot_lanes(const vh_paper *paper);
uint16_t vh_ballot_words(const vh_paper *paper);
/* P | t | c[0..W). */
uint16_t vh_ballot_size(const vh_paper *paper);

/* option[row]: 1.. the option, 0 none (pick rows only). Writes vh_ballot_size bytes; no plain word outlives the call. */
void vh_ballot_build(const vh_ballot_keys *keys, const vh_paper *paper, const uint8_t *option, uint64_t press,
                     uint8_t *out);

/* Pieces of a payload of `size` bytes, and bytes of each piece. */
uint8_t vh_ballot_pieces(uint16_t size);
uint16_t vh_ballot_piece_size(uint16_t size);

#endif
