/* Little-endian fields, byte by byte, and the few memory moves the core needs.
   Why not string.h: the core compiles freestanding. */
#ifndef VH_BYTES_H
#define VH_BYTES_H

#include "vh_types.h"

static inline uint16_t vh_get16(const uint8_t *p)
{
    return (uint16_t)(p[0] | (uint16_t)(p[1] << 8));
}

static inline uint32_t vh_get24(const uint8_t *p)
{
    return (uint32_t)p[0] | ((uint32_t)p[1] << 8) | ((uint32_t)p[2] << 16);
}

static inline uint32_t vh_get32(const uint8_t *p)
{
    return (uint32_t)p[0] | ((uint32_t)p[1] << 8) | ((uint32_t)p[2] << 16) | ((uint32_t)p[3] << 24);
}

static inline uint64_t vh_get64(const uint8_t *p)
{
    return (uint64_t)vh_get32(p) | ((uint64_t)vh_get32(p + 4) << 32);
}

static inline void vh_put16(uint8_t *p, uint16_t v)
{
    p[0] = (uint8_t)(v & 0xFFu);
    p[1] = (uint8_t)(v >> 8);
}

static inline void vh_put24(uint8_t *p, uint32_t v)
{
    p[0] = (uint8_t)(v & 0xFFu);
    p[1] = (uint8_t)((v >> 8) & 0xFFu);
    p[2] = (uint8_t)((v >> 16) & 0xFFu);
}

static inline void vh_put32(uint8_t *p, uint32_t v)
{
    vh_put16(p, (uint16_t)(v & 0xFFFFu));
    vh_put16(p + 2, (uint16_t)(v >> 16));
}

static inline void vh_put64(uint8_t *p, uint64_t v)
{
    vh_put32(p, (uint32_t)(v & 0xFFFFFFFFu));
    vh_put32(p + 4, (uint32_t)(v >> 32));
}

static inline void vh_copy(uint8_t *to, const uint8_t *from, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        to[i] = from[i];
    }
}

static inline void vh_zero(uint8_t *p, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        p[i] = 0;
    }
}

/* Wipes a secret; the volatile store keeps the compiler from leaving it out. */
static inline void vh_wipe(void *secret, size_t n)
{
    volatile uint8_t *p = secret;
    for (size_t i = 0; i < n; i++) {
        p[i] = 0;
    }
}

/* Compares in constant time. */
static inline bool vh_equal(const uint8_t *a, const uint8_t *b, size_t n)
{
    uint8_t difference = 0;
    for (size_t i = 0; i < n; i++) {
        difference = (uint8_t)(difference | (a[i] ^ b[i]));
    }
    return difference == 0;
}

static inline bool vh_all_zero(const uint8_t *p, size_t n)
{
    uint8_t seen = 0;
    for (size_t i = 0; i < n; i++) {
        seen = (uint8_t)(seen | p[i]);
    }
    return seen == 0;
}

/* Wrapping microsecond clock: is `a` at or after `b`? */
static inline bool vh_time_reached(uint32_t a, uint32_t b)
{
    return (uint32_t)(a - b) < 0x80000000u;
}

#endif
