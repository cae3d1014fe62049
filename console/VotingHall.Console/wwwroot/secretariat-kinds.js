// 各种类自有的字段: what only one kind of item has: scale of an evaluation, mandate of a recall, signatories of an inquiry and the like.
import { meetingLang } from "./desk.js";
import { el } from "./elements.js";
import { text } from "./live.js";
import { change, opened } from "./secretariat-editor.js";

/** @typedef {import("./secretariat-views").Item} Item */

const SCALES = ["satisfaction", "satisfactionOfFour", "performance", "score"];
const NO_GRADES = ["abstain", "unfamiliar", "never"];
const MANDATES = ["office", "deputy"];
const MATTERS = ["postponement", "mergedVote", "wordingLater"];
const PURPOSES = ["other", "specialCommittee", "presidium", "tellers", "inquiryCommission", "agenda", "measures"];

const current = () => /** @type {Item} */ (opened()?.item);

/** @param {Item} item @param {boolean} locked @returns {HTMLElement[]} */
export function ownFields(item, locked) {
  const picked = (/** @type {keyof Item} */ name, /** @type {string[]} */ values, /** @type {string} */ usual) =>
    choice(name, values, String(item[name] ?? usual), locked);
  const typed = (/** @type {keyof Item} */ name, /** @type {number} */ most) => words(name, String(item[name] ?? ""), most, locked);
  switch (item.kind) {
    case "motion": return [pair(typed("amends", 20), typed("clauseOf", 20))];
    case "list": return [picked("purpose", PURPOSES, "other")];
    case "preSelection": return [number("places", item.places, locked)];
    case "recall": case "resignation": return [picked("mandate", MANDATES, "office")];
    case "procedural": return [pair(picked("matter", MATTERS, "postponement"), typed("about", 20))];
    case "evaluation": return [pair(picked("scale", SCALES, "satisfaction"), picked("noGrade", NO_GRADES, "abstain")), typed("appraisalOf", 200)];
    case "inquiryAnswer": return [signatories(item, locked)];
    default: return [];
  }
}

/** @param {...HTMLElement} fields */
const pair = (...fields) => el("div.pair", null, fields);

/** @param {string} name @param {HTMLElement} input */
function field(name, input) {
  input.dataset.field = name;
  input.dataset.key = name;
  return el("label.field", null, el("span", null, text(`field.${name}`)), input);
}

/** @param {keyof Item} name @param {string[]} values @param {string} chosen @param {boolean} disabled */
function choice(name, values, chosen, disabled) {
  const made = el("select", { disabled, onchange: (/** @type {any} */ event) => change({ ...current(), [name]: event.target.value }, name) },
    values.map(value => el("option", { value, selected: value === chosen }, text(`${name}.${value}`))));
  Reflect.set(made, "value", chosen);
  return field(name, made);
}

/** @param {keyof Item} name @param {string} value @param {number} maxlength @param {boolean} disabled */
const words = (name, value, maxlength, disabled) => field(name, el("input", {
  type: "text", lang: meetingLang, value, maxlength, disabled, autocomplete: "off",
  oninput: (/** @type {any} */ event) => change({ ...current(), [name]: event.target.value }, name),
}));

/** @param {keyof Item} name @param {number | undefined} value @param {boolean} disabled */
const number = (name, value, disabled) => field(name, el("input", {
  type: "text", inputmode: "numeric", maxlength: 3, value: value ?? "", disabled, autocomplete: "off",
  oninput: (/** @type {any} */ event) => change({ ...current(), [name]: Number.parseInt(event.target.value, 10) }, name),
}));

/**
 * Numbers of the members who signed, in any writing that parts them.
 * @param {Item} item
 * @param {boolean} disabled
 */
const signatories = (item, disabled) => field("signatories", el("input", {
  type: "text", inputmode: "numeric", value: (item.signatories ?? []).join("、"), disabled, autocomplete: "off",
  oninput: (/** @type {any} */ event) => change({ ...current(), signatories: (event.target.value.match(/\d+/g) ?? []).map(Number) }, "signatories"),
}));
