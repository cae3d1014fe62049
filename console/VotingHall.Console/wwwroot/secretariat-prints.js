// 打印: orders with how far they are and what to do; a second printing needs its number and is asked for once more.
import { toast } from "./act.js";
import { act, ask, meetingLang } from "./desk.js";
import { draw, el, place } from "./elements.js";
import { say, text } from "./live.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */
/** @typedef {import("./secretariat-views").PrintLine} PrintLine */

const COPIES_MAX = 20;
/** States that need a hand at the printer, or at this desk. */
const TROUBLE = ["outOfPaper", "stopped", "offline", "failed", "unknown"];

/**
 * How many prints wait for a person.
 * @param {SecretariatView} view
 */
export const troubled = view => view.prints.filter(print => TROUBLE.includes(print.state) && (!print.ended || isLast(view, print))).length;

/** @param {SecretariatView} view @param {PrintLine} print */
const isLast = (view, print) => view.prints.every(other => other.round !== print.round || other.copy <= print.copy);

/** @param {SecretariatView} view */
export function showPrints(view) {
  const prints = [...view.prints].sort((a, b) => b.atMs - a.atMs);
  draw(place("prints"), [prints, view.printers], () => [
    view.printers.length === 0 && el("p.note", null, text("print.noPrinter")),
    prints.length === 0 ? el("p.empty", null, text("print.empty")) : el("ol.prints", null, prints.map(print => line(view, print))),
  ]);
}

/** @param {SecretariatView} view @param {PrintLine} print */
function line(view, print) {
  const round = view.rounds.find(one => one.question.round === print.round);
  const trouble = TROUBLE.includes(print.state);
  return el(`li${trouble ? ".warning" : print.state === "completed" ? ".done" : ""}`, { "data-print-state": print.state },
    el("div", null, el("b", null, text("print.which", { n: print.copy })), el("span.item-title", { lang: meetingLang }, round?.question.title ?? text("round.no", { n: print.round })),
      el("span.meta", null, text("round.no", { n: print.round }), " · ", print.printer, " · ", clock(print.atMs))),
    el("div", null, el("p.state", null, text(`print.${print.state}`), say(print.text) && el("span.meta", null, `　${say(print.text)}`)), el("p", null, text(`print.${print.state}.do`))),
    isLast(view, print) && (print.ended || print.state === "unknown") && el("button.button", {
      type: "button", "data-act": true, "data-barred": view.printers.length > 0 ? false : "", "data-key": `again:${print.round}`, onclick: () => void orderPrint(view, print.round),
    }, text("print.again")));
}

/** @param {number} atMs */
const clock = atMs => new Date(atMs).toLocaleTimeString("zh-CN", { hour12: false, hour: "2-digit", minute: "2-digit" });

/** @param {SecretariatView} view @param {number} round */
export async function orderPrint(view, round) {
  const before = view.prints.filter(print => print.round === round);
  const copy = Math.max(0, ...before.map(print => print.copy)) + 1;
  const last = before.find(print => print.copy === copy - 1);
  const printer = /** @type {HTMLSelectElement} */ (el("select", { name: "printer" }, view.printers.map(name => el("option", null, name))));
  const copies = /** @type {HTMLInputElement} */ (el("input", { type: "text", name: "copies", inputmode: "numeric", value: "1", maxlength: 2, autocomplete: "off" }));
  const number = /** @type {HTMLInputElement} */ (el("input", { type: "text", name: "copy", inputmode: "numeric", maxlength: 3, autocomplete: "off" }));
  const sheets = () => /^\d{1,2}$/.test(copies.value) && Number(copies.value) >= 1 && Number(copies.value) <= COPIES_MAX;
  const sure = await ask({
    title: text("print.ask", { n: copy }),
    lines: last ? [text("print.before", { n: last.copy, time: clock(last.atMs), printer: last.printer, state: text(`print.${last.state}`) }), text("print.beforeWarn", { n: copy })] : [text("print.askFirst")],
    verb: text("print.verb", { n: copy }),
    more: el("div.fields", null,
      last && el("label.field", null, el("span", null, text("print.typeNumber", { n: copy })), number),
      el("div.pair", null, el("label.field", null, el("span", null, text("print.printer")), printer), el("label.field", null, el("span", null, text("print.copies", { max: COPIES_MAX })), copies))),
    may: () => sheets() && (!last || number.value.trim() === String(copy)),
  });
  if (!sure) return;
  if ((await act(`/rounds/${round}/print`, { copy, printer: printer.value, copies: Number(copies.value) })).ok) toast(text("print.ordered", { n: copy, printer: printer.value }));
}

