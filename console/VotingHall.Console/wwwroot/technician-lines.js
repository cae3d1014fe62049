// 线路图: one row a line, seats in the order of the wire; a line opens to its seats by name. The same strips in the order of the hall.
import { draw, el, place } from "./elements.js";
import { text } from "./live.js";
import { isDisturbed, linesOf, lostOn, repeatedPermille, spotOf, statesOf } from "./technician-hall.js";
import { sample, strip } from "./technician-strip.js";

/** @typedef {import("./technician-views").TechnicianView} TechnicianView */
/** @typedef {import("./technician-views").BusLine} BusLine */
/** @typedef {import("./technician-hall.js").Spot} Spot */
/** @typedef {{ chosen: Spot | null, open: string, pick: (spot: Spot) => void, toggle: (line: string) => void }} LineMap */

/** @type {Map<string, HTMLElement>} */
const rows = new Map();

/** @param {TechnicianView} view @param {LineMap} map */
export function showLines(view, map) {
  const host = place("lines");
  const lines = linesOf(view);
  draw(host, view.bridges.map(bridge => [bridge.address, bridge.state, bridge.lines.map(line => line.id)]), () => {
    rows.clear();
    return lines.length === 0
      ? [...view.bridges.map(bridgeHead), el("p.empty", null, text("lines.empty"))]
      : view.bridges.map(bridge => [view.bridges.length > 1 || bridge.state !== "leased" ? bridgeHead(bridge) : null, ...bridge.lines.map(rowOf)]);
  });
  const width = host.clientWidth;
  for (const line of lines) showLine(line, map, width);
}

/** @param {import("./technician-views").BridgeLine} bridge */
const bridgeHead = bridge => el(`p.bridge${bridge.state === "leased" ? "" : ".warning"}`, null, text("bridge.name", { address: bridge.address }), " ", text(`bridge.${bridge.state}`));

/** @param {BusLine} line */
function rowOf(line) {
  const row = el("div.line", { "data-line": line.id }, el("div", { "data-name": true }), el("div.wire-box", { "data-strip": true }), el("div.line-figures", { "data-figures": true }), el("div.open-line", { "data-open": true }));
  rows.set(line.id, row);
  return row;
}

/** @param {BusLine} line @param {LineMap} map @param {number} width */
function showLine(line, map, width) {
  const row = /** @type {HTMLElement} */ (rows.get(line.id));
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (row.querySelector(`[data-${name}]`));
  const lost = lostOn(line);
  const open = map.open === line.id;
  const chosen = map.chosen?.line === line.id ? map.chosen.slot - 1 : -1;
  row.classList.toggle("warning", lost > 0 || !line.up);
  row.classList.toggle("disturbed", isDisturbed(line));
  draw(part("name"), [line.id, open], () => el("button.line-name", {
    type: "button", "aria-expanded": String(open), "data-key": `line:${line.id}`, onclick: () => map.toggle(line.id),
  }, text("line.name", { id: line.id })));
  draw(part("strip"), [line.seats, line.seatNames.length, chosen, part("strip").clientWidth, width], () => strip(statesOf(line), line.seatNames, chosen, part("strip").clientWidth, {
    wire: true, onpick: at => map.pick({ line: line.id, slot: at + 1 }), onopen: () => map.toggle(line.id),
  }));
  const permille = repeatedPermille(line);
  draw(part("figures"), [line.up, line.answering, line.expected, permille, line.sweepMs, line.baud, open, line.badFrames, lost], () => [
    el("b", null, line.up ? text("line.answering", { n: line.answering, all: line.expected }) : text("line.down")),
    el("span", null, text("line.repeated", { p: `${Math.floor(permille / 10)}.${permille % 10}` }), line.sweepMs > 0 && `　${line.sweepMs} ms`),
    lost > 0 && el("span.warning", null, text("line.lost", { k: lost })),
    open && el("span", null, text("line.more", { baud: line.baud, bad: line.badFrames })),
  ]);
  draw(part("open"), [open, open && line.seats, open && line.seatNames, open && chosen], () => open ? openLine(line, map, chosen) : null);
}

/** @param {BusLine} line @param {LineMap} map @param {number} chosen */
function openLine(line, map, chosen) {
  return el("ol.seats", { "aria-label": text("line.seats", { id: line.id }) }, statesOf(line).map((state, at) => state === "unassigned" && !line.seatNames[at] ? null : el("li", null, el(`button.cell.${state}`, {
    type: "button", "data-key": `seat:${line.id}:${at + 1}`, "aria-pressed": String(at === chosen), "aria-label": text("seat.spoken", { seat: line.seatNames[at] || text("seat.slot", { n: at + 1 }), state: text(`keypad.${state}`) }),
    onclick: () => map.pick({ line: line.id, slot: at + 1 }),
  }, sample(state), line.seatNames[at] || `#${at + 1}`))));
}

/** @param {TechnicianView} view @param {import("./technician-views").SeatPlan | null} plan @param {LineMap} map */
export function showHall(view, plan, map) {
  const host = place("hall");
  const seat = map.chosen && linesOf(view).find(line => line.id === map.chosen?.line)?.seatNames[map.chosen.slot - 1];
  draw(host, [plan?.version, linesOf(view).map(line => [line.seats, line.seatNames]), seat, host.clientWidth], () => {
    if (!plan || plan.rows.length === 0) return el("p.empty", null, text("hall.empty"));
    /** @type {Map<string, import("./technician-views").KeypadState>} */
    const states = new Map(linesOf(view).flatMap(line => statesOf(line).map((state, at) => [line.seatNames[at], state])));
    const longest = Math.max(...plan.rows.map(row => row.seats.length));
    const width = Math.max(200, host.clientWidth - 120);
    return plan.rows.map(row => el("div.line.hall-row", null, el("span.line-name", null, text("hall.row", { n: row.name })), el("div.wire-box", null,
      strip(row.seats.map(name => states.get(name) ?? "unassigned"), row.seats, row.seats.indexOf(seat ?? ""), width * row.seats.length / longest, {
        wire: false, onopen: () => {}, onpick: at => { const spot = spotOf(view, row.seats[at]); if (spot) map.pick(spot); },
      }))));
  });
}

/**
 * The table twin: every slot with a seat or keypad.
 * @param {TechnicianView} view
 * @param {LineMap} map
 */
export function showTable(view, map) {
  draw(place("table"), [linesOf(view).map(line => [line.id, line.seats, line.seatNames]), map.chosen], () => el("table", null,
    el("thead", null, el("tr", null, ["seat", "line", "slot", "state"].map(name => el("th", { scope: "col" }, text(`table.${name}`))))),
    el("tbody", null, linesOf(view).flatMap(line => statesOf(line).map((state, at) => state === "unassigned" && !line.seatNames[at] ? null
      : el(`tr${map.chosen?.line === line.id && map.chosen.slot === at + 1 ? ".chosen" : ""}`, null,
        el("td", null, el("button.link", { type: "button", "data-key": `row:${line.id}:${at + 1}`, onclick: () => map.pick({ line: line.id, slot: at + 1 }) }, line.seatNames[at] || text("seat.none"))),
        el("td", null, text("line.name", { id: line.id })), el("td.figure", null, at + 1), el(`td.${state}`, null, sample(state), text(`keypad.${state}`))))))));
}
