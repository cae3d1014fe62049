// 技术员: who answers and who does not, and what to do. It knows no choice and nobody's pressing.
import { drawnBy, redraw, standing, typing } from "./desk.js";
import { draw, el, focusKey, place } from "./elements.js";
import { text } from "./live.js";
import { startConsole } from "./shell.js";
import { along, isDisturbed, linesOf, lostOn, seatLike, spotOf } from "./technician-hall.js";
import { showHall, showLines, showTable } from "./technician-lines.js";
import { sample } from "./technician-strip.js";
import { bind, lostText, showSeat } from "./technician-seat.js";

/** @typedef {import("./technician-views").TechnicianView} TechnicianView */
/** @typedef {import("./technician-hall.js").Spot} Spot */

const MODES = ["lines", "hall", "table"];

/** @type {TechnicianView | null} */
let view = null;
/** @type {import("./technician-views").SeatPlan | null} */
let plan = null;
/**
 * Chosen by hand; without it the worst fault is shown.
 * @type {Spot | null}
 */
let picked = null;
let open = "";
let mode = "lines";

const search = /** @type {HTMLInputElement} */ (place("seat-search"));

/** @returns {Spot | null} */
const chosen = () => picked ?? (view && view.faults.length > 0 ? { line: view.faults[0].line, slot: view.faults[0].slot } : null);

/** @param {Spot} spot */
function pick(spot) {
  picked = spot;
  redraw();
}

/** @param {string} line */
function toggle(line) {
  open = open === line ? "" : line;
  redraw();
}

drawnBy(() => {
  if (!view) return;
  const lines = linesOf(view);
  const lost = lines.reduce((sum, line) => sum + lostOn(line), 0);
  const disturbed = lines.filter(isDisturbed).length;
  draw(place("sum"), [view.keypads, view.answering, disturbed], () => view && [
    el("span", null, text("sum.keypads", { n: view.keypads })), el("span", null, text("sum.answering", { n: view.answering })),
    view.keypads > view.answering && el("b", null, text("sum.silent", { n: view.keypads - view.answering })), disturbed > 0 && el("b", null, text("sum.disturbed", { n: disturbed })),
  ]);
  const repeated = lines.some(line => line.repeated > 0);
  draw(place("lost"), [lost, lines.length, repeated], () => lines.length > 0 && lostText(lost, repeated));
  place("lost").classList.toggle("warning", lost > 0);
  place("round-open").hidden = !view.roundOpen;
  const map = { chosen: chosen(), open, pick, toggle };
  for (const name of MODES) place(name).hidden = name !== mode;
  if (mode === "lines") showLines(view, map);
  else if (mode === "hall") showHall(view, plan, map);
  else showTable(view, map);
  showSeat(view, map.chosen, pick);
});

async function readPlan() {
  const reply = await fetch("/plan").catch(() => null);
  if (reply?.ok) plan = await reply.json();
  redraw();
}

function go() {
  const wanted = location.hash.slice(1);
  mode = MODES.includes(wanted) ? wanted : "lines";
  for (const link of document.querySelectorAll("[data-mode]")) {
    if (link.getAttribute("data-mode") === mode) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (mode === "hall") void readPlan();
  redraw();
}

/** @param {1 | -1} step */
function step(step) {
  const spot = chosen();
  const line = view && linesOf(view).find(one => one.id === spot?.line);
  if (!spot || !line) return;
  pick({ line: line.id, slot: along(line, spot.slot, step) });
  if (open === line.id) focusKey(place("lines"), `seat:${line.id}:${picked?.slot}`);
}

function find() {
  const seat = view && seatLike(view, search.value.trim());
  const spot = seat && view ? spotOf(view, seat) : null;
  place("search-said").textContent = spot ? "" : text("search.none", { seat: search.value.trim() });
  if (!spot) return;
  pick(spot);
  /** @type {HTMLElement | null} */ (document.querySelector("[data-seat-title]"))?.focus();
}

place("legend").append(...["answering", "silent", "faulty", "repeating", "joining", "unassigned"].map(state =>
  el("span", null, sample(/** @type {import("./technician-views").KeypadState} */ (state)), text(`keypad.${state}`))), el("span", null, text("legend.none")));
place("search").addEventListener("submit", event => {
  event.preventDefault();
  if (search.value.trim() !== "") find();
});
window.addEventListener("hashchange", go);
window.addEventListener("resize", redraw);
window.addEventListener("keydown", event => {
  if (/** @type {HTMLDialogElement} */ (place("ask")).open || typing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const spot = chosen();
  if (event.key === "/") search.focus();
  else if (event.key === "ArrowLeft") step(-1);
  else if (event.key === "ArrowRight") step(1);
  else if (event.key === "Escape" && open) toggle(open);
  else if (event.key.toLowerCase() === "s" && spot && view) void bind(view, spot);
  else return;
  event.preventDefault();
});

let started = false;
startConsole("technician", (/** @type {TechnicianView} */ picture, up) => {
  view = picture;
  standing(picture.head.version, up);
  if (started) {
    redraw();
  } else {
    started = true;
    go();
  }
});
