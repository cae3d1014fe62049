// 静态画面: before, break, between items, after. The safe picture for every doubt.
import { make, write } from "./dom.js";
import { text } from "./live.js";

/** Longer names of a session stand smaller. */
const LARGE = 8;

/**
 * @param {BoardIdle} scene
 * @param {import("./live.js").ViewHead} head
 * @returns {DrawnScene}
 */
export function drawIdle(scene, head) {
  const body = make("p", "idle-body");
  const session = make("h1", "idle-session");
  const sitting = make("p", "idle-sitting");
  const below = make("p", "idle-below");
  const element = make("section", "scene idle", body, session, make("div", "rule"), sitting, below);

  /** @param {BoardIdle} next @param {import("./live.js").ViewHead} at */
  function update(next, at) {
    const [name, short] = parts(at.sessionName, next.bodyName);
    write(body, name);
    write(session, short);
    session.classList.toggle("whole", [...short].length > LARGE);
    write(sitting, at.sittingName);
    write(below, line(next));
    const pause = next.pause === "break" || next.pause === "after";
    element.classList.toggle("pause", pause);
    below.hidden = !below.textContent;
  }
  update(scene, head);
  return { element, update, resize() {}, stop() {} };
}

/** @param {BoardIdle} scene */
function line(scene) {
  if (scene.pause === "break") return scene.resumesAt ? text("idle.resumes", { time: scene.resumesAt }) : text("idle.break");
  return scene.pause === "after" ? text("idle.after") : scene.date;
}

/**
 * The session's name in two lines: the congress in gold, "第五次会议" large. A name of another build stands whole below its body.
 * @param {string} session
 * @param {string} body
 * @returns {[string, string]}
 */
function parts(session, body) {
  const cut = session.match(/^(.*[^\s])\s*(\u7b2c[^\u7b2c]{1,6}\u6b21\u4f1a\u8bae)$/u);
  if (cut) return [cut[1], cut[2]];
  return session && session !== body ? [body, session] : ["", body];
}
