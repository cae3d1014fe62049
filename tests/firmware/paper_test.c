/* Ballot papers of tests/vectors; transfer in chunks with losses, repeats and lies (protocol 5.1, 5.2). */
#include "bench.h"
#include "vectors.h"

static vector_reader vectors;
static uint8_t bytes[17000];
static bench b;

static void sound_and_bad(void)
{
    int records = 0;
    vh_paper paper;
    vector_open(&vectors, "paper_ok.txt");
    while (vector_next(&vectors)) {
        uint8_t named, secret, counters[2];
        size_t n = vector_bytes(&vectors, "Paper", bytes, sizeof bytes);
        vector_bytes(&vectors, "Named", &named, 1);
        vector_bytes(&vectors, "Secret", &secret, 1);
        vector_bytes(&vectors, "Counters", counters, 2);
        CHECK_FOR(vectors.comment, vh_paper_parse(bytes, n, &paper) == VH_OK);
        CHECK_FOR(vectors.comment, vh_paper_fits(&paper, VH_MODE_NAMED) == (named != 0));
        CHECK_FOR(vectors.comment, vh_paper_fits(&paper, VH_MODE_SECRET | VH_MODE_TEST) == (secret != 0));
        CHECK_FOR(vectors.comment, paper.counters == vh_get16(counters));
        for (size_t cut = 0; cut < n; cut += 7) {
            CHECK_FOR(vectors.comment, vh_paper_parse(bytes, cut, &paper) != VH_OK);
        }
        records++;
    }
    vector_open(&vectors, "paper_bad.txt");
    while (vector_next(&vectors)) {
        size_t n = vector_bytes(&vectors, "Paper", bytes, sizeof bytes);
        CHECK_FOR(vectors.comment, vh_paper_parse(bytes, n, &paper) != VH_OK);
        records++;
    }
    CHECK(records == 11 + 38);
}

static void missing(uint8_t *plain)
{
    CHECK(bench_collect(&b, 0, VH_WHAT_OBJMISS, 0, 55) && b.body[0] == VH_OBJMISS);
    CHECK(bench_open(&b, NULL, NULL, plain) == 36);
}

static void transfer(void)
{
    uint8_t plain[240], end = 7;
    const paper_group g = {60, 3, 3, 0, 5, 0, 1};
    size_t size = paper_bytes(bytes, VH_PAPER_SECRET_ALLOWED, 12, &g, 1);
    bench_new(&b);
    bench_join(&b, 5);
    missing(plain);
    CHECK(plain[1] == VH_OBJECT_NONE);
    bench_begin(&b, 7, bytes, size);
    for (uint16_t i = 0; 128u * (size_t)i < size; i++) {
        if (i != 1 && i != 3) {
            bench_chunk(&b, 7, bytes, size, i);
        }
    }
    bench_group(&b, VH_OBJ_END, &end, 1);
    missing(plain);
    CHECK(plain[0] == 7 && plain[1] == VH_OBJECT_RECEIVING && vh_get16(plain + 2) == 1 && plain[4] == 0x05);
    bench_begin(&b, 7, bytes, size); /* for others; what is held stays */
    bench_chunk(&b, 7, bytes, size, 3);
    bench_chunk(&b, 7, bytes, size, 1);
    bench_group(&b, VH_OBJ_END, &end, 1);
    missing(plain);
    CHECK(plain[1] == VH_OBJECT_COMPLETE && vh_all_zero(plain + 2, 34));
    CHECK(vh_objects_find(&b.k.objects, b.pd) >= 0);
    /* A second paper takes the other buffer; a lie about the digest is told. */
    uint8_t first_pd[32];
    memcpy(first_pd, b.pd, 32);
    bytes[size - 1] ^= 1;
    bench_begin(&b, 8, bytes, size);
    bytes[size - 1] ^= 1;
    end = 8;
    for (uint16_t i = 0; 128u * (size_t)i < size; i++) {
        bench_chunk(&b, 8, bytes, size, i);
    }
    bench_group(&b, VH_OBJ_END, &end, 1);
    missing(plain);
    CHECK(plain[1] == VH_OBJECT_DIGEST_BAD && vh_objects_find(&b.k.objects, first_pd) >= 0);
    uint8_t large[38] = {9, VH_OBJECT_PAPER, 0x01, 0x40, 0, 0};
    bench_group(&b, VH_OBJ_BEGIN, large, sizeof large);
    missing(plain);
    CHECK(plain[0] == 9 && plain[1] == VH_OBJECT_TOO_LARGE && vh_objects_find(&b.k.objects, first_pd) >= 0);
}

/* While a round is open its paper is never overwritten. */
static void running_paper_stays(void)
{
    uint8_t other[400], running[32];
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    const paper_group list = {9, 3, 0, 0, 3, 0, 1};
    bench_new(&b);
    bench_join(&b, 5);
    size_t size = paper_bytes(bytes, VH_PAPER_CASTS_AT_ONCE, 12, &g, 1);
    bench_paper(&b, 1, bytes, size);
    bench_round(&b, 4, VH_MODE_NAMED, 0);
    memcpy(running, b.pd, 32);
    for (uint8_t i = 2; i < 7; i++) {
        size_t other_n = paper_bytes(other, (uint8_t)(i % 2 == 0 ? 0 : VH_PAPER_TRIAL), 12, &list, 1);
        other[other_n - 2] = (uint8_t)('a' + i);
        bench_paper(&b, i, other, other_n);
        CHECK(vh_objects_find(&b.k.objects, b.pd) >= 0);
        CHECK(vh_objects_find(&b.k.objects, running) >= 0);
    }
    bench_key(&b, VH_KEY_FOR);
    CHECK(vh_keypad_state(&b.k) == VH_STATE_OPEN_SENT);
}

int main(void)
{
    sound_and_bad();
    transfer();
    running_paper_stays();
    return checks_end();
}
