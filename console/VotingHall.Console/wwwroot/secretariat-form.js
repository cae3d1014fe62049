// 议程项表单: the fields of an item by its kind, with the rule beside the field.
import { meetingLang } from "./desk.js";
import { block, text } from "./live.js";
import { draw, el, place } from "./elements.js";
import { change, isChanged, isLocked, opened } from "./secretariat-editor.js";
import { asKind, hasSeats, KINDS, rowsOf } from "./secretariat-item.js";
import { ownFields } from "./secretariat-kinds.js";
import { rowsEditor } from "./secretariat-rows.js";

/** @typedef {import("./secretariat-views").Item} Item */
/** @typedef {import("./secretariat-editor.js").Open} Open */

/**
 * Verbs the law allows for each kind, the usual one first.
 * @type {Record<string, string[]>}
 */
export const VERBS = block("verbs");

const OFFICE_KINDS = ["chief", "deputy", "committeeMember", "upperDeputy", "chiefProcurator"];
const METHODS = ["keypad", "paper", "hands"];
const RULES = ["majority_of_all", "two_thirds_of_all", "majority_of_present"];
const BALLOT_RULES = ["selected_le_seats", "selected_eq_seats"];

const current = () => /** @type {Item} */ (opened()?.item);

/** Draws the form when its shape changed; the rules beside the fields follow what is typed. */
export function showForm() {
  const one = opened();
  const host = place("form");
  const locked = isLocked();
  draw(host, one && [one.key, one.shape, locked], () => one && [
    el("div.pair.no-kind", null,
      field("no", text("field.no"), el("input", {
        type: "text", value: one.item.no, maxlength: 20, disabled: locked || one.saved !== null, oninput: set("no"), autocomplete: "off",
      })),
      field("kind", text("field.kind"), choice(kinds(one.item.kind), one.item.kind, name => text(`kind.${name}`), locked || one.item.kind === "runoffElection",
        kind => change(asKind(current(), kind, VERBS), "kind", true)))),
    field("title", text("field.title"), el("textarea", { lang: meetingLang, rows: 2, maxlength: 200, disabled: locked, oninput: set("title"), value: one.item.title })),
    ...kindFields(one.item, locked),
    hasSeats(one.item.kind) ? null : rowsEditor(one.item, locked),
    ...ownFields(one.item, locked),
    ...flags(one.item, locked),
  ]);
  for (const beside of host.querySelectorAll("[data-rule]"))
    beside.textContent = one ? ruleText(one, String(beside.getAttribute("data-rule"))) : "";
}

/** @param {string} kind */
const kinds = kind => KINDS.includes(kind) ? KINDS : [...KINDS, kind];

/** @param {Item} item @param {boolean} locked @returns {(HTMLElement | null)[]} */
function kindFields(item, locked) {
  const verbs = VERBS[item.kind] ?? [];
  const verb = field("verb", text("field.verb"), choice(verbs.includes(item.verb) ? verbs : [item.verb, ...verbs], item.verb, name => name, locked, pick("verb")));
  const mode = field("mode", text("field.mode"),
    choice(item.kind === "rollCall" ? ["signIn"] : ["secret", "named"], item.mode, name => text(`mode.${name}`), locked, pick("mode")));
  const method = field("method", text("field.method"),
    choice(item.kind === "rollCall" ? ["keypad"] : METHODS, item.method ?? METHODS[0], name => text(`method.${name}`), locked, takeMethod));
  const majority = rule("majority", text("field.majority"));
  if (item.kind === "motion")
    return [pair(verb, mode), method, pair(field("rule", text("field.rule"), choice(RULES, item.rule ?? RULES[0], name => text(`rule.${name}`), locked, pick("rule"))), majority)];
  if (!hasSeats(item.kind)) return [pair(verb, mode), pair(method, majority)];
  const seats = field("seats", text(item.kind === "projectVote" ? "field.seatsOfProjects" : "field.seats"), el("input", {
    type: "text", inputmode: "numeric", maxlength: 3, value: item.seats ?? "", disabled: locked, autocomplete: "off",
    oninput: (/** @type {any} */ event) => change({ ...current(), seats: Number.parseInt(event.target.value, 10) }, "seats"),
  }));
  const difference = rule("difference", text(item.kind === "projectVote" ? "rows.projects" : "rows.candidates"));
  if (item.kind === "projectVote") return [pair(seats, difference), pair(mode, method), majority, rowsEditor(item, locked), verb];
  return [
    field("office", text("field.office"), el("input", { type: "text", value: item.office ?? "", maxlength: 80, disabled: locked, oninput: set("office"), autocomplete: "off" })),
    pair(seats, difference), pair(mode, method), majority,
    rowsEditor(item, locked),
    pair(field("officeKind", text("field.officeKind"),
      choice(OFFICE_KINDS, item.officeKind ?? "", name => text(`office.${name}`), locked, pick("officeKind"))), verb),
    ...item.kind === "election" ? [field("ballotRule", text("field.ballotRule"),
      choice(BALLOT_RULES, item.ballotRule ?? BALLOT_RULES[0], name => text(`ballot.${name}`), locked, pick("ballotRule")))] : [],
  ];
}

/**
 * On paper a vote is secret, a show of hands is open: the mode goes with the method.
 * @param {string} method
 */
function takeMethod(method) {
  const { method: _, ...item } = current();
  const mode = method === "paper" ? "secret" : method === "hands" ? "named" : item.mode;
  change(method === "keypad" ? { ...item, mode } : { ...item, mode, method }, "method", true);
}

/** @param {Item} item @param {boolean} locked @returns {HTMLElement[]} */
function flags(item, locked) {
  const flag = { list: "oneByOne", appointment: "merged", projectVote: "pickList", resignation: "upperApproval", recall: "upperApproval" }[item.kind];
  if (!flag) return [];
  return [el("label.check", { "data-field": flag }, el("input", {
    type: "checkbox", checked: Boolean(Reflect.get(item, flag)), disabled: locked, "data-key": flag,
    onchange: (/** @type {any} */ event) => change({ ...current(), [flag]: event.target.checked }, flag),
  }), el("span", null, text(`flag.${flag}`)))];
}

/**
 * What stands beside a field because the law or the measure says so.
 * @param {Open} one
 * @param {string} name
 */
function ruleText(one, name) {
  if (name === "difference") {
    const count = rowsOf(one.item).filter(row => row.name.trim() !== "").length;
    const over = count - Number(one.item.seats);
    const u = text(one.item.kind === "projectVote" ? "unit.projects" : "unit.persons");
    if (!Number.isInteger(over)) return `${count} ${u}`;
    return over > 0 ? text("rule.difference", { n: count, d: over, u }) : text(over === 0 ? "rule.equal" : "rule.tooFew", { n: count, u });
  }
  const facts = one.facts;
  if (!facts || isChanged(one) && (one.item.kind !== facts.item.kind || one.item.rule !== facts.item.rule)) return text("rule.afterSave");
  if (facts.required === null) return text(one.item.kind === "motion" ? "rule.ofPresent" : hasSeats(one.item.kind) ? "rule.none" : "rule.byMeasure");
  return text(one.item.kind === "rollCall" ? "rule.quorum" : "rule.required", { n: facts.base, t: facts.required });
}

/** @param {...HTMLElement} fields */
const pair = (...fields) => el("div.pair", null, fields);

/** @param {string} name @param {string} label @param {HTMLElement} input */
function field(name, label, input) {
  input.dataset.field = name;
  input.dataset.key = name;
  return el("label.field", null, el("span", null, label), input);
}

/** @param {string} name @param {string} label */
const rule = (name, label) => el("div.field", null, el("span", null, label), el("output.rule", { "data-rule": name }));

/** @param {string[]} names @param {string} chosen @param {(name: string) => string} label @param {boolean} disabled @param {(name: string) => void} onpick */
function choice(names, chosen, label, disabled, onpick) {
  const made = el("select", { disabled, onchange: (/** @type {any} */ event) => onpick(event.target.value) },
    names.map(name => el("option", { value: name, selected: name === chosen }, label(name))));
  Reflect.set(made, "value", chosen);
  return made;
}

/** @param {keyof Item} name */
const set = name => (/** @type {any} */ event) => change({ ...current(), [name]: event.target.value }, name);

/** @param {keyof Item} name */
const pick = name => (/** @type {string} */ value) => change({ ...current(), [name]: value }, name);
