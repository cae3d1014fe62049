// 大屏的部件: the four marks, names, titles and figures as the wall writes them.
import { make } from "./dom.js";
import { text, texts } from "./live.js";

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

/**
 * A title that is fitted once it stands on the wall: 84 px in two lines, 72 in three, 64 in four; a longer one is cut and says where it stands whole.
 * @param {string} said
 * @param {string} className
 * @param {HTMLElement} [note]  shown when the title was cut
 */
export function titleOf(said, className, note) {
  const title = make("h1", `title ${className}`);
  title.append(...phrases(said));
  title.dataset.fit = className;
  if (note) {
    note.hidden = true;
    title.addEventListener("cut", () => { note.hidden = false; });
  }
  return title;
}

/**
 * A long text in phrases that are not broken apart, so that its lines end where a reader would pause.
 * @param {string} said
 * @returns {(Node | string)[]}
 */
export function phrases(said) {
  /** @type {string[]} */
  const parts = [""];
  for (const one of said) {
    const last = parts.length - 1;
    if (text("phrase.begins").includes(one) && parts[last]) parts.push(one);
    else parts[last] += one;
    if (text("phrase.ends").includes(one)) parts.push("");
  }
  return parts.filter(part => part).map(part => [...part].length <= LONGEST_PHRASE ? make("span", "together", part) : part);
}
const LONGEST_PHRASE = 18;

/** @type {Record<string, { size: number, lines: number }[]>} */
const STEPS = {
  question: [{ size: 84, lines: 2 }, { size: 72, lines: 3 }, { size: 64, lines: 4 }],
  heading: [{ size: 68, lines: 1 }, { size: 64, lines: 1 }, { size: 60, lines: 2 }],
};

/**
 * Fits every title of a scene; the scene must be on the wall.
 * @param {HTMLElement} scene
 */
export function fitTitles(scene) {
  for (const title of /** @type {NodeListOf<HTMLElement>} */ (scene.querySelectorAll("[data-fit]"))) {
    const steps = STEPS[title.dataset.fit ?? "question"];
    const fits = () => steps.some(step => {
      title.style.fontSize = `${step.size}px`;
      return title.scrollHeight <= step.size * LINE * step.lines + 8;
    });
    if (fits()) continue;
    title.textContent = title.textContent ?? "";
    if (fits()) continue;
    title.style.setProperty("--lines", String(steps[steps.length - 1].lines));
    title.classList.add("cut");
    title.dispatchEvent(new Event("cut"));
  }
}
const LINE = 1.28;

/**
 * "全体代表 300": a label with its figure, and what is counted.
 * @param {string} label
 * @param {string | number} figure
 * @param {string} unit
 */
export const fact = (label, figure, unit = "") => make("span", "fact", label, " ", make("b", "figure", figure), unit && ` ${unit}`);

/**
 * Of those not pressed, seats whose keypad was out of order.
 * @param {ResultView} figures
 */
export const failed = figures => figures.failedKeypads > 0 && make("p", "failed", fact(text("failed"), figures.failedKeypads, text("seats")));

/**
 * 发出、收回、有效、无效 of a vote on paper.
 * @param {ResultView} figures
 */
export const papers = figures => figures.papers && make("p", "", fact(text("papers.issued"), figures.papers.issued), fact(text("papers.collected"), figures.papers.collected),
  fact(text("papers.valid"), figures.papers.valid), fact(text("papers.invalid"), figures.papers.invalid));

/**
 * Whether a text exists.
 * @param {string} key
 */
export const has = key => key in texts;

/** Nothing moves: asked for by the system, or by ?still=1 (setting board.still). */
export const still = matchMedia("(prefers-reduced-motion: reduce)").matches || new URLSearchParams(location.search).get("still") === "1";
