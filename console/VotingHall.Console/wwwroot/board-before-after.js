// 表决前后: prepared (the question alone), closed (the number scrutineers read here), void. None of them has a figure of the vote.
import { headingOf, isSingle, rules, showNames } from "./board-question.js";
import { make } from "./dom.js";
import { fact, has } from "./board-dom.js";
import { text } from "./live.js";

/**
 * 即将表决.
 * @param {BoardPrepared} scene
 * @returns {DrawnScene}
 */
export function drawPrepared(scene) {
  const question = scene.question;
  const single = isSingle(question);
  const names = make("div", "names-place");
  const soon = make("p", "frame", has(`soon.${question.kind}`) ? text(`soon.${question.kind}`) : text("soon"));
  const element = make("section", `scene round prepared ${single ? "single" : "compact"}`,
    headingOf(question), make("div", "middle", single ? soon : names), !single && make("div", "middle soon", soon),
    make("footer", "foot", make("span", "how"), question.kind !== "rollCall" && rules(question)));
  return {
    element, update() {},
    ...layingNames(names, question, single),
  };
}

/**
 * 纸质票、举手: 投票中, 计票中.
 * @param {BoardByHand} scene
 * @returns {DrawnScene}
 */
export function drawByHand({ question, counting }) {
  const single = isSingle(question);
  const names = make("div", "names-place");
  const state = make("p", "frame plain", text(counting ? "byHand.counting" : question.method === "paper" ? "byHand.paper" : "byHand.hands"));
  const how = text(counting ? "byHand.wait" : question.method === "paper" ? "byHand.how" : "byHand.raise");
  const element = make("section", `scene round prepared ${single ? "single" : "compact"}`,
    headingOf(question), make("div", "middle", single ? state : names), !single && make("div", "middle soon", state),
    make("footer", "foot", make("span", "how", how), rules(question)));
  return { element, update() {}, ...layingNames(names, question, single) };
}

/**
 * 表决结束　参加表决 V 人.
 * @param {BoardClosed} scene
 * @returns {DrawnScene}
 */
export function drawClosed(scene) {
  const element = make("section", "scene round closed",
    headingOf(scene.question),
    make("div", "middle", make("p", "frame plain", text("closed"))),
    make("p", "participants", text("participants"), make("b", "figure", scene.participants), text("persons")),
    make("p", "facts", fact(text("present"), scene.present), fact(text("mark.notPressed"), scene.present - scene.participants)),
    make("footer", "foot", make("span", "how", text("closed.wait")), rules(scene.question)));
  return { element, update() {}, resize() {}, stop() {} };
}

/**
 * 本次表决作废.
 * @param {BoardVoided} scene
 * @returns {DrawnScene}
 */
export function drawVoided(scene) {
  const election = scene.question.kind === "election" || scene.question.kind === "runoff";
  const what = !scene.systemFailure ? text("void.repeat") : election ? text("void.paper") : text("void.hands");
  const element = make("section", "scene round voided",
    headingOf(scene.question),
    make("div", "middle", make("p", "frame plain", scene.systemFailure ? text("void.failure") : text("void"))),
    make("p", "reason", scene.systemFailure ? text("void") : text("void.reason", { reason: scene.reason.zh })),
    make("p", "next", what));
  return { element, update() {}, resize() {}, stop() {} };
}

/** @param {HTMLElement} place @param {QuestionView} question @param {boolean} single */
function layingNames(place, question, single) {
  let stop = () => {};
  let laid = single;
  return {
    resize() {
      if (laid) return;
      laid = true;
      stop = showNames(place, question);
    },
    stop() { stop(); },
  };
}
