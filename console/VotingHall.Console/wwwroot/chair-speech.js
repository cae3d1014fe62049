// 读屏: what a reader hears without asking. Turnout every 10 s and the time at 30, 10 and 0 politely; new faults and the verdict at once.
import { need } from "./dom.js";
import { secondsLeft } from "./chair-stage.js";
import { say, text } from "./live.js";

const TURNOUT_MS = 10_000;
const MOMENTS = [30, 10, 0];

/** @typedef {import("./chair-view").ChairView} ChairView */

let round = 0;
let saidMs = 0;
let leftBefore = Infinity;
let verdictOf = "";
/** @type {Set<string> | null} */
let known = null;

/** @param {ChairView} view */
export function speak(view) {
  const { stage } = view;
  if (stage.stage === "voting") {
    const left = secondsLeft(stage.window);
    const now = performance.now();
    if (stage.question.round !== round) {
      round = stage.question.round;
      saidMs = now;
      leftBefore = left;
    }
    const passed = MOMENTS.find(moment => left <= moment && leftBefore > moment);
    if (passed !== undefined) polite(text("said.left", { s: passed }));
    else if (now - saidMs >= TURNOUT_MS) {
      saidMs = now;
      polite(text("said.turnout", { voted: stage.turnout.voted, present: stage.turnout.present }));
    }
    leftBefore = left;
  }
  const verdict = stage.stage === "result" ? `${stage.question.round} ${stage.figures.verdict}` : verdictOf;
  if (stage.stage === "result" && verdict !== verdictOf) atOnce(say(stage.figures.verdictWords));
  verdictOf = verdict;
  const faults = view.notices.filter(notice => notice.level === "warning" || notice.level === "blocking").map(notice => `${say(notice.text)} ${say(notice.detail)}`);
  const fresh = known === null ? [] : faults.filter(fault => !known?.has(fault));
  if (fresh.length > 0) atOnce(fresh.join("　"));
  known = new Set(faults);
}

/** @param {string} said */
function polite(said) { need("[data-said]").textContent = said; }

/** @param {string} said */
function atOnce(said) { need("[data-said-now]").textContent = said; }
