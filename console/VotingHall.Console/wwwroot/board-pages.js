// 分页: what does not fit on the wall at once is shown page by page, 8 seconds each, as often as the scene stands.
import { make, write } from "./dom.js";
import { text } from "./live.js";

const PAGE_MS = 8000;

/**
 * @template T
 * @param {T[]} all
 * @param {number} size
 * @returns {T[][]}
 */
export function pagesOf(all, size) {
  /** @type {T[][]} */
  const pages = [];
  for (let at = 0; at < all.length; at += size) pages.push(all.slice(at, at + size));
  return pages;
}

/**
 * Shows the pages one after the other in a place of the wall; with more than one says which it is.
 * @param {HTMLElement} host
 * @param {HTMLElement[]} pages
 * @returns {() => void} stops
 */
export function cycle(host, pages) {
  const where = make("p", "page-no");
  let at = 0;
  const turn = () => {
    host.replaceChildren(pages[at]);
    if (pages.length > 1) {
      write(where, text("page", { n: at + 1, of: pages.length }));
      host.append(where);
    }
    at = (at + 1) % pages.length;
  };
  turn();
  const timer = pages.length > 1 ? setInterval(turn, PAGE_MS) : 0;
  return () => clearInterval(timer);
}
