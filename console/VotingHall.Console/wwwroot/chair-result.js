// 结果的中栏: four figures of a single question, or a row for each name; the sum they add up to stands below.
import { chinese, make, unseen } from "./dom.js";
import { text } from "./live.js";
import { markOf } from "./marks.js";

/** Rows from which the table is set closer. */
const CLOSE_FROM = 6;

/** Verdicts of a row that have a word; who was not elected gets none. */
const WORDED = new Set(["elected", "tied", "electedPendingApproval", "carried", "notCarried"]);

/**
 * @param {QuestionView} question
 * @param {ResultView} figures
 * @returns {HTMLElement[]}
 */
export function drawFigures(question, figures) {
  if (question.kind === "rollCall") return [rollCall(figures)];
  const table = figures.rows.length !== 1 || ["election", "runoff", "projectVote", "preSelection", "evaluation"].includes(question.kind);
  return [table ? rowsTable(question, figures) : tiles(figures, question.method === "hands"), sumLine(figures, question.method === "hands")];
}

/** @param {ResultView} figures */
function rollCall(figures) {
  const due = Math.max(figures.baseCount, figures.participants + figures.notPressed);
  return make("dl", "tiles three", tile(null, text("due"), due), tile(null, text("present"), figures.participants),
    tile(null, text("absent"), due - figures.participants));
}

/** @param {ResultView} figures @param {boolean} hands */
function tiles(figures, hands) {
  const row = figures.rows[0];
  if (figures.labels.length > 0)
    return make("dl", "tiles", ...figures.labels.map((label, i) => tile(null, label, row.marks[i])), tile("notPressed", text("mark.notPressed"), figures.notPressed));
  return make("dl", "tiles", tile("for", text("mark.for"), row.for), tile("against", text("mark.against"), row.against + row.writeIn),
    tile("abstain", text("mark.abstain"), row.abstain), figures.papers ? tile(null, text("mark.invalid"), figures.papers.invalid)
      : tile("notPressed", text(hands ? "mark.noHand" : "mark.notPressed"), figures.notPressed));
}

/**
 * @param {import("./marks.js").Mark | null} mark
 * @param {string} label
 * @param {number} figure
 */
function tile(mark, label, figure) {
  return make("div", "tile", make("dt", "", mark ? markOf(mark) : null, label), make("dd", "figure", figure));
}

/**
 * By votes where rows are ranked, else in ballot order. Many projects stand in two columns, so that all of them are seen at once.
 * @param {QuestionView} question
 * @param {ResultView} figures
 */
function rowsTable(question, figures) {
  if (figures.labels.length > 0) return grades(figures);
  const picked = question.kind === "projectVote";
  const writeIns = !picked && figures.rows.some(row => row.writeIn > 0);
  const columns = ["for", ...(picked || question.kind === "preSelection" ? [] : ["against", "abstain"]), ...(writeIns ? ["writeIn"] : [])];
  const rows = figures.rows.every(row => row.rank !== null)
    ? [...figures.rows].sort((a, b) => Number(a.rank) - Number(b.rank)) : figures.rows;
  if (!picked || rows.length <= CLOSE_FROM) return table(rows, columns, picked);
  const half = Math.ceil(rows.length / 2);
  return make("div", "pair", table(rows.slice(0, half), columns, true, true), table(rows.slice(half), columns, true, true));
}

/**
 * 测评: one column a grade with its rate below, and the grade reached.
 * @param {ResultView} figures
 */
function grades({ labels, rows }) {
  const head = make("tr", "", heading("col", text("column.item")), ...labels.map(label => chinese(heading("col", label, "number"))),
    heading("col", text("column.grade"), "verdict"));
  return make("table", rows.length > CLOSE_FROM ? "rows close" : "rows", make("thead", "", head), make("tbody", "", ...rows.map(row => {
    const name = chinese(heading("row", row.name));
    if (row.post) name.append(make("small", "", row.post));
    return make("tr", "", name,
      ...row.marks.map((mark, i) => make("td", "number figure", mark, row.rates[i] ? make("small", "rate", row.rates[i]) : null)),
      make("td", "verdict", chinese(make("b", "", row.grade))));
  })));
}

/**
 * @param {ResultRow[]} rows
 * @param {string[]} columns
 * @param {boolean} picked
 * @param {boolean} [close]
 */
function table(rows, columns, picked, close = rows.length > CLOSE_FROM) {
  const head = make("tr", "", heading("col", text(picked ? "column.project" : "column.name")),
    ...columns.map(column => heading("col", text(`mark.${column}`), "number")), make("td", "verdict", unseen(text("column.verdict"))));
  return make("table", close ? "rows close" : "rows", make("thead", "", head), make("tbody", "", ...rows.map(row => {
    const name = chinese(heading("row", row.name));
    if (row.post) name.append(make("small", "", row.post));
    return make("tr", "", name,
      ...columns.map(column => make("td", column === "for" ? "number figure main" : "number figure", figureOf(row, column))),
      make("td", `verdict ${row.verdict}`, ...verdict(row)));
  })));
}

/** @param {ResultRow} row */
function verdict(row) {
  if (row.verdict === "chosen" || row.verdict === "notChosen") return row.verdict === "notChosen" ? [""] : ["✓", unseen(text("row.chosen"))];
  return [WORDED.has(row.verdict) ? text(`row.${row.verdict}`) : ""];
}

/**
 * @param {ResultRow} row
 * @param {string} column
 */
function figureOf(row, column) {
  switch (column) {
    case "for": return row.for;
    case "against": return row.against;
    case "abstain": return row.abstain;
    default: return row.writeIn;
  }
}

/** @param {ResultView} figures @param {boolean} hands */
function sumLine(figures, hands) {
  if (figures.papers)
    return make("p", "sum", text("sum.papers", { ...figures.papers }), figures.writeIns > 0 ? `\u3000${text("sum.writeIns", { n: figures.writeIns })}` : null);
  const voted = figures.participants, out = figures.notPressed, present = voted + out;
  return make("p", "sum", text(hands ? "sum.hands" : "sum.present", { voted, out, present }), figures.writeIns > 0 ? `　${text("sum.writeIns", { n: figures.writeIns })}` : null);
}

/**
 * @param {"col" | "row"} scope
 * @param {string} said
 * @param {string} [className]
 */
function heading(scope, said, className = "") {
  const cell = make("th", className, said);
  cell.scope = scope;
  return cell;
}
