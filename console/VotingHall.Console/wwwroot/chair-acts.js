// 主持席的按钮: what can be done now, as the hall lists it. Each act is one order; the primary one stands last, the destructive one first.
import { order, toast } from "./act.js";
import { askInWords } from "./chair-asks.js";
import { actLabel, actOf, offered } from "./chair-orders.js";
import { make, need, redraw, write } from "./dom.js";
import { text, say } from "./live.js";
import { touchable } from "./touch.js";

/** @typedef {import("./chair-view").ChairView} ChairView */
/** @typedef {import("./chair-view").ChairAct} ChairAct */

/** A reply may come before the picture it made: until that is here (or this long) the old buttons stay shut. */
const PICTURE_MS = 1500;

/** @type {Map<string, HTMLButtonElement>} */
const buttons = new Map();
/** @type {ChairView} */
let view;
let up = true;
let running = "";
let awaited = 0;

/**
 * @param {ChairView} picture
 * @param {boolean} linkUp
 */
export function drawActs(picture, linkUp) {
  view = picture;
  up = linkUp;
  if (awaited > 0 && picture.head.version >= awaited) release();
  draw();
}

document.addEventListener("change", event => {
  if (event.target instanceof HTMLInputElement && event.target.name === "sitting") draw();
});

/**
 * The button of an act offered now, or null.
 * @type {(kind: string) => HTMLButtonElement | null}
 */
export const buttonOf = kind => {
  const button = buttons.get(kind);
  return button?.isConnected ? button : null;
};

/** The one clear next step, or null. */
export function primaryButton() {
  const primary = view && offered(view).find(act => act.primary);
  return primary ? buttonOf(primary.kind) : null;
}

function draw() {
  const host = need("[data-buttons]");
  const acts = offered(view);
  const inOrder = [...acts].sort((a, b) => rank(a) - rank(b));
  const wanted = inOrder.filter(act => act.kind !== "remind" || view.stage.stage !== "voting").map(act => renew(act));
  const focused = document.activeElement;
  if (wanted.length !== host.children.length || wanted.some((button, i) => host.children[i] !== button)) host.replaceChildren(...wanted);
  const reminder = document.querySelector("[data-remind]");
  const remind = acts.find(act => act.kind === "remind");
  if (reminder && remind) {
    const button = renew(remind);
    if (button.parentElement !== reminder) reminder.replaceChildren(button);
  }
  if (focused instanceof HTMLElement && focused.isConnected && document.activeElement === document.body) focused.focus();
  const refused = acts.filter(act => !act.enabled && say(act.whyNot) !== "");
  const list = need("[data-why-not]");
  list.hidden = refused.length === 0 || !up;
  redraw(list, refused.map(act => [actLabel(act, view), act.whyNot]), () => refused.map(act =>
    make("li", "", make("b", "", actLabel(act, view)), " ", say(act.whyNot))));
}

/** @param {ChairAct} act */
const rank = act => act.kind === "void" ? 0 : act.primary ? 2 : 1;

/** @param {ChairAct} act */
function renew(act) {
  const { kind } = act;
  let button = buttons.get(kind);
  if (!button) {
    button = make("button", "", make("span"));
    button.type = "button";
    button.dataset.act = kind;
    buttons.set(kind, button);
  }
  const how = actOf(act, view);
  button.className = `button${act.primary ? " primary" : ""}${kind === "void" ? " danger" : ""}`;
  button.disabled = !act.enabled || !up || running !== "";
  button.setAttribute("aria-busy", String(running === kind));
  const label = running === kind ? text("act.sending") : act.primary && !up ? text("act.awaitLink") : actLabel(act, view);
  write(/** @type {HTMLElement} */ (button.firstElementChild), label);
  button.classList.toggle("long", label.length > 12);
  touchable(button, {
    hold: how.confirm === "hold",
    run: () => how.confirm === "words" ? inWords(act) : void send(act, view.head.version),
    tooShort: () => toast(text("hold.short", { act: label })),
    inWords: () => inWords(act),
  });
  return button;
}

/** @param {ChairAct} act */
function inWords(act) {
  const seen = view.head.version;
  // A void means the same a moment later; what else was read in the question counts as seen when it was asked.
  askInWords(act, view, body => void send(act, act.kind === "void" ? view.head.version : seen, body));
}

/**
 * @param {ChairAct} act
 * @param {number} seen
 * @param {Record<string, unknown>} [more]
 */
async function send(act, seen, more = {}) {
  if (running !== "" || !up) return;
  running = act.kind;
  draw();
  const { steps, done } = actOf(act, view);
  let version = seen;
  let refused = false;
  for (const { path, body } of steps) {
    const answer = await order(path, version, { ...body, ...more });
    if (!answer.ok) {
      toast(answer.message, true);
      refused = true;
      break;
    }
    version = answer.version;
  }
  if (!refused && done) toast(text(done));
  if (refused || view.head.version >= version) {
    release();
  } else {
    awaited = version;
    setTimeout(() => { if (awaited === version) { release(); draw(); } }, PICTURE_MS);
  }
  draw();
}

function release() {
  running = "";
  awaited = 0;
}
