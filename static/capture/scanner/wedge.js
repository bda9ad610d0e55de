/** A scanner that types: keys faster than fingers, ended by Enter or Tab. */

const FASTEST_FINGERS = 35;
const SHORTEST = 4;
const LINE_PAUSE = 90;
const ENDS = new Map([["Enter", "\n"], ["Tab", "\t"]]);

export class Wedge {
  #typed = "";
  #at = -Infinity;
  #ended = false;

  /** Tells the burst of a key pressed at `at` (ms). True while it can only be a scanner. */
  key(key, at) {
    const end = ENDS.get(key);
    if (!end && key.length !== 1) return this.isScanner;
    if (at - this.#at > (this.#ended ? LINE_PAUSE : FASTEST_FINGERS)) this.#typed = "";
    this.#ended = Boolean(end) && this.#typed !== "";
    this.#typed += end ? (this.#typed && end) : key;
    this.#at = at;
    return this.isScanner;
  }

  get isScanner() {
    return this.#typed.trim().length >= SHORTEST;
  }

  get isFirstKey() {
    return this.#typed.length === 1;
  }

  /** The payload, when the burst has ended and nothing followed: a vCard has lines of its own. */
  taken(at) {
    if (!this.#ended || !this.isScanner || at - this.#at < LINE_PAUSE) return null;
    const payload = this.#typed.trim();
    this.#typed = "";
    this.#ended = false;
    return payload;
  }

  get wait() {
    return LINE_PAUSE;
  }
}
