// 席位画布: two layers. Outlines are drawn once for a size; on the layer above only seats that changed are touched.
import { fitInto } from "./seat-geometry.js";

const LIGHT_MS = 180;
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

/** The fan of one plan on two canvases of the same place. */
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
    this.fitted = fitInto(places, width, height);
    this.width = width;
    this.height = height;
    this.lightMs = still ? 0 : LIGHT_MS;
    this.states = new Uint8Array(places.length);
    /** @type {Map<number, { begun: number, drawn: number }>} seats lighting up, with the opacity they have reached */
    this.rising = new Map();
    this.scale = 0;
    this.seat = new Path2D();
    this.seat.roundRect(-this.fitted.side / 2, -this.fitted.side / 2, this.fitted.side, this.fitted.side, this.fitted.corner);
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
    for (let seat = 0; seat < this.states.length; seat++) {
      this.stand(ink, seat);
      ink.fill(this.seat);
      ink.stroke(this.seat);
    }
    this.rising.clear();
    const light = context(this.lights);
    light.fillStyle = this.lit;
    this.states.forEach((state, seat) => {
      if (state !== PRESENT) return;
      this.stand(light, seat);
      light.fill(this.seat);
    });
  }

  /**
   * Newer states; seats that are signed in now light up, all others look alike.
   * @param {Uint8Array} states
   * @param {boolean} atOnce  the first picture is there without lighting up
   */
  show(states, atOnce) {
    const now = performance.now();
    const light = context(this.lights);
    for (let seat = 0; seat < this.states.length; seat++) {
      const before = this.states[seat] === PRESENT;
      const after = states[seat] === PRESENT;
      this.states[seat] = states[seat];
      if (before === after) continue;
      if (!after) this.darken(light, seat);
      else if (atOnce || this.lightMs === 0) this.lighten(light, seat, 1);
      else this.rising.set(seat, { begun: now, drawn: 0 });
    }
    if (this.rising.size > 0 && !this.frame) this.frame = requestAnimationFrame(at => this.rise(at));
  }

  stop() {
    if (this.frame) cancelAnimationFrame(this.frame);
    this.rising.clear();
  }

  /** @param {number} now */
  rise(now) {
    this.frame = 0;
    const light = context(this.lights);
    for (const [seat, one] of this.rising) {
      const part = Math.min(1, Math.max(0, (now - one.begun) / this.lightMs));
      const wanted = 1 - (1 - part) ** 3;
      // Painted over what is there already: from opacity a to b takes a layer of (b - a) / (1 - a).
      if (wanted > one.drawn) this.lighten(light, seat, part === 1 ? 1 : (wanted - one.drawn) / (1 - one.drawn));
      one.drawn = wanted;
      if (part === 1) this.rising.delete(seat);
    }
    if (this.rising.size > 0) this.frame = requestAnimationFrame(at => this.rise(at));
  }

  /** @param {CanvasRenderingContext2D} light @param {number} seat @param {number} opacity */
  lighten(light, seat, opacity) {
    this.stand(light, seat);
    light.globalAlpha = opacity;
    light.fill(this.seat);
    light.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} light @param {number} seat */
  darken(light, seat) {
    this.rising.delete(seat);
    this.stand(light, seat);
    light.globalCompositeOperation = "destination-out";
    light.lineWidth = 2;
    light.fill(this.seat);
    light.stroke(this.seat);
    light.globalCompositeOperation = "source-over";
  }

  /**
   * Moves the pen to a seat.
   * @param {CanvasRenderingContext2D} pen
   * @param {number} seat
   */
  stand(pen, seat) {
    const place = this.fitted.places[seat];
    const cos = Math.cos(place.turn) * this.scale;
    const sin = Math.sin(place.turn) * this.scale;
    pen.setTransform(cos, sin, -sin, cos, place.x * this.scale, place.y * this.scale);
  }
}

/** @param {HTMLCanvasElement} canvas */
const context = canvas => /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
