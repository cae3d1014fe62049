#include "vh_types.h"

#include <stdio.h>
#include <stdlib.h>

_Noreturn void vh_stop(const char *what)
{
    fprintf(stderr, "firmware core stopped: %s\n", what);
    abort();
}
