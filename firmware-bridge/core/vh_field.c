#include "vh_field.h"

#include "vh_bytes.h"

static uint64_t reduce(uint64_t v)
{
    v = (v & VH_FIELD_P) + (v >> 61);
    return v >= VH_FIELD_P ? v - VH_FIELD_P : v;
}

uint64_t vh_field_of_bytes(const uint8_t bytes[8])
{
    uint64_t v = vh_get64(bytes) & VH_FIELD_P;
    return v == VH_FIELD_P ? 0 : v;
}

uint64_t vh_field_add(uint64_t a, uint64_t b)
{
    return reduce(a + b);
}

uint64_t vh_field_sub(uint64_t a, uint64_t b)
{
    return a >= b ? a - b : a + VH_FIELD_P - b;
}

/* a = a1*2^32 + a0 with a1 < 2^29, so 2^64 = 8 and 2^61 = 1 modulo p fold the three partial products. */
uint64_t vh_field_mul(uint64_t a, uint64_t b)
{
    uint32_t a0 = (uint32_t)(a & 0xFFFFFFFFu);
    uint32_t a1 = (uint32_t)(a >> 32);
    uint32_t b0 = (uint32_t)(b & 0xFFFFFFFFu);
    uint32_t b1 = (uint32_t)(b >> 32);
    uint64_t low = (uint64_t)a0 * b0;
    uint64_t middle = (uint64_t)a0 * b1 + (uint64_t)a1 * b0; /* < 2^62 */
    uint64_t high = (uint64_t)a1 * b1;                       /* < 2^58 */
    /* middle * 2^32 = (middle >> 29) * 2^61 + (low 29 bits) * 2^32 */
    uint64_t folded = (middle >> 29) + ((middle & 0x1FFFFFFFu) << 32);
    return reduce(reduce(low) + reduce(folded) + reduce(high * 8u));
}
