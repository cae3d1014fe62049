/* A suite: one AEAD with 12-byte tags, one hash, one keyed PRF (protocol 3). Chosen at commissioning, never negotiated. */
#ifndef VH_SUITE_H
#define VH_SUITE_H

#include "vh_types.h"

#define VH_SUITE_INTL 1u

typedef struct {
    uint8_t id;
    /* out: n bytes ciphertext, then 12 bytes tag. */
    void (*seal)(const uint8_t key[16], const uint8_t nonce[13], const uint8_t *ad, size_t ad_n,
                 const uint8_t *plain, size_t n, uint8_t *out);
    /* sealed: n bytes ciphertext, then 12 bytes tag. False leaves `plain` zero. */
    bool (*open)(const uint8_t key[16], const uint8_t nonce[13], const uint8_t *ad, size_t ad_n,
                 const uint8_t *sealed, size_t n, uint8_t *plain);
    void (*hash)(const vh_span *parts, size_t count, uint8_t out[32]);
    void (*prf)(const uint8_t key[32], const char *label, const vh_span *parts, size_t count, uint8_t out[32]);
} vh_suite;

/* NULL: not compiled in. */
const vh_suite *vh_suite_find(uint8_t id);

#endif
