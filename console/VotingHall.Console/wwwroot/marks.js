// 符号: the marks of the paper ballot. The word always stands beside them.
/** @typedef {"for" | "against" | "abstain" | "notPressed"} Mark */

/** @type {Record<Mark, string>} */
const SHAPES = {
  for: "M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16",
  against: "M5 5L19 19M19 5L5 19",
  abstain: "M12 4L21 20H3Z",
  notPressed: "M3 12H10M14 12H21",
};

/** @param {Mark} mark */
export function markOf(mark) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("class", `mark ${mark}`);
  drawing.setAttribute("aria-hidden", "true");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", SHAPES[mark]);
  drawing.append(path);
  return drawing;
}
