/* Kinds, sizes and closed lists of the wire (protocol 4). */
#ifndef VH_KINDS_H
#define VH_KINDS_H

/* server to keypad */
#define VH_COLLECT 0x01u
#define VH_RECOLLECT 0x02u
#define VH_OPEN 0x03u
#define VH_CLOSE 0x04u
#define VH_COMMIT 0x05u
#define VH_ACKVEC 0x06u
#define VH_MACVEC 0x07u
#define VH_NOTICE 0x08u
#define VH_LAMP 0x09u
#define VH_OBJ_BEGIN 0x0Au
#define VH_OBJ_CHUNK 0x0Bu
#define VH_OBJ_END 0x0Cu
#define VH_DISCOVER 0x10u
#define VH_ASSIGN 0x11u
#define VH_RELEASE 0x12u
#define VH_IDENTIFY 0x13u
#define VH_BLINK 0x14u
#define VH_ADMIT 0x15u
#define VH_KEYS 0x16u
#define VH_FETCH 0x17u
#define VH_SELFTEST 0x18u
#define VH_ROLL 0x19u
#define VH_MEET_BEGIN 0x1Au
#define VH_FW_ACTIVATE 0x1Bu
#define VH_TRIM 0x1Cu

/* keypad to server */
#define VH_UPWARD 0x80u
#define VH_VOTE 0x81u
#define VH_SVOTE 0x82u
#define VH_BALLOT 0x83u
#define VH_SBALLOT 0x84u
#define VH_FINAL 0x85u
#define VH_IDLE 0x86u
#define VH_STATUS 0x87u
#define VH_TVOTE 0x88u
#define VH_OBJMISS 0x89u
#define VH_TESTRES 0x8Au
#define VH_SPOIL 0x8Bu
#define VH_ACKU 0x8Cu
#define VH_TBALLOT 0x8Du
#define VH_HELLO 0x90u
#define VH_ASSIGNED 0x91u
#define VH_ADMIT_REPLY 0x92u

/* addresses */
#define VH_ADDR_ALL 0u
#define VH_SLOT_MAX 250u
#define VH_ADDR_UNASSIGNED 251u

/* COLLECT what */
#define VH_WHAT_VOTE 0u
#define VH_WHAT_FINAL 1u
#define VH_WHAT_STATUS 2u
#define VH_WHAT_OBJMISS 3u
#define VH_WHAT_TESTRES 4u
#define VH_WHAT_SPOIL 5u

/* round mode and rule */
#define VH_MODE_NAMED 1u
#define VH_MODE_SECRET 2u
#define VH_MODE_SIGN_IN 3u
#define VH_MODE_TEST 0x80u
#define VH_RULE_LAST_COUNTS 0u
#define VH_RULE_FIRST_LOCKS 1u

/* st bits of a reply */
#define VH_ST_PRESSED 0x01u
#define VH_ST_LATCHED 0x02u
#define VH_ST_RESTART 0x04u
#define VH_ST_CALL 0x08u

/* IDLE reasons */
#define VH_IDLE_ROUND_UNKNOWN 1u
#define VH_IDLE_PAPER_MISSING 2u
#define VH_IDLE_PAPER_BAD 3u
#define VH_IDLE_NOT_ELIGIBLE 4u
#define VH_IDLE_KSTEP 5u
#define VH_IDLE_NOT_CLOSED 6u
#define VH_IDLE_FRAGMENT 7u
#define VH_IDLE_TAMPER 8u
#define VH_IDLE_NOTHING 9u
#define VH_IDLE_FLEN 10u

/* objects */
#define VH_OBJECT_PAPER 1u
#define VH_OBJECT_FIRMWARE 2u
#define VH_OBJECT_NOTICE 3u
#define VH_CHUNK 128u
#define VH_PAPER_MAX 16384u

/* sizes */
#define VH_TAG 12u
#define VH_COLLECT_PAYLOAD 19u
#define VH_COLLECT_BODY 23u
#define VH_OVERHEAD_GROUP 24u
#define VH_OVERHEAD_UNICAST 24u
#define VH_OVERHEAD_SESSION 19u
#define VH_OVERHEAD_HANDSHAKE 16u
#define VH_HELLO_BODY 26u
#define VH_PIECE_MAX 216u

/* results of a round (COMMIT) and vectors of macs (MACVEC) */
#define VH_COMMIT_KEPT 1u
#define VH_COMMIT_VOID 2u
#define VH_MACVEC_COUNTED 1u
#define VH_MACVEC_DESTROY 2u

#endif
