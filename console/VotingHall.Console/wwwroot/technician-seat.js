// 所选席位: where it hangs, what is wrong, whether anything was lost, and the next acts; replacing a keypad.
import { toast } from "./act.js";
import { act, ask, redraw } from "./desk.js";
import { draw, el, place } from "./elements.js";
import { say, text } from "./live.js";
import { isDisturbed, linesOf, lostOn, repeatedPermille, statesOf } from "./technician-hall.js";
import { sample } from "./technician-strip.js";

/** @typedef {import("./technician-views").TechnicianView} TechnicianView */
/** @typedef {import("./technician-views").BusLine} BusLine */
/** @typedef {import("./technician-hall.js").Spot} Spot */

const NOTES_SHOWN = 30;

/** @param {number} atMs */
const clock = atMs => new Date(atMs).toLocaleTimeString("zh-CN", { hour12: false });

/** @param {string} uid */
const grouped = uid => uid.replace(/(..)(?=.)/g, "$1-");

/** @param {TechnicianView} view @param {Spot} spot */
const faultAt = (view, spot) => view.faults.find(fault => fault.line === spot.line && fault.slot === spot.slot);

/** @param {TechnicianView} view @param {Spot | null} spot @param {(spot: Spot) => void} pick */
export function showSeat(view, spot, pick) {
  const line = linesOf(view).find(one => one.id === spot?.line);
  const fault = spot && faultAt(view, spot);
  const state = line && spot && statesOf(line)[spot.slot - 1];
  const others = view.faults.filter(one => one !== fault);
  draw(place("faults"), others, () => others.length > 0 && [
    el("h3", null, text(fault ? "faults.others" : "faults.title", { n: others.length })),
    el("ul.plain.fault-list", null, others.map(one => el("li", null, el("button.link", {
      type: "button", "data-key": `fault:${one.line}:${one.slot}`, onclick: () => pick({ line: one.line, slot: one.slot }),
    }, sample(one.state), text("faults.line", { seat: seatName(one.seat, one.slot), state: text(`keypad.${one.state}`), line: one.line, slot: one.slot }))))),
  ]);
  draw(place("seat"), [spot, fault, state, line?.seatNames[Number(spot?.slot) - 1], line?.members, view.roundOpen, view.spares], () => {
    if (!line || !spot || !state) return view.faults.length === 0 && linesOf(view).length > 0 ? el("p.note.good", null, text("seat.allWell")) : null;
    return seatPanel(view, line, spot, state, fault);
  });
  showLineState(line);
  draw(place("notes"), view.notes.slice(0, NOTES_SHOWN), () => view.notes.length === 0 ? el("p.meta", null, text("notes.none"))
    : el("ol.plain.notes", null, view.notes.slice(0, NOTES_SHOWN).map(note => el("li", null, el("time", null, clock(note.atMs)), el("span", null, note.where && el("b", null, `${note.where}　`), say(note.text))))));
}

/** @param {string} seat @param {number} slot */
const seatName = (seat, slot) => seat || text("seat.slot", { n: slot });

/**
 * @param {TechnicianView} view @param {BusLine} line @param {Spot} spot @param {import("./technician-views").KeypadState} state
 * @param {import("./technician-views").KeypadFault | null | undefined} fault
 */
function seatPanel(view, line, spot, state, fault) {
  const seat = line.seatNames[spot.slot - 1];
  const member = line.members[spot.slot - 1] ?? 0;
  const neighbours = [spot.slot - 1, spot.slot + 1].filter(slot => slot >= 1 && slot <= line.seatNames.length);
  const states = fault ? [fault.before, fault.after] : neighbours.map(slot => statesOf(line)[slot - 1]);
  const facts = /** @type {[string, string][]} */ ([
    [text("seat.where"), text("seat.whereValue", { line: line.id, slot: spot.slot })],
    ...fault ? [[text("seat.uid"), grouped(fault.uid)]] : [],
    [text("seat.neighbours", { slots: neighbours.join(text("strip.and")) }), [...new Set(states)].map(one => text(`keypad.${one}`)).join(text("strip.and"))],
    ...fault ? [[text("seat.cause"), say(fault.cause)]] : [],
  ]);
  const why = view.roundOpen ? text("bind.locked") : member === 0 ? text("bind.nobody") : view.spares.length === 0 ? text("bind.noSpare") : "";
  return [
    el("h2", { tabindex: -1, "data-seat-title": true }, text("seat.title", { seat: seatName(seat, spot.slot), state: text(`keypad.${state}`) })),
    fault && el("p.meta", null, fault.lastAnswerMs > 0 ? text("seat.last", { time: clock(fault.lastAnswerMs) }) : text("seat.never")),
    el("dl.facts", null, facts.map(([name, value]) => el("div", null, el("dt", null, name), el("dd", null, value)))),
    fault && el("p.note", null, el("b", null, text("seat.next")), say(fault.next)),
    el("button.button.primary.wide", {
      type: "button", "data-act": true, "data-barred": why ? "" : false, "data-key": "bind", "data-bind": true, "aria-describedby": why ? "bind-why" : false,
      onclick: () => void bind(view, spot),
    }, text("bind.verb")),
    why && el("p.meta", { id: "bind-why" }, why),
  ];
}

/**
 * Of the chosen line: whether anything was lost, always.
 * @param {BusLine | undefined} line
 */
function showLineState(line) {
  const lost = line ? lostOn(line) : 0;
  const permille = line ? repeatedPermille(line) : 0;
  draw(place("line-state"), line && [line.id, line.up, lost, permille, isDisturbed(line), line.repeated > 0], () => line && [
    el("h3", null, text("line.name", { id: line.id }), "　", text(!line.up ? "line.down" : isDisturbed(line) ? "line.disturbed" : lost > 0 ? "line.hasSilent" : "line.well")),
    el("p", null, text("line.repeatedLong", { p: `${Math.floor(permille / 10)}.${permille % 10}` }), el("b", null, lostText(lost, line.repeated > 0))),
  ]);
}

/** @param {number} lost @param {boolean} repeated */
export const lostText = (lost, repeated) => lost > 0 ? text("lost.some", { k: lost }) : text(repeated ? "lost.noneRepeated" : "lost.none");

/**
 * Asks once more in words, then gives the order.
 * @param {TechnicianView} view
 * @param {Spot} spot
 */
export async function bind(view, spot) {
  const line = linesOf(view).find(one => one.id === spot.line);
  const member = line?.members[spot.slot - 1] ?? 0;
  if (!line || member === 0 || view.roundOpen || view.spares.length === 0) return;
  const seat = line.seatNames[spot.slot - 1];
  const spare = /** @type {HTMLSelectElement} */ (el("select", { name: "spare" }, view.spares.map(one =>
    el("option", { value: one.uid }, text("bind.spare", { uid: grouped(one.uid), line: one.line, slot: one.slot })))));
  const sure = await ask({
    title: text("bind.title", { seat }), lines: [text("bind.line", { seat, member }), text("bind.lost")], verb: text("bind.do", { seat }),
    more: el("label.field", null, el("span", null, text("bind.which")), spare),
  });
  if (!sure) return;
  if ((await act(`/keypads/${spare.value}/bind`, { member })).ok) toast(text("bind.done", { seat }));
  redraw();
}
