// 画: what pictures of a hall need beside elements.js: the language of a text, and texts that must not speak twice.
import { draw, el } from "./elements.js";
import { language } from "./live.js";

/** @typedef {import("./elements.js").Leaf} Child */

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {string} [className]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function make(tag, className = "", ...children) {
  const element = /** @type {HTMLElementTagNameMap[T]} */ (el(tag, null, ...children));
  if (className) element.className = className;
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

/** Draws a part again only if what it shows has changed. */
export const redraw = draw;

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
