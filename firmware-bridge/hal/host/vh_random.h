/* xorshift64*: the only source of chance in the virtual hall. */
#ifndef VH_RANDOM_H
#define VH_RANDOM_H

#include <stdint.h>

typedef struct {
    uint64_t state;
} vh_random;

static inline void vh_random_seed(vh_random *r, uint64_t seed) { r->state = seed ^ 0x9E3779B97F4A7C15ULL ? seed ^ 0x9E3779B97F4A7C15ULL : 1; }

static inline uint64_t vh_random_next(vh_random *r)
{
    r->state ^= r->state >> 12;
    r->state ^= r->state << 25;
    r->state ^= r->state >> 27;
    return r->state * 2685821657736338717ULL;
}

/* 0 .. n-1; n > 0. */
static inline uint32_t vh_random_below(vh_random *r, uint32_t n) { return (uint32_t)((vh_random_next(r) >> 32) % n); }

#endif
