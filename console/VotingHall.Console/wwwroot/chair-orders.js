// 动作与请求: which order each act of the chair is, what it is called and how it is confirmed.
import { say, text, texts } from "./live.js";

/** @typedef {import("./chair-view").ChairView} ChairView */
/** @typedef {import("./chair-view").ChairAct} ChairAct */
/** @typedef {"plain" | "hold" | "words"} Confirm */
/** @typedef {{ path: string, body: Record<string, unknown> }} Step */

export const EXTEND_SECONDS = 30;

/** Longest verdict that goes on a button. */
const VERDICT_CHARS = 16;

/**
 * The steps of an act (the second goes with the version the first has made), how it is confirmed and what to say when it is done.
 * @param {ChairAct} act
 * @param {ChairView} view
 * @returns {{ steps: Step[], confirm: Confirm, done?: string }}
 */
export function actOf(act, view) {
  const question = "question" in view.stage ? view.stage.question : null;
  const round = `/rounds/${act.round || question?.round || 0}`;
  switch (act.kind) {
    case "confirmBase": return one("/base/confirm");
    case "openSitting": return one(`/sittings/${act.item}/open`);
    case "nextItem": return one("/rounds", "plain", { item: act.item });
    case "open": return one(`${round}/open`, "plain", { releaseMissing: false });
    case "openAnyway": return one(`${round}/open`, "words", { releaseMissing: true });
    case "remind": return { ...one("/board/reminder"), done: "done.remind" };
    case "extend": return { ...one(`${round}/extend`, "plain", { seconds: EXTEND_SECONDS }), done: "done.extend" };
    case "close": return one(`${round}/close`, "hold");
    case "allowRecheck": return one(`${round}/recheck`);
    case "showResult": return { ...one(`${round}/show`), done: "done.showResult" };
    case "declare": return one(`${round}/declare`, "hold");
    case "declareAndRunoff": return { steps: [{ path: `${round}/declare`, body: {} }, { path: `${round}/runoff`, body: {} }], confirm: "hold" };
    case "runoff": return one(`${round}/runoff`);
    case "void": return one(`${round}/void`, "words");
    case "repeat": return one("/rounds", "plain", { item: act.item || question?.agendaNo });
    case "closeSitting": return one("/sittings/close", "words");
    case "declareValid": return one(`${round}/validity`, "plain", { valid: true });
    case "declareInvalid": return one(`${round}/validity`, "hold", { valid: false });
    case "recount": return one(`${round}/recount`, "hold");
    case "byHands": case "onPaper": {
      const method = act.kind === "byHands" ? "showOfHands" : "paperBallot";
      return act.round > 0 ? one(`/rounds/${act.round}/runoff`, "plain", { method }) : one("/rounds", "plain", { item: act.item, method });
    }
    default: throw new Error(`unknown act ${act.kind}`);
  }
}

/**
 * What a button says: the verb and what happens, never "OK".
 * @param {ChairAct} act
 * @param {ChairView} view
 */
export function actLabel(act, view) {
  const { stage } = view;
  const kind = "question" in stage ? stage.question.kind : "";
  switch (act.kind) {
    case "confirmBase": return text("act.confirmBase", { n: stage.stage === "beforeSitting" ? stage.baseCount : "" });
    case "openSitting": return text("act.openSitting", { name: view.stage.stage === "beforeSitting" ? view.stage.sittings.find(sitting => String(sitting.no) === act.item)?.name ?? "" : "" });
    case "nextItem": return text("act.nextItem", { no: act.item });
    case "open": case "close": case "openAnyway":
      if ("question" in stage && stage.question.method !== "keypad" && act.kind !== "openAnyway") return text(`act.${act.kind}.${stage.question.method}`);
      return text(kind === "rollCall" ? `act.${act.kind}.rollCall` : `act.${act.kind}`);
    case "extend": return text("act.extend", { s: EXTEND_SECONDS });
    case "declare": {
      const verdict = stage.stage === "result" ? say(stage.figures.verdictWords) : "";
      return verdict === "" || verdict.length > VERDICT_CHARS * (document.documentElement.lang === "en" ? 2 : 1)
        ? text("act.declare") : text("act.declare.verdict", { verdict });
    }
    case "declareAndRunoff": case "runoff":
      return text(kind === "projectVote" ? `act.${act.kind}.projects` : `act.${act.kind}`, { k: number(act.names) });
    default: return text(`act.${act.kind}`);
  }
}

/**
 * A small number as it is spoken.
 * @param {number} n
 */
export const number = n => texts[`number.${n}`] ?? String(n);

/**
 * The acts as buttons: of the sittings that can be opened, the one chosen on the page.
 * @param {ChairView} view
 * @returns {ChairAct[]}
 */
export function offered({ acts }) {
  const sittings = acts.filter(act => act.kind === "openSitting");
  const others = acts.filter(act => act.kind !== "openSitting");
  if (sittings.length === 0) return others;
  const chosen = /** @type {HTMLInputElement | null} */ (document.querySelector("input[name=sitting]:checked"))?.value;
  const sitting = sittings.find(act => act.item === chosen) ?? sittings.find(act => act.primary) ?? sittings[0];
  return [...others, { ...sitting, primary: sittings.some(act => act.primary) }];
}

/** @param {string} path @param {Confirm} [confirm] @param {Record<string, unknown>} [body] */
function one(path, confirm = "plain", body = {}) {
  return { steps: [{ path, body }], confirm };
}
