/* The fixed words of the display (screens.md 4.13) as display codes. Characters the firmware draws itself have the
   codes 0xC000 + index. */
#ifndef VH_WORDS_H
#define VH_WORDS_H

#include "vh_types.h"

typedef enum {
    VH_WORD_NONE = 0,
    VH_WORD_WAIT = 1, /* 请等候 */
    VH_WORD_SIGN_IN = 2, /* 签到 */
    VH_WORD_PRESS_ANY = 3, /* 请按任意键签到 */
    VH_WORD_SIGNED_IN = 4, /* 已签到 */
    VH_WORD_SENDING = 5, /* 正在送出 */
    VH_WORD_SEE_LAMP = 6, /* 请看指示灯 */
    VH_WORD_RECEIVED = 7, /* 已收到 */
    VH_WORD_MAY_CHANGE = 8, /* 可再按改变选择 */
    VH_WORD_LOCKED = 9, /* 已锁定 */
    VH_WORD_OVER_VOTE = 10, /* 超过应选人数 */
    VH_WORD_TAKE_BACK = 11, /* 请先取消一人 */
    VH_WORD_CHECK = 12, /* 请核对 */
    VH_WORD_OK_SENDS = 13, /* 确认送出 */
    VH_WORD_COUNTED = 14, /* 已计入 */
    VH_WORD_NOT_COUNTED = 15, /* 未计入 */
    VH_WORD_ROUND_OVER = 16, /* 本轮表决已结束 */
    VH_WORD_OFFLINE = 17, /* 与主机失联 */
    VH_WORD_RAISE_HAND = 18, /* 请举手示意 */
    VH_WORD_FAULT = 19, /* 表决器故障 */
    VH_WORD_FOR = 20, /* 赞成 */
    VH_WORD_AGAINST = 21, /* 反对 */
    VH_WORD_ABSTAIN = 22, /* 弃权 */
    VH_WORD_WRITE_IN = 23, /* 另选 */
    VH_WORD_SEAT = 24, /* 席位 */
    VH_WORD_KEYS_LINE = 25, /* 赞成 反对 弃权 */
    VH_WORD_INCOMPLETE = 26, /* 请补充选择 */
    VH_WORD_EARLIER_HELD = 27, /* 已有较早的按键 */
    VH_WORD_NOT_SIGNED_IN = 28, /* 未签到 */
    VH_WORD_CHALLENGE_TAKEN = 29, /* 抽验已受理 */
    VH_WORD_CHALLENGE_REFUSED = 30, /* 抽验未受理 */
    VH_WORD_CALL_STEWARD = 31, /* 请叫工作人员 */
    VH_WORD_TRIAL = 32, /* 演练 */
    VH_WORD_RESTART = 33, /* 请重新按键 */
    VH_WORD_LATE = 34, /* 表决已结束 */
    VH_WORD_THIS_PRESS = 35, /* 此次按键 */
    VH_WORD_NAMED = 36, /* 记名表决 */
    VH_WORD_SECRET = 37, /* 无记名表决 */
    VH_WORD_CHOOSE = 38, /* 选 */
    VH_WORD_CHOSEN = 39, /* 已选 */
    VH_WORD_SEATS = 40, /* 应选 */
    VH_WORD_PERSONS = 41, /* 人 */
    VH_WORD_BACK_CHANGES = 42 /* 返回改 */
} vh_word;

#define VH_CODE_BLANK 0x8020u
#define VH_CODE_ASCII 0x8000u
#define VH_CODE_BUILT_IN 0xC000u
#define VH_BUILT_IN_COUNT 96u
#define VH_CODE_CIRCLE 0xC003u /* ○ */
#define VH_CODE_CROSS 0xC000u /* × */
#define VH_CODE_TRIANGLE 0xC001u /* △ */
#define VH_CODE_CURSOR 0xC002u /* ▶ */

/* Writes at most `capacity` codes, returns how many. */
size_t vh_word_codes(uint8_t word, uint16_t *codes, size_t capacity);

/* Unicode of a display code that is not a glyph of the paper; 0 for none. */
uint16_t vh_code_unicode(uint16_t code);

#endif
