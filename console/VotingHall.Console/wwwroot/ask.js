// 再问一次: the page's one dialog. What cannot be undone is asked in words, with a verb on the button.
import { make, need } from "./dom.js";
import { text } from "./live.js";
import { firstTouch } from "./touch.js";

const dialog = /** @type {HTMLDialogElement} */ (need("[data-ask]"));

/** @type {HTMLElement | null} */
let before = null;

/**
 * Asks. The verb runs once and closes; back and Escape do nothing else.
 * @param {object} question
 * @param {string} question.title
 * @param {(Node | string)[]} question.body
 * @param {string} [question.verb] without it there is only the way back
 * @param {boolean} [question.danger]
 * @param {() => boolean} [question.ready] asked again whenever something inside was changed
 * @param {() => void} [question.run]
 * @param {string} [question.about] name the page may close it by
 */
export function ask({ title, body, verb, danger = false, ready = () => true, run = () => {}, about = "" }) {
  const heading = make("h2", "", title);
  heading.id = "ask-title";
  heading.tabIndex = -1;
  const back = choice("button", text("ask.back"));
  back.addEventListener("click", () => { if (firstTouch()) close(); });
  const choices = make("div", "choices", back);
  const form = make("form", "", heading, ...body, choices);
  if (verb) {
    const act = choice(danger ? "button danger" : "button primary", verb);
    act.dataset.verb = "";
    const look = () => { act.disabled = !ready(); };
    look();
    form.addEventListener("input", look);
    act.addEventListener("click", () => {
      if (!firstTouch()) return;
      close();
      run();
    });
    if (danger) choices.prepend(act);
    else choices.append(act);
  }
  form.addEventListener("submit", event => event.preventDefault());
  dialog.replaceChildren(form);
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.dataset.about = about;
  if (!dialog.open) {
    before = /** @type {HTMLElement | null} */ (document.activeElement);
    dialog.showModal();
  }
  heading.focus();
}

export const asking = () => dialog.open;

/**
 * Closes the question if it is about this (or whatever it is about).
 * @param {string} [about]
 */
export function stopAsking(about) {
  if (dialog.open && (about === undefined || dialog.dataset.about === about)) close();
}

/** What the open question is about. */
export const askedAbout = () => dialog.open ? dialog.dataset.about ?? "" : "";

function close() {
  dialog.close();
}

dialog.addEventListener("close", () => {
  if (before?.isConnected) before.focus();
  before = null;
});

/** @param {string} className @param {string} label */
function choice(className, label) {
  const button = make("button", className, label);
  button.type = "button";
  return button;
}
