/* Known answers of Ascon-AEAD128 and Ascon-Hash256; a changed tag, ciphertext or length must not open. */
#include "check.h"
#include "vectors.h"
#include "vh_ascon.h"

static vector_reader vectors;

static void aead(void)
{
    int records = 0;
    vector_open(&vectors, "ascon_aead128_kat.txt");
    while (vector_next(&vectors)) {
        uint8_t key[16];
        uint8_t nonce[16];
        uint8_t plain[64];
        uint8_t ad[64];
        uint8_t expected[80];
        uint8_t out[64];
        uint8_t tag[16];
        uint8_t back[64];
        vector_bytes(&vectors, "Key", key, sizeof key);
        vector_bytes(&vectors, "Nonce", nonce, sizeof nonce);
        size_t n = vector_bytes(&vectors, "PT", plain, sizeof plain);
        size_t ad_n = vector_bytes(&vectors, "AD", ad, sizeof ad);
        vector_bytes(&vectors, "CT", expected, sizeof expected);
        const char *count = vector_text(&vectors, "Count");
        vh_ascon_seal(key, nonce, ad, ad_n, plain, n, out, tag);
        CHECK_FOR(count, memcmp(out, expected, n) == 0 && memcmp(tag, expected + n, 16) == 0);
        CHECK_FOR(count, vh_ascon_open(key, nonce, ad, ad_n, out, n, tag, 12, back) && memcmp(back, plain, n) == 0);
        tag[records % 12] ^= (uint8_t)(1u << (records % 8));
        CHECK_FOR(count, !vh_ascon_open(key, nonce, ad, ad_n, out, n, tag, 12, back));
        records++;
    }
    CHECK(records == 1089);
}

static void hash(void)
{
    int records = 0;
    vector_open(&vectors, "ascon_hash256_kat.txt");
    while (vector_next(&vectors)) {
        uint8_t message[1100];
        uint8_t expected[32];
        uint8_t digest[32];
        size_t n = vector_bytes(&vectors, "Msg", message, sizeof message);
        vector_bytes(&vectors, "MD", expected, sizeof expected);
        vh_ascon_hash h;
        vh_ascon_hash_start(&h);
        vh_ascon_hash_add(&h, message, n / 3);
        vh_ascon_hash_add(&h, message + n / 3, n - n / 3);
        vh_ascon_hash_end(&h, digest);
        CHECK_FOR(vector_text(&vectors, "Count"), memcmp(digest, expected, 32) == 0);
        records++;
    }
    CHECK(records == 261);
}

int main(void)
{
    aead();
    hash();
    return checks_end();
}
