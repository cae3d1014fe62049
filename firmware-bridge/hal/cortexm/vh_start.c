/* From reset to main: copies .data, clears .bss. The vector tables are the boards'. */
#include "vh_cortexm.h"

extern uint32_t vh_data_load[], vh_data_start[], vh_data_end[], vh_bss_start[], vh_bss_end[];

void vh_reset_handler(void)
{
    uint32_t *from = vh_data_load;
    for (uint32_t *to = vh_data_start; to < vh_data_end; to++) {
        *to = *from;
        from++;
    }
    for (uint32_t *to = vh_bss_start; to < vh_bss_end; to++) {
        *to = 0;
    }
    (void)main();
    vh_stop("main returned");
}

/* Nothing to be saved: the durable cells are whole at every moment, the watchdog restarts the machine. */
_Noreturn void vh_stop(const char *what)
{
    (void)what;
    (void)vh_irq_off();
    for (;;) {
    }
}

void vh_fault_handler(void)
{
    vh_stop("fault");
}
