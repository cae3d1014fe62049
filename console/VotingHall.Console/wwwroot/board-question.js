// 事项: the question as the wall writes it: one question with ○ × △, or offices, names and projects in ballot order.
import { mark, spread, titleOf } from "./board-dom.js";
import { make } from "./dom.js";
import { cycle, pagesOf } from "./board-pages.js";
import { text } from "./live.js";

/** Kinds that decide on persons by name. */
const PERSONS = ["appointment", "recall", "resignation", "dismissal", "actingHead"];

/**
 * One person alone is a question like a motion.
 * @param {QuestionView} question
 */
export const isSingle = question => question.rows.length === 0 || (PERSONS.includes(question.kind) && question.rows.length === 1);

/**
 * The title above everything: the question itself, or the office with its seats.
 * @param {QuestionView} question
 * @returns {HTMLElement}
 */
export function headingOf(question) {
  if (isSingle(question)) {
    const note = make("p", "title-note", text("title.cut"));
    const title = titleOf(question.title, "question", note);
    const block = make("header", "asked", title);
    if (question.rows.length === 1 && !question.title.includes(question.rows[0].name)) block.append(make("p", "title whom", spread(question.rows[0].name)));
    block.append(note);
    return block;
  }
  return make("header", "asked named", titleOf(headingText(question), "heading"));
}

/** @param {QuestionView} question */
export function headingText(question) {
  const what = question.office || question.title;
  if (question.kind === "projectVote") return text("heading.projects", { what, all: question.rows.length, seats: question.seats });
  if (question.kind === "preSelection") return text("heading.places", { what, places: question.seats });
  return question.seats > 0 ? text("heading.seats", { what, seats: question.seats }) : what;
}

/**
 * ○ × △ with their words in the order of the keys; options with names of their own by these alone.
 * @param {QuestionView} question
 */
export const marksRow = question => question.labels.length > 0 ? make("div", "marks", ...question.labels.map(label => make("span", "choice", label))) : make("div", "marks", ...(/** @type {const} */ (["for", "against", "abstain"]))
  .map(kind => make("span", "choice", mark(kind), text(`mark.${kind}`))));

/**
 * How to press, at the foot.
 * @param {QuestionView} question
 */
export const howToPress = question => question.oneByOne ? text("press.rows") : text("press.now");

/**
 * Secret or named, and which press counts.
 * @param {QuestionView} question
 */
export const rules = question => question.method !== "keypad" ? make("span", "rules", make("span", "", text(`rules.${question.method}`))) : make("span", "rules",
  make("span", "", question.secret ? text("secret") : text("named")), make("span", "", question.firstPressCounts ? text("press.first") : text("press.last")));

const ROW = 72;
const MOST = 24;

/**
 * Names in ballot order, in as many columns as their length allows; what is left over follows on pages.
 * @param {HTMLElement} host  on the wall, with its height
 * @param {QuestionView} question
 * @returns {() => void} stops
 */
export function showNames(host, question) {
  const width = Math.max(...question.rows.map(row => [...row.name].length + (row.post ? [...row.post].length * 0.8 + 1 : 0)));
  const projects = question.kind === "projectVote";
  const down = Math.max(1, Math.floor(host.clientHeight / ROW));
  const most = projects ? 2 : width <= 6 ? 3 : width <= 11 ? 2 : 1;
  const columns = Math.min(most, Math.ceil(question.rows.length / Math.min(down, 8)));
  const pages = pagesOf(question.rows, Math.min(MOST, columns * down));
  let no = 0;
  return cycle(host, pages.map(rows => {
    const list = make("ol", `names columns-${columns}${projects ? " projects" : ""}`);
    list.style.gridTemplateRows = `repeat(${Math.ceil(rows.length / columns)}, ${ROW}px)`;
    list.append(...rows.map(row => make("li", "", make("span", "no figure", ++no), row.post && make("span", "post", row.post), make("span", "name", spread(row.name)))));
    return list;
  }));
}
