// 主持席: puts the parts of the chair's desk together.
import { chinese, make, need, redraw, write } from "./dom.js";
import { text } from "./live.js";
import { startConsole } from "./shell.js";
import { drawActs } from "./chair-acts.js";
import { speak } from "./chair-speech.js";
import { listen } from "./chair-keys.js";
import { askPicture } from "./chair-asks.js";
import { drawKnow } from "./chair-know.js";
import { drawStage, tick } from "./chair-stage.js";
import { asking, askedAbout, stopAsking } from "./ask.js";

/** @typedef {import("./chair-view").ChairView} ChairView */

/** @type {ChairView | null} */
let view = null;
let up = true;
let lostAt = 0;
let place = "";

/** How long the link has been away, in whole seconds. */
const away = () => lostAt === 0 ? 0 : Math.floor((Date.now() - lostAt) / 1000);

startConsole("chair", (/** @type {ChairView} */ picture, linkUp) => {
  view = picture;
  up = linkUp;
  lostAt = up ? 0 : lostAt || Date.now();
  drawAgenda(picture);
  drawStage(picture, up);
  drawKnow(picture, up, away());
  const inWords = askedAbout();
  if (inWords !== "" && (!up || !picture.acts.some(act => act.kind === inWords && act.enabled))) stopAsking(inWords);
  drawActs(picture, up);
  follow(picture);
  speak(picture);
});

setInterval(() => {
  if (!view) return;
  tick(view, up);
  if (!up) drawKnow(view, up, away());
  speak(view);
}, 200);

listen(() => view);

need("[data-board-picture]").addEventListener("click", () => { if (view && up) askPicture(view); });

/**
 * After a change of state the eye and the reader go to the new heading, never to a button.
 * @param {ChairView} picture
 */
function follow(picture) {
  const round = "question" in picture.stage ? picture.stage.question.round : 0;
  const now = `${picture.stage.stage} ${round}`;
  if (place !== "" && place !== now) {
    if (asking() && askedAbout() === "fullText") stopAsking();
    if (!asking()) need("[data-heading]").focus();
    need(".one").scrollTop = 0;
  }
  place = now;
}

/** @param {ChairView} picture */
function drawAgenda(picture) {
  redraw(need("[data-agenda]"), picture.agenda, () => picture.agenda.map(line => {
    const done = line.state === "declared";
    const item = make("li", line.state,
      make("span", "no", done ? "✓" : line.no),
      chinese(make("span", "title", line.title)),
      line.state === "voided" || line.state === "runoffDue" ? make("span", "state", text(`state.${line.state}`)) : null,
      done || line.state === "current" ? make("span", "unseen", text(`state.${line.state}`)) : null);
    item.title = line.title;
    if (line.state === "current") item.setAttribute("aria-current", "step");
    return item;
  }));
  const current = need("[data-agenda]").querySelector("[aria-current]");
  if (place === "" && current) current.scrollIntoView({ block: "nearest" });
  write(need("[data-board-picture-now]"), text(`picture.${picture.picture}`));
}
