/** Which read to believe: the one nearest the middle that looks like a badge, once per badge. */

const SAME_BADGE = 3_000;
const DOUBTED = new Set(["pdf417", "itf"]);
const SECOND_LOOK = 1_500;
const PRODUCTS = new Set(["ean_13", "ean_8", "upc_a", "upc_e"]);
const NO_BADGE = /^(WIFI:|javascript:|otpauth:)/i;

export function looksLikeBadge({ symbology, text = "" }) {
  return !PRODUCTS.has(symbology) && !NO_BADGE.test(text) && text !== "";
}

/** Of several codes: a badge before a product, then the one nearest the middle (0 is the middle). */
export function mostLikely(reads) {
  const rank = (read) => (looksLikeBadge(read) ? 0 : 10) + read.distance;
  return reads.slice().sort((one, other) => rank(one) - rank(other))[0];
}

export class Sightings {
  #seen = new Map();
  #doubted = { payload: "", at: -Infinity };

  /** Whether this read is news: not a badge still in view, and read twice where one may lie. */
  isNews(payload, symbology, now) {
    const last = this.#seen.get(payload) ?? -Infinity;
    if (now - last < SAME_BADGE) {
      this.#seen.set(payload, now);
      return false;
    }
    if (DOUBTED.has(symbology) && !this.#readTwice(payload, now)) return false;
    this.#forgetBefore(now - SAME_BADGE);
    this.#seen.set(payload, now);
    return true;
  }

  /** The badge of before a pause is probably still before the camera, and still no news. */
  stillInView(now) {
    for (const payload of this.#seen.keys()) this.#seen.set(payload, now);
  }

  #forgetBefore(moment) {
    for (const [payload, at] of this.#seen) if (at < moment) this.#seen.delete(payload);
  }

  #readTwice(payload, now) {
    const twice = payload === this.#doubted.payload && now - this.#doubted.at < SECOND_LOOK;
    this.#doubted = { payload, at: now };
    return twice;
  }
}
