/* Registers every Cortex-M has (ARMv6-M and ARMv7-M Architecture Reference Manuals, System Control Space). */
#ifndef VH_CORTEXM_H
#define VH_CORTEXM_H

#include "vh_types.h"

#define VH_REG(address) (*(volatile uint32_t *)(uintptr_t)(address))

#define SYST_CSR VH_REG(0xE000E010u) /* bit 0 enable, 1 interrupt, 2 core clock */
#define SYST_RVR VH_REG(0xE000E014u)
#define SYST_CVR VH_REG(0xE000E018u)
#define NVIC_ISER(n) VH_REG(0xE000E100u + 4u * (n))
#define SCB_ICSR VH_REG(0xE000ED04u)
#define SCB_AIRCR VH_REG(0xE000ED0Cu)
#define ICSR_PENDSTSET (1u << 26)

static inline void vh_irq_enable(uint32_t irq)
{
    NVIC_ISER(irq / 32u) = 1u << (irq % 32u);
}

/* Interrupts off; returns what vh_irq_restore wants back. */
static inline uint32_t vh_irq_off(void)
{
    uint32_t mask;
    __asm volatile("mrs %0, primask\n cpsid i" : "=r"(mask)::"memory");
    return mask;
}

static inline void vh_irq_restore(uint32_t mask)
{
    __asm volatile("msr primask, %0" ::"r"(mask) : "memory");
}

static inline void vh_irq_on(void)
{
    __asm volatile("cpsie i" ::: "memory");
}

/* Wakes on a pending interrupt even while interrupts are off: no wake-up is lost between the check and the sleep. */
static inline void vh_sleep(void)
{
    __asm volatile("dsb\n wfi" ::: "memory");
}

typedef void (*vh_vector)(void);

/* Supplied by the program and by the board. */
int main(void);
void vh_reset_handler(void);
void vh_fault_handler(void);

/* Top of stack, from the linker script. */
extern uint32_t vh_stack_top[];

#endif
