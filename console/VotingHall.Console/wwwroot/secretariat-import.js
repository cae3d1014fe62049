// 导入: a roster or a meeting file is checked as a whole, shown, and loaded only when nothing is wrong.
import { toast } from "./act.js";
import { act, ask, redraw } from "./desk.js";
import { draw, el } from "./elements.js";
import { language, say, text } from "./live.js";

/** @typedef {import("./secretariat-views").CheckAnswer} CheckAnswer */
/** @typedef {import("./secretariat-views").CheckLine} CheckLine */

const SHOWN_MAX = 200;
const SIZE_MAX = 4_000_000;

/**
 * One kind of import.
 * @typedef {object} Import
 * @property {string} name   of its texts
 * @property {string} api    path below /api, "/check" and "/load" follow
 * @property {string} field  field of the order that carries the text
 * @property {string} file   what was chosen, empty when pasted
 * @property {string} source its text
 * @property {boolean} legacy read as GB18030
 * @property {CheckAnswer | null} answer
 * @property {boolean} running
 */

/** @param {string} name @param {string} api @param {string} field @returns {Import} */
export const newImport = (name, api, field) => ({ name, api, field, file: "", source: "", legacy: false, answer: null, running: false });

/** @param {Import} one @param {File} file */
export async function takeFile(one, file) {
  if (file.size > SIZE_MAX) {
    toast(text("import.tooLarge"), true);
    return;
  }
  const bytes = await file.arrayBuffer();
  let source = "";
  let legacy = false;
  try {
    source = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // Spreadsheet programs of older Chinese systems write GB18030; the person is told to look at the names.
    source = new TextDecoder("gb18030").decode(bytes);
    legacy = true;
  }
  await check(one, source, file.name, legacy);
}

/** @param {Import} one @param {string} source @param {string} file @param {boolean} legacy */
export async function check(one, source, file = "", legacy = false) {
  Object.assign(one, { file, source, legacy, answer: null, running: true });
  redraw();
  const answer = await act(`${one.api}/check`, { [one.field]: source }, { quiet: true });
  one.running = false;
  if (answer.ok) one.answer = answer.reply;
  else if (answer.errors) one.answer = { errors: answer.errors.map(error => ({ line: 0, value: "", ...error })) };
  else if (answer.code !== "busy") toast(answer.message, true);
  redraw();
}

/** @param {Import} one @param {() => void} done */
async function load(one, done) {
  const sure = await ask({
    title: text(`${one.name}.askTitle`), verb: text("import.verb"),
    lines: [text(`${one.name}.askLine`, { file: one.file || text("import.pasted") })],
  });
  if (!sure) return;
  const answer = await act(`${one.api}/load`, { [one.field]: one.source });
  if (!answer.ok) {
    if (answer.errors) one.answer = { errors: answer.errors.map(error => ({ line: 0, value: "", ...error })) };
    redraw();
    return;
  }
  toast(text(`${one.name}.loaded`));
  reset(one);
  done();
}

/** @param {Import} one */
export function reset(one) {
  Object.assign(one, { file: "", source: "", legacy: false, answer: null, running: false });
  redraw();
}

/**
 * @param {HTMLElement} host
 * @param {Import} one
 * @param {import("./secretariat-views").Words | null} locked why nothing can be imported now
 * @param {() => void} done after loading
 */
export function showImport(host, one, locked, done) {
  const { answer } = one;
  host.closest("section")?.querySelectorAll("[data-import-start]").forEach(start => { /** @type {HTMLElement} */ (start).hidden = answer !== null || one.running; });
  draw(host, [one.file, one.running, answer, locked], () => [
    one.running && el("p.note", null, text("import.checking")),
    answer && summary(one, answer),
    answer && [
      one.legacy && el("p.note", null, text("import.legacy")),
      ...answer.errors.slice(0, SHOWN_MAX).map(error => finding("warning", error, one)),
      answer.errors.length > SHOWN_MAX && el("p.meta", null, text("import.more", { n: answer.errors.length - SHOWN_MAX })),
      ...(answer.warnings ?? []).slice(0, SHOWN_MAX).map(warning => finding("", warning, one)),
      changes(answer),
    ].flat(),
    answer && el("p.nothing-yet", null, el("b", null, text("import.nothing")), text(answer.errors.length > 0 ? "import.allOrNothing" : "import.clean")),
    answer && el("div.row.acts", null,
      answer.errors.length > 0 && el("button.button", { type: "button", "data-key": "list", onclick: () => errorList(one, answer) }, text("import.errorList")),
      el(answer.errors.length > 0 ? "button.button.primary" : "button.button", { type: "button", "data-key": "again", onclick: () => reset(one) }, text("import.other")),
      answer.errors.length === 0 && el("button.button.primary", {
        type: "button", "data-act": true, "data-barred": locked ? "" : false, "data-key": "load", "data-load": true, onclick: () => void load(one, done),
      }, text("import.verb"))),
  ]);
}

/** @param {Import} one @param {CheckAnswer} answer */
function summary(one, answer) {
  const counts = /** @type {[string, number | undefined][]} */ ([["rows", answer.rows], ["added", answer.added], ["changed", answer.changed], ["errors", answer.errors.length]])
    .filter(([, count]) => count !== undefined);
  return el("div", null, el("p.meta", null, one.file || text("import.pasted")),
    el("dl.counts", null, counts.map(([name, count]) => el(`div${name === "errors" && Number(count) > 0 ? ".warning" : ""}`, { "data-count": name },
      el("dt", null, text(`import.${name}`)), el("dd.figure", null, Number(count))))));
}

/** @param {string} kind @param {CheckLine} line @param {Import} one */
function finding(kind, line, one) {
  const source = line.line > 0 && one.name === "meeting" ? one.source.split(/\r?\n/, line.line)[line.line - 1]?.trim().slice(0, 120) : "";
  return el(`div.finding${kind ? `.${kind}` : ""}`, { "data-finding": kind || "note" },
    el("b", null, line.line > 0 ? text("import.line", { n: line.line }) : "", line.field ? `　${fieldName(line.field)}` : ""),
    el("p", null, line.value && el("q", null, visible(line.value)), say(line)),
    source && el("code", null, source));
}

/** @param {string} field */
const fieldName = field => {
  const named = text(`roster.${field}`);
  return named === `roster.${field}` ? field : named;
};

/**
 * What has no picture is shown by its number.
 * @param {string} value
 */
const visible = value => value.replace(/[\p{C}\p{Co}]/gu, sign => `□(U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase()})`);

/** @param {CheckAnswer} answer */
function changes(answer) {
  const list = answer.changes ?? [];
  if (list.length === 0) return null;
  return el("div.finding", { "data-finding": "change" }, el("b", null, text("import.changes")), el("ul.plain", null, list.slice(0, SHOWN_MAX).map(change =>
    el("li", null, text("import.change", { n: change.line, field: fieldName(change.field), before: change.before || text("import.none"), after: change.after || text("import.none") })))));
}

/**
 * The errors as a text file for those who correct the table.
 * @param {Import} one
 * @param {CheckAnswer} answer
 */
function errorList(one, answer) {
  const lines = answer.errors.map(error => `${text("import.line", { n: error.line })}\t${fieldName(error.field)}\t${error.value}\t${language === "en" ? error.en : error.zh}`);
  download(text("import.errorFile", { file: one.file.replace(/\.[^.]*$/, "") || text("import.pasted") }), lines.join("\r\n"), "text/plain");
}

/** @param {string} name @param {string} content @param {string} type */
export function download(name, content, type) {
  const address = URL.createObjectURL(new Blob(["\ufeff", content], { type }));
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
