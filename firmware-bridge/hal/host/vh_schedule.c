#include "vh_schedule.h"

static bool before(const vh_schedule *s, int32_t a, int32_t b)
{
    return s->at[a] < s->at[b] || (s->at[a] == s->at[b] && a < b);
}

static void put(vh_schedule *s, int32_t place, int32_t actor)
{
    s->heap[place] = actor;
    s->place[actor] = place;
}

static void up(vh_schedule *s, int32_t place, int32_t actor)
{
    while (place > 0) {
        const int32_t parent = (place - 1) / 2;
        if (!before(s, actor, s->heap[parent])) break;
        put(s, place, s->heap[parent]);
        place = parent;
    }
    put(s, place, actor);
}

static void down(vh_schedule *s, int32_t place, int32_t actor)
{
    for (;;) {
        int32_t child = 2 * place + 1;
        if (child >= s->n) break;
        if (child + 1 < s->n && before(s, s->heap[child + 1], s->heap[child])) child++;
        if (!before(s, s->heap[child], actor)) break;
        put(s, place, s->heap[child]);
        place = child;
    }
    put(s, place, actor);
}

void vh_schedule_grow(vh_schedule *s)
{
    const int32_t actor = s->n++;
    s->at[actor] = VH_NEVER;
    up(s, actor, actor);
}

void vh_schedule_init(vh_schedule *s, int32_t actors)
{
    s->n = 0;
    while (s->n < actors) vh_schedule_grow(s);
}

void vh_schedule_set(vh_schedule *s, int32_t actor, int64_t at)
{
    const int64_t old = s->at[actor];
    if (old == at) return;
    s->at[actor] = at;
    if (at < old) up(s, s->place[actor], actor);
    else down(s, s->place[actor], actor);
}
