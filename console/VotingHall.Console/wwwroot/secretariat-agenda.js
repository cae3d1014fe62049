// 议程: the list with states, its order (drag ⠿, Alt+↑ ↓), and the item being edited beside it.
import { toast } from "./act.js";
import { act, meetingLang, read, ready, redraw, versionShown } from "./desk.js";
import { draw, el, focusKey, forget, place } from "./elements.js";
import { text } from "./live.js";
import { showBeside } from "./secretariat-beside.js";
import { follow, hasDraft, isChanged, lineOf, newItem, newItems, openItem, opened, remove, save, undo } from "./secretariat-editor.js";
import { showForm, VERBS } from "./secretariat-form.js";
import { startDrag } from "./secretariat-drag.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */
/** @typedef {import("./secretariat-views").AgendaLine} AgendaLine */

/** @type {AgendaLine[]} */
let lines = [];
let dragging = false;

/**
 * What a line says below its title: kind, secret or named, how many of how many, and where it stands.
 * @param {AgendaLine} line
 */
function meta(line) {
  const parts = [text(`kind.${line.kind}`)];
  if (line.names > 0) parts.push(line.seats > 0 ? text("agenda.choose", { n: line.names, s: line.seats }) : text("agenda.names", { n: line.names }));
  else if (line.kind !== "rollCall") parts.push(text(line.secret ? "secret" : "named"));
  parts.push(line.state !== "waiting" ? text(`state.${line.state}`) : line.problems > 0 ? text("agenda.lacking", { n: line.problems }) : text("agenda.ready"));
  if (hasDraft(line.no)) parts.push(text("agenda.unsaved"));
  return parts.join(" · ");
}

/** @param {SecretariatView} view */
export function showAgenda(view) {
  lines = view.agenda;
  follow(view);
  const one = opened();
  const fresh = newItems();
  if (!dragging)
    draw(place("agenda-list"), [view.agenda, fresh, one?.key, view.agenda.map(line => hasDraft(line.no)), one && isChanged(one)], () => [
      el("ol.agenda", null, view.agenda.map((line, at) => entry(line.no, line.title, meta(line), one?.key === line.no, {
        state: line.state, lacking: line.state === "waiting" && line.problems > 0, at,
      })), fresh.map(([key, item]) => entry(key, item.title || text("agenda.untitled"), text("agenda.draft"), one?.key === key, { no: item.no, lacking: true }))),
      view.agenda.length + fresh.length === 0 && el("p.empty", null, text("agenda.empty"), el("a", { href: "#meeting" }, text("agenda.emptyImport"))),
    ]);
  place("agenda-sitting").textContent = view.head.sittingName || text("tab.agenda");
  place("item-title").textContent = one ? text("item.title", { no: one.item.no, kind: text(`kind.${one.item.kind}`) }) : "";
  showForm();
  showBeside(view);
}

/**
 * @param {string} key @param {string} title @param {string} said @param {boolean} current
 * @param {{ no?: string, state?: string, lacking?: boolean, at?: number }} about
 */
function entry(key, title, said, current, { no = key, state = "draft", lacking = false, at }) {
  return el(`li.item${current ? ".current" : ""}`, { "data-no": key },
    at !== undefined
      ? el("button.grip", {
        type: "button", "data-key": `grip:${key}`, "aria-label": text("agenda.grip", { no }), title: text("agenda.grip", { no }),
        onkeydown: (/** @type {KeyboardEvent} */ event) => moveKey(event, key),
        onpointerdown: (/** @type {PointerEvent} */ event) => drag(event, key),
      }, "⠿")
      : el("span.grip", { "aria-hidden": "true" }, "＋"),
    el("a", {
      href: `#agenda/${encodeURIComponent(key)}`, "data-key": `item:${key}`, "aria-current": current ? "true" : false,
      onkeydown: (/** @type {KeyboardEvent} */ event) => at !== undefined && moveKey(event, key),
    }, el("b", null, `${no}`), el("span.item-title", { title, lang: meetingLang }, title), el(`span.meta${lacking ? ".lacking" : ""}`, { "data-state": state }, said)));
}

/** @param {KeyboardEvent} event @param {string} no */
function moveKey(event, no) {
  if (!event.altKey || event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  const at = lines.findIndex(line => line.no === no);
  void moveTo(no, at + (event.key === "ArrowUp" ? -1 : 1));
}

/** @param {PointerEvent} event @param {string} no */
function drag(event, no) {
  if (!ready()) return;
  dragging = true;
  startDrag(event, place("agenda-list"), "li[data-no] > button.grip", to => {
    dragging = false;
    forget(place("agenda-list"));
    redraw();
    const from = lines.findIndex(line => line.no === no);
    if (to !== null && to !== from) void moveTo(no, to);
  });
}

/** @param {string} no @param {number} to place from 0 */
async function moveTo(no, to) {
  if (!ready() || to < 0 || to >= lines.length) return;
  const versionSeen = versionShown();
  const facts = await read(`/agenda/${encodeURIComponent(no)}`);
  if (!facts) {
    toast(text("agenda.unreadable", { no }), true);
    return;
  }
  const moved = await act(`/agenda/${encodeURIComponent(no)}`, { item: facts.item, place: to + 1 }, { versionSeen });
  if (moved.ok) place("agenda-said").textContent = text("agenda.moved", { no, n: to + 1 });
}

/** @param {string} rest of the address: the item */
export function goAgenda(rest) {
  if (rest) void openItem(decodeURIComponent(rest));
  else if (!opened() && lines.length > 0) void openItem((lines.find(line => line.state !== "declared") ?? lines[0]).no);
}

function add() {
  const key = newItem(VERBS);
  location.hash = `agenda/${encodeURIComponent(key)}`;
  focusKey(place("form"), "title");
}

async function saveNow() {
  const key = opened()?.key;
  const saved = await save();
  if (saved && opened() && opened()?.key !== key) history.replaceState(null, "", `#agenda/${encodeURIComponent(String(opened()?.key))}`);
  if (saved) toast(text("saved.toast"));
  else if (opened()) /** @type {HTMLElement | null} */ (place("lacks").querySelector("a"))?.click();
}

async function prepare() {
  const no = lineOf()?.no;
  if (no && (await act("/rounds", { item: no })).ok) toast(text("prepare.done", { no }));
}

/** @param {KeyboardEvent} event @param {boolean} inField @returns {boolean} whether it was for the agenda */
export function agendaKey(event, inField) {
  if (event.ctrlKey && event.key === "Enter") void saveNow();
  else if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === "z") return undo();
  else if (!inField && !event.ctrlKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === "n") add();
  else return false;
  return true;
}

export function startAgenda() {
  place("add").addEventListener("click", add);
  place("save").addEventListener("click", () => void saveNow());
  place("prepare").addEventListener("click", () => void prepare());
  place("undo").addEventListener("click", () => undo());
  place("remove").addEventListener("click", async () => {
    if (await remove()) location.hash = "agenda";
  });
}
