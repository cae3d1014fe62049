/* What both boards with the STM32G0B1 have in common: clocks, microseconds, sleep, watchdog, vectors. */
#include "stm32g0b1.h"
#include "vh_board.h"

#define WATCHDOG_RELOAD 1000u /* 32 kHz over 64: two seconds */
#define WAIT_US_MAX 500000u
#define PIN_MODE_MASK 3u

static volatile bool woken;

void vh_stm32_woken(void)
{
    woken = true;
}

void vh_stm32_pin(uint32_t port, uint32_t pin, uint32_t mode, uint32_t function)
{
    uint32_t shift = 4u * (pin % 8u);
    GPIO_AFR(port, pin) = (GPIO_AFR(port, pin) & ~(0xFu << shift)) | (function << shift);
    GPIO_MODER(port) = (GPIO_MODER(port) & ~(PIN_MODE_MASK << (2u * pin))) | (mode << (2u * pin));
}

/* 16 MHz crystal / 2 x 16 / 2 = 64 MHz (5.2.3; two wait states, 3.3.4). Slots are kept by this crystal. */
static void clock_start(void)
{
    RCC_CR |= RCC_CR_HSEON;
    while ((RCC_CR & RCC_CR_HSERDY) == 0) {
    }
    FLASH_ACR = (FLASH_ACR & ~7u) | 2u;
    RCC_PLLCFGR = 3u | (1u << 4) | (16u << 8) | (1u << 28) | (1u << 29); /* source HSE, M 2, N 16, R 2 on */
    RCC_CR |= RCC_CR_PLLON;
    while ((RCC_CR & RCC_CR_PLLRDY) == 0) {
    }
    RCC_CFGR = 2u;
    while ((RCC_CFGR & (7u << 3)) != (2u << 3)) {
    }
}

static void watchdog_start(void)
{
    IWDG_KR = 0xCCCCu;
    IWDG_KR = 0x5555u;
    IWDG_PR = 4u;
    IWDG_RLR = WATCHDOG_RELOAD;
    while (IWDG_SR != 0) {
    }
    IWDG_KR = 0xAAAAu;
}

void vh_board_start(void)
{
    clock_start();
    RCC_IOPENR = 0x3Fu;
    RCC_APBENR1 |= 1u | (7u << 7) | (1u << 14) | (7u << 17); /* TIM2, LPUART2, USART5, 6, SPI2, USART2, 3, 4 */
    RCC_APBENR2 |= 1u << 14;                                 /* USART1 */
    TIM2_PSC = MEGAHERTZ - 1u;
    TIM2_ARR = 0xFFFFFFFFu;
    TIM2_EGR = 1u;
    TIM2_SR = 0;
    TIM2_DIER = 2u;
    TIM2_CR1 = 1u;
    vh_irq_enable(IRQ_TIM2);
    watchdog_start();
    vh_stm32_ports_start();
    vh_stm32_program_start();
}

uint32_t vh_board_now(void)
{
    return TIM2_CNT;
}

/* A due time that passes while it is being written is seen by the second look at the counter. */
void vh_board_wait(bool armed, uint32_t due)
{
    uint32_t now = TIM2_CNT;
    uint32_t left = armed ? due - now : WAIT_US_MAX;
    if (armed && left - 1u >= 0x7FFFFFFFu) {
        return;
    }
    uint32_t at = now + (left > WAIT_US_MAX ? WAIT_US_MAX : left);
    TIM2_CCR1 = at;
    TIM2_SR = ~2u;
    uint32_t mask = vh_irq_off();
    if (!woken && (int32_t)(at - TIM2_CNT) > 1) {
        vh_sleep();
    }
    woken = false;
    vh_irq_restore(mask);
}

void vh_board_alive(void)
{
    IWDG_KR = 0xAAAAu;
}

static void alarm_handler(void)
{
    TIM2_SR = ~2u;
    woken = true;
}

__attribute__((section(".vectors"), used)) static const vh_vector vectors[16 + 32] = {
    [0] = (vh_vector)vh_stack_top,
    [1] = vh_reset_handler,
    [2] = vh_stm32_nmi_handler,
    [3] = vh_fault_handler,
    [11] = vh_fault_handler,
    [14] = vh_fault_handler,
    [15] = vh_fault_handler,
    [16 + IRQ_TIM2] = alarm_handler,
    [16 + IRQ_USART1] = vh_stm32_usart_handler,
    [16 + IRQ_USART2_LPUART2] = vh_stm32_usart_handler,
    [16 + IRQ_USART3456_LPUART1] = vh_stm32_usart_handler,
};
