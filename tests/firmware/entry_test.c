/* Keys to marks (protocol 5.3): single row, lists, pick lists, option lists, write-ins, limits. */
#include "check.h"
#include "paper_bytes.h"
#include "vh_entry.h"

static uint8_t bytes[16384];
static vh_paper paper;
static vh_entry e;
static uint8_t vector[256];

static void begin(const paper_group *g, uint8_t count, uint8_t flags)
{
    CHECK(vh_paper_parse(bytes, paper_bytes(bytes, flags, 12, g, count), &paper) == VH_OK);
    vh_entry_start(&e, &paper);
}

static vh_entry_event keys(const char *script)
{
    static const char names[] = "FAXudob"; /* for against abstain up down ok back */
    vh_entry_event last = VH_ENTRY_NOTHING;
    for (const char *c = script; *c != '\0'; c++) {
        last = vh_entry_key(&e, &paper, (uint8_t)(strchr(names, *c) - names));
    }
    return last;
}

static void single_row(void)
{
    const paper_group g = {1, 3, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    begin(&g, 1, VH_PAPER_CASTS_AT_ONCE);
    CHECK(keys("A") == VH_ENTRY_CAST && e.mark[0] == 2);
    begin(&g, 1, 0);
    CHECK(keys("o") == VH_ENTRY_REFUSED);
    CHECK(keys("F") == VH_ENTRY_CHANGED && keys("b") == VH_ENTRY_CHANGED && e.mark[0] == 0);
    CHECK(keys("FX") == VH_ENTRY_CHANGED && keys("o") == VH_ENTRY_CAST && e.mark[0] == 3);
    const paper_group four = {1, 4, VH_UNMARKED_REFUSED, 0, 1, 0, 1};
    begin(&four, 1, 0);
    CHECK(keys("o") == VH_ENTRY_CHANGED && e.page == VH_PAGE_OPTIONS);
    CHECK(keys("o") == VH_ENTRY_CHANGED && e.mark[0] == 4 && keys("o") == VH_ENTRY_CAST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vector[0] == 4);
}

static void list(void)
{
    const paper_group g = {4, 3, 0, 1, 2, 0, 1};
    begin(&g, 1, 0);
    CHECK(keys("FF") == VH_ENTRY_CHANGED);
    CHECK(keys("F") == VH_ENTRY_OVER_VOTE && e.mark[2] == 0 && e.cursor == 2);
    CHECK(keys("AX") == VH_ENTRY_CHANGED && e.page == VH_PAGE_SUMMARY);
    CHECK(vh_entry_count(&e, &paper, 1) == 2 && vh_entry_count(&e, &paper, 2) == 1);
    CHECK(keys("F") == VH_ENTRY_NOTHING); /* only OK casts on the summary */
    CHECK(keys("o") == VH_ENTRY_CAST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vh_paper_vector_size(&paper) == 2 && vector[0] == 0x11 && vector[1] == 0x32);
    begin(&g, 1, 0);
    CHECK(keys("ddddo") == VH_ENTRY_REFUSED && e.page == VH_PAGE_LIST && e.cursor == 0); /* fewer than minFor */
    CHECK(keys("Fbo") == VH_ENTRY_CAST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vector[0] == 0x01 && vector[1] == 0);
    const paper_group all = {3, 3, VH_UNMARKED_REFUSED, 0, 3, 0, 1};
    begin(&all, 1, 0);
    CHECK(keys("FdFo") == VH_ENTRY_REFUSED && e.cursor == 1); /* jumps to the unmarked row */
}

static void pick_list(void)
{
    const paper_group g = {12, 1, 0, 3, 3, 0, 1};
    begin(&g, 1, 0);
    CHECK(keys("FdFbo") == VH_ENTRY_REFUSED);
    begin(&g, 1, 0);
    CHECK(keys("FFF") == VH_ENTRY_CHANGED && keys("F") == VH_ENTRY_OVER_VOTE);
    CHECK(keys("uA") == VH_ENTRY_CHANGED && e.mark[2] == 0); /* taken back */
    CHECK(keys("Fbo") == VH_ENTRY_CAST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vector[0] == 0x11 && vector[1] == 0x10 && vector[2] == 0);
}

static void limit_mask(void)
{
    const paper_group g = {3, 4, 3, 0, 2, 0, 0x09}; /* for and the fourth option share the limit */
    begin(&g, 1, VH_PAPER_SECRET_ALLOWED);
    CHECK(keys("F") == VH_ENTRY_CHANGED && keys("oo") == VH_ENTRY_CHANGED && e.mark[1] == 4);
    CHECK(keys("F") == VH_ENTRY_OVER_VOTE && keys("oo") == VH_ENTRY_OVER_VOTE && e.mark[2] == 0);
    CHECK(keys("bo") == VH_ENTRY_CAST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vector[0] == 0x41 && vector[1] == 0x03); /* the unmarked row takes option 3 */
}

static void write_ins(void)
{
    const paper_group g[2] = {{2, 3, 0, 0, 1, 1, 1}, {2, 3, 0, 0, 2, 2, 1}};
    begin(g, 2, 0);
    CHECK(vh_paper_vector_size(&paper) == 2 + 6);
    CHECK(keys("o") == VH_ENTRY_CHANGED && e.page == VH_PAGE_LIST); /* not marked against */
    CHECK(keys("Au") == VH_ENTRY_CHANGED && keys("o") == VH_ENTRY_CHANGED && e.page == VH_PAGE_NUMBER);
    CHECK(keys("oooo") == VH_ENTRY_REFUSED); /* 0000 */
    begin(g, 2, 0);
    keys("Auo");
    CHECK(keys("uouo") == VH_ENTRY_CHANGED && keys("do") == VH_ENTRY_CHANGED && keys("uuo") == VH_ENTRY_CHANGED);
    CHECK(e.write_ins == 1 && e.write_in_number[0] == 1192 && e.cursor == 1 && e.page == VH_PAGE_LIST);
    CHECK(keys("F") == VH_ENTRY_OVER_VOTE); /* the write-in took the one place */
    CHECK(keys("dA") == VH_ENTRY_CHANGED && keys("uo") == VH_ENTRY_CHANGED && e.page == VH_PAGE_NUMBER);
    CHECK(keys("uouo") == VH_ENTRY_CHANGED && keys("douuo") == VH_ENTRY_REFUSED); /* no number twice */
    keys("bb");
    keys("b");
    CHECK(e.page == VH_PAGE_SUMMARY || e.page == VH_PAGE_LIST);
    vh_entry_vector(&e, &paper, vector);
    CHECK(vector[0] == 0x02 && vector[1] == 0x02 && vh_get16(vector + 2) == 1192 && vh_get16(vector + 4) == 0);
    e.page = VH_PAGE_LIST;
    e.cursor = 0;
    CHECK(keys("X") == VH_ENTRY_CHANGED && e.write_ins == 0); /* another mark removes it */
}

int main(void)
{
    single_row();
    list();
    pick_list();
    limit_mask();
    write_ins();
    return checks_end();
}
