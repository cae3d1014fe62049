/* The frame classes G, U, S and M (protocol 2.1): nonce, associated data, building and opening. Bodies end with a CRC. */
#ifndef VH_SEAL_H
#define VH_SEAL_H

#include "vh_frame.h"
#include "vh_kinds.h"
#include "vh_suite.h"

/* Place of an authenticated frame in the order of its key. */
typedef struct {
    uint32_t epoch;
    uint32_t seq;
} vh_order;

/* What a session frame is tied to; zero where the frame belongs to no round, or before the latch. */
typedef struct {
    uint8_t ctx[32];
    uint8_t close_nonce[8];
} vh_binding;

/* Builders write at most 240 bytes to `body` and return the length, 0 if it would not fit. */
size_t vh_plain_build(uint8_t kind, uint8_t addr, const uint8_t *payload, size_t n, uint8_t *body);
size_t vh_group_build(const vh_suite *s, const uint8_t gk[16], uint8_t kind, vh_order order, const uint8_t *payload,
                      size_t n, uint8_t *body);
size_t vh_unicast_build(const vh_suite *s, const uint8_t sk[32], uint8_t kind, uint8_t addr, vh_order order,
                        const uint8_t *payload, size_t n, uint8_t *body);
size_t vh_session_build(const vh_suite *s, const uint8_t sk[32], uint8_t kind, uint8_t addr, uint32_t ctr,
                        const vh_binding *binding, const uint8_t *plain, size_t n, uint8_t *body);
size_t vh_handshake_build(const vh_suite *s, const uint8_t ka[32], const char *label, uint8_t kind, uint8_t addr,
                          const uint8_t *payload, size_t n, vh_span extra, uint8_t *body);

/* Epoch and seq stand in the clear; VH_ERR_LENGTH if the body is too short for class G or U. */
vh_status vh_order_read(const uint8_t *body, size_t n, vh_order *order);

/* Openers take a body with good CRC. The payload of G and M stays in place. */
vh_status vh_group_open(const vh_suite *s, const uint8_t gk[16], const uint8_t *body, size_t n, vh_span *payload);
vh_status vh_unicast_open(const vh_suite *s, const uint8_t sk[32], const uint8_t *body, size_t n, uint8_t *payload,
                          size_t *payload_n);
vh_status vh_session_open(const vh_suite *s, const uint8_t sk[32], const vh_binding *binding, const uint8_t *body,
                          size_t n, uint32_t *ctr, uint8_t *plain, size_t *plain_n);
vh_status vh_handshake_open(const vh_suite *s, const uint8_t ka[32], const char *label, const uint8_t *body, size_t n,
                            vh_span extra, vh_span *payload);

#endif
