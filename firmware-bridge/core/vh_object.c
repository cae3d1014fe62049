#include "vh_object.h"

#include "vh_bytes.h"

#define BEGIN_SIZE 38u
#define CHUNK_SIZE (3u + VH_CHUNK)
#define NO_BUFFER 0xFFu

static bool has_chunk(const vh_object *o, uint16_t index)
{
    return (((unsigned)o->have[index / 8u] >> (index % 8u)) & 1u) != 0;
}

static bool in_use(const vh_object *o, const uint8_t *keep)
{
    return keep != NULL && o->state == VH_OBJECT_COMPLETE && vh_equal(o->digest, keep, 32);
}

/* The buffer of the same object, else a free one, else the one that is not needed; the running paper stays. */
static uint8_t choose_buffer(const vh_objects *o, const uint8_t digest[32], const uint8_t *keep)
{
    for (uint8_t i = 0; i < 2; i++) {
        if (o->held[i].state != VH_OBJECT_NONE && vh_equal(o->held[i].digest, digest, 32)) {
            return i;
        }
    }
    for (uint8_t i = 0; i < 2; i++) {
        if (o->held[i].state == VH_OBJECT_NONE) {
            return i;
        }
    }
    uint8_t older = o->newest == 0 ? 1 : 0;
    return in_use(&o->held[older], keep) ? (uint8_t)(1u - older) : older;
}

vh_status vh_objects_begin(vh_objects *o, const uint8_t *payload, size_t n, const uint8_t *keep)
{
    VH_REQUIRE(n == BEGIN_SIZE, VH_ERR_LENGTH);
    uint32_t size = vh_get32(payload + 2);
    const uint8_t *digest = payload + 6;
    o->foreign_obj = payload[0];
    o->foreign_state = VH_OBJECT_NONE;
    if (payload[1] != VH_OBJECT_PAPER || size == 0 || size > VH_PAPER_MAX) {
        o->newest = NO_BUFFER;
        o->foreign_state = payload[1] == VH_OBJECT_PAPER && size > 0 ? VH_OBJECT_TOO_LARGE : VH_OBJECT_NONE;
        return VH_ERR_VALUE;
    }
    uint8_t index = choose_buffer(o, digest, keep);
    vh_object *object = &o->held[index];
    bool known = object->state != VH_OBJECT_NONE && vh_equal(object->digest, digest, 32) && object->size == size;
    o->newest = index;
    object->obj = payload[0];
    if (known) {
        return VH_OK; /* sent again for others: what is held stays */
    }
    object->state = VH_OBJECT_RECEIVING;
    object->size = size;
    object->chunks = (uint16_t)((size + VH_CHUNK - 1u) / VH_CHUNK);
    vh_copy(object->digest, digest, 32);
    vh_zero(object->have, sizeof object->have);
    return VH_OK;
}

static vh_object *receiving(vh_objects *o, uint8_t obj)
{
    for (uint8_t i = 0; i < 2; i++) {
        bool open = o->held[i].state == VH_OBJECT_RECEIVING || o->held[i].state == VH_OBJECT_DIGEST_BAD;
        if (open && o->held[i].obj == obj) {
            return &o->held[i];
        }
    }
    return NULL;
}

vh_status vh_objects_chunk(vh_objects *o, const uint8_t *payload, size_t n)
{
    VH_REQUIRE(n == CHUNK_SIZE, VH_ERR_LENGTH);
    vh_object *object = receiving(o, payload[0]);
    VH_REQUIRE(object != NULL, VH_ERR_VALUE);
    uint16_t index = vh_get16(payload + 1);
    VH_REQUIRE(index < object->chunks, VH_ERR_VALUE);
    uint32_t at = VH_CHUNK * (uint32_t)index;
    uint32_t length = object->size - at < VH_CHUNK ? object->size - at : VH_CHUNK;
    VH_REQUIRE(vh_all_zero(payload + 3 + length, VH_CHUNK - length), VH_ERR_VALUE);
    vh_copy(object->bytes + at, payload + 3, length);
    object->have[index / 8u] = (uint8_t)(object->have[index / 8u] | (1u << (index % 8u)));
    object->state = VH_OBJECT_RECEIVING;
    return VH_OK;
}

int vh_objects_end(vh_objects *o, const vh_suite *suite, const uint8_t *payload, size_t n)
{
    if (n != 1) {
        return -1;
    }
    vh_object *object = receiving(o, payload[0]);
    if (object == NULL) {
        return -1;
    }
    for (uint16_t i = 0; i < object->chunks; i++) {
        if (!has_chunk(object, i)) {
            return -1;
        }
    }
    uint8_t digest[32];
    const vh_span whole = {object->bytes, object->size};
    suite->hash(&whole, 1, digest);
    if (!vh_equal(digest, object->digest, 32)) {
        object->state = VH_OBJECT_DIGEST_BAD;
        vh_zero(object->have, sizeof object->have);
        return -1;
    }
    object->state = VH_OBJECT_COMPLETE;
    return object == &o->held[0] ? 0 : 1;
}

void vh_objects_missing(const vh_objects *o, uint8_t out[VH_OBJMISS_SIZE])
{
    vh_zero(out, VH_OBJMISS_SIZE);
    out[0] = o->foreign_obj;
    out[1] = o->foreign_state;
    if (o->newest >= 2) {
        return;
    }
    const vh_object *object = &o->held[o->newest];
    out[0] = object->obj;
    out[1] = object->state;
    bool incomplete = object->state == VH_OBJECT_RECEIVING || object->state == VH_OBJECT_DIGEST_BAD;
    if (!incomplete) {
        return;
    }
    uint16_t first = 0;
    while (first < object->chunks && has_chunk(object, first)) {
        first++;
    }
    vh_put16(out + 2, first);
    for (uint16_t i = first; i < object->chunks; i++) {
        uint16_t bit = (uint16_t)(i - first);
        if (!has_chunk(object, i)) {
            out[4 + bit / 8u] = (uint8_t)(out[4 + bit / 8u] | (1u << (bit % 8u)));
        }
    }
}

int vh_objects_find(const vh_objects *o, const uint8_t digest[32])
{
    for (int i = 0; i < 2; i++) {
        if (o->held[i].state == VH_OBJECT_COMPLETE && vh_equal(o->held[i].digest, digest, 32)) {
            return i;
        }
    }
    return -1;
}
