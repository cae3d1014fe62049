// 草稿: unsaved items outlive a reload of this window; nobody else sees them.

/** @typedef {import("./secretariat-views").Item} Item */
/** @typedef {{ item: Item, saved: Item | null, version: number }} Draft saved: the hall's item it began from, null for a new one */

const PREFIX = "votinghall.draft.";

/** @param {string} session @param {string} key */
const at = (session, key) => `${PREFIX}${session}.${key}`;

/** @param {string} session @param {string} key @returns {Draft | null} */
export function draftOf(session, key) {
  const kept = sessionStorage.getItem(at(session, key));
  return kept === null ? null : JSON.parse(kept);
}

/** @param {string} session @param {string} key @param {Draft} draft */
export function keepDraft(session, key, draft) {
  sessionStorage.setItem(at(session, key), JSON.stringify(draft));
}

/** @param {string} session @param {string} key */
export function dropDraft(session, key) {
  sessionStorage.removeItem(at(session, key));
}

/**
 * All drafts of this session by key.
 * @param {string} session
 * @returns {[string, Draft][]}
 */
export function drafts(session) {
  const start = at(session, "");
  return Object.keys(sessionStorage).filter(name => name.startsWith(start)).sort()
    .map(name => [name.slice(start.length), JSON.parse(sessionStorage.getItem(name) ?? "null")]);
}
