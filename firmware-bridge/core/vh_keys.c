#include "vh_keys.h"

#include "vh_bytes.h"
#include "vh_field.h"

void vh_key_meeting(const vh_suite *s, const uint8_t hall[16], const uint8_t meeting[16], const uint8_t nonce_a[16],
                    const uint8_t nonce_b[16], uint8_t m[32])
{
    static const uint8_t domain[7] = {'V', 'H', '1', ' ', 'm', 't', 'g'};
    const vh_span parts[5] = {{domain, sizeof domain}, {hall, 16}, {meeting, 16}, {nonce_a, 16}, {nonce_b, 16}};
    s->hash(parts, 5, m);
}

void vh_key_of_meeting(const vh_suite *s, const uint8_t root[32], const char *label, const uint8_t m[32],
                       uint8_t out[32])
{
    const vh_span part = {m, 32};
    s->prf(root, label, &part, 1, out);
}

void vh_key_nonce_k(const vh_suite *s, const uint8_t ra[32], uint32_t boot, uint32_t admission, uint8_t out[8])
{
    uint8_t input[8];
    uint8_t full[32];
    vh_put32(input, boot);
    vh_put32(input + 4, admission);
    const vh_span part = {input, sizeof input};
    s->prf(ra, "nk", &part, 1, full);
    vh_copy(out, full, 8);
}

void vh_key_session(const vh_suite *s, const uint8_t ka[32], const uint8_t nonce_s[16], const uint8_t nonce_k[8],
                    uint32_t boot, uint8_t sk[32])
{
    uint8_t boot_bytes[4];
    vh_put32(boot_bytes, boot);
    const vh_span parts[3] = {{nonce_s, 16}, {nonce_k, 8}, {boot_bytes, 4}};
    s->prf(ka, "sess", parts, 3, sk);
}

void vh_key_of_round(const vh_suite *s, const uint8_t kb[32], const char *label, const uint8_t ctx[32],
                     uint8_t out[32])
{
    const vh_span part = {ctx, 32};
    s->prf(kb, label, &part, 1, out);
}

void vh_key_ctx(const vh_suite *s, const uint8_t m[32], uint32_t round, uint8_t mode, uint8_t rule,
                const uint8_t pd[32], uint8_t ctx[32])
{
    static const uint8_t domain[7] = {'V', 'H', '1', ' ', 'c', 't', 'x'};
    uint8_t terms[6];
    vh_put32(terms, round);
    terms[4] = mode;
    terms[5] = rule;
    const vh_span parts[5] = {{domain, sizeof domain}, {&s->id, 1}, {m, 32}, {terms, sizeof terms}, {pd, 32}};
    s->hash(parts, 5, ctx);
}

uint16_t vh_key_ack_pad(const vh_suite *s, const uint8_t sk[32], const uint8_t ctx[32], uint32_t epoch, uint32_t seq)
{
    uint8_t at[8];
    uint8_t full[32];
    vh_put32(at, epoch);
    vh_put32(at + 4, seq);
    const vh_span parts[2] = {{ctx, 32}, {at, sizeof at}};
    s->prf(sk, "ack", parts, 2, full);
    return vh_get16(full);
}

void vh_key_press_code(const vh_suite *s, const uint8_t k_ballot[32], const char *label, uint64_t press, uint8_t *out,
                       size_t n)
{
    uint8_t press_bytes[8];
    uint8_t full[32];
    vh_put64(press_bytes, press);
    const vh_span part = {press_bytes, sizeof press_bytes};
    s->prf(k_ballot, label, &part, 1, full);
    vh_copy(out, full, n);
}

void vh_key_final(const vh_suite *s, const uint8_t k_ballot[32], uint64_t press, const uint8_t close_nonce[8],
                  uint8_t out[12])
{
    uint8_t press_bytes[8];
    uint8_t full[32];
    vh_put64(press_bytes, press);
    const vh_span parts[2] = {{press_bytes, sizeof press_bytes}, {close_nonce, 8}};
    s->prf(k_ballot, "final", parts, 2, full);
    vh_copy(out, full, 12);
}

static void mac_of(const vh_suite *s, const uint8_t key[32], const char *label, uint16_t number,
                   const uint8_t subject[32], uint8_t out[12])
{
    uint8_t number_bytes[2];
    uint8_t full[32];
    vh_put16(number_bytes, number);
    const vh_span parts[2] = {{number_bytes, sizeof number_bytes}, {subject, 32}};
    s->prf(key, label, parts, 2, full);
    vh_copy(out, full, 12);
}

void vh_key_destroy_mac(const vh_suite *s, const uint8_t kb_next[32], uint16_t step, const uint8_t ctx[32],
                        uint8_t out[12])
{
    mac_of(s, kb_next, "destroy", step, ctx, out);
}

void vh_key_meet_mac(const vh_suite *s, const uint8_t root_next[32], uint16_t gen, const uint8_t m[32],
                     uint8_t out[12])
{
    mac_of(s, root_next, "meet", gen, m, out);
}

void vh_stream_start(vh_stream *stream, const vh_suite *s, const uint8_t key[32], const char *label, vh_span data)
{
    stream->suite = s;
    stream->key = key;
    stream->label = label;
    stream->data = data;
    stream->next = 0;
}

uint64_t vh_stream_next(vh_stream *stream)
{
    uint16_t place = (uint16_t)(stream->next & 3u);
    if (place == 0) {
        uint8_t number[2];
        vh_put16(number, (uint16_t)(stream->next >> 2));
        const vh_span parts[2] = {stream->data, {number, sizeof number}};
        stream->suite->prf(stream->key, stream->label, parts, 2, stream->block);
    }
    stream->next = (uint16_t)(stream->next + 1u);
    return vh_field_of_bytes(stream->block + 8u * place);
}
