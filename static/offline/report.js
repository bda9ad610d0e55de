/** Tells the server what this phone holds, so that a manager sees it. Never in the way of sending. */

import { uuid7 } from "./uuid7.js";

const SETTLES = 2_000;
const STALE = 5 * 60_000;
const PATIENCE = 10_000;
const PHONE = "phone";
const LAST = "last report";
const SIGN_IN = 401;

export class Reporter {
  #store;
  #facts;
  #fetch;
  #lock;
  #url;
  #who;
  #told;
  #now;
  #timers;
  #soon = null;
  #later = null;

  /** `facts` gives what is to be said; `who` is signed in; `told` gets what the server answers. */
  constructor({ store, facts, fetch, lock, url, who, told = () => {}, ...nature }) {
    this.#store = store;
    this.#facts = facts;
    this.#fetch = fetch;
    this.#lock = lock;
    this.#url = url;
    this.#who = who;
    this.#told = told;
    this.#now = nature.now ?? Date.now;
    this.#timers = nature.timers ?? globalThis;
  }

  /** Something may have changed: it is told once it has settled, and again after a while. */
  soon() {
    this.#timers.clearTimeout(this.#soon);
    this.#soon = this.#timers.setTimeout(() => this.now(), SETTLES);
  }

  /** A report that fails is no harm: the next occasion makes another. */
  async now() {
    this.#timers.clearTimeout(this.#soon);
    this.#timers.clearTimeout(this.#later);
    await this.#lock("report", () => this.#tellNews()).catch(() => {});
    this.#later = this.#timers.setTimeout(() => this.now(), STALE);
  }

  async #tellNews() {
    const said = JSON.stringify({ who: this.#who, ...(await this.#facts()) });
    const last = await this.#store.note(LAST);
    const age = this.#now() - (last?.at ?? 0);
    if (last?.said === said && age >= 0 && age < STALE) return;
    await this.#tell(said);
  }

  async #tell(said) {
    const { who, ...facts } = JSON.parse(said);
    const response = await this.#post({ phone_id: await this.#phoneId(), ...facts });
    if (response.status === SIGN_IN) await this.#store.dropNote(LAST);
    if (response.status !== 200) return;
    const answer = await response.json();
    await this.#store.keepNote(LAST, { said, at: this.#now() });
    this.#told(answer);
  }

  #post(facts) {
    const device_time = new Date(this.#now()).toISOString();
    return this.#fetch(this.#url, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ device_time, ...facts }),
      redirect: "manual",
      credentials: "same-origin",
      cache: "no-store",
      priority: "low",
      keepalive: true,
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  // Made once and kept, so that captures are not counted twice when somebody else signs in here.
  async #phoneId() {
    const known = await this.#store.note(PHONE);
    if (known) return known;
    const made = uuid7(this.#now());
    await this.#store.keepNote(PHONE, made);
    return made;
  }
}

/** What a phone says of itself. */
export function factsOf({ rows, counts, photos, is_kept, version }) {
  const oldest = Math.min(...rows.map((row) => row.saved_at));
  return {
    ...counts,
    photos,
    oldest_saved_at: rows.length ? new Date(oldest).toISOString() : null,
    is_kept,
    version,
  };
}
