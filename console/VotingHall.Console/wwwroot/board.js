// 大屏: shows the present scene, crosses over when another begins, and says so when the hall is out of reach. It can do nothing but show.
import { fitTitles, has, still } from "./board-dom.js";
import { drawByHand, drawClosed, drawPrepared, drawVoided } from "./board-before-after.js";
import { drawIdle } from "./board-idle.js";
import { drawResult } from "./board-result.js";
import { drawRound } from "./board-round.js";
import { drawSignIn } from "./board-sign-in.js";
import { need, write } from "./dom.js";
import { live, text } from "./live.js";

const WIDTH = 1920;
const HEIGHT = 1080;
const BAND = 80;
/** The last picture stays so long after the link was lost. */
const PATIENCE_MS = 3000;
const CROSS_MS = 400;

const wall = need("[data-wall]");
const scenes = need("[data-scenes]");
const band = need("[data-rehearsal]");
const session = need("[data-session]");
const place = need("[data-place]");
const recovering = need("[data-recovering]");
document.body.classList.toggle("still", still);

/** @type {BoardView} */
let view;
/** @type {{ key: string, drawn: DrawnScene } | undefined} */
let standing;
let away = false;
let patience = 0;

/** Design pixels to the window: as large as fits, the ground reaches to the edges. */
function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  const top = (innerHeight - HEIGHT * scale) / 2;
  wall.style.transform = `translate(${(innerWidth - WIDTH * scale) / 2}px, ${top}px) scale(${scale})`;
  // The rehearsal band covers the whole top edge, also where the window is higher than the wall.
  band.style.height = `${top + BAND * scale}px`;
  band.style.fontSize = `${64 * scale}px`;
  standing?.drawn.resize(scale * devicePixelRatio);
}

/**
 * What must be drawn anew when it changes; everything else is patched.
 * @param {BoardScene} scene
 */
function keyOf(scene) {
  if (scene.scene === "idle") return "idle";
  if (scene.scene === "signIn") return `signIn ${scene.question.round}`;
  if (scene.scene === "voting" || scene.scene === "closing") return `round ${JSON.stringify(scene.question)}`;
  if (scene.scene === "result") return `result ${JSON.stringify([scene.question, scene.figures])}`;
  return JSON.stringify(scene);
}

/** @param {BoardScene} scene @returns {DrawnScene} */
function draw(scene) {
  switch (scene.scene) {
    case "idle": return drawIdle(scene, view.head);
    case "signIn": return drawSignIn(scene);
    case "prepared": return drawPrepared(scene);
    case "voting":
    case "closing": return drawRound(scene);
    case "byHand": return drawByHand(scene);
    case "closed": return drawClosed(scene);
    case "result": return drawResult(scene);
    case "voided": return drawVoided(scene);
  }
}

/**
 * Right of the header: where in the meeting we are.
 * @param {BoardScene} scene
 */
function placeOf(scene) {
  if (scene.scene === "idle") return "";
  if (scene.scene === "signIn") return view.head.sittingName;
  const kind = scene.scene === "result" ? `place.${scene.figures.kind}` : "";
  return has(kind) ? text(kind) : text("place.item", { no: scene.question.agendaNo });
}

function show() {
  const scene = view.scene;
  document.body.classList.toggle("rehearsal", view.head.rehearsal);
  band.hidden = !view.head.rehearsal;
  write(session, view.head.sessionName);
  write(place, placeOf(scene));
  wall.dataset.scene = scene.scene;
  wall.dataset.seq = String(view.head.seq);
  // Rounds and sign-in say it in their middle; elsewhere a small line is enough.
  recovering.hidden = !away || scene.scene === "voting" || scene.scene === "closing" || scene.scene === "signIn";
  document.body.classList.toggle("lost", !recovering.hidden);
  const key = keyOf(scene);
  if (standing?.key !== key) cross(key, scene);
  standing?.drawn.update(scene, view.head, away);
}

/**
 * The next scene fades in while the one before fades out, at the same time.
 * @param {string} key
 * @param {BoardScene} scene
 */
function cross(key, scene) {
  const before = standing;
  standing = { key, drawn: draw(scene) };
  const element = standing.drawn.element;
  for (const leaving of scenes.querySelectorAll(".leaving")) leaving.remove();
  scenes.append(element);
  fitTitles(element);
  fit();
  if (!before) return;
  before.drawn.stop();
  if (still) {
    before.drawn.element.remove();
    return;
  }
  element.classList.add("coming");
  before.drawn.element.classList.add("leaving");
  setTimeout(() => {
    before.drawn.element.remove();
    element.classList.remove("coming");
  }, CROSS_MS);
}

addEventListener("resize", fit);
// Faces arrive after the first layout where they are not installed: titles are fitted again.
document.fonts.ready.then(() => { if (standing) fitTitles(standing.drawn.element); });

live("screen", /** @param {BoardView} next */ next => {
  view = next;
  show();
}, state => {
  if (state !== "down") {
    clearTimeout(patience);
    patience = 0;
    away = false;
  } else if (patience === 0) {
    patience = setTimeout(() => {
      away = true;
      show();
    }, PATIENCE_MS);
  }
  show();
});
