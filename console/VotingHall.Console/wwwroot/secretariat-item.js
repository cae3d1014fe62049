// 议程项: what an agenda item of each kind consists of, as in meeting.json, and what it lacks. Pure functions.
import { text } from "./live.js";

/** @typedef {import("./secretariat-views").Item} Item */
/** @typedef {{ field: string, said: string }} Lack */

/** Kinds a secretariat may put on the agenda, in the order of the list. A run-off follows from a tie and is not among them. */
export const KINDS = ["motion", "list", "appointment", "election", "preSelection", "projectVote", "actingHead", "resignation", "recall", "dismissal", "evaluation",
  "procedural", "inquiryAnswer", "rollCall"];

/**
 * The field that holds the rows of the paper, by kind.
 * @type {Record<string, "names" | "persons" | "candidates" | "projects" | "nominees" | "items" | undefined>}
 */
const ROWS = {
  list: "names", appointment: "persons", election: "candidates", runoffElection: "candidates", projectVote: "projects", preSelection: "nominees",
  actingHead: "persons", resignation: "persons", recall: "persons", dismissal: "persons", evaluation: "items",
};

/** @param {string} kind */
export const rowsField = kind => ROWS[kind];

/**
 * Whether each row has a post beside the name.
 * @param {string} kind
 */
export const hasPosts = kind => ROWS[kind] === "persons" || ROWS[kind] === "items";

/**
 * Whether something is elected or chosen.
 * @param {string} kind
 */
export const hasSeats = kind => kind === "election" || kind === "runoffElection" || kind === "projectVote" || kind === "preSelection";

/** @param {Item} item @returns {{ name: string, post: string }[]} */
export function rowsOf(item) {
  const field = ROWS[item.kind];
  if (!field) return [];
  if (field === "persons" || field === "items") return (item[field] ?? []).map(person => ({ name: person.name, post: person.post ?? "" }));
  return (item[field] ?? []).map(name => ({ name, post: "" }));
}

/** @param {Item} item @param {{ name: string, post: string }[]} rows @returns {Item} */
export function withRows(item, rows) {
  const field = ROWS[item.kind];
  if (!field) return item;
  if (field === "persons" || field === "items") return { ...item, [field]: rows.map(row => row.post ? { name: row.name, post: row.post } : { name: row.name }) };
  return { ...item, [field]: rows.map(row => row.name) };
}

/**
 * The item as another kind: what both have is kept.
 * @param {Item} item
 * @param {string} kind
 * @param {Record<string, string[]>} verbs allowed verbs by kind, the usual one first
 * @returns {Item}
 */
export function asKind(item, kind, verbs) {
  const mode = kind === "rollCall" ? "signIn" : item.mode === "signIn" ? "secret" : item.mode;
  const verb = verbs[kind]?.includes(item.verb) ? item.verb : verbs[kind]?.[0] ?? "";
  /** @type {Item} */
  const made = { no: item.no, kind, title: item.title, verb, mode };
  if (item.textDigest) made.textDigest = item.textDigest;
  if (item.before) made.before = item.before;
  if (hasSeats(kind)) made.seats = item.seats ?? 1;
  if (kind === "election" || kind === "preSelection") Object.assign(made, { office: item.office ?? "", officeKind: item.officeKind ?? "committeeMember" });
  if (kind === "preSelection") made.places = item.places ?? Number(made.seats) + 1;
  if (kind === "recall") made.mandate = item.mandate ?? "office";
  if (kind === "evaluation") made.scale = item.scale ?? "satisfaction";
  if (kind === "procedural") made.matter = item.matter ?? "postponement";
  if (kind === "inquiryAnswer") made.signatories = item.signatories ?? [];
  // By paper alone: dismissals and recalls of deputies by law, other recalls as a rule. Source: SL62, EL52.
  if (kind === "dismissal" || kind === "recall") Object.assign(made, { method: "paper", mode: "secret" });
  else if (item.method && kind !== "rollCall") made.method = item.method;
  return withRows(made, rowsOf(item));
}

/**
 * As it is sent: ends trimmed, empty rows and absent choices left out.
 * @param {Item} item
 * @returns {Item}
 */
export function cleaned(item) {
  const rows = rowsOf(item).map(row => ({ name: row.name.trim(), post: row.post.trim() })).filter(row => row.name !== "" || row.post !== "");
  const made = withRows({ ...item, no: item.no.trim(), title: item.title.trim(), verb: item.verb.trim() }, rows);
  if (made.office !== undefined) made.office = made.office.trim();
  if (made.rule === "majority_of_all") delete made.rule;
  if (made.ballotRule === "selected_le_seats") delete made.ballotRule;
  for (const field of /** @type {const} */ (["appraisalOf", "about", "amends", "clauseOf"])) {
    const value = made[field]?.trim();
    if (value) made[field] = value;
    else delete made[field];
  }
  if (made.noGrade === "abstain") delete made.noGrade;
  if (made.purpose === "other") delete made.purpose;
  if (made.kind === "resignation" && made.mandate === "office") delete made.mandate;
  for (const flag of /** @type {const} */ (["oneByOne", "merged", "pickList", "runoff", "upperApproval"])) if (!made[flag]) delete made[flag];
  return made;
}

/**
 * What the item lacks before it can be sent: each with the field it is about.
 * @param {Item} item
 * @param {string[]} taken numbers of other items
 * @returns {Lack[]}
 */
export function lacks(item, taken) {
  /** @type {Lack[]} */
  const found = [];
  const lack = (/** @type {string} */ field, /** @type {string} */ key, places = {}) => found.push({ field, said: text(key, places) });
  const sent = cleaned(item);
  if (sent.no === "") lack("no", "lack.no");
  if (taken.includes(sent.no)) lack("no", "lack.noTaken", { no: sent.no });
  if (sent.title === "") lack("title", "lack.title");
  if (sent.verb === "") lack("verb", "lack.verb");
  if ((item.kind === "election" || item.kind === "preSelection") && !sent.office) lack("office", "lack.office");
  if (hasSeats(item.kind) && !(Number.isInteger(item.seats) && Number(item.seats) >= 1)) lack("seats", "lack.seats");
  if (item.kind === "preSelection" && !(Number.isInteger(item.places) && Number(item.places) >= Number(item.seats))) lack("places", "lack.places");
  if (item.kind === "inquiryAnswer" && (item.signatories ?? []).length === 0) lack("signatories", "lack.signatories");
  const field = ROWS[item.kind];
  if (field) rowLacks(field, rowsOf(item), lack);
  if (field && hasSeats(item.kind) && rowsOf(sent).length > 0 && rowsOf(sent).length < Number(item.seats)) lack("seats", "lack.fewerThanSeats");
  return found;
}

/**
 * @param {string} field
 * @param {{ name: string, post: string }[]} rows
 * @param {(field: string, key: string, places?: Record<string, string | number>) => void} lack
 */
function rowLacks(field, rows, lack) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  if (rows.every(row => row.name.trim() === "")) lack(`${field}[0]`, "lack.rows");
  rows.forEach((row, at) => {
    const name = row.name.trim();
    if (name === "" && row.post.trim() !== "") lack(`${field}[${at}]`, "lack.name", { n: at + 1 });
    const first = seen.get(name);
    if (name !== "" && first !== undefined) lack(`${field}[${at}]`, "lack.twice", { name, n: first + 1, m: at + 1 });
    else seen.set(name, at);
  });
}

/**
 * A number no item has yet.
 * @param {string[]} taken
 */
export function freeNo(taken) {
  let no = taken.length + 1;
  while (taken.includes(String(no))) no++;
  return String(no);
}
