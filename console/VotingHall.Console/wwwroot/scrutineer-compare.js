// 核对: the station's own sums beside the host's; equal or not, row by row, and in sight what they add up to.
import { chinese, make, unseen } from "./dom.js";
import { text } from "./live.js";

/** @typedef {import("./scrutineer-view").Compare} Compare */
/** @typedef {import("./scrutineer-view").StationSum} StationSum */

/**
 * True only if the hall says so and no row on this page differs.
 * @param {Compare} stage
 */
export const agrees = ({ agree, stationRows, figures }) =>
  agree && stationRows.length === figures.rows.length && stationRows.every((sum, i) => same(sum, figures.rows[i]));

/**
 * @param {StationSum} sum
 * @param {ResultRow} row
 */
const same = (sum, row) => sum.for === row.for && sum.against === row.against && sum.abstain === row.abstain && sum.writeIn === row.writeIn
  && sum.marks.length === row.marks.length && sum.marks.every((mark, i) => mark === row.marks[i]);

/**
 * @param {Compare} stage
 * @returns {import("./dom.js").Child[]}
 */
export function drawCompare(stage) {
  const { question, figures, stationRows } = stage;
  const agree = agrees(stage);
  return [
    agree ? null : make("div", "alarm", make("h3", "", text("compare.mayNot")), make("p", "", text("compare.mayNot.what"))),
    figures.rows.length > 0 && make("h3", "", text(question.secret ? "compare.own" : "compare.second")),
    figures.rows.length > 0 && sums(question, stationRows, figures, figures.rows),
    participants(question, figures),
    make("p", "note", text(question.secret ? "compare.knows" : "compare.named")),
    agree ? make("p", "seal", text("compare.agree")) : null,
  ];
}

/**
 * The figures once they are confirmed, nothing beside them.
 * @param {QuestionView} question
 * @param {ResultView} figures
 */
export const drawTotals = (question, figures) =>
  [figures.rows.length > 0 ? sums(question, figures.rows, figures, null) : null, participants(question, figures)];

/**
 * @param {QuestionView} question
 * @param {StationSum[]} own
 * @param {ResultView} figures
 * @param {ResultRow[] | null} host
 */
function sums(question, own, { rows, labels }, host) {
  const picked = isPicked(question);
  const writeIns = !picked && [...own, ...rows].some(row => row.writeIn > 0);
  const columns = labels.length > 0 ? labels : [text("mark.for"), ...(picked ? [] : [text("mark.against"), text("mark.abstain")]), ...(writeIns ? [text("mark.writeIn")] : []),
    ...(picked ? [] : [text("column.sum")])];
  const head = make("tr", "", cell("col", text("column.name")), ...columns.map(column => cell("col", column, "number")),
    host ? cell("col", text("column.host"), "host") : null);
  return make("table", "sums", make("thead", "", head), make("tbody", "", ...rows.map((row, i) => {
    const sum = own[i] ?? { for: 0, against: 0, abstain: 0, writeIn: 0, marks: [] };
    const figures = labels.length > 0 ? sum.marks : parts(sum, picked, writeIns);
    const equal = host === null || (own[i] !== undefined && same(sum, row));
    return make("tr", equal ? "" : "differs", chinese(cell("row", row.name)), ...figures.map(figure => make("td", "number figure", figure)),
      host ? make("td", "host", equal ? make("b", "", "＝", unseen(text("host.same")))
        : make("b", "", `≠ ${(labels.length > 0 ? row.marks : parts(row, picked, writeIns)).join("／")}`, unseen(text("host.differs")))) : null);
  })));
}

/**
 * Rows to pick from have one figure.
 * @param {QuestionView} question
 */
const isPicked = question => question.kind === "projectVote" || question.kind === "preSelection";

/**
 * @param {StationSum} sum
 * @param {boolean} picked
 * @param {boolean} writeIns
 */
const parts = (sum, picked, writeIns) => picked ? [sum.for]
  : [sum.for, sum.against, sum.abstain, ...(writeIns ? [sum.writeIn] : []), sum.for + sum.against + sum.abstain + sum.writeIn];

/**
 * @param {QuestionView} question
 * @param {ResultView} figures
 */
function participants(question, figures) {
  const { participants: voted, notPressed: out } = figures;
  if (figures.papers) return make("p", "sum figure", text("sum.papers", { ...figures.papers }));
  const said = question.kind === "rollCall" ? text("sum.rollCall", { voted, out, due: voted + out }) : text("sum.present", { voted, out, present: voted + out });
  return make("p", "sum figure", said);
}

/**
 * @param {"col" | "row"} scope
 * @param {string} said
 * @param {string} [className]
 */
function cell(scope, said, className = "") {
  const heading = make("th", className, said);
  heading.scope = scope;
  return heading;
}
