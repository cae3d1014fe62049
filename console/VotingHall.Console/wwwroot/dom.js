// 画: small tools to draw a picture without losing what a person is doing on the page.
import { language } from "./live.js";

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className = "", ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...kept(children));
  return element;
}

/**
 * Text of the meeting itself (titles, names, what is read aloud): always Chinese, also on an English page.
 * @template {HTMLElement} T
 * @param {T} element
 * @returns {T}
 */
export function chinese(element) {
  if (language === "en") element.lang = "zh-CN";
  return element;
}

/**
 * Text for readers alone.
 * @param {string} said
 */
export const unseen = said => make("span", "unseen", said);

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * Draws a part again only if what it shows has changed; focus and typing elsewhere are left alone.
 * @param {Element} host
 * @param {unknown} shows
 * @param {() => Child[]} draw
 */
export function redraw(host, shows, draw) {
  const key = JSON.stringify(shows);
  if (drawn.get(host) === key) return false;
  drawn.set(host, key);
  host.replaceChildren(...kept(draw()));
  return true;
}

/**
 * Sets a text only if it differs: a live region must not speak twice.
 * @param {Element} element
 * @param {string | number} said
 */
export function write(element, said) {
  if (element.textContent !== String(said)) element.textContent = String(said);
}

/**
 * The element of the page a script cannot do without.
 * @param {string} selector
 */
export const need = selector => /** @type {HTMLElement} */ (document.querySelector(selector));

/** @param {Child[]} children @returns {(Node | string)[]} */
function kept(children) {
  return children.filter(child => child !== null && child !== undefined && child !== false)
    .map(child => typeof child === "number" ? String(child) : /** @type {Node | string} */ (child));
}
