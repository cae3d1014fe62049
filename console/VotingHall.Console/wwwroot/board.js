// 大屏: shows the present scene, crosses over when another begins, and says so when the hall is out of reach. It can do nothing but show.
import { el, put, still } from "./board-dom.js";
import { drawIdle } from "./board-idle.js";
import { live } from "./live.js";

const wall = /** @type {HTMLElement} */ (document.querySelector("[data-wall]"));
const WIDTH = 1920;
const HEIGHT = 1080;

function fit() {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  wall.style.transform = `translate(${(innerWidth - WIDTH * scale) / 2}px, ${(innerHeight - HEIGHT * scale) / 2}px) scale(${scale})`;
}
fit();
addEventListener("resize", fit);

live("screen", /** @param {BoardView} view */ view => {
  if (view.scene.scene === "idle") wall.replaceChildren(drawIdle(view.scene, view.head).element);
}, () => {});
