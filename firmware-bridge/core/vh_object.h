/* Objects sent over the line in chunks (protocol 5.1): two ballot papers are held, the current and the next. */
#ifndef VH_OBJECT_H
#define VH_OBJECT_H

#include "vh_kinds.h"
#include "vh_suite.h"

#define VH_CHUNKS_MAX (VH_PAPER_MAX / VH_CHUNK)
#define VH_OBJMISS_SIZE 36u

typedef enum {
    VH_OBJECT_NONE = 0,
    VH_OBJECT_RECEIVING = 1,
    VH_OBJECT_COMPLETE = 2,
    VH_OBJECT_DIGEST_BAD = 3,
    VH_OBJECT_TOO_LARGE = 4
} vh_object_state;

typedef struct {
    uint8_t state;
    uint8_t obj;
    uint16_t chunks;
    uint32_t size;
    uint8_t digest[32];
    uint8_t have[VH_CHUNKS_MAX / 8u]; /* 1 = chunk held */
    uint8_t bytes[VH_PAPER_MAX];
} vh_object;

typedef struct {
    uint8_t newest; /* buffer named by the last OBJ_BEGIN */
    uint8_t foreign_obj;
    uint8_t foreign_state; /* of an object that no buffer may hold: TOO_LARGE, else NONE */
    vh_object held[2];
} vh_objects;

/* Payloads of OBJ_BEGIN, OBJ_CHUNK, OBJ_END. `keep` is the digest of a paper in use, or NULL. */
vh_status vh_objects_begin(vh_objects *o, const uint8_t *payload, size_t n, const uint8_t *keep);
vh_status vh_objects_chunk(vh_objects *o, const uint8_t *payload, size_t n);
/* Index of the buffer that became complete, or -1. */
int vh_objects_end(vh_objects *o, const vh_suite *suite, const uint8_t *payload, size_t n);
/* Plaintext of OBJMISS about the newest object. */
void vh_objects_missing(const vh_objects *o, uint8_t out[VH_OBJMISS_SIZE]);
/* Buffer that holds the complete object of this digest, or -1. */
int vh_objects_find(const vh_objects *o, const uint8_t digest[32]);

#endif
