// 触按: one touch is one act. Two touches within 400 ms are one; a final act is held for 0.6 s, with the finger or with Enter.

const DOUBLE_MS = 400;
export const HOLD_MS = 600;

/** @typedef {{ hold: boolean, run: () => void, tooShort: () => void, inWords: () => void }} Touch */

/** @type {WeakMap<HTMLButtonElement, Touch>} */
const touches = new WeakMap();

/** @type {{ button: HTMLButtonElement, timer: number } | null} */
let held = null;
let lastMs = -DOUBLE_MS;

/** True for the first of two touches in quick succession, wherever the second one lands. */
export function firstTouch() {
  const now = performance.now();
  if (now - lastMs < DOUBLE_MS) return false;
  lastMs = now;
  return true;
}

/**
 * Makes a button an act. `touch` is asked for again at each touch by setting it anew, so a button may stay while its meaning changes.
 * @param {HTMLButtonElement} button
 * @param {Touch} touch tooShort: let go too early; inWords: pressed by a means that cannot hold (a reader), ask in words instead
 */
export function touchable(button, touch) {
  const known = touches.has(button);
  touches.set(button, touch);
  button.classList.toggle("hold", touch.hold);
  if (known) return;
  button.addEventListener("pointerdown", event => {
    if (event.button === 0 && touches.get(button)?.hold) begin(button);
  });
  for (const end of ["pointerup", "pointerleave", "pointercancel"]) button.addEventListener(end, () => letGo(button));
  button.addEventListener("contextmenu", event => event.preventDefault());
  button.addEventListener("blur", () => letGo(button));
  button.addEventListener("click", event => {
    const now = /** @type {Touch} */ (touches.get(button));
    if (!now.hold) {
      if (firstTouch()) now.run();
    } else if (event.detail === 0 && firstTouch()) {
      now.inWords();
    }
  });
  button.addEventListener("keydown", event => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (touches.get(button)?.hold || event.repeat) event.preventDefault();
    if (touches.get(button)?.hold && !event.repeat) begin(button);
  });
  button.addEventListener("keyup", event => {
    if (event.key !== "Enter" && event.key !== " ") return;
    if (touches.get(button)?.hold) event.preventDefault();
    letGo(button);
  });
}

/**
 * Enter pressed somewhere on the page, for its primary button.
 * @param {HTMLButtonElement} button
 */
export function enterDown(button) {
  const touch = touches.get(button);
  if (!touch || button.disabled) return;
  if (touch.hold) begin(button);
  else if (firstTouch()) touch.run();
}

/** Enter let go somewhere on the page. */
export const enterUp = () => { if (held) letGo(held.button); };

/** @param {HTMLButtonElement} button */
function begin(button) {
  if (button.disabled || held) return;
  button.classList.add("holding");
  held = { button, timer: window.setTimeout(() => finish(button), HOLD_MS) };
}

/** @param {HTMLButtonElement} button */
function finish(button) {
  held = null;
  button.classList.remove("holding");
  if (button.isConnected && !button.disabled && firstTouch()) touches.get(button)?.run();
}

/** @param {HTMLButtonElement} button */
function letGo(button) {
  if (held?.button !== button) return;
  clearTimeout(held.timer);
  held = null;
  button.classList.remove("holding");
  if (button.isConnected && !button.disabled) touches.get(button)?.tooShort();
}
