#include "vh_rate.h"

#include "vh_bytes.h"

#define DWELL_US 600000u
#define LOST_US 30000000u

static const uint32_t rates[] = {250000u, 115200u, 500000u, 1000000u};

void vh_rate_start(vh_rate *r, uint32_t now)
{
    *r = (vh_rate){.since = now};
}

uint32_t vh_rate_step(vh_rate *r, uint32_t good, bool free, uint32_t now)
{
    if (good != r->good || !free) {
        r->good = good;
        r->found = r->found || good > 0;
        r->since = now;
        return 0;
    }
    if (!vh_time_reached(now, r->since + (r->found ? LOST_US : DWELL_US))) {
        return 0;
    }
    r->found = false;
    r->since = now;
    r->index = (uint8_t)((r->index + 1u) % (sizeof rates / sizeof rates[0]));
    return rates[r->index];
}

bool vh_rate_next(const vh_rate *r, bool free, uint32_t *due)
{
    *due = r->since + (r->found ? LOST_US : DWELL_US);
    return free;
}
