/* What the two firmware programs ask of the board they run on (板级). Nothing here blocks except vh_board_wait. */
#ifndef VH_BOARD_H
#define VH_BOARD_H

#include "vh_types.h"

#define VH_FRAME_BYTES 1024u /* display, 128 x 64: row by row, 16 bytes a row, MSB left */

/* Clocks, pins, ports, watchdog (about two seconds). Called once, interrupts still off. */
void vh_board_start(void);
/* Wrapping microseconds. */
uint32_t vh_board_now(void);
/* Sleeps until an interrupt, at the latest until `due` if armed. */
void vh_board_wait(bool armed, uint32_t due);
void vh_board_alive(void);
/* Keypad: the configuration page. Bridge: the eight bytes of its number. */
vh_span vh_board_page(void);

/* Durable cells (vh_cells.h). */
bool vh_board_persist(uint8_t cell, const uint8_t *bytes, size_t n);
size_t vh_board_restore(uint8_t cell, uint8_t *bytes, size_t cap);

/* Serial ports: on a keypad 0 is its line; on a bridge 0 is the uplink, 1.. are the lines. */
void vh_port_baud(uint8_t port, uint32_t baud);
/* One received byte with the time at which it was there; false: none waits. */
bool vh_port_read(uint8_t port, uint8_t *byte, uint32_t *at);
/* Takes all bytes for sending or none. A line port turns its driver on for them and off behind the last. */
bool vh_port_write(uint8_t port, const uint8_t *bytes, size_t n);

/* Keypad only. Bit per vh_key, 1 = down. */
uint8_t vh_board_keys(void);
void vh_board_lamp(bool on);
void vh_board_buzzer(bool on);
void vh_board_show(const uint8_t frame[VH_FRAME_BYTES]);

/* Bridge only: lines it has; delay its host may add to every arrival, 0 on hardware of its own. */
uint8_t vh_board_lines(void);
uint32_t vh_board_host_slack_us(void);

#endif
