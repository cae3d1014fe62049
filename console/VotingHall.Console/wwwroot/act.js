// 办理: one order to the hall is one POST with the version seen and a key of its own; sent again under the same key it has no second effect.
import { language, text } from "./live.js";

const TRIES = 3;
const TRY_MS = 4000;

/** @typedef {{ ok: true, version: number, reply: any } | { ok: false, code: string, message: string, errors?: {field: string, zh: string, en: string}[] }} Answer */

/** A key nobody else makes; works without a secure context too. */
function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Sends an order. A lost reply is asked for again under the same key; a refusal comes back as a text to show.
 * @param {string} path below /api
 * @param {number} versionSeen head.version of the picture acted on
 * @param {Record<string, unknown>} [body]
 * @returns {Promise<Answer>}
 */
export async function order(path, versionSeen, body = {}) {
  const key = newKey();
  for (let attempt = 1; ; attempt++) {
    const cut = new AbortController();
    const late = setTimeout(() => cut.abort(), TRY_MS);
    try {
      const reply = await fetch(`/api${path}`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "Idempotency-Key": key },
        body: JSON.stringify({ versionSeen, ...body }),
        signal: cut.signal,
      });
      return await read(reply);
    } catch {
      if (attempt === TRIES) return { ok: false, code: "unreachable", message: text("act.failed") };
      await new Promise(later => setTimeout(later, 400 * attempt));
    } finally {
      clearTimeout(late);
    }
  }
}

/** @param {Response} reply @returns {Promise<Answer>} */
async function read(reply) {
  if (reply.ok) {
    const done = await reply.json();
    return { ok: true, version: done.version, reply: done };
  }
  if (reply.status === 401) return { ok: false, code: "signedOut", message: text("act.signedOut") };
  if (reply.status === 403) return { ok: false, code: "notAllowed", message: text("act.notAllowed") };
  if (reply.status >= 500) throw new Error(`server said ${reply.status}`);
  const refusal = await reply.json();
  return {
    ok: false,
    code: refusal.code,
    message: refusal.code === "staleVersion" ? text("act.stale") : refusal[language] ?? refusal.zh,
    errors: refusal.errors,
  };
}

/**
 * Shows a short message; a refusal stays longer.
 * @param {string} message
 * @param {boolean} [refused]
 */
export function toast(message, refused = false) {
  const line = document.createElement("p");
  line.className = refused ? "toast refused" : "toast";
  line.textContent = message;
  document.querySelector("[data-toasts]")?.append(line);
  setTimeout(() => line.remove(), refused ? 9000 : 4000);
}
