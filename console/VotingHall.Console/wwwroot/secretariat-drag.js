// 拖动排序: by mouse, finger or pen; a line shows where the item will stand.

/**
 * Follows the pointer until it is let go.
 * @param {PointerEvent} event on the grip
 * @param {HTMLElement} list
 * @param {string} grips selector of all grips, in order
 * @param {(to: number | null) => void} done place from 0, null when given up
 */
export function startDrag(event, list, grips, done) {
  const grip = /** @type {HTMLElement} */ (event.currentTarget);
  const entries = [...list.querySelectorAll(grips)].map(one => /** @type {HTMLElement} */ (one.closest("li")));
  const own = entries.findIndex(entry => entry.contains(grip));
  /** @type {number | null} */
  let to = null;
  grip.setPointerCapture(event.pointerId);
  entries[own].classList.add("dragged");

  /** @param {PointerEvent} moved */
  const move = moved => {
    const middles = entries.map(entry => entry.getBoundingClientRect()).map(box => box.top + box.height / 2);
    const before = middles.filter((middle, at) => at !== own && middle < moved.clientY).length;
    to = before;
    entries.forEach(entry => entry.classList.remove("drop-above", "drop-below"));
    if (before === own) return;
    const others = entries.filter((_, at) => at !== own);
    if (before < others.length) others[before].classList.add("drop-above");
    else others[others.length - 1].classList.add("drop-below");
  };
  /** @param {number | null} place */
  const end = place => {
    grip.removeEventListener("pointermove", move);
    grip.removeEventListener("pointerup", drop);
    grip.removeEventListener("pointercancel", stop);
    window.removeEventListener("keydown", escape);
    entries.forEach(entry => entry.classList.remove("drop-above", "drop-below", "dragged"));
    done(place);
  };
  const drop = () => end(to);
  const stop = () => end(null);
  /** @param {KeyboardEvent} key */
  const escape = key => { if (key.key === "Escape") stop(); };
  grip.addEventListener("pointermove", move);
  grip.addEventListener("pointerup", drop);
  grip.addEventListener("pointercancel", stop);
  window.addEventListener("keydown", escape);
}
