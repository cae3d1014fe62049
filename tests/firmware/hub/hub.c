/* Bus hub (总线): joins the line socket of an emulated bridge and the sockets of emulated keypads to one multi-drop line.
     hub [--all] BRIDGE-SOCKET KEYPAD-SOCKET...
   Frames pass whole: emulated stations have no common clock, so two that talk at once are put one behind the other instead
   of being mixed. With --all everybody hears everybody, as on the cable; without it keypads hear the bridge alone, which
   is all they act on: every byte to every emulator costs more than everything else. Ends when the bridge closes. */
#define _GNU_SOURCE
#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { STATIONS_MAX = 251, FRAME_MAX = 512, ATTEMPTS = 200, ATTEMPT_MS = 50 };

typedef struct {
    int fd;
    size_t n; /* bytes since the end of the last frame */
    uint8_t frame[FRAME_MAX];
} station;

static station stations[STATIONS_MAX];
static struct pollfd waits[STATIONS_MAX];
static bool all;

/* The emulator makes its sockets a moment after it is started. */
static int join(const char *path)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path) {
        return -1;
    }
    memcpy(address.sun_path, path, strlen(path) + 1);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd >= 0 && connect(fd, (const struct sockaddr *)&address, sizeof address) == 0) {
            return fd;
        }
        if (fd >= 0) {
            close(fd);
        }
        (void)poll(NULL, 0, ATTEMPT_MS);
    }
    return -1;
}

static void say(station *to, const uint8_t *bytes, size_t n)
{
    while (n > 0 && to->fd >= 0) {
        ssize_t done = send(to->fd, bytes, n, MSG_NOSIGNAL);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done <= 0) {
            close(to->fd);
            to->fd = -1; /* unplugged */
            return;
        }
        bytes += done;
        n -= (size_t)done;
    }
}

static void hear(int from, int count, const uint8_t *bytes, size_t n)
{
    station *s = &stations[from];
    for (size_t i = 0; i < n; i++) {
        if (s->n == FRAME_MAX) {
            s->n = 0; /* no frame is that long: noise */
        }
        s->frame[s->n++] = bytes[i];
        bool whole = bytes[i] == 0 && s->n > 1;
        if (!whole) {
            continue;
        }
        for (int to = 0; to < count; to++) {
            if (to != from && (all || from == 0 || to == 0)) {
                say(&stations[to], s->frame, s->n);
            }
        }
        s->n = 0;
    }
}

int main(int argc, char **argv)
{
    all = argc > 1 && strcmp(argv[1], "--all") == 0;
    char **paths = argv + (all ? 2 : 1);
    int count = argc - (all ? 2 : 1);
    if (count < 2 || count > STATIONS_MAX) {
        fprintf(stderr, "usage: hub [--all] BRIDGE-SOCKET KEYPAD-SOCKET...\n");
        return 2;
    }
    for (int i = 0; i < count; i++) {
        stations[i].fd = join(paths[i]);
        if (stations[i].fd < 0) {
            fprintf(stderr, "hub: nobody answers at %s\n", paths[i]);
            return 1;
        }
    }
    while (stations[0].fd >= 0) {
        uint8_t bytes[4096];
        for (int i = 0; i < count; i++) {
            waits[i] = (struct pollfd){.fd = stations[i].fd, .events = POLLIN};
        }
        if (poll(waits, (nfds_t)count, -1) < 0 && errno != EINTR) {
            return 1;
        }
        for (int i = 0; i < count; i++) {
            if (stations[i].fd < 0 || waits[i].revents == 0) {
                continue;
            }
            ssize_t n = recv(stations[i].fd, bytes, sizeof bytes, 0);
            if (n > 0) {
                hear(i, count, bytes, (size_t)n);
            } else {
                close(stations[i].fd);
                stations[i].fd = -1;
            }
        }
    }
    return 0;
}
