/* CRC-16 of the line and of the bridge link (protocol 2): poly 1021, init FFFF, not reflected, no final xor. */
#ifndef VH_CRC16_H
#define VH_CRC16_H

#include "vh_types.h"

uint16_t vh_crc16(const uint8_t *bytes, size_t n);

#endif
