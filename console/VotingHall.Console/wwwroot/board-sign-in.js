// 签到: the seating fan filling on the left, the figures on the right. Presence is public; nothing else is known here.
import { make, write } from "./dom.js";
import { still } from "./board-dom.js";
import { serverNow, text } from "./live.js";
import { SeatCanvas, unpack } from "./seat-canvas.js";
import { layOut } from "./seat-geometry.js";

const WIDTH = 1230;
const HEIGHT = 716;

/** @type {SeatPlanView | undefined} */
let plan;

/** Fetches the plan anew; the wall shows the figures alone until it is here. */
async function fetchPlan() {
  const answer = await fetch("/plan").catch(() => undefined);
  if (answer?.ok) plan = await answer.json();
}

/**
 * @param {BoardSignIn} scene
 * @returns {DrawnScene}
 */
export function drawSignIn(scene) {
  const ground = make("canvas", "seats");
  const lights = make("canvas", "seats");
  ground.setAttribute("aria-hidden", "true");
  lights.setAttribute("aria-hidden", "true");
  const fan = make("div", "fan", make("p", "rostrum", text("rostrum")), make("div", "seats-place", ground, lights));
  const present = make("b", "figure big");
  const bar = make("i", "");
  const tick = make("i", "tick");
  const due = make("b", "figure");
  const quorum = make("b", "figure");
  const missing = make("b", "figure");
  const missingLabel = make("span", "");
  const verdict = make("p", "frame");
  const foot = make("p", "sign-in-foot");
  const spoken = make("p", "unseen");
  spoken.setAttribute("role", "status");
  const element = make("section", "scene sign-in", fan,
    make("div", "figures",
      make("p", "label", text("present.spaced")), present, make("div", "bar", bar, tick),
      line(make("span", "", text("due")), due), line(make("span", "", text("quorum")), quorum), line(missingLabel, missing), verdict),
    foot, spoken);

  let shown = scene;
  let away = false;
  let scale = 1;
  let timer = 0;
  let stopped = false;
  /** @type {SeatCanvas | undefined} */
  let canvas;
  let placed = -1;

  /** Also when the plan has become another one. */
  function placeSeats() {
    const seats = plan?.seatCount ?? 0;
    element.classList.toggle("no-plan", seats === 0);
    if (!plan || seats === 0 || placed === plan.version) return;
    placed = plan.version;
    canvas?.stop();
    canvas = new SeatCanvas(ground, lights, layOut(plan.rows.map(row => row.seats.length)), WIDTH, HEIGHT, still);
    canvas.show(unpack(shown.seats, seats), true);
    canvas.resize(scale);
  }

  function askPlan() {
    fetchPlan().then(() => { if (!stopped) placeSeats(); });
  }

  function tickFoot() {
    clearTimeout(timer);
    const leftMs = shown.window ? shown.window.closesAtMs - serverNow() : 0;
    if (away) write(foot, text("signIn.safe"));
    else if (!shown.isOpen) write(foot, text("signIn.closed"));
    else if (leftMs > 0 && leftMs < 600_000) write(foot, text("signIn.left", { time: clock(Math.ceil(leftMs / 1000)) }));
    else write(foot, text("signIn.press"));
    if (shown.isOpen && leftMs > 0) timer = setTimeout(tickFoot, leftMs % 1000 || 1000);
  }

  /** @param {BoardSignIn} next @param {import("./live.js").ViewHead} _ @param {boolean} lost */
  function update(next, _, lost) {
    shown = next;
    // Back from a restart: the plan may be another one.
    if (away && !lost) askPlan();
    away = lost;
    const reached = next.present >= next.quorum;
    write(present, away ? "\u2014" : next.present);
    write(due, next.due);
    write(quorum, next.quorum);
    write(missing, away ? "\u2014" : next.due - next.present);
    write(missingLabel, next.isOpen ? text("missing") : text("absent"));
    write(verdict, away ? text("recovering.short") : reached ? text("quorum.met") : text("quorum.short", { n: next.quorum - next.present }));
    verdict.classList.toggle("dashed", !away && !reached);
    verdict.classList.toggle("plain", !away && !reached);
    element.classList.toggle("thousands", next.due > 999);
    bar.style.transform = `scaleX(${next.due > 0 ? Math.min(1, next.present / next.due) : 0})`;
    tick.style.left = `${next.due > 0 ? 100 * next.quorum / next.due : 0}%`;
    if (canvas && plan) canvas.show(unpack(next.seats, plan.seatCount), false);
    const saying = text("spoken.signIn", { present: next.present, due: next.due, quorum: next.quorum });
    if (!spoken.textContent || serverNow() - lastSpoken >= 10_000 || !next.isOpen) {
      lastSpoken = serverNow();
      write(spoken, saying);
    }
    tickFoot();
  }
  let lastSpoken = 0;
  update(scene, /** @type {any} */ (null), false);
  placeSeats();
  askPlan();
  return {
    element, update,
    resize(to) {
      scale = to;
      canvas?.resize(to);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      canvas?.stop();
    },
  };
}

/** @param {HTMLElement} label @param {HTMLElement} figure */
const line = (label, figure) => make("p", "line", label, figure);

/** @param {number} seconds */
const clock = seconds => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
