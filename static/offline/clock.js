/** How far this phone's clock is behind the server's, as far as anybody told it. */

export const WRONG = 2 * 60_000; // below that nobody need set a clock
const JUMP = 5_000;
const SPANS = [["days", 86_400_000], ["hours", 3_600_000], ["minutes", 60_000]];

export class Clock {
  #wall;
  #steady;
  #told = null;

  constructor({ wall = Date.now, steady = () => performance.now() } = {}) {
    this.#wall = wall;
    this.#steady = steady;
  }

  heard(skew) {
    this.#told = { skew, ...this.#times() };
  }

  /** Where it is certain: told on this page, and nobody has set the clock since. A phone that slept
   *  may be uncertain without reason; then the server goes by what it measures on arrival. */
  behind() {
    if (!this.#told) return null;
    const { wall, steady } = this.#times();
    const jumped = wall - this.#told.wall - (steady - this.#told.steady);
    return Math.abs(jumped) < JUMP ? this.#told.skew : null;
  }

  #times() {
    return { wall: this.#wall(), steady: this.#steady() };
  }
}

export const clock = new Clock();

/** When it happened by a clock that is right; `known` is what was last heard of this one. */
export function happenedAt({ captured_at, skew_ms = null }, known = 0) {
  const skew = skew_ms ?? known ?? 0;
  return new Date(captured_at).getTime() + (Math.abs(skew) > JUMP ? skew : 0);
}

/** Which way and how much a clock is off, in the largest unit that fits; null for one that is right. */
export function fault(skew) {
  if (skew === null || Math.abs(skew) < WRONG) return null;
  const off = Math.abs(skew);
  const [unit, length] = SPANS.find(([, each]) => off >= 1.2 * each) ?? SPANS.at(-1);
  return { way: skew > 0 ? "behind" : "ahead", unit, count: Math.round(off / length) };
}
