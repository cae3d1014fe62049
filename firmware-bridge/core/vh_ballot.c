#include "vh_ballot.h"

#include "vh_bytes.h"
#include "vh_field.h"
#include "vh_keys.h"
#include "vh_kinds.h"

uint8_t vh_ballot_lanes(const vh_paper *paper)
{
    return paper->lane_bits == 12 ? 5 : 3;
}

uint16_t vh_ballot_words(const vh_paper *paper)
{
    uint8_t lanes = vh_ballot_lanes(paper);
    return (uint16_t)((paper->counters + lanes - 1u) / lanes);
}

uint16_t vh_ballot_size(const vh_paper *paper)
{
    return (uint16_t)(VH_BALLOT_HEAD + 8u * vh_ballot_words(paper));
}

/* Walks the counters of the paper in row order, word by word. */
typedef struct {
    const vh_paper *paper;
    const uint8_t *option;
    vh_group group;
    uint8_t group_index;
    uint16_t row;
    uint8_t next_option;
} lane_walk;

static uint64_t next_word(lane_walk *w, uint8_t lanes)
{
    uint64_t word = 0;
    for (uint8_t lane = 0; lane < lanes && w->row < w->paper->rows; lane++) {
        if (w->option[w->row] == w->next_option) {
            word |= (uint64_t)1u << (w->paper->lane_bits * lane);
        }
        w->next_option++;
        if (w->next_option > w->group.options) {
            w->next_option = 1;
            w->row++;
            bool group_over = w->row == w->group.first_row + w->group.rows;
            if (group_over && w->group_index + 1u < w->paper->groups) {
                w->group_index++;
                vh_paper_group(w->paper, w->group_index, &w->group);
            }
        }
    }
    return word;
}

void vh_ballot_build(const vh_ballot_keys *keys, const vh_paper *paper, const uint8_t *option, uint64_t press,
                     uint8_t *out)
{
    uint8_t press_bytes[8];
    vh_stream masks;
    vh_stream alphas;
    lane_walk walk = {.paper = paper, .option = option, .next_option = 1};
    vh_paper_group(paper, 0, &walk.group);
    vh_put64(press_bytes, press);
    vh_stream_start(&masks, keys->suite, keys->k_ballot, "mask", (vh_span){press_bytes, 8});
    vh_stream_start(&alphas, keys->suite, keys->kg, "alpha", (vh_span){keys->ctx, 32});
    uint64_t tag = vh_stream_next(&masks);
    uint16_t words = vh_ballot_words(paper);
    uint8_t lanes = vh_ballot_lanes(paper);
    uint64_t x = 0;
    for (uint16_t j = 0; j < words; j++) {
        uint64_t alpha = vh_stream_next(&alphas);
        x = next_word(&walk, lanes);
        tag = vh_field_add(tag, vh_field_mul(alpha == 0 ? 1 : alpha, x));
        vh_put64(out + VH_BALLOT_HEAD + 8u * j, vh_field_add(x, vh_stream_next(&masks)));
    }
    vh_key_press_code(keys->suite, keys->k_ballot, "part", press, out, 8);
    vh_put64(out + 8, tag);
    vh_wipe(&x, sizeof x);
    vh_wipe(&walk, sizeof walk);
    vh_wipe(&masks, sizeof masks);
}

uint8_t vh_ballot_pieces(uint16_t size)
{
    return (uint8_t)((size + VH_PIECE_MAX - 1u) / VH_PIECE_MAX);
}

uint16_t vh_ballot_piece_size(uint16_t size)
{
    uint16_t eighths = (uint16_t)(8u * vh_ballot_pieces(size));
    return (uint16_t)((size + eighths - 1u) / eighths * 8u);
}
