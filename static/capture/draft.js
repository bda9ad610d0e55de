/** The unfinished sheet, kept until it is saved or thrown away: a phone may die at any moment. */

export class Draft {
  #store;
  #name;
  #timers;
  #timer = null;

  constructor({ store, name, timers = globalThis }) {
    this.#store = store;
    this.#name = `draft ${name}`;
    this.#timers = timers;
  }

  load() {
    return this.#store.note(this.#name);
  }

  /** Keeps what `values()` gives, a moment after the last change. */
  keepSoon(values, wait = 250) {
    this.#timers.clearTimeout(this.#timer);
    this.#timer = this.#timers.setTimeout(() => this.#store.keepNote(this.#name, values()), wait);
  }

  drop() {
    this.#timers.clearTimeout(this.#timer);
    return this.#store.dropNote(this.#name);
  }
}
