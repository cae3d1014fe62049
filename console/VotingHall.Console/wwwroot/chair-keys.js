// 主持席的按键: Enter the primary act, E extend, R remind, M show the result, Esc back, ? help. A void has no key.
import { asking } from "./ask.js";
import { buttonOf, primaryButton } from "./chair-acts.js";
import { showKeys } from "./chair-asks.js";
import { need } from "./dom.js";
import { enterDown, enterUp } from "./touch.js";

/** @type {Record<string, string>} */
const KEYS = { e: "extend", r: "remind", m: "showResult" };

/** @param {() => unknown} ready whether there is a picture yet */
export function listen(ready) {
  need("[data-help]").addEventListener("click", showKeys);
  document.addEventListener("keydown", event => {
    if (asking() || !ready() || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.repeat) return;
    if (event.key === "?") {
      showKeys();
      event.preventDefault();
    } else if (event.key === "Enter" && !ownsEnter(event.target)) {
      const button = primaryButton();
      if (button) enterDown(button);
      event.preventDefault();
    } else if (event.key === "Escape") {
      need("[data-heading]").focus();
    } else {
      const button = KEYS[event.key.toLowerCase()] ? buttonOf(KEYS[event.key.toLowerCase()]) : null;
      if (button) enterDown(button);
    }
  });
  document.addEventListener("keyup", event => { if (event.key === "Enter") enterUp(); });
  window.addEventListener("blur", enterUp);
}

/**
 * A button or link that has the focus takes Enter itself.
 * @param {EventTarget | null} target
 */
const ownsEnter = target => target instanceof HTMLElement && target.closest("button, a, input, textarea, select, summary") !== null;
