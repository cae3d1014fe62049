/* Counting checks for the small test programs of this folder; the last line printed is "N passed, N failed". */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks_passed;
static int checks_failed;

#define CHECK(condition)                                                    \
    do {                                                                    \
        if (condition) {                                                    \
            checks_passed++;                                                \
        } else {                                                            \
            checks_failed++;                                                \
            printf("%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);  \
        }                                                                   \
    } while (0)

/* For loops over vectors: names the record that fails. */
#define CHECK_FOR(what, condition)                                                      \
    do {                                                                                \
        if (condition) {                                                                \
            checks_passed++;                                                            \
        } else {                                                                        \
            checks_failed++;                                                            \
            printf("%s:%d: %s: not so: %s\n", __FILE__, __LINE__, (what), #condition);  \
        }                                                                               \
    } while (0)

static inline int checks_end(void)
{
    printf("%d passed, %d failed\n", checks_passed, checks_failed);
    return checks_failed == 0 ? 0 : 1;
}

#endif
