// 名单编辑: the rows of a paper in ballot order: type, paste many, move, remove.
import { meetingLang } from "./desk.js";
import { el, focusKey, place } from "./elements.js";
import { text } from "./live.js";
import { change, opened } from "./secretariat-editor.js";
import { hasPosts, rowsField, rowsOf, withRows } from "./secretariat-item.js";

/** @typedef {import("./secretariat-views").Item} Item */

const current = () => /** @type {Item} */ (opened()?.item);

/** @param {{ name: string, post: string }[]} rows @param {string} focus key of the field that gets the focus */
function reshape(rows, focus) {
  change(withRows(current(), rows), rowsField(current().kind) ?? "", true);
  focusKey(place("form"), focus);
}

/** @param {number} from @param {number} to */
function move(from, to) {
  const rows = rowsOf(current());
  if (to < 0 || to >= rows.length) return;
  rows.splice(to, 0, ...rows.splice(from, 1));
  reshape(rows, `row${to}`);
}

/**
 * Many lines pasted are many rows; a tab or a wide space parts name and post.
 * @param {ClipboardEvent} event
 * @param {number} at
 */
function paste(event, at) {
  const lines = (event.clipboardData?.getData("text/plain") ?? "").split(/\r?\n/).map(line => line.trim()).filter(line => line !== "");
  if (lines.length < 2) return;
  event.preventDefault();
  const added = lines.map(line => {
    const [name, post = ""] = hasPosts(current().kind) ? line.split(/\t|\u3000/, 2) : [line];
    return { name: name.trim(), post: post.trim() };
  });
  const rows = rowsOf(current());
  rows.splice(at, rows[at]?.name === "" ? 1 : 0, ...added);
  reshape(rows, `row${at + added.length - 1}`);
}

/** @param {KeyboardEvent} event @param {number} at */
function key(event, at) {
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    event.preventDefault();
    event.stopPropagation();
    move(at, event.key === "ArrowUp" ? at - 1 : at + 1);
  } else if (event.key === "Enter" && !event.ctrlKey) {
    event.preventDefault();
    const rows = rowsOf(current());
    rows.splice(at + 1, 0, { name: "", post: "" });
    reshape(rows, `row${at + 1}`);
  }
}

/** @param {number} at @param {"name" | "post"} what @param {string} value */
function typed(at, what, value) {
  const rows = rowsOf(current());
  if (!rows[at]) rows[at] = { name: "", post: "" };
  rows[at] = { ...rows[at], [what]: value };
  change(withRows(current(), rows), `${rowsField(current().kind)}[${at}]${what === "post" ? ".post" : ""}`);
}

/**
 * The rows of the item as a table of fields.
 * @param {Item} item
 * @param {boolean} locked
 */
export function rowsEditor(item, locked) {
  const field = rowsField(item.kind);
  if (!field) return null;
  const rows = rowsOf(item);
  const shown = rows.length > 0 ? rows : [{ name: "", post: "" }];
  const posts = hasPosts(item.kind);
  return el("fieldset.rows", { "data-field": field },
    el("legend", null, text(`rows.${field}`), el("span.meta", null, text("rows.order"))),
    el(posts ? "ol.with-posts" : "ol", null, shown.map((row, at) => el("li", null,
      el("span.row-no", { "aria-hidden": "true" }, at + 1),
      el("input", {
        type: "text", lang: meetingLang, value: row.name, maxlength: 80, disabled: locked, "aria-label": text("rows.name", { n: at + 1 }), "data-key": `row${at}`,
        "data-field": `${field}[${at}]`, "data-also": `${field}[${at}].name`, autocomplete: "off", spellcheck: "false",
        oninput: (/** @type {any} */ event) => typed(at, "name", event.target.value),
        onpaste: (/** @type {ClipboardEvent} */ event) => paste(event, at),
        onkeydown: (/** @type {KeyboardEvent} */ event) => key(event, at),
      }),
      posts && el("input", {
        type: "text", lang: meetingLang, value: row.post, maxlength: 80, disabled: locked, "aria-label": text("rows.post", { n: at + 1 }), "data-key": `post${at}`,
        "data-field": `${field}[${at}].post`, placeholder: text("rows.postHint"), autocomplete: "off", spellcheck: "false",
        oninput: (/** @type {any} */ event) => typed(at, "post", event.target.value),
        onkeydown: (/** @type {KeyboardEvent} */ event) => key(event, at),
      }),
      small("↑", text("rows.up", { n: at + 1 }), `up${at}`, locked || at === 0, () => move(at, at - 1)),
      small("↓", text("rows.down", { n: at + 1 }), `down${at}`, locked || at === shown.length - 1, () => move(at, at + 1)),
      small("×", text("rows.remove", { n: at + 1 }), `remove${at}`, locked || rows.length === 0, () =>
        reshape(rows.filter((_, other) => other !== at), `row${Math.max(0, at - 1)}`)),
    ))),
    el("button.link", {
      type: "button", disabled: locked, "data-key": "row-add",
      onclick: () => reshape([...shown, { name: "", post: "" }], `row${shown.length}`),
    }, text("rows.add")));
}

/** @param {string} sign @param {string} label @param {string} key @param {boolean} disabled @param {() => void} onclick */
const small = (sign, label, key, disabled, onclick) =>
  el("button.small", { type: "button", "aria-label": label, title: label, disabled, "data-key": key, onclick }, sign);
