// 席位画布: two layers. Outlines are drawn once for a size; on the layer above only seats that changed are touched.
import { fitInto } from "./seat-geometry.js";

const LIGHT_MS = 180;
/** A seat lights up in so many steps: every touch of a canvas costs a copy of it, and nobody sees more of a square of 24 px. */
const STEP_MS = 45;
/** More seats at a time than this are a hall being shown anew, not people sitting down. */
const MOST_RISING = 300;
export const PRESENT = 2;

/**
 * Reads packed seats: 4 bits each, the first in the low half of the first byte.
 * @param {string} packed
 * @param {number} count
 */
export function unpack(packed, count) {
  const bytes = atob(packed);
  const states = new Uint8Array(count);
  for (let seat = 0; seat < count && seat >> 1 < bytes.length; seat++) {
    const pair = bytes.charCodeAt(seat >> 1);
    states[seat] = seat & 1 ? pair >> 4 : pair & 15;
  }
  return states;
}

/**
 * The fan of one plan on two canvases of the same place. Every lit seat is drawn once into a sheet of stamps, at its own angle and fraction of a
 * pixel; from then on lighting it is copying a few pixels.
 */
export class SeatCanvas {
  /**
   * @param {HTMLCanvasElement} ground
   * @param {HTMLCanvasElement} lights
   * @param {import("./seat-geometry.js").Place[]} places
   * @param {number} width
   * @param {number} height
   * @param {boolean} still
   */
  constructor(ground, lights, places, width, height, still) {
    this.ground = ground;
    this.lights = lights;
    this.width = width;
    this.height = height;
    this.lightMs = still ? 0 : LIGHT_MS;
    this.fitted = fitInto(places, width, height);
    this.states = new Uint8Array(places.length);
    this.stamps = document.createElement("canvas");
    /** Pixels of a stamp's side, and stamps in a row of the sheet. */
    this.cell = 0;
    this.across = 1;
    /** @type {{ seats: number[], begun: number, drawn: number }[]} seats lighting up together, with the opacity they have reached */
    this.rising = [];
    this.timer = 0;
    this.scale = 0;
    const style = getComputedStyle(document.documentElement);
    this.lit = style.getPropertyValue("--seat-lit").trim();
    this.edge = style.getPropertyValue("--seat-edge").trim();
    this.empty = style.getPropertyValue("--seat-empty").trim();
  }

  /**
   * Device pixels per design pixel: backing stores follow it, so that seats are sharp at every size.
   * @param {number} scale
   */
  resize(scale) {
    if (scale === this.scale) return;
    this.scale = scale;
    for (const canvas of [this.ground, this.lights]) {
      canvas.width = Math.round(this.width * scale);
      canvas.height = Math.round(this.height * scale);
    }
    const ink = context(this.ground);
    ink.fillStyle = this.empty;
    ink.strokeStyle = this.edge;
    ink.lineWidth = this.fitted.outline;
    const square = this.square();
    for (const place of this.fitted.places) {
      stand(ink, place.x * scale, place.y * scale, place.turn, scale);
      ink.fill(square);
      ink.stroke(square);
    }
    this.cutStamps(square);
    this.drawAnew();
  }

  /**
   * Newer states; seats that are signed in now light up, all others look alike.
   * @param {Uint8Array} states
   * @param {boolean} atOnce  the first picture is there without lighting up
   */
  show(states, atOnce) {
    const before = this.states;
    this.states = states;
    let on = 0;
    let off = 0;
    for (let seat = 0; seat < states.length; seat++) {
      if (states[seat] === PRESENT && before[seat] !== PRESENT) on++;
      if (states[seat] !== PRESENT && before[seat] === PRESENT) off++;
    }
    if (on + off === 0 || this.scale === 0) return;
    // Seats go out only when a hall is shown anew.
    if (atOnce || off > 0 || this.lightMs === 0 || on > MOST_RISING) {
      this.drawAnew();
      return;
    }
    this.rising.push({ seats: this.seatsThat(seat => states[seat] === PRESENT && before[seat] !== PRESENT), begun: performance.now(), drawn: 0 });
    if (!this.timer) this.timer = setTimeout(() => this.rise(), STEP_MS);
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.rising = [];
  }

  /** The whole live layer as it is now. */
  drawAnew() {
    this.stop();
    const light = context(this.lights);
    light.clearRect(0, 0, this.lights.width, this.lights.height);
    for (const seat of this.seatsThat(one => this.states[one] === PRESENT)) this.stamp(light, seat);
  }

  /** One step of all seats that are lighting up. */
  rise() {
    const now = performance.now();
    const light = context(this.lights);
    for (const one of this.rising) {
      const part = Math.min(1, (now - one.begun) / this.lightMs);
      const wanted = 1 - (1 - part) ** 3;
      // Painted over what is there already: from opacity a to b takes a layer of (b - a) / (1 - a).
      light.globalAlpha = part === 1 ? 1 : (wanted - one.drawn) / (1 - one.drawn);
      for (const seat of one.seats) this.stamp(light, seat);
      one.drawn = wanted;
    }
    light.globalAlpha = 1;
    this.rising = this.rising.filter(one => one.drawn < 1);
    this.timer = this.rising.length > 0 ? setTimeout(() => this.rise(), STEP_MS) : 0;
  }

  /** @param {(seat: number) => boolean} chosen */
  seatsThat(chosen) {
    return Array.from(this.states.keys()).filter(chosen);
  }

  /** A seat about the pen's place. */
  square() {
    const { side, corner } = this.fitted;
    const square = new Path2D();
    square.roundRect(-side / 2, -side / 2, side, side, corner);
    return square;
  }

  /** @param {Path2D} square */
  cutStamps(square) {
    this.cell = Math.ceil(this.fitted.side * this.scale * Math.SQRT2) + 3;
    this.across = Math.max(1, Math.floor(SHEET / this.cell));
    this.stamps.width = this.across * this.cell;
    this.stamps.height = Math.ceil(this.states.length / this.across) * this.cell;
    const pen = context(this.stamps);
    pen.fillStyle = this.lit;
    this.fitted.places.forEach((place, seat) => {
      const [left, top] = this.corner(seat);
      const x = (seat % this.across) * this.cell + place.x * this.scale - left;
      const y = Math.floor(seat / this.across) * this.cell + place.y * this.scale - top;
      stand(pen, x, y, place.turn, this.scale);
      pen.fill(square);
    });
  }

  /**
   * Whole pixel where a seat's stamp belongs.
   * @param {number} seat
   */
  corner(seat) {
    const place = this.fitted.places[seat];
    return [Math.round(place.x * this.scale - this.cell / 2), Math.round(place.y * this.scale - this.cell / 2)];
  }

  /** @param {CanvasRenderingContext2D} light @param {number} seat */
  stamp(light, seat) {
    const [left, top] = this.corner(seat);
    const { cell } = this;
    light.drawImage(this.stamps, (seat % this.across) * cell, Math.floor(seat / this.across) * cell, cell, cell, left, top, cell, cell);
  }
}

/** Width of the sheet of stamps in pixels. */
const SHEET = 2048;

/** @param {CanvasRenderingContext2D} pen @param {number} x @param {number} y @param {number} turn @param {number} scale */
function stand(pen, x, y, turn, scale) {
  const cos = Math.cos(turn) * scale;
  const sin = Math.sin(turn) * scale;
  pen.setTransform(cos, sin, -sin, cos, x, y);
}

/** @param {HTMLCanvasElement} canvas */
const context = canvas => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
