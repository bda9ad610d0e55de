/** Chance that can be had again: the same seed, the same throws. */

export class Chance {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, as Math.random. */
  random = () => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** A whole number from `least` to `most`, both possible. */
  whole(least, most) {
    return least + Math.floor(this.random() * (most - least + 1));
  }

  oneOf(list) {
    return list[this.whole(0, list.length - 1)];
  }

  happens(share) {
    return this.random() < share;
  }

  fill = (bytes) => {
    for (let place = 0; place < bytes.length; place += 1) bytes[place] = this.whole(0, 255);
    return bytes;
  };
}
