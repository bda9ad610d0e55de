/** Time that passes only when nothing is left to do; and the tasks of the phones, one by one. */

const realImmediate = globalThis.setImmediate;

/** Everything that promises had to say has been said. */
export function hush() {
  return new Promise((resolve) => realImmediate(resolve));
}

export class Time {
  now;
  #tasks = [];
  #planned = [];
  #order = 0;
  #outside = new Set();
  #watchers = new Set();

  constructor(now) {
    this.now = now;
  }

  /** At once, after what waits already: a step of a database, a message to another tab. */
  soon = (work) => {
    this.#tasks.push(work);
  };

  at(when, work) {
    const plan = { when: Math.max(when, this.now), order: (this.#order += 1), work };
    this.#planned.push(plan);
    return plan;
  }

  after(wait, work) {
    return this.at(this.now + wait, work);
  }

  cancel(plan) {
    this.#planned = this.#planned.filter((each) => each !== plan);
  }

  /** Calls back before each task until it is told to stop: who dies in the middle counts so. */
  watch(watcher) {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Work of the world outside, which is waited for and takes no time here. */
  outside(work) {
    const over = work.catch(() => {}).then(() => this.#outside.delete(over));
    this.#outside.add(over);
    return work;
  }

  /** Runs until `end`. At every moment at which nothing is left to do, `quiet` is called with the
   *  moment until which it will stay so. */
  async run(end, quiet) {
    for (;;) {
      await this.#settle();
      const next = this.#first();
      const isOver = !next || next.when > end;
      quiet(isOver ? end : next.when);
      if (isOver) break;
      this.#planned.splice(this.#planned.indexOf(next), 1);
      this.now = next.when;
      next.work();
    }
    this.now = Math.max(this.now, end);
  }

  async #settle() {
    for (;;) {
      await hush();
      if (this.#outside.size) {
        await Promise.all(this.#outside);
        continue;
      }
      if (!this.#tasks.length) return;
      for (const watcher of [...this.#watchers]) watcher();
      this.#tasks.shift()();
    }
  }

  #first() {
    let first = null;
    for (const plan of this.#planned) {
      const isSooner = !first || plan.when - first.when || plan.order - first.order;
      if (isSooner === true || isSooner < 0) first = plan;
    }
    return first;
  }
}
