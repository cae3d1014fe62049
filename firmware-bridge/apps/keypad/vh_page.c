#include "vh_page.h"

#include "vh_bytes.h"
#include "vh_crc16.h"

#define MAGIC 0x50434856u /* "VHCP" */
#define FORMAT 1u

bool vh_page_read(vh_span page, vh_commission *commission, uint32_t *lateness_us)
{
    const uint8_t *p = page.bytes;
    if (page.n < VH_PAGE_SIZE || vh_get32(p) != MAGIC || p[4] != FORMAT
        || vh_get16(p + VH_PAGE_SIZE - 2u) != vh_crc16(p, VH_PAGE_SIZE - 2u) || vh_get16(p + 18) > VH_PAGE_LATENESS_MAX) {
        return false;
    }
    *commission = (vh_commission){.uid = vh_get64(p + 8), .suite = p[5], .gen = vh_get16(p + 16), .model = vh_get16(p + 6)};
    vh_copy(commission->ra, p + 20, 32);
    vh_copy(commission->rb, p + 52, 32);
    vh_copy(commission->gb, p + 84, 32);
    *lateness_us = vh_get16(p + 18) * 1000u;
    return true;
}
