// 计票录入的数: what a person has typed, and whether it adds up. Nothing here knows what anybody else entered.

/** @typedef {import("./hand-view").HandDesk} HandDesk */
/** @typedef {import("./hand-view").HandEntry} HandEntry */
/** @typedef {{ state: "empty" | "ok" | "short" | "excess", gap: number }} Sum */

export const REASONS = /** @type {const} */ (["overVote", "illegible", "notOfficial", "torn", "other"]);
export const MARKS = /** @type {const} */ (["for", "against", "abstain", "void"]);

/**
 * What is typed, by the name of its field; it outlives every new picture of the hall.
 * @type {Map<string, string>}
 */
const typed = new Map();
let round = 0;

/**
 * A new round begins with an empty sheet.
 * @param {number} no
 */
export function sheetOf(no) {
  if (no !== round) typed.clear();
  round = no;
}

/** @param {string} field */
export const typedAs = field => typed.get(field) ?? "";

/** @param {string} field @param {string} value */
export const type = (field, value) => void typed.set(field, value);

/**
 * The number typed in a field; null while it is empty or no number.
 * @param {string} field
 */
export function figure(field) {
  const value = typedAs(field).trim();
  return /^\d{1,4}$/.test(value) ? Number(value) : null;
}

/** How many lines for written names there are: one more than are filled in. */
export function nameLines() {
  let lines = 0;
  while (typedAs(`name.${lines}`) !== "" || typedAs(`votes.${lines}`) !== "") lines++;
  return lines + 1;
}

/** @returns {{ name: string, votes: number }[]} */
export const names = () => Array.from({ length: nameLines() }, (_, i) => ({ name: typedAs(`name.${i}`).trim(), votes: figure(`votes.${i}`) ?? 0 }))
  .filter(line => line.name !== "" || line.votes > 0);

/**
 * A sum against what it has to be.
 * @param {(number | null)[]} parts
 * @param {number | null} whole
 * @returns {Sum}
 */
export function sumOf(parts, whole) {
  const found = parts.reduce((/** @type {number} */ sum, part) => sum + (part ?? 0), 0);
  if (whole !== null && found > whole) return { state: "excess", gap: found - whole };
  if (whole === null || parts.some(part => part === null)) return { state: "empty", gap: 0 };
  return { state: found === whole ? "ok" : "short", gap: whole - found };
}

/** @param {HandDesk} desk */
export const marksOf = desk => desk.onPaper ? MARKS : MARKS.filter(mark => mark !== "void");

/**
 * A row against the valid papers, or the members present.
 * @param {HandDesk} desk
 * @param {number} row
 */
export function rowSum(desk, row) {
  const whole = desk.step === "manual" ? figure("participants") : desk.onPaper ? figure("valid") : desk.present;
  return sumOf(marksOf(desk).map(mark => figure(`${mark}.${row}`) ?? (mark === "void" ? 0 : null)), whole);
}

/**
 * Valid and invalid papers against those collected.
 * @param {HandDesk} desk
 */
export const papersSum = desk => sumOf([figure("valid"), ...REASONS.map(reason => figure(reason) ?? 0)], desk.collected);

/**
 * Everything a count needs is typed.
 * @param {HandDesk} desk
 */
export const isComplete = desk => (!desk.onPaper || figure("valid") !== null)
  && desk.rows.every((_, row) => rowSum(desk, row).state !== "empty");

/**
 * The count as it is sent.
 * @param {HandDesk} desk
 */
export function countTyped(desk) {
  return {
    valid: desk.onPaper ? figure("valid") ?? 0 : 0,
    invalid: desk.onPaper ? Object.fromEntries(REASONS.map(reason => [reason, figure(reason) ?? 0])) : null,
    rows: rowsTyped(desk),
    writeIns: desk.writesIn ? names() : [],
  };
}

/** @param {HandDesk} desk */
export const rowsTyped = desk => desk.rows.map((_, row) => Object.fromEntries(marksOf(desk).map(mark => [mark, figure(`${mark}.${row}`) ?? 0])));

/**
 * The figures of two counts side by side, in the order of the form.
 * @param {HandDesk} desk
 * @param {(key: string) => string} text
 * @returns {{ label: string, row: boolean, figures: number[] }[]}
 */
export function sideBySide(desk, text) {
  const entries = desk.entries;
  const papers = desk.onPaper && desk.step !== "slips" ? [
    { label: text("hand.valid"), row: false, figures: entries.map(entry => entry.valid) },
    ...REASONS.map(reason => ({ label: text(`hand.reason.${reason}`), row: false, figures: entries.map(entry => entry[reason]) })),
  ] : [];
  const rows = desk.step === "slips" ? [] : desk.rows.flatMap((name, row) => marksOf(desk).map(mark => (
    { label: `${name} ${text(`hand.mark.${mark}`)}`, row: true, figures: entries.map(entry => entry.rows[row][mark]) })));
  const written = [...new Set(entries.flatMap(entry => entry.names.map(one => one.name)))].map(name => (
    { label: `${text("hand.writeIn")} ${name}`, row: true, figures: entries.map(entry => entry.names.find(one => one.name === name)?.votes ?? 0) }));
  return [...papers, ...rows, ...written].filter(line => line.figures.some(one => one > 0));
}
