/* Microseconds from the 24-bit SysTick counter, for boards whose other timers cannot be read. */
#ifndef VH_SYSTICK_H
#define VH_SYSTICK_H

#include "vh_types.h"

void vh_systick_start(uint32_t megahertz);
uint32_t vh_systick_now(void);
void vh_systick_handler(void);

#endif
