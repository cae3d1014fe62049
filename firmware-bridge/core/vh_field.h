/* Integers modulo p = 2^61 - 1 (protocol 8.1). Products use 32-bit halves: the keypad has no 64 x 64 multiplier. */
#ifndef VH_FIELD_H
#define VH_FIELD_H

#include "vh_types.h"

#define VH_FIELD_P 0x1FFFFFFFFFFFFFFFu

/* 8 bytes, low 61 bits; the value p becomes 0. */
uint64_t vh_field_of_bytes(const uint8_t bytes[8]);
uint64_t vh_field_add(uint64_t a, uint64_t b);
uint64_t vh_field_sub(uint64_t a, uint64_t b);
uint64_t vh_field_mul(uint64_t a, uint64_t b);

#endif
