/** What the tabs of one browser share: locks, which die with their page, and channels. */

export class Locks {
  #held = new Map();
  #queue = [];

  /** What a page finds as navigator.locks. */
  endFor(page) {
    return {
      request: (name, ...given) => {
        const work = given.at(-1);
        return page.whileAlive(
          new Promise((resolve, reject) => {
            this.#queue.push({ name, page, work, resolve, reject });
            this.#grant();
          }),
        );
      },
    };
  }

  /** A page is gone, and with it all it held or waited for. */
  release(page) {
    this.#queue = this.#queue.filter((each) => each.page !== page);
    for (const [name, holder] of this.#held) if (holder === page) this.#held.delete(name);
    this.#grant();
  }

  #grant() {
    for (const asked of [...this.#queue]) {
      if (this.#held.has(asked.name)) continue;
      this.#queue.splice(this.#queue.indexOf(asked), 1);
      this.#held.set(asked.name, asked.page);
      this.#run(asked);
    }
  }

  async #run({ name, page, work, resolve, reject }) {
    try {
      resolve(await work({ name }));
    } catch (problem) {
      reject(problem);
    } finally {
      if (page.isAlive) {
        this.#held.delete(name);
        this.#grant();
      }
    }
  }
}

/** Locks that lock nothing: what the proof must notice. */
export class NoLocks {
  endFor() {
    return { request: async (name, ...given) => given.at(-1)({ name }) };
  }

  release() {}
}

export class Channels {
  #ends = new Set();
  #time;

  constructor(time) {
    this.#time = time;
  }

  /** The class that a page finds as BroadcastChannel. */
  endFor(page) {
    const ends = this.#ends;
    const time = this.#time;
    return class {
      onmessage = null;

      constructor(name) {
        this.name = name;
        this.page = page;
        ends.add(this);
      }

      postMessage(data) {
        const others = [...ends].filter((end) => end !== this && end.name === this.name);
        for (const end of others) {
          const copy = structuredClone(data);
          time.soon(() => end.page.isAlive && end.onmessage?.({ data: copy }));
        }
      }

      addEventListener(_kind, listener) {
        this.onmessage = listener;
      }

      close() {
        ends.delete(this);
      }
    };
  }

  release(page) {
    for (const end of this.#ends) if (end.page === page) this.#ends.delete(end);
  }
}
