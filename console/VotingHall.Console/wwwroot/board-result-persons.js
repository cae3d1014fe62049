// 选举与逐人表决的结果: one row a person; each row adds up to those who took part, and those to the present.
import { fact, failed, papers, spread, titleOf } from "./board-dom.js";
import { cycle, pagesOf } from "./board-pages.js";
import { headingText } from "./board-question.js";
import { make } from "./dom.js";
import { text } from "./live.js";

const ROWS = 8;
/** Where each person has a post of its own, it stands above the name. */
const ROWS_WITH_POSTS = 4;
/** Letters of a name; below 64 px it carries nothing to the back row. */
const SIZES = { full: 88, less: 76, least: 64 };
/** Beside a longer name there is no room for a bar; the majority then stands below alone. */
const WIDEST_WITH_BAR = 660;

/**
 * @param {BoardResult} scene
 * @returns {DrawnScene}
 */
export function drawPersons({ question, figures }) {
  const election = figures.kind === "election" || figures.kind === "runoff";
  // By votes; who shares a rank stands in ballot order. Persons voted one by one stay in ballot order.
  const rows = figures.rows.map((row, i) => ({ row, i })).sort((a, b) => (a.row.rank ?? 0) - (b.row.rank ?? 0) || a.i - b.i).map(one => one.row);
  const table = tableOf(rows, figures);
  const place = make("div", "persons-place");
  const element = make("section", "scene result persons",
    titleOf(headingText(question), "heading"), place,
    make("div", "below",
      make("div", "facts",
        make("p", "", fact(figures.baseWords.zh, figures.baseCount),
          figures.required !== null ? fact(figures.thresholdWords.zh, figures.required, text("votes")) : make("span", "fact", text("runoff.rule"))),
        make("p", "", fact(text("present"), figures.signedIn), !figures.papers && fact(election ? text("cast") : text("participants"), figures.participants),
          !figures.papers && fact(text(question.method === "hands" ? "mark.noHand" : "mark.notPressed"), figures.notPressed), figures.writeIns > 0 && fact(text("mark.writeIn"), figures.writeIns, text("votes"))),
        papers(figures), failed(figures)),
      make("p", `verdict${figures.verdict === "filled" || figures.verdict === "personByPerson" ? "" : " plain"}`, figures.verdictWords.zh)));
  const stop = cycle(place, pagesOf(rows, rows.some(row => row.post) ? ROWS_WITH_POSTS : ROWS).map(page => table(page)));
  return { element, update() {}, resize() {}, stop };
}

/**
 * All pages are set alike: by the longest name and the fullest page.
 * @param {ResultRow[]} all
 * @param {ResultView} figures
 */
function tableOf(all, figures) {
  const longest = Math.max(...all.map(row => [...row.name].length));
  const posts = all.some(row => row.post);
  const rows = Math.min(all.length, posts ? ROWS_WITH_POSTS : ROWS);
  const size = posts || longest > 4 || rows > 6 ? SIZES.least : rows > 4 || longest === 4 ? SIZES.less : SIZES.full;
  const nameWidth = Math.max(3, longest) * size + 12;
  const writeIns = all.some(row => row.writeIn > 0);
  /** @param {ResultRow[]} page */
  return page => {
    const head = make("div", "person columns", make("span", ""), make("span", ""), make("span", ""),
      ...["for", "against", "abstain"].map(kind => make("span", "figure", text(`mark.${kind}`))), writeIns && make("span", "figure", text("mark.writeIn.short")),
      make("span", ""));
    const table = make("div", `table ${rows > 6 ? "many" : rows > 4 ? "some" : "few"}${writeIns ? " write-ins" : ""}${posts ? " posts" : ""}`,
      head, ...page.map(row => personOf(row, figures, writeIns)));
    if (nameWidth > WIDEST_WITH_BAR) table.classList.add("no-bars");
    table.style.setProperty("--name-size", `${size}px`);
    table.style.setProperty("--name-width", `${nameWidth}px`);
    return table;
  };
}

/** @param {ResultRow} row @param {ResultView} figures @param {boolean} writeIns */
function personOf(row, figures, writeIns) {
  const won = row.verdict === "elected" || row.verdict === "electedPendingApproval" || row.verdict === "carried";
  const track = make("div", "track");
  const bar = make("i", "fill fill-for");
  bar.style.width = `${figures.baseCount > 0 ? 100 * row.for / figures.baseCount : 0}%`;
  track.append(bar);
  if (figures.required !== null) {
    const tick = make("i", "tick");
    tick.style.left = `${figures.baseCount > 0 ? 100 * figures.required / figures.baseCount : 0}%`;
    track.append(tick);
  }
  return make("div", `person${won || row.verdict === "tied" ? "" : " lost"}`,
    make("span", "figure rank", row.rank ?? ""),
    make("span", "name", row.post && make("span", "post", row.post), spread(row.name)),
    track,
    make("b", "figure for", row.for), make("span", "figure", row.against), make("span", "figure", row.abstain),
    writeIns && make("span", "figure", row.writeIn),
    make("span", "verdict-place", plateOf(row)));
}

/**
 * The word beside a row; who is not elected has none.
 * @param {ResultRow} row
 */
export function plateOf(row) {
  if (row.verdict === "none" || row.verdict === "notElected" || row.verdict === "notChosen" || row.verdict === "chosen") return null;
  return make("span", `plate ${row.verdict}`, text(`row.${row.verdict}`));
}
