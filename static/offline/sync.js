/** Sends the outbox: batch by batch, one sender among all tabs, nothing removed without a verdict. */

import { pause } from "./backoff.js";
import { packed } from "./packed.js";

export const SENT = "sent";
export const SIGN_IN = "sign_in";
export const WAITING = "waiting";

const LOCK = "outbox";
const SPLIT = "split";
const TIMEOUT = 20_000;
const NAMES = new Set([200, 404]); // what the server holds, and what it says it has no place for
const TOO_LARGE = 413;
const MALFORMED = 400;

export class Sync {
  state = WAITING;
  #outbox;
  #fetch;
  #lock;
  #lane;
  #now;
  #timers;
  #random;
  #limit;
  #told;
  #reachable;
  #failures = 0;
  #timer = null;
  #sending = null;
  #asked = false;

  constructor({ outbox, fetch, lock, url, exhibitor, lane = captureLane(url, exhibitor), limit = 50, told = () => {}, ...nature }) {
    this.#outbox = outbox;
    this.#fetch = fetch;
    this.#lock = lock;
    this.#lane = lane;
    this.#limit = limit;
    this.#told = told;
    this.#now = nature.now ?? Date.now;
    this.#timers = nature.timers ?? globalThis;
    this.#random = nature.random ?? Math.random;
    this.#reachable = nature.reachable ?? (async () => true);
  }

  /** Sends all that waits. Asked for again while sending, it looks once more when it is done. */
  send() {
    this.#asked = true;
    this.#sending ??= this.#sendWhileAsked();
    return this.#sending;
  }

  stop() {
    this.#timers.clearTimeout(this.#timer);
  }

  async #sendWhileAsked() {
    do {
      this.#asked = false;
      this.stop();
      this.state = await this.#lock(this.#lane.lock, () => this.#sendAll()).catch(() => WAITING);
      await this.#told({ state: this.state, settled: [] });
    } while (this.#asked && this.state === SENT);
    if (this.state === WAITING) this.#tryLater();
    this.#sending = null;
    return this.state;
  }

  async #sendAll() {
    if (!(await this.#reachable(this.#failures))) return WAITING;
    for (let limit = this.#limit; ; ) {
      const captures = await this.#outbox.batch(limit);
      if (!captures.length) return SENT;
      const answer = await this.#ask(captures);
      if (answer.state === SIGN_IN) return SIGN_IN;
      if (answer.state === SPLIT && limit > 1) {
        limit = Math.ceil(captures.length / 2);
        continue;
      }
      if (answer.state === SPLIT) await this.#outbox.refuse(this.#lane.named(captures[0]));
      else if (!(await this.#settled(captures, answer))) return WAITING;
      this.#failures = 0;
    }
  }

  async #settled(captures, { verdicts, answer }) {
    if (!verdicts) return false;
    const settled = await this.#outbox.settle(captures, verdicts, answer);
    if (settled.length) await this.#told({ state: WAITING, settled, at: this.#now(), answer });
    return settled.length > 0;
  }

  async #ask(captures) {
    const control = new AbortController();
    const timer = this.#timers.setTimeout(() => control.abort(), this.#lane.timeout);
    try {
      return await this.#understood(await this.#post(captures, control.signal));
    } catch {
      return {}; // no network, a cut answer, a page of somebody else's: all mean "not yet"
    } finally {
      this.#timers.clearTimeout(timer);
    }
  }

  async #post(captures, signal) {
    const { url, ...request } = await packed(this.#lane.request(captures, this.#now()));
    const always = { redirect: "manual", credentials: "same-origin", cache: "no-store" };
    return this.#fetch(url, { ...request, ...always, signal });
  }

  async #understood(response) {
    if (response.status === TOO_LARGE) return { state: SPLIT };
    const answer = await response.json();
    if (response.status === 401 && answer.error === "sign_in") return { state: SIGN_IN };
    if (response.status === MALFORMED && answer.error) return { state: SPLIT };
    if (!NAMES.has(response.status) || !Array.isArray(answer.verdicts)) return {};
    return { verdicts: answer.verdicts, answer };
  }

  #tryLater() {
    this.#failures += 1;
    this.#timer = this.#timers.setTimeout(() => this.send(), pause(this.#failures, this.#random));
  }
}

/** How captures are sent: many at once, with the time on the phone's clock, and whose they are:
 *  somebody else may have signed in since this page was made. */
function captureLane(url, exhibitor) {
  const whose = exhibitor ? { Exhibitor: exhibitor } : {};
  return {
    lock: LOCK,
    timeout: TIMEOUT,
    named: ({ capture_id }) => capture_id,
    request: (captures, now) => ({
      url,
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json", ...whose },
      body: JSON.stringify({ device_time: new Date(now).toISOString(), captures }),
    }),
  };
}

/** One sender at a time among all tabs and the worker. Who finds it taken waits for it. */
export async function sharedLock(name, work) {
  return navigator.locks ? navigator.locks.request(name, work) : work();
}
