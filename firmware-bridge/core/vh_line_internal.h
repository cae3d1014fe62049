/* Parts of the line master shared between its files; nobody else includes this. */
#ifndef VH_LINE_INTERNAL_H
#define VH_LINE_INTERNAL_H

#include "vh_bytes.h"
#include "vh_kinds.h"
#include "vh_line_master.h"

enum { VH_CHARACTERS_OF_OVERHEAD = 3 };   /* wire = body + 3 */

static inline void vh_line_due(vh_line_master *m, uint32_t at)
{
    m->due_set = true;
    m->due = at;
}

static inline void vh_count16(uint16_t *counter)
{
    if (*counter < 0xFFFF) (*counter)++;
}

/* Frame a body (without crc), transmit it, return the end of its last character. */
uint32_t vh_line_transmit(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now);
void vh_line_event_report(vh_line_master *m, uint8_t event, uint32_t now);
void vh_line_enter_gap(vh_line_master *m, uint32_t now);
bool vh_line_forward(vh_line_master *m, const uint8_t *body, size_t n, uint8_t rank, int32_t offset, uint32_t now);

/* vh_line_queue.c */
void vh_line_queue_start(vh_line_master *m, uint32_t now);
void vh_line_queue_step(vh_line_master *m, uint32_t now);
void vh_line_queue_frame(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now);
void vh_line_queue_flush(vh_line_master *m, vh_sent_result result, uint32_t now);

/* vh_line_sweep.c */
void vh_line_sweep_start(vh_line_master *m, uint32_t now);
void vh_line_sweep_step(vh_line_master *m, uint32_t now);
void vh_line_sweep_frame(vh_line_master *m, const uint8_t *body, size_t n, uint32_t now);

#endif
