/* The configuration page (装定页) of a keypad: what the commissioning port writes once (protocol 3), little-endian.
   0:4 "VHCP" | 4:1 format 1 | 5:1 suite | 6:2 model | 8:8 uid | 16:2 gen | 18:2 lateness in ms | 20:32 RA | 52:32 RB |
   84:32 GB | 116:2 crc over everything before. Lateness is 0 except on an emulated board. */
#ifndef VH_PAGE_H
#define VH_PAGE_H

#include "vh_keypad_hal.h"

#define VH_PAGE_SIZE 118u
#define VH_PAGE_LATENESS_MAX 1000u

/* False: not commissioned, or damaged. */
bool vh_page_read(vh_span page, vh_commission *commission, uint32_t *lateness_us);

#endif
