// 线路状态: what the present picture says of each slot. Pure functions.

/** @typedef {import("./technician-views").TechnicianView} TechnicianView */
/** @typedef {import("./technician-views").BusLine} BusLine */
/** @typedef {import("./technician-views").KeypadState} KeypadState */
/** @typedef {{ line: string, slot: number }} Spot a slot of a line, from 1 */

/**
 * In the order of KeypadState, 4 bits a slot.
 * @type {KeypadState[]}
 */
export const STATES = ["unassigned", "answering", "silent", "faulty", "repeating", "joining"];

/** @type {Map<string, KeypadState[]>} */
const unpacked = new Map();

/**
 * States of the slots of a line, first slot first; the low half of a byte comes first.
 * @param {BusLine} line
 */
export function statesOf(line) {
  const key = `${line.seatNames.length}:${line.seats}`;
  let states = unpacked.get(key);
  if (!states) {
    const bytes = atob(line.seats);
    states = line.seatNames.map((_, at) => STATES[(bytes.charCodeAt(at >> 1) >> (at % 2 === 0 ? 0 : 4)) & 15] ?? "faulty");
    if (unpacked.size > 500) unpacked.clear();
    unpacked.set(key, states);
  }
  return states;
}

/** @param {TechnicianView} view */
export const linesOf = view => view.bridges.flatMap(bridge => bridge.lines);

/**
 * Not heard for longer than the line waits.
 * @param {KeypadState} state
 */
export const isLost = state => state === "silent" || state === "faulty";

/**
 * Seats of a line whose reply is missing now.
 * @param {BusLine} line
 */
export const lostOn = line => line.up ? statesOf(line).filter(isLost).length : line.expected;

/**
 * Replies asked for again, in tenths of a percent.
 * @param {BusLine} line
 */
export const repeatedPermille = line => line.swept === 0 ? 0 : Math.round(line.repeated * 1000 / line.swept);

const CLUSTER_GAP = 4;
const CLUSTER_MIN = 3;

/**
 * 干扰: stretches of the wire where several slots near each other answer only when asked again, as [first, last] index.
 * @param {KeypadState[]} states
 */
export function disturbances(states) {
  /** @type {number[][]} */
  const clusters = [];
  states.forEach((state, at) => {
    if (state !== "repeating") return;
    const last = clusters[clusters.length - 1];
    if (last && at - last[last.length - 1] <= CLUSTER_GAP) last.push(at);
    else clusters.push([at]);
  });
  return clusters.filter(cluster => cluster.length >= CLUSTER_MIN).map(cluster => [cluster[0], cluster[cluster.length - 1]]);
}

/** @param {BusLine} line */
export const isDisturbed = line => line.up && disturbances(statesOf(line)).length > 0;

/**
 * Where a seat hangs.
 * @param {TechnicianView} view
 * @param {string} seat
 * @returns {Spot | null}
 */
export function spotOf(view, seat) {
  for (const line of linesOf(view)) {
    const at = line.seatNames.indexOf(seat);
    if (at >= 0) return { line: line.id, slot: at + 1 };
  }
  return null;
}

/**
 * Seats whose name begins with what was typed, an exact one first.
 * @param {TechnicianView} view
 * @param {string} typed
 */
export function seatLike(view, typed) {
  const names = linesOf(view).flatMap(line => line.seatNames).filter(name => name !== "");
  return names.find(name => name === typed) ?? names.find(name => name.startsWith(typed)) ?? null;
}

/**
 * The next slot with a keypad along the wire.
 * @param {BusLine} line
 * @param {number} slot
 * @param {1 | -1} step
 */
export function along(line, slot, step) {
  const states = statesOf(line);
  for (let at = slot - 1 + step; at >= 0 && at < states.length; at += step) if (states[at] !== "unassigned" || line.seatNames[at]) return at + 1;
  return slot;
}
