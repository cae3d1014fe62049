#include "vh_cobs.h"

vh_status vh_cobs_encode(const uint8_t *from, size_t n, uint8_t *to, size_t capacity, size_t *written)
{
    *written = 0;
    VH_REQUIRE(capacity >= 1, VH_ERR_OVERSIZE);
    size_t code_at = 0;
    size_t out = 1;
    uint8_t code = 1;
    for (size_t i = 0; i < n; i++) {
        /* A full block is closed only when more follows, so that 254 non-zero bytes cost one byte, not two. */
        if (code == 0xFF) {
            VH_REQUIRE(out < capacity, VH_ERR_OVERSIZE);
            to[code_at] = code;
            code_at = out;
            out++;
            code = 1;
        }
        VH_REQUIRE(out < capacity, VH_ERR_OVERSIZE);
        if (from[i] == 0) {
            to[code_at] = code;
            code_at = out;
            code = 1;
        } else {
            to[out] = from[i];
            code = (uint8_t)(code + 1);
        }
        out++;
    }
    to[code_at] = code;
    *written = out;
    return VH_OK;
}

vh_status vh_cobs_decode(const uint8_t *from, size_t n, uint8_t *to, size_t capacity, size_t *written)
{
    *written = 0;
    VH_REQUIRE(n > 0, VH_ERR_EMPTY);
    size_t in = 0;
    size_t out = 0;
    while (in < n) {
        uint8_t code = from[in];
        VH_REQUIRE(code != 0, VH_ERR_COBS_ZERO);
        in++;
        size_t run = (size_t)code - 1u;
        VH_REQUIRE(run <= n - in, VH_ERR_COBS_END);
        VH_REQUIRE(run <= capacity - out, VH_ERR_OVERSIZE);
        for (size_t i = 0; i < run; i++) {
            uint8_t byte = from[in + i];
            VH_REQUIRE(byte != 0, VH_ERR_COBS_ZERO);
            to[out + i] = byte;
        }
        in += run;
        out += run;
        if (code != 0xFF && in < n) {
            VH_REQUIRE(out < capacity, VH_ERR_OVERSIZE);
            to[out] = 0;
            out++;
        }
    }
    *written = out;
    return VH_OK;
}
