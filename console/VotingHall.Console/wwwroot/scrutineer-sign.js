// 核对的右栏: the sixteen digits that the host and the report show too, then confirm (held) or stop.
import { order, toast } from "./act.js";
import { ask } from "./ask.js";
import { make, redraw } from "./dom.js";
import { language, text } from "./live.js";
import { agrees } from "./scrutineer-compare.js";
import { touchable } from "./touch.js";

/** @typedef {import("./scrutineer-view").ScrutineerView} ScrutineerView */

/** @type {ScrutineerView} */
let view;
let running = false;

/**
 * @param {HTMLElement} host
 * @param {ScrutineerView} picture
 * @param {boolean} up
 */
export function drawSign(host, picture, up) {
  view = picture;
  const { stage } = picture;
  const digest = stage.stage === "compare" || stage.stage === "confirmed" ? stage.tallyDigest : "";
  redraw(host, [stage.stage, digest, stage.stage === "compare" ? [stage.unattested, stage.faultySeats, agrees(stage), slipsDue(picture)] : null], () => digest === "" ? [] : [
    make("h2", "", text("sign.title")),
    make("p", "hint", text("sign.digest")),
    make("p", "digest figure", ...(digest.toUpperCase().match(/.{1,4}/g) ?? []).map(four => make("span", "", four))),
    ...(stage.stage === "compare" ? besides(stage) : []),
  ]);
  for (const button of host.querySelectorAll("button")) button.disabled = !up || running;
}

/**
 * Slips of other persons are still to be entered: the count is not whole.
 * @param {ScrutineerView} picture
 */
const slipsDue = picture => picture.desk?.step === "slips";

/** @param {import("./scrutineer-view").Compare} stage */
function besides(stage) {
  const facts = make("dl", "facts",
    make("dt", "", text("sign.faulty")), make("dd", "", stage.faultySeats.length === 0 ? text("none") : stage.faultySeats.join(language === "en" ? ", " : "、")));
  if (stage.question.secret && stage.question.method === "keypad") facts.append(make("dt", "", text("sign.unattested")), make("dd", "", stage.unattested));
  const stop = make("button", "button danger", make("span", "", text("sign.stop")));
  stop.type = "button";
  stop.dataset.act = "stop";
  touchable(stop, { hold: false, run: explain, tooShort: () => {}, inWords: () => {} });
  if (slipsDue(view)) return [facts, make("p", "hint", text("sign.slips")), make("div", "buttons", stop)];
  if (!agrees(stage)) return [facts, make("div", "buttons", stop)];
  const confirm = make("button", "button primary", make("span", "", text("sign.confirm")));
  confirm.type = "button";
  confirm.dataset.act = "confirm";
  touchable(confirm, {
    hold: true,
    run: () => void send(),
    tooShort: () => toast(text("hold.short")),
    inWords: () => ask({ title: text("ask.confirm"), body: [make("p", "", text("ask.confirm.what"))], verb: text("sign.confirm"), run: () => void send() }),
  });
  return [facts, make("div", "buttons", confirm, stop)];
}

async function send() {
  if (running || view.stage.stage !== "compare" || !agrees(view.stage)) return;
  running = true;
  lock(true);
  const answer = await order(`/rounds/${view.stage.question.round}/confirm`, view.head.version);
  running = false;
  lock(false);
  if (!answer.ok) toast(answer.message, true);
}

/** @param {boolean} locked */
function lock(locked) {
  for (const button of document.querySelectorAll("[data-sign] button")) /** @type {HTMLButtonElement} */ (button).disabled = locked;
}

/** Nothing happens by itself: people stop, the chair decides. */
function explain() {
  ask({
    title: text("stop.title"),
    body: [make("ol", "", ...["confirm", "report", "chair", "paper"].map(line => make("li", "", text(`stop.${line}`))))],
  });
}
