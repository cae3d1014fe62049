/* Arithmetic modulo 2^61 - 1 against 128-bit integers, and every ballot of tests/vectors/s2_ballot.txt. */
#include "check.h"
#include "paper_bytes.h"
#include "vectors.h"
#include "vh_ballot.h"
#include "vh_field.h"
#include "vh_keys.h"

static vector_reader vectors;
static uint64_t state = 88172645463325252u;

static uint64_t any(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
}

static void field(void)
{
    static const uint64_t edges[] = {0, 1, 2, 0xFFFFFFFFu, 0x100000000u, VH_FIELD_P - 2, VH_FIELD_P - 1, 0x1FFFFFFF00000000u};
    for (int i = 0; i < 100000; i++) {
        uint64_t a = i < 64 ? edges[i / 8] : any() % VH_FIELD_P;
        uint64_t b = i < 64 ? edges[i % 8] : any() % VH_FIELD_P;
        __extension__ unsigned __int128 product = (__extension__(unsigned __int128)a) * b;
        bool good = vh_field_mul(a, b) == (uint64_t)(product % VH_FIELD_P) && vh_field_add(a, b) == (a + b) % VH_FIELD_P
                    && vh_field_sub(a, b) == (a + VH_FIELD_P - b) % VH_FIELD_P;
        if (!good) {
            CHECK(good);
            return;
        }
    }
    CHECK(true);
    uint8_t all_ones[8];
    memset(all_ones, 0xFF, 8);
    CHECK(vh_field_of_bytes(all_ones) == 0);
}

static void ballots(void)
{
    uint8_t kb[32], kg[32], ctx[32], bytes[16384], option[128], expected[400], got[400], stream_bytes[400];
    const vh_suite *suite = vh_suite_find(VH_SUITE_INTL);
    int records = 0;
    vector_open(&vectors, "frames_suite1_sample.txt");
    vector_next(&vectors);
    vector_bytes(&vectors, "kB", kb, 32);
    vector_bytes(&vectors, "KG", kg, 32);
    vector_bytes(&vectors, "ctxSecret", ctx, 32);
    fclose(vectors.file);
    vector_open(&vectors, "s2_ballot.txt");
    while (vector_next(&vectors)) {
        uint8_t rows, options, lane_bits;
        vh_paper paper;
        vector_bytes(&vectors, "Rows", &rows, 1);
        vector_bytes(&vectors, "Options", &options, 1);
        vector_bytes(&vectors, "LaneBits", &lane_bits, 1);
        CHECK(vector_bytes(&vectors, "Choice", option, sizeof option) == rows);
        paper_group g = {rows, options, 0, 0, rows, 0, 1};
        size_t size = paper_bytes(bytes, VH_PAPER_SECRET_ALLOWED, lane_bits, &g, 1);
        CHECK_FOR(vectors.comment, vh_paper_parse(bytes, size, &paper) == VH_OK);
        const vh_ballot_keys keys = {suite, kb, kg, ctx};
        vh_ballot_build(&keys, &paper, option, (uint64_t)7 << 32 | 3u, got);
        size_t n = vector_bytes(&vectors, "Payload", expected, sizeof expected);
        CHECK_FOR(vectors.comment, n == vh_ballot_size(&paper) && memcmp(got, expected, n) == 0);
        n = vector_bytes(&vectors, "alpha", expected, sizeof expected);
        vh_stream alphas;
        vh_stream_start(&alphas, suite, kg, "alpha", (vh_span){ctx, 32});
        for (size_t i = 0; i < n / 8; i++) {
            vh_put64(stream_bytes + 8 * i, vh_stream_next(&alphas));
        }
        CHECK_FOR(vectors.comment, n == 8u * vh_ballot_words(&paper) && memcmp(stream_bytes, expected, n) == 0);
        records++;
    }
    CHECK(records == 6);
}

static void pieces(void)
{
    static const uint16_t table[][3] = {{24, 1, 24}, {160, 1, 160}, {208, 1, 208}, {216, 1, 216}, {224, 2, 112},
                                        {256, 2, 128}, {304, 2, 152}, {1728, 8, 216}};
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        CHECK(vh_ballot_pieces(table[i][0]) == table[i][1]);
        CHECK(vh_ballot_piece_size(table[i][0]) == table[i][2]);
    }
}

int main(void)
{
    field();
    ballots();
    pieces();
    return checks_end();
}
