#include "vh_ascon.h"

#include "vh_bytes.h"

#define AEAD_IV 0x00001000808C0001u
#define HASH_IV 0x0000080100CC0002u

static const uint8_t round_constant[12] = {0xF0, 0xE1, 0xD2, 0xC3, 0xB4, 0xA5, 0x96, 0x87, 0x78, 0x69, 0x5A, 0x4B};

static inline uint64_t rotate(uint64_t v, unsigned by)
{
    return (v >> by) | (v << (64u - by));
}

static void permute(uint64_t x[5], unsigned rounds)
{
    uint64_t x0 = x[0];
    uint64_t x1 = x[1];
    uint64_t x2 = x[2];
    uint64_t x3 = x[3];
    uint64_t x4 = x[4];
    for (unsigned r = 12u - rounds; r < 12u; r++) {
        x2 ^= round_constant[r];
        x0 ^= x4;
        x4 ^= x3;
        x2 ^= x1;
        uint64_t t0 = x0 ^ (~x1 & x2);
        uint64_t t1 = x1 ^ (~x2 & x3);
        uint64_t t2 = x2 ^ (~x3 & x4);
        uint64_t t3 = x3 ^ (~x4 & x0);
        uint64_t t4 = x4 ^ (~x0 & x1);
        t1 ^= t0;
        t0 ^= t4;
        t3 ^= t2;
        t2 = ~t2;
        x0 = t0 ^ rotate(t0, 19) ^ rotate(t0, 28);
        x1 = t1 ^ rotate(t1, 61) ^ rotate(t1, 39);
        x2 = t2 ^ rotate(t2, 1) ^ rotate(t2, 6);
        x3 = t3 ^ rotate(t3, 10) ^ rotate(t3, 17);
        x4 = t4 ^ rotate(t4, 7) ^ rotate(t4, 41);
    }
    x[0] = x0;
    x[1] = x1;
    x[2] = x2;
    x[3] = x3;
    x[4] = x4;
}

/* Bytes of a partial word (n < 8), little-endian. */
static uint64_t load(const uint8_t *p, size_t n)
{
    uint64_t v = 0;
    for (size_t i = 0; i < n; i++) {
        v |= (uint64_t)p[i] << (8u * i);
    }
    return v;
}

static void store(uint8_t *p, uint64_t v, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        p[i] = (uint8_t)((v >> (8u * i)) & 0xFFu);
    }
}

static uint64_t padding(size_t at)
{
    return (uint64_t)1u << (8u * at);
}

static void begin(uint64_t x[5], const uint8_t key[16], const uint8_t nonce[16], const uint8_t *ad, size_t ad_n)
{
    uint64_t k0 = vh_get64(key);
    uint64_t k1 = vh_get64(key + 8);
    x[0] = AEAD_IV;
    x[1] = k0;
    x[2] = k1;
    x[3] = vh_get64(nonce);
    x[4] = vh_get64(nonce + 8);
    permute(x, 12);
    x[3] ^= k0;
    x[4] ^= k1;
    if (ad_n > 0) {
        while (ad_n >= 16) {
            x[0] ^= vh_get64(ad);
            x[1] ^= vh_get64(ad + 8);
            permute(x, 8);
            ad += 16;
            ad_n -= 16;
        }
        if (ad_n >= 8) {
            x[0] ^= vh_get64(ad);
            x[1] ^= load(ad + 8, ad_n - 8) ^ padding(ad_n - 8);
        } else {
            x[0] ^= load(ad, ad_n) ^ padding(ad_n);
        }
        permute(x, 8);
    }
    x[4] ^= 0x8000000000000000u; /* domain separation */
}

static void finish(uint64_t x[5], const uint8_t key[16], uint8_t tag[16])
{
    uint64_t k0 = vh_get64(key);
    uint64_t k1 = vh_get64(key + 8);
    x[2] ^= k0;
    x[3] ^= k1;
    permute(x, 12);
    vh_put64(tag, x[3] ^ k0);
    vh_put64(tag + 8, x[4] ^ k1);
}

void vh_ascon_seal(const uint8_t key[16], const uint8_t nonce[16], const uint8_t *ad, size_t ad_n,
                   const uint8_t *plain, size_t n, uint8_t *cipher, uint8_t tag[16])
{
    uint64_t x[5];
    begin(x, key, nonce, ad, ad_n);
    while (n >= 16) {
        x[0] ^= vh_get64(plain);
        x[1] ^= vh_get64(plain + 8);
        vh_put64(cipher, x[0]);
        vh_put64(cipher + 8, x[1]);
        permute(x, 8);
        plain += 16;
        cipher += 16;
        n -= 16;
    }
    size_t low = n < 8 ? n : 8;
    x[0] ^= load(plain, low);
    store(cipher, x[0], low);
    if (n >= 8) {
        x[1] ^= load(plain + 8, n - 8);
        store(cipher + 8, x[1], n - 8);
        x[1] ^= padding(n - 8);
    } else {
        x[0] ^= padding(n);
    }
    finish(x, key, tag);
    vh_wipe(x, sizeof x);
}

/* Replaces the first n bytes of a state word by ciphertext and writes the plaintext. */
static uint64_t absorb_cipher(uint64_t word, const uint8_t *cipher, uint8_t *plain, size_t n)
{
    uint64_t c = load(cipher, n);
    uint64_t mask = n >= 8 ? ~(uint64_t)0 : padding(n) - 1u;
    store(plain, word ^ c, n);
    return (word & ~mask) | c;
}

bool vh_ascon_open(const uint8_t key[16], const uint8_t nonce[16], const uint8_t *ad, size_t ad_n,
                   const uint8_t *cipher, size_t n, const uint8_t *tag, size_t tag_n, uint8_t *plain)
{
    uint64_t x[5];
    uint8_t expected[16];
    uint8_t *start = plain;
    size_t total = n;
    begin(x, key, nonce, ad, ad_n);
    while (n >= 16) {
        x[0] = absorb_cipher(x[0], cipher, plain, 8);
        x[1] = absorb_cipher(x[1], cipher + 8, plain + 8, 8);
        permute(x, 8);
        cipher += 16;
        plain += 16;
        n -= 16;
    }
    size_t low = n < 8 ? n : 8;
    x[0] = absorb_cipher(x[0], cipher, plain, low);
    if (n >= 8) {
        x[1] = absorb_cipher(x[1], cipher + 8, plain + 8, n - 8);
        x[1] ^= padding(n - 8);
    } else {
        x[0] ^= padding(n);
    }
    finish(x, key, expected);
    bool good = vh_equal(expected, tag, tag_n);
    if (!good) {
        vh_wipe(start, total);
    }
    vh_wipe(x, sizeof x);
    vh_wipe(expected, sizeof expected);
    return good;
}

void vh_ascon_hash_start(vh_ascon_hash *h)
{
    h->x[0] = HASH_IV;
    h->x[1] = 0;
    h->x[2] = 0;
    h->x[3] = 0;
    h->x[4] = 0;
    h->used = 0;
    permute(h->x, 12);
}

void vh_ascon_hash_add(vh_ascon_hash *h, const uint8_t *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        h->block[h->used] = bytes[i];
        h->used = (uint8_t)(h->used + 1u);
        if (h->used == 8u) {
            h->x[0] ^= vh_get64(h->block);
            permute(h->x, 12);
            h->used = 0;
        }
    }
}

void vh_ascon_hash_end(vh_ascon_hash *h, uint8_t out[32])
{
    h->x[0] ^= load(h->block, h->used) ^ padding(h->used);
    permute(h->x, 12);
    for (size_t i = 0; i < 4; i++) {
        vh_put64(out + 8 * i, h->x[0]);
        if (i < 3) {
            permute(h->x, 12);
        }
    }
    vh_wipe(h, sizeof *h);
}
