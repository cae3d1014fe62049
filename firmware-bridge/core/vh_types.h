/* Status codes and the two guard words of the firmware core. */
#ifndef VH_TYPES_H
#define VH_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
    VH_OK = 0,
    VH_ERR_EMPTY = 1,     /* nothing between two delimiters: ignored */
    VH_ERR_SHORT = 2,     /* body below 4 bytes, or input ends early */
    VH_ERR_OVERSIZE = 3,  /* body or buffer limit exceeded */
    VH_ERR_COBS_ZERO = 4, /* a zero byte inside encoded input */
    VH_ERR_COBS_END = 5,  /* a code byte points behind the end */
    VH_ERR_CRC = 6,
    VH_ERR_TAG = 7,
    VH_ERR_LENGTH = 8,    /* known kind, wrong length */
    VH_ERR_KIND = 9,      /* unknown kind */
    VH_ERR_VALUE = 10,    /* a field breaks its rule */
    VH_ERR_SUITE = 11     /* suite not compiled in */
} vh_status;

/* A run of bytes owned by somebody else. */
typedef struct {
    const uint8_t *bytes;
    size_t n;
} vh_span;

/* Stops the machine; on a device the watchdog restarts it. Supplied by the HAL. */
_Noreturn void vh_stop(const char *what);

/* Expected no: the caller gets the code. */
#define VH_REQUIRE(condition, code) \
    do {                            \
        if (!(condition)) {         \
            return (code);          \
        }                           \
    } while (0)

/* Bug: never false in a correct program. */
#define VH_ASSERT(condition)     \
    do {                         \
        if (!(condition)) {      \
            vh_stop(#condition); \
        }                        \
    } while (0)

#endif
