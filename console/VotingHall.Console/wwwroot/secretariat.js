// 秘书处: one page, its views by the address after #, so that a reload stays where it was.
import { drawnBy, redraw, standing, typing } from "./desk.js";
import { place } from "./elements.js";
import { text } from "./live.js";
import { drawHandDesk } from "./hand-desk.js";
import { startConsole } from "./shell.js";
import { agendaKey, goAgenda, showAgenda, startAgenda } from "./secretariat-agenda.js";
import { showPrints, troubled } from "./secretariat-prints.js";
import { goResults, showAttendance, showResults } from "./secretariat-results.js";
import { showMeeting, showRoster, startRoster } from "./secretariat-roster.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */

/** @type {Record<string, (view: SecretariatView) => void>} */
const VIEWS = { agenda: showAgenda, roster: showRoster, meeting: showMeeting, attendance: showAttendance, results: showResults, prints: showPrints, count: showCount };

/** @type {SecretariatView | null} */
let view = null;
let tab = "agenda";
let linkUp = false;

/** @param {SecretariatView} picture */
function showCount(picture) {
  place("count-none").hidden = picture.desk !== null;
  drawHandDesk(place("hand"), picture.desk, picture.head.version, linkUp, false);
}

function go() {
  const [name, rest = ""] = location.hash.slice(1).split("/", 2);
  tab = name in VIEWS ? name : "agenda";
  for (const section of document.querySelectorAll("section[data-view]")) /** @type {HTMLElement} */ (section).hidden = section.getAttribute("data-view") !== tab;
  for (const link of document.querySelectorAll("[data-tab]")) {
    if (link.getAttribute("data-tab") === tab) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
  if (tab === "results") goResults(rest);
  redraw();
  if (tab === "agenda") goAgenda(rest);
}

drawnBy(() => {
  if (!view) return;
  VIEWS[tab](view);
  const count = troubled(view);
  const badge = place("badge");
  badge.hidden = count === 0;
  badge.textContent = text("print.trouble", { n: count });
  place("count-badge").hidden = view.desk === null;
});

window.addEventListener("hashchange", go);
window.addEventListener("keydown", event => {
  if (/** @type {HTMLDialogElement} */ (place("ask")).open || event.isComposing) return;
  if (event.key === "/" && !typing(event)) {
    const search = /** @type {HTMLElement | null} */ (document.querySelector(`section[data-view="${tab}"] input[type="search"]`));
    search?.focus();
    if (search) event.preventDefault();
  } else if (tab === "agenda" && agendaKey(event, typing(event))) {
    event.preventDefault();
  }
});
place("absent-search").addEventListener("input", redraw);

startAgenda();
startRoster();
let started = false;
startConsole("secretariat", (/** @type {SecretariatView} */ picture, up) => {
  view = picture;
  linkUp = up;
  standing(picture.head.version, up);
  if (started) {
    redraw();
  } else {
    started = true;
    go();
  }
});
