// 监票端: the steps, and what each of them asks of the scrutineer.
import { chinese, make, need, redraw, write } from "./dom.js";
import { language, say, serverNow, text } from "./live.js";
import { agrees, drawCompare, drawTotals } from "./scrutineer-compare.js";
import { drawNumber } from "./scrutineer-number.js";
import { drawSign } from "./scrutineer-sign.js";
import { drawHandDesk } from "./hand-desk.js";
import { startConsole } from "./shell.js";

/** @typedef {import("./scrutineer-view").ScrutineerView} ScrutineerView */

const STEPS = ["watch", "closed", "number", "compare", "confirmed", "declared"];
const NUMBER_STEP = 3;

/** @type {ScrutineerView | null} */
let view = null;
let place = "";

startConsole("scrutineer", (/** @type {ScrutineerView} */ picture, up) => {
  view = picture;
  const { stage } = picture;
  document.body.classList.toggle("mismatch", stage.stage === "compare" && !agrees(stage));
  drawSteps(picture);
  drawHeading(picture);
  const body = need("[data-body]");
  body.dataset.stage = stage.stage;
  // What a person types stays while pictures come: the number's part looks after itself.
  if (stage.stage === "typeNumber") drawNumber(body, picture, stage, up);
  else {
    redraw(body, stage.stage === "watching" ? { ...stage, turnout: stage.turnout !== null, window: 0 } : stage, () => draw(picture));
    if (stage.stage === "watching" && stage.turnout) drawTurnout(stage.turnout);
  }
  drawHandDesk(need("[data-hand]"), picture.desk, picture.head.version, up, true);
  drawSign(need("[data-sign]"), picture, up);
  tick();
  follow(picture);
});

setInterval(tick, 200);

/** @param {ScrutineerView} picture */
function follow({ stage }) {
  const now = `${stage.stage} ${stage.question?.round ?? 0}`;
  if (place !== "" && place !== now) {
    if (stage.stage !== "typeNumber") need("[data-heading]").focus();
    if (stage.stage === "compare") need("[data-said-now]").textContent = text(agrees(stage) ? "compare.agree" : "compare.differ");
  }
  place = now;
}

/** @param {ScrutineerView} picture */
function drawSteps({ step, stage }) {
  const named = stage.question !== null && (!stage.question.secret || stage.question.method !== "keypad");
  redraw(need("[data-steps]"), [step, named], () => STEPS.map((name, i) => {
    const no = i + 1;
    const skipped = named && no === NUMBER_STEP;
    const state = no === step ? "current" : no < step ? "done" : "";
    const item = make("li", skipped ? `${state} skipped` : state, make("span", "no", skipped ? "–" : no < step ? "✓" : no),
      make("span", "", text(`step.${name}`), skipped ? make("small", "", text(stage.question?.method === "keypad" ? "step.number.named" : "step.number.hand")) : null));
    if (no === step) item.setAttribute("aria-current", "step");
    return item;
  }));
}

/** @param {ScrutineerView} picture */
function drawHeading({ stage }) {
  const { question } = stage;
  write(need("[data-kicker]"), question
    ? [text("item", { no: question.agendaNo }), text(`kind.${question.kind}`), question.kind === "rollCall" ? "" : question.method === "paper" ? text("paperVote") : question.method === "hands" ? text("handsVote") : text(question.secret ? "secret" : "named")]
      .filter(part => part !== "").join("　　") : "");
  const heading = need("[data-heading]");
  write(heading, question ? question.title : text("waiting.title"));
  heading.lang = language === "en" && question ? "zh-CN" : document.documentElement.lang;
}

/**
 * @param {ScrutineerView} picture
 * @returns {import("./dom.js").Child[]}
 */
function draw({ stage }) {
  switch (stage.stage) {
    case "waiting": return [make("p", "calm", text(stage.question ? "waiting.open" : "waiting.round"))];
    case "watching": return watching(stage);
    case "compare": return drawCompare(stage);
    case "confirmed": return [make("p", "seal", text(stage.declared ? "confirmed.declared" : "confirmed.wait", { by: stage.confirmedBy })),
      ...drawTotals(stage.question, stage.figures)];
    case "voided": return [make("div", "alarm", make("h3", "", text("voided.title")), make("p", "", text("voided.reason"), say(stage.reason)),
      make("p", "", text("voided.next")))];
    default: throw new Error("unknown stage");
  }
}

/** @param {import("./scrutineer-view").Watching} stage */
function watching(stage) {
  const voted = make("span"), present = make("span"), left = make("span");
  voted.dataset.voted = "";
  present.dataset.present = "";
  left.dataset.left = "";
  return [
    stage.turnout && make("div", "counts",
      make("div", "", make("p", "label", text(stage.question.kind === "rollCall" ? "signedIn" : "voted")),
        make("p", "figure big", voted, make("small", "", "／", present))),
      stage.state === "open" && stage.window && make("div", "", make("p", "label", text("left")),
        make("p", "figure big", left, make("small", "", text("seconds"))))),
    stage.trouble
      ? make("div", "alarm", make("h3", "", say(stage.trouble.text)), make("p", "", say(stage.trouble.detail)))
      : stage.question.method === "keypad" ? make("p", "calm", text(`watch.${stage.state}`)) : null,
  ];
}

/** @param {Turnout} turnout */
function drawTurnout(turnout) {
  write(need("[data-voted]"), turnout.voted);
  write(need("[data-present]"), turnout.present);
}

function tick() {
  const left = document.querySelector("[data-left]");
  if (left && view?.stage.stage === "watching" && view.stage.window)
    write(left, Math.max(0, Math.ceil((view.stage.window.closesAtMs - serverNow()) / 1000)));
}
