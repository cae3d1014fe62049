// 办公席: what the parts of a desk share: the present picture, whether the hall can be reached, orders one at a time, questions asked once more.
import { order, toast } from "./act.js";
import { ask as askInWords } from "./ask.js";
import { el, letAct, place } from "./elements.js";
import { language } from "./live.js";

/** @typedef {import("./act.js").Answer} Answer */

/** Titles, names and seats of the meeting are Chinese on every page. */
export const meetingLang = language === "en" ? "zh-CN" : false;

let up = false;
let busy = false;
let version = 0;
/** @type {() => void} */
let refresh = () => {};

/**
 * The page says how it is drawn anew, and with every picture what version of the hall it shows.
 * @param {() => void} draw
 */
export function drawnBy(draw) { refresh = draw; }

/** @param {number} versionShown @param {boolean} linkUp */
export function standing(versionShown, linkUp) {
  version = versionShown;
  up = linkUp;
  letAct(document, ready());
}

/** Whether an order can be given now. */
export const ready = () => up && !busy;

/** Draws the page anew, then lets its buttons act or not. */
export function redraw() {
  refresh();
  letAct(document, ready());
}

/** The version of the hall on the screen. */
export const versionShown = () => version;

/**
 * Gives one order; a refusal is shown. While it runs no second one is given.
 * @param {string} path
 * @param {Record<string, unknown>} body
 * @param {{ versionSeen?: number, quiet?: boolean }} how quiet: the caller shows a refusal itself
 * @returns {Promise<Answer>}
 */
export async function act(path, body, { versionSeen = version, quiet = false } = {}) {
  if (!ready()) return { ok: false, code: "busy", message: "" };
  busy = true;
  redraw();
  try {
    const answer = await order(path, versionSeen, body);
    if (!answer.ok && !quiet) toast(answer.message, true);
    return answer;
  } finally {
    busy = false;
    redraw();
  }
}

/**
 * Reads a document of the hall; null when it cannot be had.
 * @param {string} path below /api
 * @returns {Promise<any>}
 */
export async function read(path) {
  try {
    const reply = await fetch(`/api${path}`, { headers: { Accept: "application/json" } });
    return reply.ok ? await reply.json() : null;
  } catch {
    return null;
  }
}

/**
 * Asks once more, in words; the button says what happens.
 * @param {{ title: string, lines: string[], verb: string, danger?: boolean, more?: HTMLElement, may?: () => boolean }} question
 *   more: fields of the question; may: whether they are filled so that the button can be pressed
 * @returns {Promise<boolean>} whether the button was pressed
 */
export function ask({ title, lines, verb, danger = false, more, may }) {
  return new Promise(answered => {
    askInWords({ title, body: [...lines.map(line => el("p", null, line)), ...more ? [more] : []], verb, danger, ready: may, run: () => answered(true) });
    place("ask").addEventListener("close", () => answered(false), { once: true });
    more?.querySelector("input")?.focus();
  });
}

/**
 * Whether a key belongs to a field being typed in.
 * @param {KeyboardEvent} event
 */
export const typing = event =>
  event.target instanceof HTMLInputElement && !["checkbox", "radio", "file"].includes(event.target.type)
  || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement;
