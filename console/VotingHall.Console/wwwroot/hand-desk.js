// 计票录入: papers issued and collected, the count, the slips. Keyboard alone: Enter goes on, sums follow every digit.
import { order, toast } from "./act.js";
import { chinese, make } from "./dom.js";
import { draw, forget } from "./elements.js";
import { countTyped, figure, isComplete, marksOf, nameLines, names, papersSum, REASONS, rowsTyped, rowSum, sheetOf, sideBySide, type, typedAs } from "./hand-count.js";
import { language, text } from "./live.js";

/** @typedef {import("./hand-view").HandDesk} HandDesk */

/** @type {HandDesk | null} */
let desk = null;
let version = 0;
let ready = false;
let busy = false;
/** @type {HTMLElement | null} */
let host = null;
let decides = false;

/**
 * Draws the desk into its place; what was typed stays.
 * @param {HTMLElement} place
 * @param {HandDesk | null} present
 * @param {number} seen version of the hall on the screen
 * @param {boolean} up
 * @param {boolean} scrutineer whether the person may decide about marks that are missing and about names
 */
export function drawHandDesk(place, present, seen, up, scrutineer) {
  host = place;
  desk = present;
  version = seen;
  ready = up;
  decides = scrutineer;
  place.hidden = present === null;
  if (present) sheetOf(present.question.round);
  draw(place, present, () => present ? [heading(present), ...parts(present)] : []);
  follow();
}

/** @param {HandDesk} present */
function heading(present) {
  return make("header", "hand-head",
    make("p", "hand-kicker", [text("hand.item", { no: present.question.agendaNo }), text(`hand.method.${present.question.method}`)].join("\u3000")),
    chinese(make("h2", "", present.question.title)),
    make("p", "hand-step", text(present.step === "casting" && present.issued !== null ? "hand.step.cast" : `hand.step.${present.step}`)),
    make("p", "hand-facts", text("hand.present", { n: present.present }),
      present.issued === null ? null : `\u3000${text("hand.issued", { n: present.issued })}`,
      present.collected === null ? null : `\u3000${text("hand.collected", { n: present.collected })}`));
}

/** @param {HandDesk} present @returns {import("./dom.js").Child[]} */
function parts(present) {
  switch (present.step) {
    case "casting": return [oneFigure("papers.issued", text("hand.enterIssued"), "/issued", true)];
    case "collecting": return [oneFigure("papers.collected", text("hand.enterCollected"), "/collected", false)];
    case "counting": return [entered(present), countForm(present)];
    case "differ": return [compared(present), countForm(present)];
    case "unaccounted": return [compared(present), decides ? decision() : make("p", "hand-note", text("hand.decideWait")), countForm(present)];
    case "slips": return [make("p", "hand-note", text("hand.slipsOf", { n: present.slipMarks })), entered(present),
      present.entries.length > 1 ? compared(present) : null, slipsForm(present)];
    case "manual": return [make("p", "hand-note", text("hand.manualOf", { n: present.places })), manualForm(present)];
    case "counted": return [written(present), decides ? mergeForm(present) : null];
    default: return [];
  }
}

/** @param {HandDesk} present */
const entered = present => make("p", "hand-note", present.enteredBy.length === 0 ? text("hand.nobody", { n: present.needed })
  : text("hand.entered", { who: present.enteredBy.join(language === "en" ? ", " : "\u3001"), k: present.enteredBy.length, n: present.needed }));

/**
 * One number alone.
 * @param {string} field @param {string} label @param {string} path @param {boolean} noted
 */
function oneFigure(field, label, path, noted) {
  const note = noted ? make("label", "hand-field wide", make("span", "", text("hand.issuedWhy")), input("note", "text")) : null;
  return form(text("hand.enter"), () => figure(field) !== null, () => send(path, { papers: figure(field) ?? 0, ...(noted ? { note: typedAs("note").trim() } : {}) }),
    make("label", "hand-field", make("span", "", label), input(field)), note);
}

/** @param {HandDesk} present */
function countForm(present) {
  const invalid = make("div", "hand-invalid", ...REASONS.map(reason => make("label", "hand-field", make("span", "", text(`hand.reason.${reason}`)), input(reason))));
  const papers = present.onPaper ? make("fieldset", "hand-papers", make("legend", "", text("hand.papers")),
    make("label", "hand-field", make("span", "", text("hand.valid")), input("valid")), invalid, sumPlace("papers")) : null;
  return form(text("hand.enterCount"), () => isComplete(present), () => send("/count", countTyped(present)),
    papers, rowsTable(present), present.writesIn ? namesFields() : null, tableFile());
}

/** @param {HandDesk} present */
function rowsTable(present) {
  const marks = marksOf(present);
  const head = make("tr", "", cell("col", text("hand.name")), ...marks.map(mark => cell("col", text(`hand.mark.${mark}`))), cell("col", text("hand.sum")));
  return make("table", "hand-rows", make("thead", "", head), make("tbody", "", ...present.rows.map((name, row) => make("tr", "",
    chinese(cell("row", name)),
    ...marks.map(mark => {
      const one = input(`${mark}.${row}`);
      one.setAttribute("aria-label", `${name} ${text(`hand.mark.${mark}`)}`);
      return make("td", "", one);
    }),
    make("td", "hand-sum-cell", sumPlace(`row.${row}`))))));
}

function namesFields() {
  const lines = Array.from({ length: nameLines() }, (_, i) => make("div", "hand-name",
    make("label", "hand-field wide", make("span", "", text("hand.writeInName")), chinese(input(`name.${i}`, "text"))),
    make("label", "hand-field", make("span", "", text("hand.votes")), input(`votes.${i}`))));
  return make("fieldset", "hand-names", make("legend", "", text("hand.writeIns")), ...lines);
}

/** @param {HandDesk} present */
const slipsForm = present => form(text("hand.enterSlips"), () => names().every(one => one.name !== "" && one.votes > 0)
  && names().reduce((sum, one) => sum + one.votes, 0) <= present.slipMarks, () => send("/slips", { names: names() }), namesFields());

/** @param {HandDesk} present */
const manualForm = present => form(text("hand.enterManual"), () => figure("participants") !== null, () => send("/manual-votes",
  { participants: figure("participants") ?? 0, rows: rowsTyped(present) }),
  make("label", "hand-field", make("span", "", text("hand.participants")), input("participants")), rowsTable(present));

function decision() {
  return form(text("hand.decide"), () => typedAs("decision").trim() !== "", () => send("/unaccounted", { note: typedAs("decision").trim() }),
    make("label", "hand-field wide", make("span", "", text("hand.decision")), input("decision", "text")));
}

/** @param {HandDesk} present */
function written(present) {
  return make("table", "hand-rows compare", make("tbody", "", ...(present.entries[0]?.names ?? []).map(one =>
    make("tr", "", chinese(cell("row", one.name)), make("td", "figure", one.votes)))));
}

/** @param {HandDesk} present */
function mergeForm(present) {
  const known = (present.entries[0]?.names ?? []).map(one => one.name);
  return form(text("hand.merge"), () => known.includes(typedAs("from")) && typedAs("into").trim() !== "" && typedAs("from") !== typedAs("into").trim(),
    () => send("/merge", { from: typedAs("from"), into: typedAs("into").trim() }),
    make("p", "hand-note", text("hand.mergeWhy")),
    make("label", "hand-field wide", make("span", "", text("hand.mergeFrom")), chinese(input("from", "text"))),
    make("label", "hand-field wide", make("span", "", text("hand.mergeInto")), chinese(input("into", "text"))));
}

/**
 * Both counts side by side; what differs is marked.
 * @param {HandDesk} present
 */
function compared(present) {
  const lines = sideBySide(present, key => text(key));
  return make("table", "hand-rows compare",
    make("thead", "", make("tr", "", cell("col", text("hand.name")), ...present.entries.map(entry => cell("col", entry.person)), cell("col", text("hand.equal")))),
    make("tbody", "", ...lines.map(line => {
      const equal = line.figures.every(one => one === line.figures[0]);
      return make("tr", equal ? "" : "differs", chinese(cell("row", line.label)), ...line.figures.map(one => make("td", "figure", one)),
        make("td", "", make("b", "", equal ? "\uFF1D" : "\u2260"), make("span", "unseen", text(equal ? "hand.same" : "hand.differs"))));
    })));
}

/** A count kept elsewhere comes in as a table. */
function tableFile() {
  const file = make("input");
  file.type = "file";
  file.accept = ".csv,text/csv";
  file.addEventListener("change", () => void readTable(file));
  return make("label", "hand-table", make("span", "", text("hand.table")), file, make("small", "", text("hand.tableHint")));
}

/** @param {HTMLInputElement} file */
async function readTable(file) {
  const chosen = file.files?.[0];
  if (chosen) await send("/count-table", { csv: await chosen.text() });
  file.value = "";
}

/**
 * A form whose button waits until everything is there; Enter goes to the next field, at the last one to the button.
 * @param {string} verb
 * @param {() => boolean} complete
 * @param {() => Promise<void>} run
 * @param {...import("./dom.js").Child} fields
 */
function form(verb, complete, run, ...fields) {
  const button = make("button", "button primary", verb);
  button.type = "submit";
  const problems = make("ul", "hand-problems");
  const made = make("form", "hand-form", ...fields, problems, make("div", "hand-acts", button));
  made.autocomplete = "off";
  const look = () => { button.disabled = !ready || busy || !complete(); };
  Reflect.set(made, "look", look);
  made.addEventListener("submit", event => {
    event.preventDefault();
    if (!button.disabled) void run();
  });
  made.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const inputs = [...made.querySelectorAll("input:not([type=file])")];
    const next = /** @type {HTMLElement | undefined} */ (inputs[inputs.indexOf(event.target) + 1]);
    if (next) next.focus();
    else if (!button.disabled) button.focus();
  });
  return made;
}

/** @param {string} field @param {"figure" | "text"} [kind] */
function input(field, kind = "figure") {
  const made = make("input", kind === "figure" ? "hand-figure" : "hand-text");
  made.type = "text";
  made.dataset.key = field;
  made.name = field;
  made.value = typedAs(field);
  made.maxLength = kind === "figure" ? 4 : 200;
  if (kind === "figure") made.inputMode = "numeric";
  made.addEventListener("focus", () => made.select());
  made.addEventListener("input", () => {
    const lines = nameLines();
    if (kind === "figure") made.value = made.value.normalize("NFKC").replace(/\D/g, "");
    type(field, made.value);
    if (host && desk && nameLines() !== lines) {
      forget(host);
      drawHandDesk(host, desk, version, ready, decides);
    }
    follow();
  });
  return made;
}

/** @param {string} name */
function sumPlace(name) {
  const made = make("output", "hand-sum");
  made.dataset.sum = name;
  return made;
}

/** The sums and buttons follow what is typed. */
function follow() {
  if (!host || !desk) return;
  for (const place of host.querySelectorAll("[data-sum]")) {
    const name = String(place.getAttribute("data-sum"));
    const sum = name === "papers" ? papersSum(desk) : rowSum(desk, Number(name.split(".")[1]));
    const said = text(`hand.sum.${sum.state}`, { n: sum.gap });
    place.className = `hand-sum ${sum.state}`;
    if (place.textContent !== said) place.textContent = said;
  }
  for (const one of host.querySelectorAll("form")) Reflect.get(one, "look")?.();
}

/**
 * @param {string} path
 * @param {Record<string, unknown>} body
 */
async function send(path, body) {
  if (!desk || !host || busy) return;
  busy = true;
  follow();
  const answer = await order(`/rounds/${desk.question.round}${path}`, version, body);
  busy = false;
  for (const list of host.querySelectorAll(".hand-problems")) list.replaceChildren();
  if (answer.ok) toast(text("hand.done"));
  else {
    toast(answer.message, true);
    host.querySelector(".hand-problems")?.replaceChildren(...(answer.errors ?? []).map(error => {
      const line = Number(Reflect.get(error, "line") ?? 0);
      return make("li", "", line > 0 ? `${text("hand.line", { n: line })} ` : "", error[language]);
    }));
  }
  follow();
}

/** @param {"col" | "row"} scope @param {string} said */
function cell(scope, said) {
  const heading = make("th", "", said);
  heading.scope = scope;
  return heading;
}
