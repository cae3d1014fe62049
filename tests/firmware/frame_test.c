/* CRC, COBS and the receiver against tests/vectors, and the receiver's behaviour on a disturbed line. */
#include "check.h"
#include "vectors.h"
#include "vh_bytes.h"
#include "vh_cobs.h"
#include "vh_crc16.h"
#include "vh_frame.h"
#include "vh_kinds.h"

static vector_reader vectors;

static void crc(void)
{
    int records = 0;
    CHECK(vh_crc16((const uint8_t *)"123456789", 9) == 0x29B1);
    vector_open(&vectors, "crc16.txt");
    while (vector_next(&vectors)) {
        uint8_t message[256], expected[2];
        size_t n = vector_bytes(&vectors, "Msg", message, sizeof message);
        vector_bytes(&vectors, "CRC", expected, 2);
        CHECK_FOR(vector_text(&vectors, "Count"), vh_crc16(message, n) == vh_get16(expected));
        records++;
    }
    CHECK(records == 26);
}

static vh_status error_named(const char *name)
{
    return strcmp(name, "EMPTY") == 0  ? VH_ERR_EMPTY
           : strcmp(name, "ZERO") == 0 ? VH_ERR_COBS_ZERO
           : strcmp(name, "END") == 0  ? VH_ERR_COBS_END
                                       : VH_ERR_OVERSIZE;
}

static void cobs(void)
{
    int records = 0;
    vector_open(&vectors, "cobs.txt");
    while (vector_next(&vectors)) {
        uint8_t coded[300], plain[300], out[300];
        size_t written;
        const char *count = vector_text(&vectors, "Count");
        const char *error = vector_text(&vectors, "Error");
        size_t coded_n = vector_bytes(&vectors, "Coded", coded, sizeof coded);
        if (error != NULL) {
            CHECK_FOR(count, vh_cobs_decode(coded, coded_n, out, 256, &written) == error_named(error) && written == 0);
        } else {
            size_t n = vector_bytes(&vectors, "Plain", plain, sizeof plain);
            CHECK_FOR(count, vh_cobs_encode(plain, n, out, coded_n, &written) == VH_OK);
            CHECK_FOR(count, written == coded_n && memcmp(out, coded, coded_n) == 0);
            CHECK_FOR(count, vh_cobs_encode(plain, n, out, coded_n - 1, &written) == VH_ERR_OVERSIZE);
            CHECK_FOR(count, vh_cobs_decode(coded, coded_n, coded, 256, &written) == VH_OK);
            CHECK_FOR(count, written == n && memcmp(coded, plain, n) == 0);
        }
        records++;
    }
    CHECK(records == 33);
}

static vh_frame_event feed(vh_frame_receiver *r, const uint8_t *bytes, size_t n)
{
    vh_frame_event last = VH_FRAME_NONE;
    for (size_t i = 0; i < n; i++) {
        last = vh_frame_push(r, bytes[i]);
    }
    return last;
}

static void receiver(void)
{
    vh_frame_receiver r;
    uint8_t body[VH_LINK_BODY_MAX + 4], wire[VH_LINK_WIRE_MAX + 4], noise[400];
    vh_frame_line_receiver(&r, true);
    memset(body, 0x55, sizeof body);
    body[0] = VH_OPEN;
    size_t n = vh_frame_finish(body, 238);
    size_t wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    CHECK(wire_n == n + 3);
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_BODY && r.length == n && memcmp(r.buffer, body, n) == 0);
    wire[20] ^= 4;
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_ERROR && r.counters.crc_bad == 1);
    wire[20] ^= 4;
    CHECK(feed(&r, wire + 1, wire_n - 1) == VH_FRAME_BODY); /* the zero before stood at the end of the last frame */
    /* Other keypads' answers are dropped unread: no counter moves. */
    body[0] = VH_VOTE;
    n = vh_frame_finish(body, 21);
    wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_NONE && r.counters.good == 2 && r.used == 0);
    /* Babble without a delimiter is counted once; the next frame is read. */
    memset(noise, 0x11, sizeof noise);
    CHECK(feed(&r, noise, sizeof noise) == VH_FRAME_NONE && r.counters.oversize == 1);
    body[0] = VH_CLOSE;
    n = vh_frame_finish(body, 34);
    wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_BODY && r.counters.good == 3);
    CHECK(feed(&r, (const uint8_t *)"\0\0\0\0", 4) == VH_FRAME_NONE);
    CHECK(feed(&r, (const uint8_t *)"\2\1\0", 3) == VH_FRAME_ERROR && r.counters.too_short == 1);
    CHECK(feed(&r, (const uint8_t *)"\11\1\0", 3) == VH_FRAME_ERROR && r.counters.cobs_bad == 1);
    /* 241 bytes are too long for a line and good on the link. */
    n = vh_frame_finish(body, 239);
    wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_ERROR && r.counters.oversize == 2);
    vh_frame_link_receiver(&r);
    CHECK(feed(&r, wire, wire_n) == VH_FRAME_BODY);
    n = vh_frame_finish(body, 251);
    wire_n = vh_frame_wrap(body, n, wire, sizeof wire);
    CHECK(wire_n == VH_LINK_WIRE_MAX && feed(&r, wire, wire_n) == VH_FRAME_BODY);
}

int main(void)
{
    crc();
    cobs();
    receiver();
    return checks_end();
}
