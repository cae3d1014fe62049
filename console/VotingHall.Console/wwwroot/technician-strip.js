// 一排席位: seats along a wire or a row of the hall. Every state has a shape of its own beside its colour.
import { el, svg } from "./elements.js";
import { text } from "./live.js";
import { disturbances } from "./technician-hall.js";

/** @typedef {import("./technician-views").KeypadState} KeypadState */

const HEIGHT = 44;
const MIDDLE = 22;
/** From this pitch on a seat can be chosen on the strip; below, the line opens first. */
export const CHOOSABLE = 13;

/**
 * @param {KeypadState[]} states
 * @param {string[]} names
 * @param {number} chosen index, -1 = none
 * @param {number} width of the strip in pixels
 * @param {{ wire: boolean, onpick: (at: number) => void, onopen: () => void }} how wire: drawn along a line
 */
export function strip(states, names, chosen, width, { wire, onpick, onopen }) {
  const pitch = Math.min(20, Math.max(2, (width - 12) / Math.max(1, states.length)));
  const long = states.length * pitch;
  const drawn = svg("svg", { viewBox: `0 0 ${Math.ceil(long) + 12} ${HEIGHT}`, width: Math.ceil(long) + 12, height: HEIGHT, class: "strip", role: "img", "aria-label": spoken(states) });
  if (wire) drawn.append(svg("line", { x1: 2, x2: long + 10, y1: MIDDLE, y2: MIDDLE, class: "wire" }));
  if (wire) for (const [first, last] of disturbances(states)) drawn.append(zigzag(6 + first * pitch, 6 + (last + 1) * pitch));
  states.forEach((state, at) => {
    if (names[at] !== "" || state !== "unassigned" || wire) drawn.append(seat(state, 6 + (at + .5) * pitch, pitch, at === chosen));
  });
  drawn.addEventListener("click", event => {
    const at = Math.floor((/** @type {MouseEvent} */ (event).clientX - drawn.getBoundingClientRect().left - 6) / pitch);
    if (pitch < CHOOSABLE) onopen();
    else if (at >= 0 && at < states.length) onpick(at);
  });
  return drawn;
}

/** @param {KeypadState} state @param {number} x @param {number} pitch @param {boolean} chosen */
function seat(state, x, pitch, chosen) {
  const narrow = pitch < 6;
  const wide = narrow ? Math.max(1.4, pitch - .8) : Math.min(12, pitch * .72);
  const high = narrow ? 12 : wide;
  const grow = state === "silent" || state === "faulty" ? 1.35 : 1;
  const w = narrow ? wide : wide * grow;
  const h = high * grow;
  const group = svg("g", { class: `seat ${state}${chosen ? " chosen" : ""}` });
  if (chosen) group.append(svg("rect", { x: x - w / 2 - 3, y: MIDDLE - h / 2 - 3, width: w + 6, height: h + 6, rx: 4, class: "ring" }));
  group.append(svg("rect", { x: x - w / 2, y: MIDDLE - h / 2, width: w, height: h, rx: Math.min(2.5, w / 4), class: "body" }));
  if ((state === "silent" || state === "faulty") && !narrow) {
    const r = w * .24;
    group.append(svg("path", { d: `M${x - r} ${MIDDLE - r}L${x + r} ${MIDDLE + r}M${x + r} ${MIDDLE - r}L${x - r} ${MIDDLE + r}`, class: "cross" }));
  }
  return group;
}

/** @param {number} from @param {number} to */
function zigzag(from, to) {
  let path = `M${from} ${MIDDLE + 18}`;
  for (let x = from + 5, up = true; x < Math.max(to, from + 30); x += 5, up = !up) path += `L${x} ${MIDDLE + (up ? 11 : 18)}`;
  return svg("path", { d: path, class: "zigzag" });
}

/**
 * What a reader hears of the strip.
 * @param {KeypadState[]} states
 */
function spoken(states) {
  /** @type {Map<KeypadState, number>} */
  const counts = new Map();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, count]) => text("strip.count", { state: text(`keypad.${state}`), n: count })).join(text("strip.and"));
}

/**
 * One seat as a legend shows it.
 * @param {KeypadState} state
 */
export const sample = state => el("span.sample", { "aria-hidden": "true" }, sampleOf(state));

/** @param {KeypadState} state */
function sampleOf(state) {
  const drawn = svg("svg", { viewBox: "0 11 22 22", width: 22, height: 22, class: "strip" });
  drawn.append(seat(state, 11, 17, false));
  return drawn;
}
