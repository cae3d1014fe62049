// 本项旁: what the item lacks with links to its fields, both versions when two desks changed it, and how the paper reads.
import { meetingLang, ready } from "./desk.js";
import { draw, el, place } from "./elements.js";
import { say, text } from "./live.js";
import { hasDraft, isChanged, isFrozen, isLocked, lineOf, mayUndo, missing, opened, savedTime, settle } from "./secretariat-editor.js";
import { cleaned, hasSeats, rowsField, rowsOf } from "./secretariat-item.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */

const PREVIEW_ROWS = 16;

/** @param {SecretariatView} view */
export function showBeside(view) {
  const one = opened();
  const lacking = missing();
  const line = lineOf();
  const rounds = view.rounds.filter(round => round.question.agendaNo === one?.saved?.no && line)
    .map(round => ({ no: round.question.round, words: round.phaseWords, result: round.result?.verdictWords ?? null }));
  draw(place("lacks"), one && [one.key, lacking, one.theirs, line?.state, line?.rounds], () => one && [
    isLocked() && el("p.note.warning", { role: "status" }, text("agenda.locked")),
    !isLocked() && isFrozen() && el("p.note", null, text("agenda.frozen", { n: line?.rounds ?? 0 })),
    one.theirs && el("div.note.warning", { role: "alert" }, el("p", null, text("agenda.theirs")), el("div.row", null,
      el("button.button", { type: "button", onclick: () => settle(false), "data-key": "theirs" }, text("agenda.takeTheirs")),
      el("button.button", { type: "button", onclick: () => settle(true), "data-key": "mine" }, text("agenda.keepMine")))),
    lacking.length > 0
      ? el("div.note", { "data-missing": lacking.length }, el("h3", null, text("lacks.title", { n: lacking.length })), el("ol", null, lacking.map(lack =>
        el("li", null, el("a", { href: `#field-${lack.field}`, onclick: (/** @type {Event} */ event) => goTo(event, lack.field) }, lack.said)))))
      : el("p.note.good", { "data-missing": 0 }, text(isChanged(one) ? "lacks.noneUnsaved" : "lacks.none")),
  ]);
  draw(place("paper"), one && [one.key, cleaned(one.item)], () => one && paper(one.item));
  draw(place("item-rounds"), one && rounds, () => one && rounds.length > 0 && [
    el("h3", null, text("agenda.rounds")), el("ul.plain", null, rounds.map(round => el("li", null,
      el("a", { href: `#results/${round.no}` }, text("round.no", { n: round.no })), "　", say(round.words), round.result && `　${say(round.result)}`))),
  ]);
  showActs(lacking.length);
}

/**
 * The acts below the form: kept in place, so that a finger finds them.
 * @param {number} lacking
 */
function showActs(lacking) {
  const one = opened();
  const changed = one !== null && isChanged(one);
  const line = lineOf();
  const save = /** @type {HTMLButtonElement} */ (place("save"));
  const prepare = /** @type {HTMLButtonElement} */ (place("prepare"));
  bar(save, !changed || lacking > 0 || one?.theirs != null || isLocked());
  save.textContent = changed && lacking > 0 ? text("save.lacking", { n: lacking }) : isFrozen() ? text("save.newVersion") : text("save.verb");
  bar(prepare, !one || changed || lacking > 0 || !one.saved || isLocked() || line?.state === "declared");
  save.classList.toggle("primary", changed);
  prepare.classList.toggle("primary", !changed && prepare.dataset.barred === undefined);
  bar(/** @type {HTMLButtonElement} */ (place("remove")), !one || isLocked() || (line?.rounds ?? 0) > 0);
  /** @type {HTMLButtonElement} */ (place("undo")).disabled = !mayUndo();
  const unsaved = changed || (one?.saved && hasDraft(one.saved.no));
  place("saved").textContent = unsaved ? text("saved.not") : savedTime() ? text("saved.at", { time: savedTime() }) : "";
  place("acts").hidden = one === null;
  place("no-item").hidden = one !== null;
}

/** @param {HTMLButtonElement} button @param {boolean} barred */
function bar(button, barred) {
  if (barred) button.dataset.barred = "";
  else delete button.dataset.barred;
  button.disabled = barred || !ready();
}

/**
 * To the field a problem is about: "candidates[3]", else the field it lies in.
 * @param {Event} event
 * @param {string} field
 */
function goTo(event, field) {
  event.preventDefault();
  const host = place("form");
  const name = field.replace(/[[.].*$/, "");
  const found = [field, `${name}[0]`, name].map(one => host.querySelector(`[data-field="${CSS.escape(one)}"], [data-also="${CSS.escape(one)}"]`)).find(Boolean);
  const input = found?.matches("input, select, textarea") ? found : found?.querySelector("input, select, textarea");
  if (input instanceof HTMLElement) {
    input.focus();
    input.scrollIntoView({ block: "nearest" });
  }
}

/** @param {import("./secretariat-views").Item} item */
const marksOf = item => item.kind === "evaluation" ? text(`scale.${item.scale}`) : item.pickList || item.kind === "preSelection" ? "○" : "○　×　△";

/**
 * 票样.
 * @param {import("./secretariat-views").Item} item
 * @returns {(HTMLElement | null | false)[]}
 */
function paper(item) {
  const rows = rowsOf(cleaned(item));
  const single = rows.length === 0 || item.kind === "list" && !item.oneByOne || rowsField(item.kind) === "persons" && (item.merged === true || rows.length === 1);
  const marks = () => el("span.marks", { "aria-hidden": "true" }, marksOf(item));
  const posts = rows.some(row => row.post !== "");
  const names = single && rows.length > 0 ? el("p.names", null, rows.map(row => posts ? el("span.with-post", null, row.name, el("small", null, row.post)) : `${row.name}　`)) : null;
  return [
    el("h3", null, text("paper.title"), el("span.meta", null, text(`mode.${item.mode}`))),
    el("div.paper", { lang: meetingLang },
      el("p.paper-title", null, item.title || text("agenda.untitled")),
      item.office ? el("p.meta", null, item.office) : null,
      names,
      single
        ? el("p.paper-keys", null, item.kind === "rollCall" ? text("paper.anyKey") : item.kind === "inquiryAnswer" ? text("paper.answers") : text("paper.keys"))
        : el("ol", null, rows.slice(0, PREVIEW_ROWS).map(row => el("li", null, el("span", null, row.name, row.post && el("small", null, row.post)), marks()))),
      !single && rows.length > PREVIEW_ROWS && el("p.meta", null, text("paper.more", { n: rows.length - PREVIEW_ROWS })),
      hasSeats(item.kind) && Number.isInteger(item.seats) && el("p.meta", null, text("paper.seats", { n: Number(item.kind === "preSelection" ? item.places : item.seats) })),
      item.kind === "election" && el("p.meta", null, text("paper.writeIn"))),
  ];
}
