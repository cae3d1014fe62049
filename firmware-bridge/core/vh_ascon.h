/* Ascon-AEAD128 and Ascon-Hash256 (NIST SP 800-232). */
#ifndef VH_ASCON_H
#define VH_ASCON_H

#include "vh_types.h"

typedef struct {
    uint64_t x[5];
    uint8_t block[8];
    uint8_t used; /* bytes waiting in block */
} vh_ascon_hash;

void vh_ascon_hash_start(vh_ascon_hash *h);
void vh_ascon_hash_add(vh_ascon_hash *h, const uint8_t *bytes, size_t n);
void vh_ascon_hash_end(vh_ascon_hash *h, uint8_t out[32]);

void vh_ascon_seal(const uint8_t key[16], const uint8_t nonce[16], const uint8_t *ad, size_t ad_n,
                   const uint8_t *plain, size_t n, uint8_t *cipher, uint8_t tag[16]);

/* Compares the first tag_n bytes of the tag; on false `plain` is zeroed. */
bool vh_ascon_open(const uint8_t key[16], const uint8_t nonce[16], const uint8_t *ad, size_t ad_n,
                   const uint8_t *cipher, size_t n, const uint8_t *tag, size_t tag_n, uint8_t *plain);

#endif
