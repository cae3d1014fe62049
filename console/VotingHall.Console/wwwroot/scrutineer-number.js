// 键入参加表决人数: read from the big screen, one box a digit, never filled in. The page is not told the number.
import { order, toast } from "./act.js";
import { asking } from "./ask.js";
import { make, need, redraw, write } from "./dom.js";
import { text } from "./live.js";
import { firstTouch } from "./touch.js";

/** @typedef {import("./scrutineer-view").ScrutineerView} ScrutineerView */
/** @typedef {import("./scrutineer-view").TypeNumber} TypeNumber */

const PAD = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "Backspace", "0", "Enter"];

/** @type {ScrutineerView | null} */
let view = null;
let up = true;
let round = 0;
let tries = 0;
let typed = "";
let sending = false;
let wrong = "";

/**
 * @param {HTMLElement} host
 * @param {ScrutineerView} picture
 * @param {TypeNumber} stage
 * @param {boolean} linkUp
 */
export function drawNumber(host, picture, stage, linkUp) {
  view = picture;
  up = linkUp;
  // The chair allowed a new check: what was said of the last try is over.
  if (stage.triesLeft > tries || round !== stage.question.round) wrong = "";
  tries = stage.triesLeft;
  round = stage.question.round;
  if (redraw(host, ["number", round, stage.digits], () => build(stage))) {
    typed = "";
    need("[data-boxes]").focus();
  }
  show(stage);
}

/** @param {TypeNumber} stage */
function build(stage) {
  const boxes = make("div", "boxes", ...Array.from({ length: stage.digits }, () => make("span", "box figure")));
  boxes.dataset.boxes = "";
  boxes.tabIndex = 0;
  boxes.setAttribute("role", "textbox");
  boxes.setAttribute("aria-label", text("number.label"));
  const said = make("div", "said");
  said.dataset.wrong = "";
  said.setAttribute("role", "alert");
  const pad = make("div", "pad", ...PAD.map(key => {
    const button = make("button", key === "Enter" ? "button primary" : "button", key.length === 1 ? key : text(`pad.${key}`));
    button.type = "button";
    button.dataset.key = key;
    button.addEventListener("click", () => { if (key !== "Enter" || firstTouch()) press(key); });
    return button;
  }));
  return [make("h3", "", text("number.title")), make("p", "label", text("number.how")), boxes, said, pad];
}

/** @param {TypeNumber} stage */
function show(stage) {
  const stopped = stage.triesLeft === 0;
  const boxes = need("[data-boxes]");
  [...boxes.children].forEach((box, i) => {
    write(box, typed[i] ?? "");
    box.classList.toggle("next", i === typed.length && !stopped);
  });
  boxes.setAttribute("aria-valuetext", typed);
  boxes.classList.toggle("stopped", stopped);
  const said = stopped ? text("number.stopped") : wrong;
  write(need("[data-wrong]"), said);
  need("[data-wrong]").classList.toggle("alarm", said !== "");
  for (const button of document.querySelectorAll("[data-key]")) {
    const key = /** @type {HTMLButtonElement} */ (button);
    key.disabled = stopped || sending || !up || (key.dataset.key === "Enter" && typed === "");
  }
}

/** @param {string} key */
function press(key) {
  if (!view || view.stage.stage !== "typeNumber" || view.stage.triesLeft === 0 || sending || !up) return;
  const { stage } = view;
  if (/^[0-9]$/.test(key) && typed.length < stage.digits) typed += key;
  else if (key === "Backspace") typed = typed.slice(0, -1);
  else if (key === "Enter" && typed !== "") void send(view.head.version);
  show(stage);
}

/** @param {number} seen */
async function send(seen) {
  sending = true;
  const number = typed;
  const answer = await order(`/rounds/${round}/participants`, seen, { typed: Number(number) });
  sending = false;
  typed = "";
  if (answer.ok) wrong = "";
  else if (answer.code === "participationWrong") wrong = text("number.wrong", { typed: number }) + answer.message;
  else toast(answer.message, true);
  if (view?.stage.stage === "typeNumber") show(view.stage);
}

document.addEventListener("keydown", event => {
  if (view?.stage.stage !== "typeNumber" || !document.querySelector("[data-boxes]") || asking()) return;
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.target instanceof HTMLElement && event.target.closest("a, form")) return;
  const onPad = event.target instanceof HTMLElement && event.target.dataset.key !== undefined;
  if (event.key === "Enter" && (event.repeat || (onPad && /** @type {HTMLElement} */ (event.target).dataset.key !== "Enter"))) return;
  if (event.key !== "Enter" && event.key !== "Backspace" && !/^[0-9]$/.test(event.key)) return;
  event.preventDefault();
  if (event.key !== "Enter" || firstTouch()) press(event.key);
});
