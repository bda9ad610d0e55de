/** Copies of what the server has acknowledged, sealed so that nobody reads them on this phone. When
 *  the server answers out of an older backup, it is asked what it lacks, and gets that again. */

import { base64 } from "../capture/payload.js";
import { batches } from "./batches.js";
import { canSeal, seal } from "./seal.js";

const HELD = new Set(["recorded", "known", "conflict", "parked"]);
const ERASED = "erased";
const TRY_AGAIN = new Set(["unexpected", "batch_limit", "earlier_missing"]);

const DAY = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 7;
const DAYS_OWED = 30; // the server lacks these, and could not take them yet
const MOST = 5000;
const ASKED_AT_ONCE = 500;
const BETWEEN = 10 * 60 * 1000;
const COMPARED = "compared"; // when, and with which generation, by any page of this phone

export class Copies {
  #store;
  #ask;
  #urls;
  #now;
  #seal;
  #present = null; // the generation that answered last

  constructor({ store, ask, urls, now = Date.now, seals = canSeal() ? seal : null }) {
    this.#store = store;
    this.#ask = ask;
    this.#urls = urls;
    this.#now = now;
    this.#seal = seals;
  }

  /** The rows to keep of captures that an answer acknowledges, made before they leave the outbox:
   *  sealing waits, and a transaction of IndexedDB does not. */
  async of(captures, { generation, sealing_key, skew_ms = 0 }) {
    if (!generation) return [];
    this.#present = generation;
    const acked_at = this.#now();
    return Promise.all(
      captures.map(async (capture) => ({
        capture_id: capture.capture_id,
        sealed: await this.#sealed({ capture, skew_ms }, sealing_key),
        sealing_key,
        generation,
        acked_at,
      })),
    );
  }

  /** Asks, from time to time or at once where another generation has answered, and gives back. */
  async giveBack() {
    if (!(await this.#isDue())) return;
    await this.#prune();
    if (!(await this.#store.copies()).length) return;
    const present = await this.#ask(this.#urls.missing, { capture_ids: [] });
    if (!present?.generation) return;
    this.#present = present.generation;
    await this.#store.keepNote(COMPARED, { at: this.#now(), generation: present.generation });
    const copies = (await this.#store.copies()).filter((copy) => isOfEarlier(copy, present));
    const missing = await this.#missing(copies.sort(byAge));
    for (const batch of batches(missing.filter((copy) => copy.sealed))) {
      if (!(await this.#given(batch))) return;
    }
  }

  async #isDue() {
    const last = await this.#store.note(COMPARED);
    const isAnother = this.#present !== null && this.#present !== last?.generation;
    return !last || isAnother || Math.abs(this.#now() - last.at) > BETWEEN;
  }

  async #missing(copies) {
    const missing = [];
    for (let at = 0; at < copies.length; at += ASKED_AT_ONCE) {
      const asked = copies.slice(at, at + ASKED_AT_ONCE);
      const answer = await this.#ask(this.#urls.missing, { capture_ids: asked.map(id) });
      if (!Array.isArray(answer?.missing)) break;
      const lacking = new Set(answer.missing);
      await this.#store.changeCopies(asked.map(id), (copy) => copy && afterAsking(copy, lacking, answer));
      missing.push(...asked.filter((copy) => lacking.has(copy.capture_id)));
    }
    return missing;
  }

  async #given(batch) {
    const copies = batch.map(({ capture_id, sealed }) => ({ capture_id, sealed: base64(sealed) }));
    const answer = await this.#ask(this.#urls.copies, { copies });
    if (!answer?.generation || !Array.isArray(answer.verdicts)) return false;
    const named = new Map(answer.verdicts.map((verdict) => [verdict?.capture_id, verdict]));
    const change = (copy, each) =>
      copy && named.has(each) ? afterVerdict(copy, named.get(each), answer, this.#now()) : undefined;
    await this.#store.changeCopies(batch.map(id), change);
    return true;
  }

  async #prune() {
    const copies = (await this.#store.copies()).sort(byAge).reverse();
    const old = copies.filter((copy, place) => place >= MOST || this.#now() - copy.acked_at > lasts(copy));
    if (old.length) await this.#store.changeCopies(old.map(id), () => null);
  }

  async #sealed(held, key) {
    if (!this.#seal || !key) return null;
    const bytes = new TextEncoder().encode(JSON.stringify(held));
    return this.#seal(key, bytes).catch(() => null); // the id alone is better than nothing
  }
}

// A copy that was sealed for another exhibitor, who was here on this phone before, is none of ours.
function isOfEarlier(copy, present) {
  return copy.generation !== present.generation && copy.sealing_key === present.sealing_key;
}

function afterAsking(copy, lacking, { generation }) {
  return lacking.has(copy.capture_id) ? { ...copy, owed: true } : { ...copy, generation, owed: false };
}

function afterVerdict(copy, { verdict, reason }, { generation }, now) {
  if (verdict === ERASED) return null;
  if (HELD.has(verdict)) return { ...copy, generation, owed: false, acked_at: now };
  return TRY_AGAIN.has(reason) ? undefined : { ...copy, generation }; // asking again would not help
}

function lasts(copy) {
  return DAY * (copy.owed ? DAYS_OWED : DAYS_KEPT);
}

function id(copy) {
  return copy.capture_id;
}

// Ids sort by the time they were made: what adds to a capture comes after it.
function byAge(one, other) {
  return one.capture_id < other.capture_id ? -1 : 1;
}
