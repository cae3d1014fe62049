// 大屏的部件: elements, the four marks, names and titles as the wall writes them.

/**
 * An element with class and children; nothing a meeting says is ever read as markup.
 * @param {string} tag
 * @param {string} className
 * @param {(Node | string)[]} children
 * @returns {HTMLElement}
 */
export function el(tag, className = "", ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/**
 * Sets a text only when it differs, so that nothing is laid out anew for nothing.
 * @param {HTMLElement} at
 * @param {string | number} said
 */
export function put(at, said) {
  const words = String(said);
  if (at.textContent !== words) at.textContent = words;
}

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  for: [["circle", { cx: "50", cy: "50", r: "41" }]],
  against: [["path", { d: "M17 17 83 83M83 17 17 83" }]],
  abstain: [["path", { d: "M50 13 91 86H9Z" }]],
  notPressed: [["path", { d: "M12 50H40M60 50H88" }]],
  chosen: [["path", { d: "M10 52 38 80 92 22" }]],
  notChosen: [["path", { d: "M18 50H82" }]],
};

/**
 * A mark of the paper ballot: ○ × △ - - and ✓ – of projects. The word stands beside it, so readers need not hear the mark.
 * @param {keyof typeof SHAPES} kind
 */
export function mark(kind) {
  const drawn = document.createElementNS(SVG, "svg");
  drawn.setAttribute("viewBox", "0 0 100 100");
  drawn.setAttribute("class", `mark mark-${kind}`);
  drawn.setAttribute("aria-hidden", "true");
  for (const [tag, attributes] of SHAPES[kind]) {
    const shape = document.createElementNS(SVG, /** @type {string} */ (tag));
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    drawn.append(shape);
  }
  return drawn;
}

/**
 * A name of two characters is spread to the width of three; longer ones run on.
 * @param {string} name
 */
export function spread(name) {
  const characters = [...name];
  const plain = characters.length === 2 && characters.every(one => /\p{Script=Han}/u.test(one));
  return plain ? characters.join("\u3000") : name;
}

const TITLE_STEPS = [{ size: 84, lines: 2 }, { size: 72, lines: 3 }, { size: 64, lines: 4 }];

/**
 * Largest size at which a title keeps to its lines: 84 px in two, 72 in three, 64 in four; longer ones are cut at the fourth.
 * @param {HTMLElement} title  in the document
 * @param {{ size: number, lines: number }[]} steps
 */
export function fitTitle(title, steps = TITLE_STEPS) {
  for (const step of steps) {
    title.style.fontSize = `${step.size}px`;
    title.style.setProperty("--lines", String(step.lines));
    if (title.scrollHeight <= Math.ceil(step.size * 1.3 * step.lines) + 4) return;
  }
}

/** Nothing moves: asked for by the system, or by ?still=1 (setting board.still). */
export const still = matchMedia("(prefers-reduced-motion: reduce)").matches || new URLSearchParams(location.search).get("still") === "1";
