/* When each actor of the virtual hall wants to act next: an indexed heap, earliest first, ties by actor number, so that
 * the order of events depends on nothing but the hall itself. */
#ifndef VH_SCHEDULE_H
#define VH_SCHEDULE_H

#include <stdbool.h>
#include <stdint.h>

enum { VH_ACTORS_MAX = 1 + 16 + 16 * 250 };

#define VH_NEVER INT64_MAX

typedef struct {
    int64_t at[VH_ACTORS_MAX];
    int32_t heap[VH_ACTORS_MAX];    /* actors, earliest first */
    int32_t place[VH_ACTORS_MAX];   /* of an actor in heap */
    int32_t n;
} vh_schedule;

void vh_schedule_init(vh_schedule *s, int32_t actors);
/* Appends an actor that wants nothing yet. */
void vh_schedule_grow(vh_schedule *s);
void vh_schedule_set(vh_schedule *s, int32_t actor, int64_t at);
static inline int32_t vh_schedule_first(const vh_schedule *s) { return s->heap[0]; }

#endif
