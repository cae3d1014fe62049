// 实时画面: keeps a page at the hall's present picture. Pictures are whole, so a late or reloaded page needs nothing but the next one.
/** @typedef {{ seq: number, run: number, version: number, rehearsal: boolean, sessionName: string, sittingName: string, serverTimeMs: number, roundResumed: number }} ViewHead */
/** @typedef {"starting" | "up" | "down"} LinkState */

const RETRY_MS = [200, 500, 1000, 2000];
const SILENCE_MS = 4000;

/** Every so many failed tries the page asks whether it is still signed in. */
const LOOK_EVERY = 3;

/**
 * Reads a JSON block of the page.
 * @param {string} id
 * @returns {any}
 */
export function block(id) {
  return JSON.parse(document.getElementById(id)?.textContent ?? "null");
}

/**
 * The page's texts by key.
 * @type {Record<string, string>}
 */
export const texts = block("texts");

/**
 * A text with its places filled: "{s}".
 * @param {string} key
 * @param {Record<string, string | number>} [places]
 */
export function text(key, places = {}) {
  return Object.entries(places).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, String(value)), texts[key] ?? key);
}

/** The page's language: "zh" or "en". */
export const language = document.documentElement.lang === "en" ? "en" : "zh";

/**
 * A text of the hall in the page's language.
 * @param {{zh: string, en: string} | null | undefined} words
 */
export const say = words => words ? words[language] : "";

let offsetMs = 0;
/** The server's clock now, in milliseconds. */
export const serverNow = () => Date.now() + offsetMs;

/**
 * Calls `show` with the first picture and every newer one, and `link` when the link comes and goes.
 * @template {{ head: ViewHead }} T
 * @param {string} audience
 * @param {(view: T) => void} show
 * @param {(state: LinkState, awayMs: number, restarted: boolean) => void} link  awayMs: how long it was away, when it comes back
 */
export function live(audience, show, link) {
  /** @type {T} */
  let shown = block("view");
  let lostAt = 0;
  let runBefore = shown.head.run;
  take(shown, true);
  link("starting", 0, false);

  const connection = new signalR.HubConnectionBuilder()
    // Straight to the socket: a question before it could hang for minutes in a dead network.
    .withUrl(`/live?for=${audience}`, { skipNegotiation: true, transport: signalR.HttpTransportType.WebSockets })
    .configureLogging(signalR.LogLevel.None)
    .build();
  connection.serverTimeoutInMilliseconds = SILENCE_MS;
  connection.keepAliveIntervalInMilliseconds = 1000;
  connection.on("picture", view => take(view, false));
  connection.onclose(() => { lost(); open(0); });

  /** @param {T} view @param {boolean} first */
  function take(view, first) {
    const older = view.head.run < shown.head.run || (view.head.run === shown.head.run && view.head.seq < shown.head.seq);
    if (older && !first) return;
    shown = view;
    offsetMs = view.head.serverTimeMs - Date.now();
    show(view);
    if (!first && lostAt > 0) {
      const away = Date.now() - lostAt;
      lostAt = 0;
      link("up", away, view.head.run !== runBefore);
    }
    runBefore = view.head.run;
  }

  function lost() {
    if (lostAt === 0) lostAt = Date.now();
    link("down", 0, false);
  }

  /** @param {number} attempt */
  async function open(attempt) {
    // A try that hears nothing is given up, or it would outlast the cut.
    const late = setTimeout(() => void connection.stop(), SILENCE_MS);
    try {
      await connection.start();
      clearTimeout(late);
      if (lostAt === 0) link("up", 0, false);
    } catch {
      clearTimeout(late);
      lost();
      if (attempt % LOOK_EVERY === LOOK_EVERY - 1) void reloadIfSignedOut();
      setTimeout(() => open(attempt + 1), RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]);
    }
  }
  void open(0);
}

/** A page whose account was signed out meanwhile goes to the sign-in page; without a server nothing happens. */
async function reloadIfSignedOut() {
  const cut = new AbortController();
  const late = setTimeout(() => cut.abort(), SILENCE_MS);
  try {
    const page = await fetch(location.pathname, { redirect: "manual", cache: "no-store", signal: cut.signal });
    if (page.type === "opaqueredirect" || page.status === 401) location.reload();
  } catch {
    // Nobody there yet.
  } finally {
    clearTimeout(late);
  }
}
