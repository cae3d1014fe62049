// 主持席的询问: reasons of a void, opening with seats missing, the board's plain pictures, the full text and the keys.
import { order, toast } from "./act.js";
import { ask } from "./ask.js";
import { actLabel } from "./chair-orders.js";
import { chinese, make } from "./dom.js";
import { language, say, text } from "./live.js";

/** @typedef {import("./chair-view").ChairView} ChairView */
/** @typedef {import("./chair-view").ChairAct} ChairAct */

const REASONS = ["chairDecision", "paperWrong", "systemFailure", "quorumLost", "stationRefused"];
const PICTURES = ["auto", "idle", "break", "after"];
const NOTE_CHARS = 200;
const KEYS = ["enter", "hold", "e", "r", "m", "esc", "help"];

/**
 * Asks once more in words; `go` gets what was added to the order.
 * @param {ChairAct} act
 * @param {ChairView} view
 * @param {(more: Record<string, unknown>) => void} go
 */
export function askInWords(act, view, go) {
  const title = "question" in view.stage ? view.stage.question.title : view.head.sittingName;
  if (act.kind === "void") askVoid(title, go);
  else if (act.kind === "openAnyway" && view.stage.stage === "ready") askOpenAnyway(act, view, view.stage, go);
  else {
    ask({
      about: act.kind,
      title: text(`ask.${act.kind}`),
      body: [chinese(make("p", "about", title)), make("p", "", text(`ask.${act.kind}.what`))],
      verb: actLabel(act, view),
      run: () => go({}),
    });
  }
}

/** @param {string} title @param {(more: Record<string, unknown>) => void} go */
function askVoid(title, go) {
  const reasons = make("fieldset", "", make("legend", "", text("void.reason")), ...REASONS.map(reason => radio("reason", reason, text(`void.${reason}`))));
  const note = make("textarea");
  note.rows = 2;
  note.maxLength = NOTE_CHARS;
  note.id = "void-note";
  const label = make("label", "", text("void.note"));
  label.htmlFor = note.id;
  ask({
    about: "void",
    title: text("void.title"),
    body: [chinese(make("p", "about", title)), make("p", "", text("void.what")), reasons, label, note],
    verb: text("void.verb"),
    danger: true,
    ready: () => chosen(reasons) !== "",
    run: () => go({ reason: chosen(reasons), note: note.value.trim() }),
  });
}

/**
 * @param {ChairAct} act
 * @param {ChairView} view
 * @param {import("./chair-view").Ready} stage
 * @param {(more: Record<string, unknown>) => void} go
 */
function askOpenAnyway(act, view, stage, go) {
  const missing = Math.max(stage.missingSeats.length, stage.paperExpected - stage.paperReady);
  ask({
    about: "openAnyway",
    title: text("ask.openAnyway", { k: missing }),
    body: [
      stage.missingSeats.length > 0 ? make("p", "places", stage.missingSeats.join(language === "en" ? ", " : "、")) : "",
      make("p", "", text("ask.openAnyway.what")),
    ],
    verb: actLabel(act, view),
    run: () => go({}),
  });
}

/** @param {ChairView} view */
export function askPicture(view) {
  const choices = make("fieldset", "", make("legend", "", text("picture.legend")), ...PICTURES.map(name =>
    radio("picture", name, text(`picture.${name}`), name === view.picture)));
  const time = make("input");
  time.type = "time";
  time.id = "resumes-at";
  const label = make("label", "", text("picture.resumesAt"));
  label.htmlFor = time.id;
  const resumes = make("div", "resumes", label, time);
  const look = () => { resumes.hidden = chosen(choices) !== "break"; };
  choices.addEventListener("change", look);
  look();
  ask({
    about: "picture",
    title: text("picture.title"),
    body: [choices, resumes, make("p", "hint", text("picture.what"))],
    verb: text("picture.verb"),
    ready: () => chosen(choices) !== "break" || time.value !== "",
    run: async () => {
      const picture = chosen(choices);
      const answer = await order("/board/picture", view.head.version, picture === "break" ? { picture, resumesAt: `${time.value}:00` } : { picture });
      toast(answer.ok ? text("picture.done", { picture: text(`picture.${picture}`) }) : answer.message, !answer.ok);
    },
  });
}

/**
 * Everything there is to read, in large letters.
 * @param {ChairView} view
 */
export function showFullText(view) {
  const { stage } = view;
  if (!("question" in stage) || !("readAloud" in stage) || !stage.readAloud) return;
  const { rows, title } = stage.question;
  ask({
    about: "fullText",
    title: text("fullText.title"),
    body: [
      chinese(make("p", "large", title)),
      rows.length > 0 ? chinese(make("ol", "large", ...rows.map(row => make("li", "", row.post ? `${row.post}　${row.name}` : row.name)))) : "",
      chinese(make("p", "large", stage.readAloud.zh)),
      language === "en" ? make("p", "", say(stage.readAloud)) : "",
    ],
  });
}

export function showKeys() {
  ask({
    title: text("help.title"),
    body: [make("dl", "keys", ...KEYS.flatMap(key => [make("dt", "", text(`help.${key}.key`)), make("dd", "", text(`help.${key}`))])),
      make("p", "hint", text("help.void"))],
  });
}

/** @param {string} name @param {string} value @param {string} label @param {boolean} [checked] */
function radio(name, value, label, checked = false) {
  const input = make("input");
  input.type = "radio";
  input.name = name;
  input.value = value;
  input.checked = checked;
  return make("label", "pick", input, make("span", "", label));
}

/** @param {HTMLElement} group */
const chosen = group => /** @type {HTMLInputElement | null} */ (group.querySelector("input:checked"))?.value ?? "";
