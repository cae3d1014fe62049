// 议程项编辑: the item being edited, its drafts, undo, saving. What is typed is never replaced by a picture that arrives.
import { toast } from "./act.js";
import { act, ask, read, redraw, ready, versionShown } from "./desk.js";
import { text } from "./live.js";
import { draftOf, drafts, dropDraft, keepDraft } from "./secretariat-drafts.js";
import { asKind, cleaned, freeNo, lacks } from "./secretariat-item.js";

/** @typedef {import("./secretariat-views").Item} Item */
/** @typedef {import("./secretariat-views").SecretariatView} SecretariatView */
/** @typedef {import("./secretariat-item.js").Lack} Lack */

/**
 * @typedef {object} Open
 * @property {string} key     number of the item, or "new:n"
 * @property {Item} item      as typed
 * @property {Item | null} saved  as the hall has it, null for a new one
 * @property {number} version version of the hall it was read at
 * @property {import("./secretariat-views").AgendaAnswer | null} facts what the hall says about it
 * @property {import("./secretariat-views").Problem[]} refused problems of the last refused save
 * @property {Item | null} theirs another desk's version, when both changed it
 * @property {string[]} past  states before, for undo
 * @property {string} lastField field changed last: typing in one field is one step of undo
 * @property {number} shape   changes when the form has to be drawn anew
 */

const PAST_MAX = 100;
/** @type {Open | null} */
let open = null;
/** @type {SecretariatView | null} */
let view = null;
let savedAt = "";
/** Which item the person wants to see; an answer about another one came too late. */
let wanted = "";

export const opened = () => open;
export const savedTime = () => savedAt;

const session = () => view?.head.sessionName ?? "";
const same = (/** @type {unknown} */ a, /** @type {unknown} */ b) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** @param {any} value @returns {any} */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map(key => [key, sorted(value[key])]));
}

/** Numbers of all items but the one being edited. */
const taken = () => (view?.agenda ?? []).map(line => line.no).filter(no => no !== open?.saved?.no);

/** @param {Open} one */
export const isChanged = one => one.saved === null || !same(cleaned(one.item), cleaned(one.saved));

/** The line of the agenda of the item being edited. */
export const lineOf = () => view?.agenda.find(line => line.no === open?.saved?.no);

/** It was put to the vote: a change is a new version for later rounds. */
export const isFrozen = () => (lineOf()?.rounds ?? 0) > 0;

/** Its round is under way: it cannot be changed now. */
export const isLocked = () => lineOf()?.state === "current";

/**
 * Drafts of items the hall does not have yet, as [key, title].
 * @returns {[string, Item][]}
 */
export const newItems = () => drafts(session()).filter(([key]) => key.startsWith("new:")).map(([key, draft]) => [key, draft.item]);

/**
 * Whether this window holds unsaved changes of an item.
 * @param {string} no
 */
export const hasDraft = no => draftOf(session(), no) !== null;

/** @returns {Lack[]} what is missing, by this window and by the hall */
export function missing() {
  if (!open) return [];
  const said = (/** @type {import("./secretariat-views").Problem} */ problem) =>
    ({ field: problem.field, said: document.documentElement.lang === "en" ? problem.en : problem.zh });
  const own = lacks(open.item, taken());
  const halls = [...open.refused, ...(isChanged(open) ? [] : open.facts?.problems ?? [])].map(said);
  return [...own, ...halls];
}

/**
 * A new picture: an item nobody is changing here follows the hall.
 * @param {SecretariatView} picture
 */
export function follow(picture) {
  const before = view;
  view = picture;
  if (open?.saved && before && !same(before.agenda, picture.agenda)) void readFacts(open.key);
}

/**
 * Opens an item of the agenda or a draft.
 * @param {string} key
 */
export async function openItem(key) {
  if (open?.key === key || wanted === key) return;
  wanted = key;
  const draft = draftOf(session(), key);
  if (draft) {
    start(key, draft.item, draft.saved, draft.version);
    if (draft.saved) await readFacts(key);
    return;
  }
  if (!view?.agenda.some(line => line.no === key)) return close();
  await readFacts(key);
}

export function close() {
  open = null;
  wanted = "";
  redraw();
}

/** @param {string} key @param {Item} item @param {Item | null} saved @param {number} version */
function start(key, item, saved, version) {
  open = { key, item, saved, version, facts: null, refused: [], theirs: null, past: [], lastField: "", shape: (open?.shape ?? 0) + 1 };
  redraw();
}

/**
 * Reads what the hall has of an item; takes it over where nothing was typed here.
 * @param {string} key
 */
async function readFacts(key) {
  const version = versionShown();
  const facts = await read(`/agenda/${encodeURIComponent(key)}`);
  if (wanted !== key) return;
  if (!facts) {
    if (open?.key !== key) wanted = "";
    toast(text("agenda.unreadable", { no: key }), true);
    return;
  }
  if (open?.key !== key) start(key, facts.item, facts.item, version);
  const now = /** @type {Open} */ (open);
  const typed = isChanged(now);
  now.facts = facts;
  if (now.saved && same(cleaned(facts.item), cleaned(now.saved))) now.version = version;
  else if (typed) now.theirs = facts.item;
  else Object.assign(now, { item: facts.item, saved: facts.item, version, shape: now.shape + 1 });
  redraw();
}

/**
 * Begins a new item.
 * @param {Record<string, string[]>} verbs
 */
export function newItem(verbs) {
  const used = newItems().map(([key]) => Number(key.slice(4)));
  const key = `new:${Math.max(0, ...used) + 1}`;
  const no = freeNo([...(view?.agenda ?? []).map(line => line.no), ...newItems().map(([, item]) => item.no)]);
  const item = asKind({ no, kind: "motion", title: "", verb: "", mode: "secret" }, "motion", verbs);
  keepDraft(session(), key, { item, saved: null, version: versionShown() });
  wanted = key;
  start(key, item, null, versionShown());
  return key;
}

/**
 * The person changed something.
 * @param {Item} item the whole item after the change
 * @param {string} field which field; changes of one field in a row are undone together
 * @param {boolean} [reshape] rows or kind changed, the form is drawn anew
 */
export function change(item, field, reshape = false) {
  if (!open) return;
  if (reshape || field !== open.lastField) open.past = [...open.past, JSON.stringify(open.item)].slice(-PAST_MAX);
  open.lastField = reshape ? "" : field;
  open.item = item;
  open.refused = open.refused.filter(problem => problem.field !== field);
  if (reshape) open.shape++;
  keep(open);
  redraw();
}

/** @param {Open} one */
function keep(one) {
  if (isChanged(one)) keepDraft(session(), one.key, { item: one.item, saved: one.saved, version: one.version });
  else dropDraft(session(), one.key);
}

/** Undo works until the item was put to the vote. */
export const mayUndo = () => open !== null && open.past.length > 0 && !isFrozen() && !isLocked();

export function undo() {
  if (!open || !mayUndo()) return false;
  open.item = JSON.parse(/** @type {string} */ (open.past.pop()));
  open.lastField = "";
  open.refused = [];
  open.shape++;
  keep(open);
  redraw();
  return true;
}

/**
 * Where both desks changed it, the person chooses.
 * @param {boolean} mine
 */
export function settle(mine) {
  if (!open?.theirs) return;
  open.saved = open.theirs;
  open.version = versionShown();
  if (!mine) {
    open.past.push(JSON.stringify(open.item));
    open.item = open.theirs;
    open.shape++;
  }
  open.theirs = null;
  keep(open);
  redraw();
}

/**
 * Sends the item.
 * @returns {Promise<boolean>} whether the hall has it now
 */
export async function save() {
  if (!open || !ready() || open.theirs || isLocked()) return false;
  if (lacks(open.item, taken()).length > 0) return false;
  const one = open;
  const item = cleaned(one.item);
  const answer = await act(`/agenda/${encodeURIComponent(item.no)}`, { item, place: 0 }, { versionSeen: one.version, quiet: true });
  if (!answer.ok) {
    await refusedSave(one, answer);
    return false;
  }
  dropDraft(session(), one.key);
  const now = new Date();
  savedAt = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  Object.assign(one, { key: item.no, saved: item, version: answer.version, refused: [], lastField: "" });
  wanted = item.no;
  redraw();
  void readFacts(item.no);
  return true;
}

/** @param {Open} one @param {Extract<import("./act.js").Answer, { ok: false }>} answer */
async function refusedSave(one, answer) {
  one.refused = answer.errors ?? [];
  if (answer.code === "staleVersion" && one.saved) {
    // Perhaps only other items were changed: then the next save goes through, else both versions are shown.
    await readFacts(one.key);
    if (!one.theirs) return void await save();
  } else if (answer.code === "staleVersion") {
    one.version = versionShown();
  }
  toast(answer.message, true);
  redraw();
}

/**
 * Removes the item; one that was never saved just goes.
 * @returns {Promise<boolean>}
 */
export async function remove() {
  if (!open) return false;
  const one = open;
  const title = one.item.title || text("agenda.untitled");
  const sure = await ask({ title: text("remove.title"), lines: [text("remove.line", { no: one.item.no, title })], verb: text("remove.verb"), danger: true });
  if (!sure) return false;
  if (one.saved && !(await act(`/agenda/${encodeURIComponent(one.saved.no)}/remove`, {})).ok) return false;
  dropDraft(session(), one.key);
  close();
  return true;
}
