// 席位图几何: rows of seats on arcs around the rostrum. Units are seat pitches until the fan is fitted into a box of pixels.

/** @typedef {{ blocks: number, aisle: number, pitch: number, curvature?: number }} Shape  blocks between aisles, width of an aisle, row pitch, fan angle / 2 rad */
/** @typedef {{ x: number, y: number, turn: number }} Place  turn: radians, the seat looks at the rostrum */
/** @typedef {{ k: number, side: number, corner: number, outline: number, places: Place[] }} Fitted  pixels */

const LARGE_HALL = 1000;
const MOST_CURVED = 2.0;

/**
 * The usual shape of a hall with so many seats: three blocks, from a thousand seats four.
 * @param {number} seats
 * @returns {Shape}
 */
export const shapeOf = seats => seats >= LARGE_HALL ? { blocks: 4, aisle: 2.4, pitch: 1.3 } : { blocks: 3, aisle: 1.7, pitch: 1.62 };

/**
 * Seats of each block of a row, left to right.
 * @param {number} seats
 * @param {number} blocks
 * @returns {number[]}
 */
export function blocksOf(seats, blocks) {
  if (blocks === 4) {
    const outside = Math.floor(seats / 4);
    const inside = seats - 2 * outside;
    return [outside, Math.floor(inside / 2), inside - Math.floor(inside / 2), outside];
  }
  if (blocks !== 3) return [seats];
  let middle = Math.round(0.43 * seats);
  if ((seats - middle) % 2 === 1) middle += 1;
  const side = (seats - middle) / 2;
  return [side, middle, side];
}

/**
 * Places of all seats, row by row, left to right as seen from the seats looking at the rostrum; the middle of the first row is (0, 0).
 * @param {number[]} rows  seats of each row, front to back
 * @param {Shape} [shape]
 * @returns {Place[]}
 */
export function layOut(rows, shape = shapeOf(rows.reduce((sum, seats) => sum + seats, 0))) {
  const gaps = (shape.blocks - 1) * shape.aisle;
  const length = /** @param {number} seats */ seats => seats - 1 + gaps;
  const theta = fanAngle(rows, shape, length);
  const first = theta > 0 ? length(rows[0]) / theta : 0;
  return rows.flatMap((seats, row) => {
    const radius = first + row * shape.pitch;
    return offsets(seats, shape).map(s => theta > 0
      ? { x: radius * Math.sin(s / radius), y: radius * Math.cos(s / radius) - first, turn: -s / radius }
      : { x: s, y: row * shape.pitch, turn: 0 });
  });
}

/** @param {number[]} rows @param {Shape} shape @param {(seats: number) => number} length */
function fanAngle(rows, shape, length) {
  if (shape.curvature !== undefined) return shape.curvature * MOST_CURVED;
  if (rows.length < 2 || rows.every(seats => seats === rows[0])) return 0;
  return Math.min(MOST_CURVED, Math.max(0, (length(rows[rows.length - 1]) - length(rows[0])) / ((rows.length - 1) * shape.pitch)));
}

/**
 * Places along a row, its middle at 0.
 * @param {number} seats
 * @param {Shape} shape
 */
function offsets(seats, shape) {
  const start = -(seats - 1 + (shape.blocks - 1) * shape.aisle) / 2;
  return blocksOf(seats, shape.blocks).flatMap((count, block) => Array.from({ length: count }, () => block))
    .map((block, seat) => start + seat + block * shape.aisle);
}

/**
 * The fan as large as the box allows, in its middle, the first row above.
 * @param {Place[]} places
 * @param {number} width
 * @param {number} height
 * @param {boolean} fromRostrum  turned by half a circle: how the chair sees the hall
 * @returns {Fitted}
 */
export function fitInto(places, width, height, fromRostrum = false) {
  const xs = places.map(place => place.x);
  const ys = places.map(place => place.y);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const k = Math.min(width / (maxX - minX + 1), height / (maxY - minY + 1));
  const many = places.length >= LARGE_HALL;
  const side = Math.min(44, (many ? 0.72 : 0.78) * k);
  return {
    k, side, corner: 0.28 * side, outline: many ? 1 : 2,
    places: places.map(place => {
      const x = (place.x - (minX + maxX) / 2) * k + width / 2;
      const y = (place.y - minY + 0.5) * k;
      return fromRostrum ? { x: width - x, y: height - y, turn: place.turn } : { x, y, turn: place.turn };
    }),
  };
}
