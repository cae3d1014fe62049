// 主持席的右栏: what the chair should know, with a sign and a word for how grave it is.
import { make, need, redraw, write } from "./dom.js";
import { say, text } from "./live.js";

/** @typedef {import("./chair-view").ChairView} ChairView */
/** @typedef {{ level: string, text: string, detail?: string }} Line */

/** @type {Record<string, string>} */
const SIGNS = { good: "✓", note: "•", warning: "!", blocking: "✕" };

/**
 * @param {ChairView} view
 * @param {boolean} up
 * @param {number} awaySeconds
 */
export function drawKnow(view, up, awaySeconds) {
  const { stage } = view;
  const away = !up;
  write(need("[data-know-title]"), text(away ? "know.away" : stage.stage === "result" ? `why.${stage.figures.verdict}` : `know.${stage.stage}`));
  const lines = away ? awayLines(awaySeconds) : [...ownLines(view), ...view.notices.map(notice =>
    ({ level: notice.level, text: say(notice.text), detail: say(notice.detail) }))];
  redraw(need("[data-know]"), lines, () => lines.map(line => make("li", line.level,
    sign(line.level),
    line.level === "warning" || line.level === "blocking" ? make("span", "unseen", text(`level.${line.level}`)) : null,
    make("span", "", make("b", "", line.text), line.detail ? make("small", "", line.detail) : null))));
  const foot = need("[data-know-foot]");
  write(foot, away ? text("foot.away") : footOf(view));
}

/** @param {ChairView} view */
function footOf({ stage, notices }) {
  if (stage.stage === "voting") return text("foot.voting");
  if (stage.stage !== "ready" || notices.some(notice => notice.level === "blocking")) return "";
  return notices.some(notice => notice.level === "warning") ? text("foot.ready") : "";
}

/**
 * Lines the page can tell from the picture itself.
 * @param {ChairView} view
 * @returns {Line[]}
 */
function ownLines({ stage }) {
  switch (stage.stage) {
    case "result": {
      const level = stage.figures.verdict === "invalid" ? "blocking" : "good";
      return [
        ...stage.why.map(line => {
          const [said, ...detail] = say(line).split("\n");
          return { level, text: said, detail: detail.join(" ") };
        }),
        { level: stage.confirmed ? "good" : "warning", text: text(stage.confirmed ? "know.confirmed" : "know.unconfirmed") },
        ...(stage.shown ? [{ level: "good", text: text("know.shown") }] : []),
        ...(stage.figures.mayChange ? [{ level: "warning", text: text("know.mayChange", { k: stage.figures.failedKeypads }) }] : []),
      ];
    }
    default: return [];
  }
}

/**
 * @param {number} seconds
 * @returns {Line[]}
 */
const awayLines = seconds => [
  { level: "good", text: text("away.line.keypads") },
  { level: "good", text: text("away.line.disk") },
  { level: "note", text: text("away.line.for", { s: seconds }) },
];

/** @param {string} level */
function sign(level) {
  const said = make("span", "sign", SIGNS[level]);
  said.setAttribute("aria-hidden", "true");
  return said;
}
