#include "vh_paper.h"

#include "vh_bytes.h"
#include "vh_kinds.h"

#define HEADER 16u
#define GROUP_SIZE 14u
#define ROW_SIZE 4u
#define GLYPH_SIZE 32u
#define GLYPHS_MAX 480u
#define WRITE_INS_MAX 77u
#define BUILT_IN 0x8000u

void vh_paper_group(const vh_paper *paper, uint8_t index, vh_group *group)
{
    const uint8_t *p = paper->bytes + HEADER + GROUP_SIZE * (uint32_t)index;
    group->first_row = vh_get16(p);
    group->rows = vh_get16(p + 2);
    group->options = p[4];
    group->unmarked = p[5];
    group->min_for = vh_get16(p + 6);
    group->max_for = vh_get16(p + 8);
    group->write_ins = p[10];
    group->option_string = p[11];
    group->limit_mask = p[12];
}

static vh_status check_group(const vh_paper *paper, uint8_t index, uint16_t expected_first, vh_group *g)
{
    vh_paper_group(paper, index, g);
    VH_REQUIRE(paper->bytes[HEADER + GROUP_SIZE * (uint32_t)index + 13] == 0, VH_ERR_VALUE);
    VH_REQUIRE(g->first_row == expected_first && g->rows >= 1, VH_ERR_VALUE);
    VH_REQUIRE(g->rows <= paper->rows - expected_first, VH_ERR_VALUE);
    VH_REQUIRE(g->options >= 1 && g->options <= VH_OPTIONS_MAX, VH_ERR_VALUE);
    VH_REQUIRE(g->unmarked <= g->options || g->unmarked == VH_UNMARKED_REFUSED, VH_ERR_VALUE);
    VH_REQUIRE(g->min_for <= g->max_for && g->min_for <= g->rows, VH_ERR_VALUE);
    VH_REQUIRE(g->write_ins == 0 || (paper->flags & VH_PAPER_SECRET_ALLOWED) == 0, VH_ERR_VALUE);
    VH_REQUIRE((uint16_t)(g->option_string + g->options) <= paper->strings, VH_ERR_VALUE);
    VH_REQUIRE((g->limit_mask & 1u) != 0 && (g->limit_mask >> g->options) == 0, VH_ERR_VALUE);
    return VH_OK;
}

static vh_status check_groups(vh_paper *paper)
{
    uint16_t covered = 0;
    uint16_t write_ins = 0;
    uint16_t counters = 0;
    for (uint8_t i = 0; i < paper->groups; i++) {
        vh_group g;
        vh_status status = check_group(paper, i, covered, &g);
        VH_REQUIRE(status == VH_OK, status);
        covered = (uint16_t)(covered + g.rows);
        write_ins = (uint16_t)(write_ins + g.write_ins);
        counters = (uint16_t)(counters + g.rows * g.options);
    }
    VH_REQUIRE(covered == paper->rows, VH_ERR_VALUE);
    VH_REQUIRE(write_ins <= WRITE_INS_MAX, VH_ERR_VALUE);
    paper->write_ins = write_ins;
    paper->counters = counters;
    VH_REQUIRE(vh_paper_vector_size(paper) <= VH_VECTOR_MAX, VH_ERR_VALUE);
    return VH_OK;
}

static vh_status check_rows(const vh_paper *paper)
{
    for (uint16_t row = 0; row < paper->rows; row++) {
        const uint8_t *p = paper->bytes + paper->rows_at + ROW_SIZE * (uint32_t)row;
        VH_REQUIRE(vh_get16(p) < paper->strings, VH_ERR_VALUE);
        VH_REQUIRE(vh_get16(p + 2) == 0, VH_ERR_VALUE);
    }
    return VH_OK;
}

static vh_status check_text(const vh_paper *paper)
{
    uint32_t at = paper->text_at;
    for (uint16_t i = 0; i < paper->strings; i++) {
        VH_REQUIRE(at < paper->text_end, VH_ERR_VALUE);
        uint8_t n = paper->bytes[at];
        at++;
        VH_REQUIRE(2u * (uint32_t)n <= paper->text_end - at, VH_ERR_VALUE);
        for (uint8_t c = 0; c < n; c++) {
            uint16_t code = vh_get16(paper->bytes + at);
            bool built_in = code >= BUILT_IN + 0x20u && code <= BUILT_IN + 0x7Eu;
            VH_REQUIRE(code < paper->glyphs || built_in, VH_ERR_VALUE);
            at += 2;
        }
    }
    VH_REQUIRE(at == paper->text_end, VH_ERR_VALUE);
    return VH_OK;
}

vh_status vh_paper_parse(const uint8_t *bytes, size_t size, vh_paper *paper)
{
    *paper = (vh_paper){0};
    VH_REQUIRE(size >= HEADER && size <= VH_PAPER_MAX, VH_ERR_LENGTH);
    VH_REQUIRE(bytes[0] == 1, VH_ERR_VALUE);
    paper->bytes = bytes;
    paper->size = (uint32_t)size;
    paper->flags = bytes[1];
    paper->lane_bits = bytes[2];
    paper->groups = bytes[3];
    paper->rows = vh_get16(bytes + 4);
    paper->glyphs = vh_get16(bytes + 6);
    paper->strings = vh_get16(bytes + 8);
    uint16_t text_n = vh_get16(bytes + 10);
    VH_REQUIRE((paper->flags & 0xF8u) == 0 && vh_get32(bytes + 12) == 0, VH_ERR_VALUE);
    VH_REQUIRE(paper->lane_bits == 12 || paper->lane_bits == 16, VH_ERR_VALUE);
    VH_REQUIRE(paper->groups >= 1 && paper->groups <= VH_GROUPS_MAX, VH_ERR_VALUE);
    VH_REQUIRE(paper->rows >= 1 && paper->rows <= VH_ROWS_MAX, VH_ERR_VALUE);
    VH_REQUIRE(paper->glyphs <= GLYPHS_MAX && paper->strings >= 1, VH_ERR_VALUE);
    VH_REQUIRE((paper->flags & VH_PAPER_CASTS_AT_ONCE) == 0 || paper->rows == 1, VH_ERR_VALUE);
    paper->rows_at = HEADER + GROUP_SIZE * (uint32_t)paper->groups;
    paper->text_at = paper->rows_at + ROW_SIZE * (uint32_t)paper->rows;
    paper->text_end = paper->text_at + text_n;
    VH_REQUIRE(size == paper->text_end + GLYPH_SIZE * (uint32_t)paper->glyphs, VH_ERR_LENGTH);
    vh_status status = check_groups(paper);
    VH_REQUIRE(status == VH_OK, status);
    status = check_rows(paper);
    VH_REQUIRE(status == VH_OK, status);
    return check_text(paper);
}

bool vh_paper_fits(const vh_paper *paper, uint8_t mode)
{
    uint8_t kind = (uint8_t)(mode & 0x7Fu);
    if (kind == VH_MODE_SIGN_IN) {
        return paper->rows == 1;
    }
    if (kind != VH_MODE_SECRET) {
        return kind == VH_MODE_NAMED;
    }
    if ((paper->flags & VH_PAPER_SECRET_ALLOWED) == 0) {
        return false;
    }
    for (uint8_t i = 0; i < paper->groups; i++) {
        vh_group g;
        vh_paper_group(paper, i, &g);
        if (g.unmarked == 0 && g.options != 1) {
            return false; /* each full row must sum to the number of ballots */
        }
    }
    return true;
}

uint8_t vh_paper_group_of_row(const vh_paper *paper, uint16_t row)
{
    vh_group g;
    for (uint8_t i = 0; i < paper->groups; i++) {
        vh_paper_group(paper, i, &g);
        if (row - g.first_row < g.rows) {
            return i;
        }
    }
    return 0;
}

uint16_t vh_paper_row_string(const vh_paper *paper, uint16_t row)
{
    return vh_get16(paper->bytes + paper->rows_at + ROW_SIZE * (uint32_t)row);
}

uint8_t vh_paper_string(const vh_paper *paper, uint16_t index, uint16_t *codes, size_t capacity)
{
    uint32_t at = paper->text_at;
    if (index >= paper->strings) {
        return 0;
    }
    for (uint16_t i = 0; i < index; i++) {
        at += 1u + 2u * (uint32_t)paper->bytes[at];
    }
    uint8_t n = paper->bytes[at];
    for (size_t i = 0; i < n && i < capacity; i++) {
        codes[i] = vh_get16(paper->bytes + at + 1u + 2u * i);
    }
    return n;
}

uint16_t vh_paper_vector_size(const vh_paper *paper)
{
    return (uint16_t)((paper->rows + 1u) / 2u + 2u * paper->write_ins);
}
