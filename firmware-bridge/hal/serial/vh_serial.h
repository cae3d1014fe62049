/* Bytes between the interrupt of a serial port and the main loop (串口缓冲): one side writes, the other reads, no lock. */
#ifndef VH_SERIAL_H
#define VH_SERIAL_H

#include "vh_types.h"

#define VH_HEARD_MAX 256u /* a power of two; more than the longest frame */
/* Bytes on the way out: a line holds one frame, an uplink some answers. */
#ifndef VH_SAID_MAX
#define VH_SAID_MAX 256u /* a power of two; more than the longest frame */
#endif

typedef struct {
    volatile uint16_t heard_put;
    volatile uint16_t heard_take;
    volatile uint16_t said_put;
    volatile uint16_t said_take;
    uint8_t heard[VH_HEARD_MAX];
    uint32_t heard_at[VH_HEARD_MAX];
    uint8_t said[VH_SAID_MAX];
} vh_serial;

static inline bool vh_serial_full(const vh_serial *s)
{
    return (uint16_t)(s->heard_put - s->heard_take) >= VH_HEARD_MAX;
}

/* Interrupt: a byte arrived; the caller has looked for room. */
static inline void vh_serial_hear(vh_serial *s, uint8_t byte, uint32_t at)
{
    uint16_t put = s->heard_put;
    s->heard[put % VH_HEARD_MAX] = byte;
    s->heard_at[put % VH_HEARD_MAX] = at;
    s->heard_put = (uint16_t)(put + 1u);
}

/* Main loop: next byte received. */
static inline bool vh_serial_take(vh_serial *s, uint8_t *byte, uint32_t *at)
{
    uint16_t take = s->heard_take;
    if (take == s->heard_put) {
        return false;
    }
    *byte = s->heard[take % VH_HEARD_MAX];
    *at = s->heard_at[take % VH_HEARD_MAX];
    s->heard_take = (uint16_t)(take + 1u);
    return true;
}

/* Main loop: all bytes or none are taken for sending. */
static inline bool vh_serial_say(vh_serial *s, const uint8_t *bytes, size_t n)
{
    uint16_t put = s->said_put;
    if (n > VH_SAID_MAX - (uint16_t)(put - s->said_take)) {
        return false;
    }
    for (size_t i = 0; i < n; i++) {
        s->said[(uint16_t)(put + i) % VH_SAID_MAX] = bytes[i];
    }
    s->said_put = (uint16_t)(put + n);
    return true;
}

/* Interrupt: next byte to send. */
static inline bool vh_serial_next(vh_serial *s, uint8_t *byte)
{
    uint16_t take = s->said_take;
    if (take == s->said_put) {
        return false;
    }
    *byte = s->said[take % VH_SAID_MAX];
    s->said_take = (uint16_t)(take + 1u);
    return true;
}

#endif
