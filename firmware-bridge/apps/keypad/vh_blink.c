#include "vh_blink.h"

/* Half periods in ms; 0 = it does not change. Nothing on the keypad changes faster than 3 Hz. */
static uint32_t half_us(uint8_t pattern)
{
    static const uint16_t half_ms[] = {
        [VH_LAMP_OFF] = 0, [VH_LAMP_SLOW] = 700, [VH_LAMP_FAST] = 170, [VH_LAMP_STEADY] = 0,
        [VH_LAMP_OFFLINE] = 2000, [VH_LAMP_FIND] = 250, [VH_LAMP_ALL_ON] = 0, [VH_LAMP_CHASE] = 500,
    };
    return pattern < sizeof half_ms / sizeof half_ms[0] ? half_ms[pattern] * 1000u : 0;
}

bool vh_blink_lit(uint8_t pattern, uint32_t since, uint32_t now)
{
    uint32_t half = half_us(pattern);
    if (half == 0) {
        return pattern == VH_LAMP_STEADY || pattern == VH_LAMP_ALL_ON;
    }
    return (now - since) / half % 2u == 0;
}

bool vh_blink_next(uint8_t pattern, uint32_t since, uint32_t now, uint32_t *due)
{
    uint32_t half = half_us(pattern);
    if (half == 0) {
        return false;
    }
    *due = now + half - (now - since) % half;
    return true;
}
