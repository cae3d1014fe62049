#include "vh_suite.h"

#include "vh_ascon.h"
#include "vh_bytes.h"
#include "vh_kinds.h"

/* The 13-byte nonce of both suites, followed by three zero bytes for Ascon (protocol 2.1). */
static void widen(const uint8_t nonce[13], uint8_t wide[16])
{
    vh_copy(wide, nonce, 13);
    vh_zero(wide + 13, 3);
}

static void intl_seal(const uint8_t key[16], const uint8_t nonce[13], const uint8_t *ad, size_t ad_n,
                      const uint8_t *plain, size_t n, uint8_t *out)
{
    uint8_t wide[16];
    uint8_t tag[16];
    widen(nonce, wide);
    vh_ascon_seal(key, wide, ad, ad_n, plain, n, out, tag);
    vh_copy(out + n, tag, VH_TAG);
}

static bool intl_open(const uint8_t key[16], const uint8_t nonce[13], const uint8_t *ad, size_t ad_n,
                      const uint8_t *sealed, size_t n, uint8_t *plain)
{
    uint8_t wide[16];
    widen(nonce, wide);
    return vh_ascon_open(key, wide, ad, ad_n, sealed, n, sealed + n, VH_TAG, plain);
}

static void add_parts(vh_ascon_hash *h, const vh_span *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        vh_ascon_hash_add(h, parts[i].bytes, parts[i].n);
    }
}

static void intl_hash(const vh_span *parts, size_t count, uint8_t out[32])
{
    vh_ascon_hash h;
    vh_ascon_hash_start(&h);
    add_parts(&h, parts, count);
    vh_ascon_hash_end(&h, out);
}

static void intl_prf(const uint8_t key[32], const char *label, const vh_span *parts, size_t count, uint8_t out[32])
{
    static const uint8_t key_length = 32;
    uint8_t label_length = 0;
    while (label[label_length] != '\0') {
        label_length = (uint8_t)(label_length + 1u);
    }
    vh_ascon_hash h;
    vh_ascon_hash_start(&h);
    vh_ascon_hash_add(&h, &key_length, 1);
    vh_ascon_hash_add(&h, key, 32);
    vh_ascon_hash_add(&h, &label_length, 1);
    vh_ascon_hash_add(&h, (const uint8_t *)label, label_length);
    add_parts(&h, parts, count);
    vh_ascon_hash_end(&h, out);
}

static const vh_suite suites[] = {
    {VH_SUITE_INTL, intl_seal, intl_open, intl_hash, intl_prf},
};

const vh_suite *vh_suite_find(uint8_t id)
{
    for (size_t i = 0; i < sizeof suites / sizeof suites[0]; i++) {
        if (suites[i].id == id) {
            return &suites[i];
        }
    }
    return NULL;
}
