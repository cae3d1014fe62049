#include "vh_seal.h"

#include "vh_bytes.h"

#define CRC 2u
#define AD_PREFIX 5u
#define ORDERED_HEADER 10u /* kind addr epoch seq */
#define SESSION_HEADER 5u  /* kind addr ctr */

static void nonce_of(uint8_t kind, vh_order order, uint8_t nonce[13])
{
    nonce[0] = kind;
    vh_put32(nonce + 1, order.epoch);
    vh_put32(nonce + 5, order.seq);
    vh_zero(nonce + 9, 4);
}

static size_t ad_of(const vh_suite *s, uint8_t frame_class, const uint8_t *bytes, size_t n, uint8_t *ad)
{
    ad[0] = 'V';
    ad[1] = 'H';
    ad[2] = '1';
    ad[3] = s->id;
    ad[4] = frame_class;
    vh_copy(ad + AD_PREFIX, bytes, n);
    return AD_PREFIX + n;
}

static void ordered_header(uint8_t *body, uint8_t kind, uint8_t addr, vh_order order)
{
    body[0] = kind;
    body[1] = addr;
    vh_put32(body + 2, order.epoch);
    vh_put32(body + 6, order.seq);
}

size_t vh_plain_build(uint8_t kind, uint8_t addr, const uint8_t *payload, size_t n, uint8_t *body)
{
    VH_REQUIRE(n <= VH_LINE_BODY_MAX - 4u, 0);
    body[0] = kind;
    body[1] = addr;
    vh_copy(body + 2, payload, n);
    return vh_frame_finish(body, n + 2);
}

size_t vh_group_build(const vh_suite *s, const uint8_t gk[16], uint8_t kind, vh_order order, const uint8_t *payload,
                      size_t n, uint8_t *body)
{
    VH_REQUIRE(n <= VH_LINE_BODY_MAX - VH_OVERHEAD_GROUP, 0);
    uint8_t nonce[13];
    uint8_t ad[AD_PREFIX + VH_LINE_BODY_MAX];
    ordered_header(body, kind, VH_ADDR_ALL, order);
    vh_copy(body + ORDERED_HEADER, payload, n);
    nonce_of(kind, order, nonce);
    size_t ad_n = ad_of(s, 'G', body, ORDERED_HEADER + n, ad);
    s->seal(gk, nonce, ad, ad_n, payload, 0, body + ORDERED_HEADER + n);
    return vh_frame_finish(body, ORDERED_HEADER + n + VH_TAG);
}

size_t vh_unicast_build(const vh_suite *s, const uint8_t sk[32], uint8_t kind, uint8_t addr, vh_order order,
                        const uint8_t *payload, size_t n, uint8_t *body)
{
    VH_REQUIRE(n <= VH_LINE_BODY_MAX - VH_OVERHEAD_UNICAST, 0);
    uint8_t nonce[13];
    uint8_t ad[AD_PREFIX + ORDERED_HEADER];
    ordered_header(body, kind, addr, order);
    nonce_of(kind, order, nonce);
    size_t ad_n = ad_of(s, 'U', body, ORDERED_HEADER, ad);
    s->seal(sk, nonce, ad, ad_n, payload, n, body + ORDERED_HEADER);
    return vh_frame_finish(body, ORDERED_HEADER + n + VH_TAG);
}

static size_t session_ad(const vh_suite *s, const uint8_t *body, const vh_binding *binding, uint8_t ad[50])
{
    size_t at = ad_of(s, 'S', body, SESSION_HEADER, ad);
    vh_copy(ad + at, binding->ctx, 32);
    vh_copy(ad + at + 32, binding->close_nonce, 8);
    return at + 40;
}

size_t vh_session_build(const vh_suite *s, const uint8_t sk[32], uint8_t kind, uint8_t addr, uint32_t ctr,
                        const vh_binding *binding, const uint8_t *plain, size_t n, uint8_t *body)
{
    VH_REQUIRE(n <= VH_LINE_BODY_MAX - VH_OVERHEAD_SESSION, 0);
    uint8_t nonce[13];
    uint8_t ad[50];
    body[0] = kind;
    body[1] = addr;
    vh_put24(body + 2, ctr);
    nonce_of(kind, (vh_order){0, ctr}, nonce);
    size_t ad_n = session_ad(s, body, binding, ad);
    s->seal(sk, nonce, ad, ad_n, plain, n, body + SESSION_HEADER);
    return vh_frame_finish(body, SESSION_HEADER + n + VH_TAG);
}

static void handshake_tag(const vh_suite *s, const uint8_t ka[32], const char *label, const uint8_t *body, size_t n,
                          vh_span extra, uint8_t tag[12])
{
    uint8_t full[32];
    const vh_span parts[2] = {{body, n}, extra};
    s->prf(ka, label, parts, 2, full);
    vh_copy(tag, full, VH_TAG);
}

size_t vh_handshake_build(const vh_suite *s, const uint8_t ka[32], const char *label, uint8_t kind, uint8_t addr,
                          const uint8_t *payload, size_t n, vh_span extra, uint8_t *body)
{
    VH_REQUIRE(n <= VH_LINE_BODY_MAX - VH_OVERHEAD_HANDSHAKE, 0);
    body[0] = kind;
    body[1] = addr;
    vh_copy(body + 2, payload, n);
    handshake_tag(s, ka, label, body, n + 2, extra, body + 2 + n);
    return vh_frame_finish(body, n + 2 + VH_TAG);
}

vh_status vh_order_read(const uint8_t *body, size_t n, vh_order *order)
{
    VH_REQUIRE(n >= VH_OVERHEAD_GROUP, VH_ERR_LENGTH);
    order->epoch = vh_get32(body + 2);
    order->seq = vh_get32(body + 6);
    return VH_OK;
}

vh_status vh_group_open(const vh_suite *s, const uint8_t gk[16], const uint8_t *body, size_t n, vh_span *payload)
{
    VH_REQUIRE(n >= VH_OVERHEAD_GROUP && n <= VH_LINE_BODY_MAX, VH_ERR_LENGTH);
    vh_order order = {vh_get32(body + 2), vh_get32(body + 6)};
    uint8_t nonce[13];
    uint8_t ad[AD_PREFIX + VH_LINE_BODY_MAX];
    uint8_t nothing;
    size_t signed_n = n - CRC - VH_TAG;
    nonce_of(body[0], order, nonce);
    size_t ad_n = ad_of(s, 'G', body, signed_n, ad);
    VH_REQUIRE(s->open(gk, nonce, ad, ad_n, body + signed_n, 0, &nothing), VH_ERR_TAG);
    payload->bytes = body + ORDERED_HEADER;
    payload->n = signed_n - ORDERED_HEADER;
    return VH_OK;
}

vh_status vh_unicast_open(const vh_suite *s, const uint8_t sk[32], const uint8_t *body, size_t n, uint8_t *payload,
                          size_t *payload_n)
{
    *payload_n = 0;
    VH_REQUIRE(n >= VH_OVERHEAD_UNICAST && n <= VH_LINE_BODY_MAX, VH_ERR_LENGTH);
    vh_order order = {vh_get32(body + 2), vh_get32(body + 6)};
    uint8_t nonce[13];
    uint8_t ad[AD_PREFIX + ORDERED_HEADER];
    size_t length = n - VH_OVERHEAD_UNICAST;
    nonce_of(body[0], order, nonce);
    size_t ad_n = ad_of(s, 'U', body, ORDERED_HEADER, ad);
    VH_REQUIRE(s->open(sk, nonce, ad, ad_n, body + ORDERED_HEADER, length, payload), VH_ERR_TAG);
    *payload_n = length;
    return VH_OK;
}

vh_status vh_session_open(const vh_suite *s, const uint8_t sk[32], const vh_binding *binding, const uint8_t *body,
                          size_t n, uint32_t *ctr, uint8_t *plain, size_t *plain_n)
{
    *plain_n = 0;
    VH_REQUIRE(n >= VH_OVERHEAD_SESSION && n <= VH_LINE_BODY_MAX, VH_ERR_LENGTH);
    uint8_t nonce[13];
    uint8_t ad[50];
    size_t length = n - VH_OVERHEAD_SESSION;
    *ctr = vh_get24(body + 2);
    nonce_of(body[0], (vh_order){0, *ctr}, nonce);
    size_t ad_n = session_ad(s, body, binding, ad);
    VH_REQUIRE(s->open(sk, nonce, ad, ad_n, body + SESSION_HEADER, length, plain), VH_ERR_TAG);
    *plain_n = length;
    return VH_OK;
}

vh_status vh_handshake_open(const vh_suite *s, const uint8_t ka[32], const char *label, const uint8_t *body, size_t n,
                            vh_span extra, vh_span *payload)
{
    VH_REQUIRE(n >= VH_OVERHEAD_HANDSHAKE && n <= VH_LINE_BODY_MAX, VH_ERR_LENGTH);
    uint8_t tag[12];
    size_t signed_n = n - CRC - VH_TAG;
    handshake_tag(s, ka, label, body, signed_n, extra, tag);
    VH_REQUIRE(vh_equal(tag, body + signed_n, VH_TAG), VH_ERR_TAG);
    payload->bytes = body + 2;
    payload->n = signed_n - 2;
    return VH_OK;
}
