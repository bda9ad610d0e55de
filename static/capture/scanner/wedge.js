/** A scanner that types: keys faster than fingers, ended by Enter or Tab. */

const PAUSE = 150; // a scanner seldom waits so long between two keys, however slow its radio
const STUTTER = 1000; // but what was fast and has not ended may have been held up on its way
const PACE = 45; // milliseconds a key, on average: no fingers keep that up
const SHORTEST = 4;
const ENDS = new Map([["Enter", "\n"], ["Tab", "\t"]]);

export class Wedge {
  #typed = "";
  #spent = 0;
  #at = -Infinity;
  #ended = false;

  /** Takes a key pressed at `at` (ms). Tells whether the keys so far can only be a scanner's. */
  key(key, at) {
    const end = ENDS.get(key);
    if (!end && key.length !== 1) return this.isScanner;
    const gap = at - this.#at;
    if (gap > (this.isScanner && !this.#ended ? STUTTER : PAUSE)) this.#begin();
    else this.#spent += Math.min(gap, PAUSE);
    this.#ended = Boolean(end) && this.#typed !== "";
    this.#typed += end ? this.#typed && end : key;
    this.#at = at;
    return this.isScanner;
  }

  get isScanner() {
    const { length } = this.#typed;
    return this.#typed.trim().length >= SHORTEST && this.#spent <= PACE * (length - 1);
  }

  get isFirstKey() {
    return this.#typed.length === 1;
  }

  /** The payload, when the burst has ended and nothing followed: a vCard has lines of its own. */
  taken(at) {
    if (!this.#ended || !this.isScanner || at - this.#at < PAUSE) return null;
    const payload = this.#typed.trim();
    this.#begin();
    return payload;
  }

  /** How long to wait for more keys after the last. */
  get wait() {
    return PAUSE;
  }

  #begin() {
    this.#typed = "";
    this.#spent = 0;
    this.#ended = false;
  }
}
