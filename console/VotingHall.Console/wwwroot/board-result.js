// 结果: words before numbers, numbers before bars. What is shown adds up on the same screen.
import { fact, failed, mark, papers, phrases, spread, titleOf } from "./board-dom.js";
import { drawPersons } from "./board-result-persons.js";
import { drawGrades } from "./board-result-grades.js";
import { drawProjects } from "./board-result-projects.js";
import { make } from "./dom.js";
import { text } from "./live.js";

/**
 * @param {BoardResult} scene
 * @returns {DrawnScene}
 */
export function drawResult(scene) {
  const figures = scene.figures;
  if (figures.labels.length > 0) return drawGrades(scene);
  if (figures.kind === "projectVote" || figures.kind === "preSelection") return drawProjects(scene);
  if (figures.kind === "rollCall") return standing(rollCalled(scene));
  if (figures.kind === "election" || figures.kind === "runoff" || figures.rows.length > 1) return drawPersons(scene);
  return standing(fourRows(scene));
}

/** @param {HTMLElement} element @returns {DrawnScene} */
const standing = element => ({ element, update() {}, resize() {}, stop() {} });

/**
 * 赞成 反对 弃权 未按 of one question, all bars on one scale from 0 to the base.
 * @param {BoardResult} scene
 */
function fourRows({ question, figures }) {
  const row = figures.rows[0];
  const person = question.rows.length === 1 && !question.title.includes(row.name) ? `\u3000${spread(row.name)}` : "";
  const share = /** @param {number} votes */ votes => figures.baseCount > 0 ? votes / figures.baseCount : 0;
  /** @type {["for" | "against" | "abstain" | "notPressed", number][]} */
  const lines = [["for", row.for], ["against", row.against], ["abstain", row.abstain], ["notPressed", figures.notPressed]];
  if (figures.papers) lines.pop();
  const rows = lines.map(([kind, votes]) => {
    const bar = make("i", `fill fill-${kind}`);
    bar.style.width = `${100 * share(votes)}%`;
    const track = make("div", "track", bar);
    if (kind === "for" && figures.required !== null) {
      const tick = make("i", "tick");
      const label = make("span", "tick-label", text("majority.of", { threshold: figures.thresholdWords.zh, t: figures.required }));
      const at = `${100 * share(figures.required)}%`;
      tick.style.left = at;
      label.style.left = at;
      track.append(tick, label);
    }
    return make("div", `row row-${kind}`, mark(kind), make("span", "word", text(kind === "notPressed" && question.method === "hands" ? "mark.noHand" : `mark.${kind}`)), track, make("b", "figure", votes));
  });
  const verdict = figures.verdict === "personByPerson" ? text(`row.${row.verdict}`) : figures.verdictWords.zh;
  const good = figures.verdict === "carried" || row.verdict === "carried";
  return make("section", "scene result four",
    titleOf(question.title + person, "heading"),
    make("div", "rows", ...rows),
    make("div", "below",
      make("div", "facts",
        make("p", "", fact(figures.baseWords.zh, figures.baseCount), fact(text("present"), figures.signedIn)),
        make("p", "", figures.required !== null && fact(text("threshold.is", { threshold: figures.thresholdWords.zh }), figures.required, text("votes")),
          fact(text("mark.for"), row.for, text("votes"))),
        papers(figures), failed(figures)),
      make("p", `verdict frame${good ? "" : " plain"}${[...verdict].length > 4 ? " long" : ""}`, ...phrases(verdict))));
}

/**
 * 签到结果 as plain words and figures.
 * @param {BoardResult} scene
 */
function rollCalled({ question, figures }) {
  return make("section", "scene round closed",
    make("header", "asked", titleOf(question.title, "question")),
    make("div", "middle", make("p", `frame${figures.verdict === "quorumMet" ? "" : " plain"}`, figures.verdictWords.zh)),
    make("p", "participants", text("present"), make("b", "figure", figures.participants), text("persons")),
    make("p", "facts", figures.required !== null && fact(text("quorum"), figures.required), fact(figures.baseWords.zh, figures.baseCount)));
}
