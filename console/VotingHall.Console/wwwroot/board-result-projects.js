// 民生实事票决结果: rank, short title, votes, and whether chosen, in two columns; what was chosen stands first.
import { fact, failed, mark, papers, titleOf } from "./board-dom.js";
import { cycle, pagesOf } from "./board-pages.js";
import { headingText } from "./board-question.js";
import { plateOf } from "./board-result-persons.js";
import { make } from "./dom.js";
import { text } from "./live.js";

const COLUMN = 6;
const SHORT = 11;

/**
 * @param {BoardResult} scene
 * @returns {DrawnScene}
 */
export function drawProjects({ question, figures }) {
  const rows = figures.rows.map((row, i) => ({ row, i })).sort((a, b) => (a.row.rank ?? 0) - (b.row.rank ?? 0) || a.i - b.i).map(one => one.row);
  const place = make("div", "projects-place");
  const element = make("section", "scene result projects",
    titleOf(headingText(question), "heading"), place,
    make("div", "below",
      make("div", "facts",
        make("p", "", fact(figures.baseWords.zh, figures.baseCount),
          figures.required !== null && fact(figures.thresholdWords.zh, figures.required, text("votes"))),
        make("p", "", fact(text("present"), figures.signedIn), !figures.papers && fact(text("cast"), figures.participants),
          !figures.papers && fact(text("mark.notPressed"), figures.notPressed)),
        papers(figures), failed(figures)),
      make("p", `verdict${figures.verdict === "filled" ? "" : " plain"}`, figures.verdictWords.zh)));
  const stop = cycle(place, pagesOf(rows, 2 * COLUMN).map(page => {
    const list = make("div", "project-list", ...page.map(projectOf));
    list.style.gridTemplateRows = `repeat(${Math.min(COLUMN, Math.ceil(page.length / 2))}, 106px)`;
    return list;
  }));
  return { element, update() {}, resize() {}, stop };
}

/** @param {ResultRow} row */
function projectOf(row) {
  const chosen = row.verdict === "chosen";
  const tied = row.verdict === "tied";
  const short = [...row.name].length <= (tied ? 7 : SHORT);
  return make("div", `project${chosen || tied ? "" : " lost"}`,
    make("b", "figure rank", row.rank ?? ""),
    make("span", `name${short ? "" : " two-lines"}`, row.name),
    make("b", "figure for", row.for),
    tied ? plateOf(row) : make("span", "tick-place", mark(chosen ? "chosen" : "notChosen"), make("span", "unseen", chosen ? text("row.chosen") : text("project.notChosen"))));
}
