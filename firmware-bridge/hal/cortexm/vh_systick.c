#include "vh_systick.h"

#include "vh_cortexm.h"

#define WRAP 0x1000000u

static volatile uint32_t wraps;
static uint32_t cycles_per_us;

/* 2^24 cycles are 335 ms at 50 MHz: the counter interrupts three times a second and nothing else ticks. */
void vh_systick_start(uint32_t megahertz)
{
    cycles_per_us = megahertz;
    SYST_RVR = WRAP - 1u;
    SYST_CVR = 0;
    SYST_CSR = 7u;
}

void vh_systick_handler(void)
{
    wraps++;
}

uint32_t vh_systick_now(void)
{
    uint32_t mask = vh_irq_off();
    uint32_t left = SYST_CVR;
    uint32_t passed = wraps;
    if ((SCB_ICSR & ICSR_PENDSTSET) != 0) {
        left = SYST_CVR; /* it wrapped before the handler could run: read behind the wrap */
        passed++;
    }
    vh_irq_restore(mask);
    uint64_t cycles = (uint64_t)passed * WRAP + (WRAP - 1u - left);
    return (uint32_t)(cycles / cycles_per_us);
}
