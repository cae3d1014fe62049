/* The keypad (表决器): state machine of protocol 7.4. The caller feeds bytes, key movements and time, and calls
   vh_keypad_step when vh_keypad_next says so. Nothing blocks. The struct must not be moved after vh_keypad_start. */
#ifndef VH_KEYPAD_H
#define VH_KEYPAD_H

#include "vh_entry.h"
#include "vh_frame.h"
#include "vh_keypad_hal.h"
#include "vh_kinds.h"
#include "vh_object.h"
#include "vh_paper.h"
#include "vh_suite.h"

#define VH_CONTENT_MAX 1728u /* 16 + 8 x 214 words: 128 rows x 5 options in 16-bit lanes */

typedef enum {
    VH_STATE_FAILED = 0, /* boot counter could not be stored, suite unknown or not commissioned: silent */
    VH_STATE_UNASSIGNED = 1,
    VH_STATE_ASSIGNED = 2,
    VH_STATE_IDLE = 3,
    VH_STATE_OPEN_NONE = 4,
    VH_STATE_OPEN_SENT = 5,
    VH_STATE_OPEN_ACKED = 6,
    VH_STATE_CLOSED = 7
} vh_keypad_state_name;

typedef enum {
    VH_LAMP_OFF = 0,
    VH_LAMP_SLOW = 1,    /* open, nothing held */
    VH_LAMP_FAST = 2,    /* cast, not yet durable */
    VH_LAMP_STEADY = 3,  /* received: durable at the server */
    VH_LAMP_OFFLINE = 4,
    VH_LAMP_FIND = 5,    /* IDENTIFY or BLINK */
    VH_LAMP_ALL_ON = 6,
    VH_LAMP_CHASE = 7
} vh_lamp_pattern;

/* How a line of the display is drawn (表决器显示). */
typedef enum {
    VH_STYLE_PLAIN = 0,   /* from the left */
    VH_STYLE_CENTRED = 1,
    VH_STYLE_INVERSE = 2, /* centred on a lit line */
    VH_STYLE_BIG = 3,     /* double size, over half a line above and half a line below */
    VH_STYLE_TABS = 4     /* three lit fields over the vote keys */
} vh_line_style;

#define VH_LINE_CODES 16u

typedef struct {
    uint16_t codes[VH_LINE_CODES];
    uint8_t n;
    uint8_t style;
} vh_display_line;

typedef struct {
    uint32_t good;
    uint16_t crc_bad;
    uint16_t tag_bad;
    uint16_t late_slots;
    uint16_t len_bad;
    uint16_t kind_unknown;
    uint16_t oversize;
} vh_keypad_counters_view;

/* Keys of one admission. */
typedef struct {
    bool valid;
    uint8_t nonce_s[16];
    uint8_t nonce_k[8];
    uint8_t ka[32];
    uint8_t m[32];
    uint8_t sk[32];
    uint16_t gen;   /* as told in ADMIT_REPLY, so that a repeated ADMIT gets the same reply */
    uint16_t kstep;
    uint32_t epoch; /* highest (epoch, seq) accepted under sk */
    uint32_t seq;
    uint32_t ctr;   /* last used */
} vh_session;

/* Durable as one cell (protocol 8.5, MEET_BEGIN). */
typedef struct {
    bool begun;
    bool station; /* station B takes part */
    uint16_t gen;
    uint16_t kstep;
    uint8_t ra[32];
    uint8_t rb[32];
    uint8_t gb[32];
    uint8_t m[32];
    uint8_t ka[32];
    uint8_t kb[32];
    uint8_t kg[32];
} vh_meeting;

/* The press that is held for a round. */
typedef struct {
    bool exists;
    bool pressed;
    bool acked;
    bool latched;
    bool spoiled;
    uint8_t mode;
    uint8_t rule;
    uint32_t round;
    uint32_t press_boot; /* S = press_boot << 32 | press_rev */
    uint16_t press_rev;
    uint16_t size;       /* of content */
    uint8_t close_nonce[8];
    uint8_t ctx[32];
    uint8_t pd[32];
    uint8_t spoiled_press[8];
    uint8_t content[VH_CONTENT_MAX]; /* choice vector, or P | t | c: never a plain secret choice */
} vh_record;

typedef struct {
    bool armed;
    uint32_t due;
    uint32_t slack; /* later than this is not sent at all */
    uint16_t n;
    uint8_t wire[VH_LINE_WIRE_MAX];
} vh_transmission;

typedef struct {
    bool armed;
    uint32_t due;
} vh_timer;

typedef struct {
    bool valid;
    uint32_t epoch;
    uint32_t round;
    uint16_t sweep;
    uint8_t what;
    uint8_t frag;
    uint8_t flen;
    uint16_t n;
    uint8_t wire[VH_LINE_WIRE_MAX];
} vh_cached_reply;

typedef struct {
    uint8_t pending_key; /* VH_KEY_COUNT: none */
    bool spoilt_pair;    /* two vote keys at once: neither counts */
    uint8_t down;        /* bit per key */
    uint8_t stuck;
    vh_timer settle;
    uint32_t down_since[VH_KEY_COUNT];
    vh_timer stuck_check;
    vh_timer challenge;
} vh_key_state;

typedef struct vh_keypad {
    /* hot: touched by every byte of the line */
    vh_frame_receiver rx;
    uint32_t baud;
    uint32_t lateness_us; /* of an emulated board */
    uint8_t slot;  /* 0 none */
    uint8_t link;  /* VH_STATE_FAILED, _UNASSIGNED, _ASSIGNED, _IDLE (admitted) */
    uint8_t round_state; /* VH_STATE_IDLE .. VH_STATE_CLOSED */
    bool offline;
    const vh_suite *suite;
    const vh_keypad_hal *hal;
    void *ctx;
    vh_commission commission;
    uint32_t boot;
    uint16_t rev;  /* last used, never reset while running */
    bool cast_since_start;
    bool call;
    uint32_t max_epoch;
    uint32_t base_epoch; /* last epoch seen in U or ADMIT */
    uint32_t admissions;
    vh_session session;
    vh_session pending;
    uint8_t gk[16];
    bool gk_valid;
    bool station_used; /* KEYS.flags bit 0 */
    uint32_t g_epoch;
    uint32_t g_seq;
    vh_meeting meeting;
    vh_record current;
    vh_record previous;      /* kept over COMMIT and one further OPEN, never counted */
    bool previous_aged;
    uint32_t ended_round;    /* highest round latched or ended under ended_m */
    uint8_t ended_m[32];
    uint32_t refused_round;  /* round whose OPEN could not be followed, and why */
    uint8_t refused_reason;
    uint32_t secret_round;   /* last secret round heard of: DESTROY names only the number */
    uint8_t secret_ctx[32];
    bool eligible;
    uint8_t k_ballot[32];    /* kB of the running secret round */
    uint8_t counted;         /* 0 unknown, 1 counted, 2 not counted */
    bool may_spoil;
    uint16_t restored_distance; /* own boot minus boot of the restored record, 0 none */
    vh_cached_reply cached;
    vh_transmission reply;
    int16_t trim_us;
    uint8_t message;         /* vh_word shown in place of the page, 0 none */
    uint16_t identify_label;
    bool hide_choice;
    bool identify;           /* 确认 answers the attendant */
    bool lamp_override_on;
    uint8_t lamp_override;
    uint8_t lamp_shown;
    vh_timer silence;        /* 30 s without a valid frame */
    vh_timer find;           /* end of IDENTIFY, BLINK or LAMP */
    vh_timer hide;
    vh_timer message_end;
    vh_key_state keys;
    vh_paper paper;
    bool paper_valid;
    vh_entry entry;
    uint32_t started_us;
    uint32_t uptime_s;
    uint32_t second_us;
    uint16_t tag_bad;
    uint16_t late_slots;
    uint16_t len_bad;
    uint16_t kind_unknown;
    vh_objects objects;
} vh_keypad;

/* Boot: counter + 1 durable, meeting, record and papers restored. */
void vh_keypad_start(vh_keypad *k, const vh_commission *c, const vh_keypad_hal *hal, void *ctx, uint32_t now_us);
/* Speed of the line, 250,000 after start. */
void vh_keypad_set_baud(vh_keypad *k, uint32_t baud);
/* How much later than its time a reply may still go out. 0 after start, and on every real board: late falls into the
   neighbour's slot. An emulated keypad runs when its host lets it, on a line where nobody talks into a frame. */
void vh_keypad_set_lateness(vh_keypad *k, uint32_t us);
/* One byte seen on the line; now = end of its stop bit. */
void vh_keypad_receive(vh_keypad *k, uint8_t byte, uint32_t now_us);
/* The same for n bytes; now = end of the stop bit of the last. */
void vh_keypad_receive_block(vh_keypad *k, const uint8_t *bytes, size_t n, uint32_t now_us);
/* Timers: slot starts, lamp, time-outs. */
void vh_keypad_step(vh_keypad *k, uint32_t now_us);
/* When step wants to be called next; false: not before the next byte or key. */
bool vh_keypad_next(const vh_keypad *k, uint32_t now_us, uint32_t *due_us);
/* A key moved (vh_key). */
void vh_keypad_key(vh_keypad *k, uint8_t key, bool down, uint32_t now_us);

uint8_t vh_keypad_lamp(const vh_keypad *k);
uint8_t vh_keypad_state(const vh_keypad *k);
uint32_t vh_keypad_round(const vh_keypad *k);
uint8_t vh_keypad_slot(const vh_keypad *k);
/* Display line 0..3: 8 codes; below 0x8000 a glyph of the paper, 0x8000 + c ASCII c, above 0xC000 a built-in
   character (vh_words.h); blank is 0x8020. */
void vh_keypad_text(const vh_keypad *k, uint8_t line, uint16_t codes[8]);
/* The whole line with its style; what a line has more than 8 codes is blanks and digits, 8 dots wide. */
void vh_keypad_line(const vh_keypad *k, uint8_t line, vh_display_line *out);
/* Dots: 16, of ASCII 8. */
uint8_t vh_code_width(uint16_t code);
vh_keypad_counters_view vh_keypad_counters(const vh_keypad *k);

#endif
