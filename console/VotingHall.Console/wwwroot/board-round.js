// 表决中: the question, how many have voted, the time left. The same frame and lines whatever is being counted; no split exists here.
import { howToPress, headingOf, isSingle, marksRow, rules, showNames } from "./board-question.js";
import { make, write } from "./dom.js";
import { serverNow, text } from "./live.js";

const LAST_SECONDS = 10;
const EXTENDED_MS = 5000;

/**
 * @param {BoardVoting | BoardClosing} scene
 * @returns {DrawnScene}
 */
export function drawRound(scene) {
  const question = scene.question;
  const single = isSingle(question);
  const middle = make("div", "middle");
  const names = make("div", "names-place");
  if (single) middle.append(marksRow(question));
  else middle.append(names);
  if (!single && !question.oneByOne) middle.append(marksRow(question));
  const voted = make("b", "figure voted");
  const present = make("span", "figure present");
  const left = make("b", "figure left");
  const unit = make("span", "unit", text("seconds"));
  const bar = make("i", "");
  const how = make("span", "how");
  const spoken = make("p", "unseen");
  spoken.setAttribute("role", "status");
  const element = make("section", `scene round ${single ? "single" : "compact"}`,
    headingOf(question), middle,
    make("div", "middle recovering", make("p", "frame", text("recovering"))),
    make("div", "count",
      make("p", "turnout", make("span", "label", text("voted")), make("span", "value", voted, make("i", "of"), present)),
      make("p", "time", make("span", "label", text("left")), make("span", "value", left, unit))),
    make("div", "bar", bar),
    make("footer", "foot", how, rules(question), make("p", "safe", text("safe"))),
    spoken);

  let shown = scene;
  let away = false;
  let extendedUntil = 0;
  let timer = 0;
  let stopNames = () => {};
  let laid = false;

  function tick() {
    clearTimeout(timer);
    const leftMs = shown.scene === "voting" ? shown.window.closesAtMs - serverNow() : 0;
    const seconds = Math.max(0, Math.ceil(leftMs / 1000));
    write(left, away ? "\u2014" : seconds);
    unit.hidden = away;
    left.classList.toggle("last", !away && shown.scene === "voting" && seconds <= LAST_SECONDS);
    write(how, foot());
    speak(seconds);
    if (shown.scene === "voting" && leftMs > 0) timer = setTimeout(tick, leftMs % 1000 || 1000);
  }

  function foot() {
    if (shown.scene === "closing") return text("collecting");
    if (performance.now() < extendedUntil) return text("extended", { s: shown.extendedSeconds });
    return shown.reminder ? text("reminder") : howToPress(question);
  }

  /**
   * For readers: turnout every 10 s, time at 30, 10 and 0.
   * @param {number} seconds
   */
  function speak(seconds) {
    if (seconds % 10 === 0) write(spoken, text("spoken.turnout", { voted: shown.turnout.voted, present: shown.turnout.present }) + (seconds === 30 || seconds <= 10 ? text("spoken.left", { s: seconds }) : ""));
  }

  /** @param {BoardVoting | BoardClosing} next @param {import("./live.js").ViewHead} _ @param {boolean} lost */
  function update(next, _, lost) {
    if (next.scene === "voting" && next.extendedSeconds > 0
      && (shown.scene !== "voting" || shown === next || shown.extendedSeconds === 0 || shown.window.closesAtMs !== next.window.closesAtMs)) {
      extendedUntil = performance.now() + EXTENDED_MS;
    }
    shown = next;
    away = lost;
    element.classList.toggle("away", away);
    write(voted, next.turnout.voted);
    write(present, next.turnout.present);
    element.classList.toggle("thousands", next.turnout.present > 999);
    bar.style.transform = `scaleX(${next.turnout.present > 0 ? Math.min(1, next.turnout.voted / next.turnout.present) : 0})`;
    how.classList.toggle("reminder", next.scene === "voting" && next.reminder);
    tick();
  }
  update(scene, /** @type {any} */ (null), false);
  return {
    element, update,
    resize() {
      if (laid || single) return;
      laid = true;
      stopNames = showNames(names, question);
    },
    stop() { clearTimeout(timer); stopNames(); },
  };
}
