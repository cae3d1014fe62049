/* The virtual hall, end to end: bridge, bus and keypads are the shipping core, the test is the server.
 * With an argument (keypads a line) it measures sixteen lines instead. */
#include <time.h>

#include "hall_server.h"
#include "vh_entry.h"

static hall h;

static void build(int32_t lines, int32_t per_line, uint32_t baud, uint64_t seed)
{
    hall_create(&h, lines, per_line, baud, seed);
    hall_connect(&h);
    hall_admit(&h);
    hall_paper(&h);
}

static int admitted(void)
{
    int n = 0;
    for (int32_t i = 0; i < h.lines * h.per_line; i++) n += h.keypads[i].admitted && vh_sim_state(h.sim, i) == 4 ? 1 : 0;
    return n;
}

static void test_named_round(void)
{
    build(2, 20, 250000, 7);
    CHECK(admitted() == 40);
    hall_plan(&h, 100, 2, 23, 4);
    hall_run(&h, 250000);
    for (int32_t i = 0; i < 40; i++) CHECK(h.keypads[i].votes > 0 && (h.keypads[i].st & VH_ST_PRESSED) == 0 && h.keypads[i].choice == 0);
    hall_press(&h, 3, VH_KEY_FOR);
    hall_press(&h, 25, VH_KEY_AGAINST);
    hall_run(&h, 250000);
    CHECK((h.keypads[3].st & VH_ST_PRESSED) != 0 && h.keypads[3].choice == 1);
    CHECK((h.keypads[25].st & VH_ST_PRESSED) != 0 && h.keypads[25].choice == 2);
    CHECK(vh_sim_lamp(h.sim, 3) == 2 && vh_sim_lamp(h.sim, 4) == 1);
    hall_ack(&h, 0);
    hall_ack(&h, 1);
    hall_run(&h, 100000);
    CHECK(vh_sim_lamp(h.sim, 3) == 3 && vh_sim_lamp(h.sim, 25) == 3 && vh_sim_lamp(h.sim, 4) == 1);
    /* A restart loses the slot; the other keypads of the line do not notice. */
    vh_sim_reboot(h.sim, 3);
    CHECK(vh_sim_slot(h.sim, 3) == 0);
    const int before = h.keypads[4].votes;
    hall_run(&h, 250000);
    CHECK(h.keypads[4].votes > before && h.last_sweep.as.sweep_end.off_slot == 0);
    vh_sim_destroy(h.sim);
}

static void test_sweep_is_all_slots_once(void)
{
    build(1, 250, 500000, 9);
    CHECK(admitted() == 250);
    hall_plan(&h, 400, 2, 23, 0);
    hall_run(&h, 1190000);
    CHECK(h.sweeps == 3);
    CHECK(h.last_sweep.as.sweep_end.tries == 0 && h.last_sweep.as.sweep_end.bad_crc == 0 && h.last_sweep.as.sweep_end.off_slot == 0);
    for (int32_t i = 0; i < 250; i++) CHECK(h.keypads[i].votes == 3);
    vh_sim_line_counters c;
    CHECK(vh_sim_counters(h.sim, 0, &c) == 1 && c.collisions == 0 && c.garbage == 0);
    vh_sim_destroy(h.sim);
}

static void test_losses_are_recovered(void)
{
    build(1, 60, 250000, 21);
    vh_sim_fault_rate(h.sim, 0, VH_FAULT_LOSE, 20000);
    vh_sim_fault_rate(h.sim, 0, VH_FAULT_CORRUPT, 10000);
    vh_sim_fault_rate(h.sim, 0, VH_FAULT_TRUNCATE, 5000);
    vh_sim_fault_rate(h.sim, 0, VH_FAULT_DOUBLE, 5000);
    hall_plan(&h, 200, 2, 23, 4);
    hall_run(&h, 10000000);
    int least = 1000;
    for (int32_t i = 0; i < 60; i++) least = h.keypads[i].votes < least ? h.keypads[i].votes : least;
    CHECK(h.sweeps >= 49 && least >= 44);
    vh_sim_line_counters c;
    CHECK(vh_sim_counters(h.sim, 0, &c) == 1 && c.lost > 20 && c.corrupted > 10 && c.truncated > 3 && c.doubled > 3);
    vh_sim_destroy(h.sim);
}

static void test_drift_of_fifty_ppm_stays_in_the_slot(void)
{
    build(1, 250, 1000000, 5);
    for (int32_t i = 0; i < 250; i++) vh_sim_drift(h.sim, i, i % 2 == 0 ? 50 : -50);
    hall_plan(&h, 200, 0, 46, 0);
    hall_run(&h, 1000000);
    vh_sim_line_counters c;
    CHECK(vh_sim_counters(h.sim, 0, &c) == 1 && c.collisions == 0);
    /* Red once: what no crystal does must collide. */
    for (int32_t i = 0; i < 250; i++) vh_sim_drift(h.sim, i, i % 2 == 0 ? 2000 : -2000);
    hall_run(&h, 1000000);
    CHECK(vh_sim_counters(h.sim, 0, &c) == 1 && c.collisions > 0 && c.garbage > 0);
    vh_sim_destroy(h.sim);
}

static void test_discovery_in_one_window(void)
{
    uint8_t body[VH_LINE_BODY_MAX];
    uint8_t payload[15] = { 9, 9, 9, 9, 8, 0 };
    hall_create(&h, 1, 60, 250000, 3);
    hall_connect(&h);
    payload[14] = 20;
    const size_t n = vh_plain_build(VH_DISCOVER, VH_ADDR_UNASSIGNED, payload, sizeof payload, body);
    hall_send(&h, 0, body, n, true, 330, 0);
    hall_run(&h, 400000);
    CHECK(h.sent == 1 && h.discovered > 35 && h.discovered <= 60);
    vh_sim_line_counters c;
    CHECK(vh_sim_counters(h.sim, 0, &c) == 1 && c.collisions > 0);
    vh_sim_destroy(h.sim);
}

static void test_cut_and_babble(void)
{
    build(2, 10, 250000, 4);
    hall_plan(&h, 100, 0, 23, 0);
    hall_run(&h, 300000);
    vh_sim_cut(h.sim, 1, 1);
    const int before = h.keypads[15].votes;
    hall_run(&h, 500000);
    CHECK(h.keypads[15].votes == before && h.keypads[5].votes > before);
    vh_sim_cut(h.sim, 1, 0);
    hall_run(&h, 500000);
    CHECK(h.keypads[15].votes > before);
    vh_sim_babble(h.sim, 0, 3000000);
    hall_run(&h, 2000000);
    CHECK(h.up[0] == VH_LINE_EVENT_DOWN && h.up[1] == VH_LINE_EVENT_UP);
    hall_run(&h, 2000000);
    CHECK(h.up[0] == VH_LINE_EVENT_UP);
    const int after = h.keypads[5].votes;
    hall_run(&h, 500000);
    CHECK(h.keypads[5].votes > after);
    vh_sim_destroy(h.sim);
}

static uint64_t hash_of(uint64_t seed)
{
    vh_sim_line_counters c = { 0 };
    build(1, 15, 115200, seed);
    vh_sim_fault_rate(h.sim, 0, VH_FAULT_CORRUPT, 30000);
    hall_plan(&h, 150, 1, 23, 4);
    hall_run(&h, 3000000);
    (void)vh_sim_counters(h.sim, 0, &c);
    vh_sim_destroy(h.sim);
    return c.hash;
}

static void test_same_seed_same_bytes(void)
{
    CHECK(hash_of(11) == hash_of(11));
    CHECK(hash_of(11) != hash_of(12));
}

static void measure(int32_t per_line)
{
    build(16, per_line, 250000, 1);
    printf("%d keypads admitted\n", admitted());
    hall_plan(&h, 1000, 2, 23, 4);
    hall_run(&h, 900000);
    const clock_t start = clock();
    hall_run(&h, 10000000);
    const clock_t end = clock();
    const long ms = (long)((end - start) * 1000 / CLOCKS_PER_SEC);
    printf("%d sweeps of lines, %d frames, %ld ms of processor for a sweep of the hall\n", h.sweeps, h.rx_frames, ms / 10);
    vh_sim_destroy(h.sim);
}

int main(int argc, char **argv)
{
    if (argc > 1) {
        measure(atoi(argv[1]));
        return 0;
    }
    test_named_round();
    test_sweep_is_all_slots_once();
    test_losses_are_recovered();
    test_drift_of_fifty_ppm_stays_in_the_slot();
    test_discovery_in_one_window();
    test_cut_and_babble();
    test_same_seed_same_bytes();
    return checks_end();
}
