/* Keys and codes of protocol 3, 5.4, 7.3 and 8: one function a line of the tables there. */
#ifndef VH_KEYS_H
#define VH_KEYS_H

#include "vh_suite.h"

/* M: names the meeting; public. nonce_b is zero without a station. */
void vh_key_meeting(const vh_suite *s, const uint8_t hall[16], const uint8_t meeting[16], const uint8_t nonce_a[16],
                    const uint8_t nonce_b[16], uint8_t m[32]);
/* KA, KB(0), KG and the next generation of a root are PRF(root, label, M): labels "KA", "KB", "KG", "gen". */
void vh_key_of_meeting(const vh_suite *s, const uint8_t root[32], const char *label, const uint8_t m[32],
                       uint8_t out[32]);
void vh_key_nonce_k(const vh_suite *s, const uint8_t ra[32], uint32_t boot, uint32_t admission, uint8_t out[8]);
void vh_key_session(const vh_suite *s, const uint8_t ka[32], const uint8_t nonce_s[16], const uint8_t nonce_k[8],
                    uint32_t boot, uint8_t sk[32]);
/* KB(s+1) = label "next"; kB = label "vote". */
void vh_key_of_round(const vh_suite *s, const uint8_t kb[32], const char *label, const uint8_t ctx[32],
                     uint8_t out[32]);
void vh_key_ctx(const vh_suite *s, const uint8_t m[32], uint32_t round, uint8_t mode, uint8_t rule,
                const uint8_t pd[32], uint8_t ctx[32]);

/* Two bytes that hide a revision in ACKVEC. */
uint16_t vh_key_ack_pad(const vh_suite *s, const uint8_t sk[32], const uint8_t ctx[32], uint32_t epoch, uint32_t seq);
/* Codes of one press under kB: labels "part" (P, 8 bytes), "counted" (C, 8), "spoil" (12). */
void vh_key_press_code(const vh_suite *s, const uint8_t k_ballot[32], const char *label, uint64_t press, uint8_t *out,
                       size_t n);
/* F. */
void vh_key_final(const vh_suite *s, const uint8_t k_ballot[32], uint64_t press, const uint8_t close_nonce[8],
                  uint8_t out[12]);
/* Under KB(s+1). */
void vh_key_destroy_mac(const vh_suite *s, const uint8_t kb_next[32], uint16_t step, const uint8_t ctx[32],
                        uint8_t out[12]);
/* Under the stepped root. */
void vh_key_meet_mac(const vh_suite *s, const uint8_t root_next[32], uint16_t gen, const uint8_t m[32],
                     uint8_t out[12]);

/* Elements of stream(K, label, data), read in order. */
typedef struct {
    const vh_suite *suite;
    const uint8_t *key;
    const char *label;
    vh_span data;
    uint16_t next; /* element */
    uint8_t block[32];
} vh_stream;

void vh_stream_start(vh_stream *stream, const vh_suite *s, const uint8_t key[32], const char *label, vh_span data);
uint64_t vh_stream_next(vh_stream *stream);

#endif
