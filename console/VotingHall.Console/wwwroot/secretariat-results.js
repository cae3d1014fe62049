// 结果与出席: every round with its figures and what they add up to, its record and certificate; who is missing.
import { meetingLang } from "./desk.js";
import { draw, el, place } from "./elements.js";
import { say, text } from "./live.js";
import { orderPrint } from "./secretariat-prints.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */
/** @typedef {import("./secretariat-views").RoundLine} RoundLine */
/** @typedef {import("./secretariat-views").Result} Result */

let chosen = 0;

/** @param {string} rest round of the address */
export function goResults(rest) { chosen = Number.parseInt(rest, 10) || 0; }

/** @param {SecretariatView} view */
export function showResults(view) {
  const rounds = view.rounds;
  const one = rounds.find(round => round.question.round === chosen) ?? rounds[rounds.length - 1];
  draw(place("rounds"), [rounds, one?.question.round], () => rounds.length === 0 ? el("p.empty", null, text("results.empty")) : el("ol.agenda", null, [...rounds].reverse().map(round =>
    el(`li.item${round === one ? ".current" : ""}`, null, el("a", {
      href: `#results/${round.question.round}`, "data-key": `round:${round.question.round}`, "aria-current": round === one ? "true" : false,
    }, el("b", null, round.question.agendaNo), el("span.item-title", { lang: meetingLang }, round.question.title),
      el(`span.meta${round.phase === "voided" ? ".lacking" : ""}`, null, [
        text("round.no", { n: round.question.round }), say(round.phaseWords), round.result ? say(round.result.verdictWords) : "", round.closedAt,
      ].filter(Boolean).join(" · ")))))));
  const prints = view.prints.filter(print => print.round === one?.question.round);
  draw(place("round"), [one, prints.length, view.printers], () => one && [
    el("h2", null, text("results.title", { no: one.question.agendaNo, n: one.question.round })),
    el("p.big-title", { lang: meetingLang }, one.question.title),
    el("p.meta", null, [text(`kind.${one.question.kind}`), one.question.kind !== "rollCall" && text(one.question.secret ? "secret" : "named"),
      one.question.repeatOf > 0 && text("results.repeatOf", { n: one.question.repeatOf }), one.question.followUpOf > 0 && text("results.followUpOf", { n: one.question.followUpOf }),
      one.openedAt && text("results.times", { from: one.openedAt, to: one.closedAt || "…" })].filter(Boolean).join(" · ")),
    one.voidReason && el("p.note.warning", null, text("results.voided", { reason: say(one.voidReason) })),
    one.result ? figures(one.result) : !one.voidReason && el("p.note", null, text("results.notYet", { phase: say(one.phaseWords) })),
    papers(one, prints.length, view),
  ]);
}

/** @param {Result} result */
function figures(result) {
  const single = result.rows.length === 1 && result.rows[0].name === "" && result.labels.length === 0;
  const [row] = result.rows;
  const sum = result.papers ? text("results.papers", { ...result.papers }) : single && result.kind !== "rollCall"
    ? text("results.sum", { f: row.for, a: row.against, b: row.abstain, n: result.notPressed, p: result.signedIn })
    : text(rowsAddUp(result) ? "results.sumRowsEach" : "results.sumRows", { v: result.participants, n: result.notPressed, p: result.signedIn });
  return el("div.figures", null,
    result.kind === "rollCall" ? null : single ? single4(row, result.notPressed) : table(result),
    el("p.sum", null, result.kind === "rollCall" ? text("results.rollCall", { p: result.participants, n: result.signedIn - result.participants, due: result.signedIn }) : sum,
      "　", el("span.meta", null, say(result.baseWords), ` ${result.baseCount}`, result.required === null ? "" : `　${text("results.required", { t: result.required })}`)),
    result.failedKeypads > 0 && el("p.note", null, text("results.failed", { n: result.failedKeypads }), result.mayChange && ` ${text("results.mayChange")}`),
    el(`p.verdict.${result.verdict}`, null, say(result.verdictWords)));
}

/**
 * Every row adds up to the participants (a list to pick from does not).
 * @param {Result} result
 */
const rowsAddUp = result => result.rows.every(row => (result.labels.length > 0 ? row.marks.reduce((sum, mark) => sum + mark, 0) : row.for + row.against + row.abstain + row.writeIn) === result.participants);

/** @param {import("./secretariat-views").ResultRow} row @param {number} notPressed */
const single4 = (row, notPressed) => el("dl.totals", null, /** @type {[string, string, number][]} */ ([
  ["for", "○", row.for], ["against", "×", row.against], ["abstain", "△", row.abstain], ["notPressed", "- -", notPressed],
]).map(([name, sign, count]) => el(`div.${name}`, null, el("dt", null, el("i", { "aria-hidden": "true" }, sign), text(`mark.${name}`)), el("dd.figure", null, count))));

/** @param {Result} result */
function table(result) {
  const ranked = result.rows.some(row => row.rank !== null);
  const writeIn = result.rows.some(row => row.writeIn > 0) || result.writeIns > 0;
  if (result.labels.length > 0) return gradesTable(result);
  const marks = ["for", "against", "abstain", ...writeIn ? ["writeIn"] : []];
  return el("table", null,
    el("thead", null, el("tr", null, ranked && el("th", null, text("results.rank")), el("th", null, text("results.name")),
      marks.map(mark => el("th.number", null, text(`mark.${mark}`))), el("th", null, text("results.outcome")))),
    el("tbody", null, result.rows.map(row => el("tr", null, ranked && el("td.figure", null, row.rank ?? ""), el("td", { lang: meetingLang }, el("b", null, row.name), row.post && el("span.meta", null, `　${row.post}`)),
      marks.map(mark => el("td.number.figure", null, Reflect.get(row, mark))),
      el("td", null, ["none", "notElected", "notChosen"].includes(row.verdict) ? "" : text(`row.${row.verdict}`))))));
}

/** @param {Result} result */
const gradesTable = ({ labels, rows }) => el("table", null,
  el("thead", null, el("tr", null, el("th", null, text("results.name")), labels.map(label => el("th.number", { lang: meetingLang }, label)), el("th", null, text("results.outcome")))),
  el("tbody", null, rows.map(row => el("tr", null, el("td", { lang: meetingLang }, el("b", null, row.name), row.post && el("span.meta", null, `　${row.post}`)),
    row.marks.map((mark, i) => el("td.number.figure", null, mark, row.rates[i] && el("span.meta", null, ` ${row.rates[i]}`))),
    el("td", { lang: meetingLang }, row.grade)))));

/** @param {RoundLine} one @param {number} printed @param {SecretariatView} view */
function papers(one, printed, view) {
  if (!one.recordDigest) return ["declared"].includes(one.phase) && el("p.meta", null, text("results.signing"));
  const at = `/api/rounds/${one.question.round}`;
  return el("div.papers", null,
    el("p", null, text("results.digest"), el("code.digest", { title: one.recordDigest }, one.recordDigest.slice(0, 16).replace(/(.{4})(?=.)/g, "$1 "))),
    el("div.row", null,
      el("a.button", { href: `${at}/record`, download: `${one.question.round}.record.json`, "data-key": "record" }, text("results.record")),
      el("a.button", { href: `${at}/proof`, download: `${one.question.round}.proof.json`, "data-key": "proof" }, text("results.proof")),
      one.certificates > 0 && el("a.button", { href: `${at}/certificate`, target: "_blank", rel: "noopener", "data-key": "view" }, text("results.view")),
      one.certificates > 0 && el("a.button", { href: `${at}/certificate?download=1`, download: true, "data-key": "certificate" }, text("results.certificate")),
      el(printed > 0 ? "button.button" : "button.button.primary", {
        type: "button", "data-act": true, "data-barred": one.certificates > 0 && view.printers.length > 0 ? false : "", "data-key": "print", "data-print": true,
        onclick: () => void orderPrint(view, one.question.round),
      }, text(printed > 0 ? "print.again" : "print.first"))),
    one.certificates === 0 && el("p.meta", null, text("results.making")),
    view.printers.length === 0 && el("p.note", null, text("print.noPrinter")));
}

/** @param {SecretariatView} view */
export function showAttendance(view) {
  const { due, present, quorum, absent } = view.attendance;
  const excused = view.meeting?.excused ?? 0;
  draw(place("attendance-figures"), [view.attendance, excused], () => [
    el("dl.totals", null, /** @type {[string, number][]} */ ([["due", due], ["present", present], ["absent", due - present], ["quorum", quorum]])
      .map(([name, count]) => el("div", null, el("dt", null, text(`attendance.${name}`)), el("dd.figure", null, count)))),
    el("p.sum", null, text("attendance.sum", { due, present, absent: due - present }), excused > 0 && `　${text("attendance.excused", { n: excused })}`),
    el(`p.verdict.${present >= quorum ? "quorumMet" : "quorumShort"}`, null, text(present >= quorum ? "attendance.met" : "attendance.short", { k: quorum - present })),
  ]);
  const sought = /** @type {HTMLInputElement} */ (place("absent-search")).value.trim();
  const shown = absent.filter(one => `${one.seat} ${one.name}`.includes(sought));
  draw(place("absent"), [shown, absent.length, present], () => absent.length === 0
    ? el("p.empty", null, text(present > 0 ? "attendance.nobody" : "attendance.notYet"))
    : el("ol.absent", null, shown.map(one => el("li", null, el("span.seat", null, one.seat), el("b", { lang: meetingLang }, one.name)))));
}
