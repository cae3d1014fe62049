// 测评结果: one row an item with the marks of each grade in the order of the paper, and the grade reached.
import { fact, failed, papers, titleOf } from "./board-dom.js";
import { cycle, pagesOf } from "./board-pages.js";
import { headingText } from "./board-question.js";
import { make } from "./dom.js";
import { text } from "./live.js";

const ROWS = 7;

/**
 * @param {BoardResult} scene
 * @returns {DrawnScene}
 */
export function drawGrades({ question, figures }) {
  const place = make("div", "persons-place");
  const graded = figures.rows.some(row => row.grade !== "");
  const element = make("section", "scene result persons",
    titleOf(headingText(question), "heading"), place,
    make("div", "below",
      make("div", "facts",
        make("p", "", fact(figures.baseWords.zh, figures.baseCount), figures.required !== null && fact(figures.thresholdWords.zh, figures.required, text("votes"))),
        make("p", "", fact(text("present"), figures.signedIn), !figures.papers && fact(text("participants"), figures.participants),
          !figures.papers && fact(text("mark.notPressed"), figures.notPressed)),
        papers(figures), failed(figures)),
      make("p", `verdict${figures.verdict === "personByPerson" || figures.verdict === "carried" ? "" : " plain"}`, figures.verdictWords.zh)));
  const stop = cycle(place, pagesOf(figures.rows, ROWS).map(page => {
    const table = make("div", `grades${graded ? " graded" : ""}`,
      make("div", "grade-row columns", make("span", ""), ...figures.labels.map(label => make("span", "figure", label)), graded && make("span", "")),
      ...page.map(row => make("div", "grade-row", make("span", "name", row.name || question.title),
        ...row.marks.map(mark => make("b", "figure", mark)), graded && make("span", "verdict-place", row.grade && make("span", "plate", row.grade)))));
    table.style.setProperty("--grades", String(figures.labels.length));
    return table;
  }));
  return { element, update() {}, resize() {}, stop };
}
