/** The unfinished sheet, kept until it is saved or thrown away: a phone may die at any moment. */

import { earlierOf, NEW } from "./purpose.js";

/** One sheet about somebody new and one about an earlier capture: neither wipes out the other. */
export class Drafts {
  #store;
  #names;
  #timers;
  #timer = null;

  constructor({ store, name, timers = globalThis }) {
    this.#store = store;
    this.#names = { new: `draft ${name}`, later: `draft ${name} later` };
    this.#timers = timers;
  }

  /** What was left: about an earlier capture where one is named, else about anybody. */
  async left(earlier = null) {
    const later = await this.#store.note(this.#names.later);
    if (earlier) return later && earlierOf(later) === earlier ? later : undefined;
    return (await this.#store.note(this.#names.new)) ?? later;
  }

  /** The captures that unfinished sheets are about. */
  async captures() {
    const kept = await Promise.all(Object.values(this.#names).map((name) => this.#store.note(name)));
    return kept.filter(Boolean).map(({ scan }) => scan.capture_id);
  }

  /** Resolves when it is kept: a photo is never without its visit, whatever happens next. */
  async keep(about, values) {
    this.#timers.clearTimeout(this.#timer);
    await this.#store.keepNote(this.#nameOf(about), { ...about, ...values() });
  }

  /** Keeps what `values()` gives, a moment after the last change. */
  keepSoon(about, values, wait = 250) {
    this.#timers.clearTimeout(this.#timer);
    // A phone that cannot keep a draft says so when the capture itself is saved.
    const keep = () => this.keep(about, values).catch(() => {});
    this.#timer = this.#timers.setTimeout(keep, wait);
  }

  /** Where dropping fails, what was saved is still known by its id. */
  async drop(about) {
    this.#timers.clearTimeout(this.#timer);
    await this.#store.dropNote(this.#nameOf(about)).catch(() => {});
  }

  #nameOf({ purpose }) {
    return purpose === NEW ? this.#names.new : this.#names.later;
  }
}
