// 名册 and 会议文件: what is loaded, and the import beside it.
import { meetingLang, read, redraw } from "./desk.js";
import { draw, el, place } from "./elements.js";
import { say, text } from "./live.js";
import { check, download, newImport, showImport, takeFile } from "./secretariat-import.js";

/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */
/** @typedef {import("./secretariat-views").RosterAnswer} RosterAnswer */

const roster = newImport("rosterImport", "/roster", "csv");
const meeting = newImport("meeting", "/meeting", "text");
/** @type {RosterAnswer | null} */
let members = null;
let unreadable = false;
let readFor = "";

/** @param {SecretariatView} view */
export function showRoster(view) {
  const wanted = JSON.stringify([view.meeting, view.head.run]);
  if (readFor !== wanted) {
    readFor = wanted;
    void readMembers();
  }
  showMembers();
  showLocked("roster", view);
  showImport(place("roster-import"), roster, view.locked, () => { readFor = ""; redraw(); });
}

async function readMembers() {
  members = await read("/roster");
  unreadable = members === null;
  redraw();
}

function showMembers() {
  const sought = /** @type {HTMLInputElement} */ (place("roster-search")).value.trim().toLowerCase();
  const all = members?.members ?? [];
  const shown = sought === "" ? all : all.filter(member => [String(member.id), member.name, member.seat, member.keypadUid ?? ""]
    .some(value => value.toLowerCase().includes(sought)));
  place("roster-count").textContent = members ? text(sought ? "roster.found" : "roster.count", { n: shown.length, all: all.length }) : "";
  draw(place("roster-table"), [shown, unreadable, members === null], () => unreadable ? el("p.empty", null, text("roster.unreadable")) : members !== null && all.length === 0
    ? el("p.empty", null, text("roster.empty"))
    : el("table", null,
      el("thead", null, el("tr", null, ["id", "name", "seat", "keypadUid"].map(name => el("th", { scope: "col" }, text(`roster.${name}`))))),
      el("tbody", null, shown.map(member => el("tr", null, el("td.figure", null, member.id), el("td", { lang: meetingLang }, el("b", null, member.name)), el("td", null, member.seat),
        el("td.uid", null, member.keypadUid ?? text("roster.noKeypad")))))));
}

/** @param {string} name @param {SecretariatView} view */
function showLocked(name, view) {
  const line = place(`${name}-locked`);
  line.hidden = view.locked === null;
  line.textContent = say(view.locked);
}

/** @param {SecretariatView} view */
export function showMeeting(view) {
  draw(place("meeting-now"), view.meeting, () => view.meeting
    ? el("dl.facts", null, facts(view.meeting).map(([name, value]) => el("div", null, el("dt", null, text(`meeting.${name}`)), el("dd", null, value))))
    : el("p.empty", null, text("meeting.none")));
  showLocked("meeting", view);
  showImport(place("meeting-import"), meeting, view.locked, redraw);
}

/** @param {import("./secretariat-views").Meeting} now @returns {[string, string][]} */
const facts = now => [
  ["session", now.sessionName], ["body", now.bodyName], ["hall", now.hallName], ["location", now.location],
  ["sittings", now.sittings.map(sitting => sitting.name).join("、")],
  ["members", text("meeting.membersValue", { n: now.members, excused: now.excused })],
  ["base", text(now.baseConfirmed ? "meeting.baseConfirmed" : "meeting.baseOpen", { n: now.baseCount, basis: say(now.baseBasis) })],
  ["profile", now.profile], ["suite", now.suite],
];

/** @param {string} name @param {import("./secretariat-import.js").Import} one */
function startImport(name, one) {
  const file = /** @type {HTMLInputElement} */ (place(`${name}-file`));
  const pasted = /** @type {HTMLTextAreaElement} */ (place(`${name}-paste`));
  const drop = place(`${name}-drop`);
  file.addEventListener("change", () => {
    if (file.files?.[0]) void takeFile(one, file.files[0]);
    file.value = "";
  });
  drop.addEventListener("dragover", event => { event.preventDefault(); drop.classList.add("over"); });
  drop.addEventListener("dragleave", () => drop.classList.remove("over"));
  drop.addEventListener("drop", event => {
    event.preventDefault();
    drop.classList.remove("over");
    if (event.dataTransfer?.files[0]) void takeFile(one, event.dataTransfer.files[0]);
  });
  place(`${name}-check`).addEventListener("click", () => {
    if (pasted.value.trim() === "") pasted.focus();
    else void check(one, pasted.value);
  });
}

export function startRoster() {
  startImport("roster", roster);
  startImport("meeting", meeting);
  place("roster-search").addEventListener("input", showMembers);
  place("roster-template").addEventListener("click", () => download(text("roster.templateFile"), `${text("roster.templateHead")}\r\n`, "text/csv"));
}
