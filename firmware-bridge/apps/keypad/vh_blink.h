/* Lamp patterns (指示灯) in time. */
#ifndef VH_BLINK_H
#define VH_BLINK_H

#include "vh_keypad.h"

/* Is the lamp lit at this moment of the pattern? */
bool vh_blink_lit(uint8_t pattern, uint32_t since, uint32_t now);
/* When it changes next; false: never. */
bool vh_blink_next(uint8_t pattern, uint32_t since, uint32_t now, uint32_t *due);

#endif
