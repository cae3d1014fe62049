/* COBS: removes zero bytes so that 00 can delimit frames (protocol 2). Total: any input gives bytes or a code. */
#ifndef VH_COBS_H
#define VH_COBS_H

#include "vh_types.h"

/* Writes the encoding of `from` and its length. VH_ERR_OVERSIZE if it does not fit in `capacity`. */
vh_status vh_cobs_encode(const uint8_t *from, size_t n, uint8_t *to, size_t capacity, size_t *written);

/* Decodes; `to` may be `from` (the output never overtakes the input).
   VH_ERR_EMPTY for no input, VH_ERR_COBS_ZERO, VH_ERR_COBS_END, VH_ERR_OVERSIZE. */
vh_status vh_cobs_decode(const uint8_t *from, size_t n, uint8_t *to, size_t capacity, size_t *written);

#endif
