// 主持席的中栏: the one thing. While a round is open: how many, how long, and what to say; never how.
import { drawFigures } from "./chair-result.js";
import { number } from "./chair-orders.js";
import { showFullText } from "./chair-asks.js";
import { chinese, make, need, redraw, write } from "./dom.js";
import { language, say, serverNow, text } from "./live.js";

/** @typedef {import("./chair-view").ChairView} ChairView */
/** @typedef {import("./chair-view").ChairStage} ChairStage */

const LAST_SECONDS = 10;
/** From here on the figures are set smaller, so that both stand in one line. */
const MANY = 1000;
const LONG_SECONDS = 100;
/** Longest sentence that is set in the largest size. */
const LARGE_CHARS = 60;

/**
 * @param {ChairView} view
 * @param {boolean} up
 */
export function drawStage(view, up) {
  const { stage } = view;
  write(need("[data-kicker]"), kicker(view));
  const heading = need("[data-heading]");
  write(heading, title(view));
  heading.lang = language === "en" && fromMeeting(view) ? "zh-CN" : document.documentElement.lang;
  const body = need("[data-body]");
  body.dataset.stage = stage.stage;
  heading.classList.toggle("small", stage.stage === "result" || stage.stage === "announced");
  // Figures that change while a round is open are written into what stands; only the rest is drawn again.
  const still = stage.stage === "voting" || stage.stage === "closing" ? { ...stage, turnout: 0, window: 0 } : stage;
  const sittings = stage.stage === "beforeSitting" ? view.acts.filter(act => act.kind === "openSitting").length : 0;
  redraw(body, [still, up || stage.stage !== "voting", sittings], () => stage.stage === "voting" && !up ? recovering(stage) : draw(view));
  if (stage.stage === "voting" || stage.stage === "closing") drawTurnout(stage.turnout);
  tick(view, up);
}

/**
 * The remaining time, by the server's clock; heavier in the last ten seconds.
 * @param {ChairView} view
 * @param {boolean} up
 */
export function tick(view, up) {
  const left = document.querySelector("[data-left]");
  if (!left || view.stage.stage !== "voting" || !up) return;
  const seconds = secondsLeft(view.stage.window);
  write(left, seconds);
  left.classList.toggle("last", seconds <= LAST_SECONDS);
  left.closest(".counts")?.classList.toggle("many", view.stage.turnout.present >= MANY || seconds >= LONG_SECONDS);
}

/** @param {TimeWindow} window */
export const secondsLeft = window => Math.max(0, Math.ceil((window.closesAtMs - serverNow()) / 1000));

/** @param {Turnout} turnout */
function drawTurnout(turnout) {
  const voted = document.querySelector("[data-voted]");
  if (!voted) return;
  write(voted, turnout.voted);
  write(need("[data-present]"), turnout.present);
  const share = turnout.present === 0 ? 0 : Math.min(100, 100 * turnout.voted / turnout.present);
  need("[data-share]").style.width = `${share}%`;
}

/** @param {ChairView} view */
function kicker({ stage, agenda, acts }) {
  if ("question" in stage) {
    const { question } = stage;
    const parts = [text("item", { no: question.agendaNo })];
    if (question.repeatOf > 0) parts.push(text("repeated"));
    if (stage.stage === "result" || stage.stage === "announced") parts.push(text(`result.${question.kind}`));
    else if (question.method !== "keypad") parts.push(text(`method.${question.method}`));
    else if (question.kind !== "rollCall") parts.push(text(question.secret ? "method.secret" : "method.named"));
    if (question.followUpOf > 0 && stage.stage !== "result" && stage.stage !== "announced") parts.push(text("kind.runoff"));
    return parts.join("　　");
  }
  const next = acts.find(act => act.kind === "nextItem");
  if (stage.stage !== "betweenItems" || !next || stage.attendance) return "";
  return `${text("next")}　　${text("item", { no: next.item })}　　${text(`kind.${agenda.find(line => line.no === next.item)?.kind ?? "motion"}`)}`;
}

/** @param {ChairView} view */
function title({ stage, agenda, acts, head }) {
  if ("question" in stage) {
    const { question } = stage;
    return question.seats > 0 && question.office !== "" ? `${question.office}　${text("seats", { n: question.seats })}` : question.title;
  }
  if (stage.stage === "beforeSitting") return text(stage.afterSitting ? "before.after" : "before.title");
  if (stage.attendance) return text("between.attendance");
  const next = acts.find(act => act.kind === "nextItem");
  return agenda.find(line => line.no === next?.item)?.title ?? head.sittingName;
}

/**
 * Whether the heading is a text of the meeting.
 * @type {(view: ChairView) => boolean}
 */
const fromMeeting = ({ stage }) => "question" in stage || (stage.stage === "betweenItems" && !stage.attendance);

/**
 * @param {ChairView} view
 * @returns {import("./dom.js").Child[]}
 */
function draw(view) {
  const { stage } = view;
  switch (stage.stage) {
    case "beforeSitting": return before(view, stage);
    case "betweenItems": return between(stage);
    case "ready": return ready(view, stage);
    case "voting": return voting(stage, read("read.again", stage.readAloud));
    case "closing": return voting(stage, make("p", "busy", text("closing.now")));
    case "byHand": return byHand(stage);
    case "awaitingCount": return awaiting(stage);
    case "result": return [...drawFigures(stage.question, stage.figures),
      stage.readAloud ? read("read.now", stage.readAloud, stage.readAloud.zh.length <= LARGE_CHARS && stage.figures.rows.length < 2 ? "large" : "") : make("p", "alarm", text("result.noText"))];
    case "announced": return [declared(stage), ...drawFigures(stage.question, stage.figures), stage.readAloud ? read("read.done", stage.readAloud) : null];
    case "voided": return [
      make("div", "alarm", make("h3", "", text("voided.title")), make("p", "", make("b", "", text("voided.reason")), say(stage.reason),
        stage.note ? chinese(make("span", "note", stage.note)) : null)),
      read("read.now", stage.readAloud)];
    default: throw new Error("unknown stage");
  }
}

/**
 * @param {ChairView} view
 * @param {import("./chair-view").BeforeSitting} stage
 */
function before({ acts }, stage) {
  const facts = make("dl", "facts",
    make("dt", "", text("before.members")), make("dd", "figure", stage.members),
    make("dt", "", text("before.base")), make("dd", "", make("span", "figure", stage.baseCount), `　${say(stage.baseBasis)}`),
    make("dt", "", text("before.confirmed")), make("dd", stage.baseConfirmed ? "yes" : "no", text(stage.baseConfirmed ? "before.yes" : "before.no")));
  const open = acts.filter(act => act.kind === "openSitting");
  if (open.length < 2) return [facts];
  const first = (open.find(act => act.primary) ?? open[0]).item;
  return [facts, make("fieldset", "sittings", make("legend", "", text("before.sitting")), ...stage.sittings.map(sitting => {
    const input = make("input");
    input.type = "radio";
    input.name = "sitting";
    input.value = String(sitting.no);
    input.checked = String(sitting.no) === first;
    return make("label", "pick", input, chinese(make("span", "", sitting.name)));
  }))];
}

/** @param {import("./chair-view").BetweenItems} stage */
function between({ attendance, readAloud }) {
  return [
    attendance && make("dl", "tiles three", fact("due", attendance.due), fact("present", attendance.present), fact("absent", attendance.absent)),
    attendance && make("p", attendance.quorumMet ? "verdict-line" : "verdict-line short",
      text(attendance.quorumMet ? "quorum.met" : "quorum.short", { n: attendance.quorum, k: attendance.quorum - attendance.present })),
    readAloud && read("read.now", readAloud),
  ];
}

/** @param {string} label @param {number} figure */
const fact = (label, figure) => make("div", "tile", make("dt", "", text(label)), make("dd", "figure", figure));

/**
 * @param {ChairView} view
 * @param {import("./chair-view").Ready} stage
 */
function ready(view, stage) {
  const { rows } = stage.question;
  const full = make("button", "button plain", text("fullText"));
  full.type = "button";
  full.addEventListener("click", () => showFullText(view));
  return [
    read("read.now", stage.readAloud),
    rows.length > 0 && chinese(make("ol", rows.length > 4 ? "names two" : "names", ...rows.map(row =>
      make("li", "", row.name, row.post ? make("small", "", row.post) : null)))),
    make("p", "rule", make("span", "", say(stage.ruleLine)), full),
  ];
}

/**
 * @param {import("./chair-view").Voting | import("./chair-view").Closing} stage
 * @param {HTMLElement} below
 */
function voting(stage, below) {
  const rollCall = stage.question.kind === "rollCall";
  const counts = make("div", "counts",
    make("div", "turnout", make("p", "label", text(rollCall ? "signedIn" : "voted")), turnoutFigure()),
    stage.stage === "voting" && make("div", "left", make("p", "label", text("left")),
      make("p", "figure big", leftFigure(), make("small", "", text("seconds")))));
  const track = make("div", "track", make("i"));
  /** @type {HTMLElement} */ (track.firstElementChild).dataset.share = "";
  if (stage.stage === "voting") {
    const place = make("div", "remind");
    place.dataset.remind = "";
    below.append(place);
  }
  return [counts, track, below];
}

function turnoutFigure() {
  const voted = make("span"), present = make("span");
  voted.dataset.voted = "";
  present.dataset.present = "";
  return make("p", "figure big", voted, make("small", "", "／", present));
}

function leftFigure() {
  const left = make("span");
  left.dataset.left = "";
  return left;
}

/**
 * 纸质票、举手: how far the course is; the figures of the count are not here.
 * @param {import("./chair-view").ByHand} stage
 */
function byHand({ progress, readAloud }) {
  const tile = (/** @type {string} */ label, /** @type {string | number} */ figure) => make("div", "tile", make("dt", "", label), make("dd", "figure", figure));
  const figure = (/** @type {number | null} */ papers) => papers === null ? text("hand.pending") : papers;
  return [
    make("dl", progress.onPaper ? "tiles" : "tiles two", tile(text("present"), progress.present),
      progress.onPaper && tile(text("hand.issued.label"), figure(progress.issued)),
      progress.onPaper && tile(text("hand.collected.label"), figure(progress.collected)),
      tile(text("hand.entered.label"), `${progress.entered}/${progress.needed}`)),
    make("p", "busy", text(progress.step === "casting" && progress.issued !== null ? "hand.step.cast" : `hand.step.${progress.step}`)),
    read("read.now", readAloud),
  ];
}

/** @param {import("./chair-view").AwaitingCount} stage */
function awaiting(stage) {
  const key = stage.counting ? "await.counting" : stage.triesLeft === 0 ? "await.stopped" : "await.number";
  return [
    make("div", "counts", make("div", "turnout", make("p", "label", text("participants")),
      make("p", "figure big", make("span", "", stage.participants), make("small", "", text("persons"))))),
    make("p", stage.triesLeft === 0 && !stage.counting ? "alarm" : "busy", text(key, { k: number(stage.triesLeft) })),
  ];
}

/** @param {import("./chair-view").Announced} stage */
function declared(stage) {
  const digest = stage.recordDigest.toUpperCase().match(/.{1,4}/g)?.join(" ") ?? "";
  const line = make("p", "announced-line", make("b", "", text("announced.at", { time: stage.declaredAt })), "　",
    digest ? make("span", "figure", text("announced.record", { digest })) : text("announced.signing"));
  if (stage.certificateReady) {
    const link = make("a", "", text("announced.certificate"));
    link.href = `/api/rounds/${stage.question.round}/certificate`;
    link.target = "_blank";
    line.append("　", link);
  }
  return line;
}

/**
 * The link is away while a round is open: what is kept, what goes on, what to do.
 * @param {import("./chair-view").Voting} stage
 */
function recovering(stage) {
  return [
    make("div", "alarm", make("h3", "", text("away.title")),
      make("p", "", make("b", "", text("away.kept")), text("away.kept.what", { n: stage.turnout.voted })),
      make("p", "", make("b", "", text("away.round")), text("away.round.what")),
      make("p", "", make("b", "", text("away.now")), text("away.now.what"))),
    read("read.explain", { zh: text("away.read"), en: text("away.read") }),
  ];
}

/**
 * What is read aloud: Chinese, on an English page with the English beneath.
 * @param {string} label
 * @param {Words} words
 * @param {"large" | ""} [size]
 */
function read(label, words, size = "") {
  return make("div", `read ${size}`, make("p", "label", text(label)), chinese(make("p", "aloud", words.zh)),
    language === "en" && words.en !== words.zh && make("p", "aid", words.en));
}
