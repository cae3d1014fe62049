// 外框: title bar, connection bar and clock of every console.
import { live, serverNow, text } from "./live.js";

/**
 * Starts a console page: `render` draws each picture; while the server is away its buttons are disabled, not hidden.
 * @template {{ head: import("./live.js").ViewHead }} T
 * @param {string} audience
 * @param {(view: T, linkUp: boolean) => void} render
 */
export function startConsole(audience, render) {
  const link = /** @type {HTMLElement} */ (document.querySelector("[data-link]"));
  const linkText = /** @type {HTMLElement} */ (document.querySelector("[data-link-text]"));
  const trouble = /** @type {HTMLElement} */ (document.querySelector("[data-trouble]"));
  const sitting = /** @type {HTMLElement} */ (document.querySelector("[data-sitting]"));
  const clock = /** @type {HTMLElement} */ (document.querySelector("[data-clock]"));
  const band = /** @type {HTMLElement} */ (document.querySelector("[data-rehearsal]"));
  /** @type {T | undefined} */
  let picture;
  let up = true;

  live(audience, view => {
    picture = /** @type {T} */ (view);
    sitting.textContent = view.head.sittingName;
    band.hidden = !view.head.rehearsal;
    render(picture, up);
  }, (state, awayMs, restarted) => {
    up = state !== "down";
    link.dataset.link = state;
    linkText.textContent = text(`link.${state}`);
    document.body.classList.toggle("away", !up);
    if (!up) {
      trouble.textContent = text("trouble.lost");
      trouble.className = "trouble";
      trouble.hidden = false;
    } else if (awayMs > 0) {
      trouble.textContent = (restarted ? text("trouble.restarted") + " " : "") + text("trouble.back", { s: Math.max(1, Math.round(awayMs / 1000)) });
      trouble.className = "trouble good";
      trouble.hidden = false;
      setTimeout(() => { if (up) trouble.hidden = true; }, 8000);
    }
    if (picture) render(picture, up);
  });

  const tick = () => {
    const now = new Date(serverNow());
    clock.textContent = `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  };
  tick();
  setInterval(tick, 1000);
}
