#include "vh_retained.h"

#include "vh_bytes.h"

/* What is erased holds no secret any more; its mark is gone with the first byte. */
bool vh_retained_erase(void *ctx, uint32_t at, uint32_t n)
{
    vh_wipe((uint8_t *)ctx + at, n);
    return true;
}

bool vh_retained_program(void *ctx, uint32_t at, const uint8_t *bytes, uint32_t n)
{
    vh_copy((uint8_t *)ctx + at, bytes, n);
    return true;
}
