// 元素: makes elements, and redraws a part of a page only when its facts changed, so that focus, caret and scrolling stay where they are.

/** @typedef {Node | string | number | null | undefined | false} Leaf */
/** @typedef {Leaf | Leaf[] | (Leaf | Leaf[])[]} Child */

/**
 * Makes an element: "div.card", then its properties ("on..." are listeners, the rest attributes), then its children.
 * @param {string} what tag and classes
 * @param {Record<string, unknown> | null} [properties] false, null and undefined are left out, true is an empty attribute
 * @param {...Child} children
 * @returns {HTMLElement}
 */
export function el(what, properties = null, ...children) {
  const [tag, ...classes] = what.split(".");
  const made = document.createElement(tag);
  if (classes.length > 0) made.className = classes.join(" ");
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (name === "value" || name === "checked") Reflect.set(made, name, value);
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...nodes(children));
  return made;
}

/** @param {Child[]} children @returns {(Node | string)[]} */
const nodes = children => children.flat(3).filter(child => child !== null && child !== undefined && child !== false)
  .map(child => child instanceof Node ? child : String(child));

const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes an SVG element.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * Redraws `host` if its facts differ from those last drawn. What had the focus (by data-key) has it again, with its caret.
 * @param {Element} host
 * @param {unknown} facts everything `make` looks at, as plain values
 * @param {() => Child} make
 * @returns {boolean} whether it was drawn
 */
export function draw(host, facts, make) {
  const now = JSON.stringify(facts);
  if (drawn.get(host) === now) return false;
  drawn.set(host, now);
  const focused = host.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
  const key = focused?.dataset.key;
  const caret = focused instanceof HTMLInputElement && focused.type === "text" || focused instanceof HTMLTextAreaElement ? focused.selectionStart : null;
  const scrolled = host.scrollTop;
  host.replaceChildren(...nodes([make()]));
  host.scrollTop = scrolled;
  if (key) focusKey(host, key, caret);
  return true;
}

/**
 * Draws anew next time, whatever the facts.
 * @param {Element} host
 */
export const forget = host => drawn.delete(host);

/**
 * Gives the focus to the element with this data-key.
 * @param {Element} host
 * @param {string} key
 * @param {number | null} [caret]
 */
export function focusKey(host, key, caret = null) {
  const found = /** @type {HTMLElement | null} */ (host.querySelector(`[data-key="${CSS.escape(key)}"]`));
  found?.focus();
  if (caret !== null && (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement)) found.setSelectionRange(caret, caret);
  return found !== null;
}

/**
 * The element a page's markup marks with data-`name`; it is there, or the page is broken.
 * @param {string} name
 */
export function place(name) {
  const found = document.querySelector(`[data-${name}]`);
  if (!found) throw new Error(`no data-${name} on this page`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * Buttons that act on the hall carry data-act: disabled while the link is down or an order runs, or when data-barred says so.
 * @param {ParentNode} root
 * @param {boolean} ready
 */
export function letAct(root, ready) {
  for (const one of root.querySelectorAll("[data-act]")) {
    const button = /** @type {HTMLButtonElement} */ (one);
    button.disabled = !ready || button.dataset.barred !== undefined;
  }
}
