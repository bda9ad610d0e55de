/** Captures that the server has not named yet. A row leaves only when the server says it holds it. */

import {
  afterVerdict, byTurn, comesLater, EARLIER_MISSING, isFinal, isStored, REFUSED, WAITING, waitingAgain,
} from "./verdicts.js";

export { REFUSED, WAITING };

export class Outbox {
  #store;
  #now;
  #changed;
  #copies;
  #exhibitor;

  constructor({ store, now = Date.now, changed = () => {}, copies = null, exhibitor = "" }) {
    this.#exhibitor = exhibitor;
    this.#store = store;
    this.#now = now;
    this.#changed = changed;
    this.#copies = copies;
  }

  /** Resolves only when the capture is on the disk: say "saved" after this, never before. */
  async put(capture, label = {}) {
    await this.#store.change([capture.capture_id], (row) => row ?? this.#newRow(capture, label));
    this.#changed();
  }

  /** Changes a row that is nowhere but here. False when it may have left the phone already: the
   *  server would see one id with two bodies, so the caller sends an addition instead. */
  async edit(id, change, label = {}) {
    const [row] = await this.#store.change([id], (found) => {
      if (!found || found.tries > 0) return undefined;
      const capture = change(found.capture);
      return { ...found, label: { ...found.label, ...label }, capture };
    });
    this.#changed();
    return Boolean(row);
  }

  /** Puts a refused capture right: it waits under an id of its own, and in the same transaction the
   *  refused one leaves; what adds to it, and its photo, go along. False when it is not refused. */
  async replace(id, capture, label = {}) {
    const fresh = capture.capture_id;
    const additions = (await this.#store.rows()).filter((row) => row.capture.adds_to === id);
    let isReplaced = false;
    const change = (row, each) => {
      if (each === id) return (isReplaced = row?.state === REFUSED) ? null : undefined;
      if (each === fresh && row) isReplaced = true; // written already, though nobody heard of it
      else if (each === fresh && isReplaced) return this.#newRow(capture, label);
      else if (row && isReplaced) return waitingAgain(row, { ...row.capture, adds_to: fresh });
      return undefined;
    };
    const ids = [id, fresh, ...additions.map((row) => row.capture_id)];
    await this.#store.take(ids, change, fresh);
    this.#changed();
    return isReplaced;
  }

  rows() {
    return this.#store.rows();
  }

  row(id) {
    return this.#store.row(id);
  }

  async counts() {
    const rows = await this.#store.rows();
    const refused = rows.filter((row) => row.state === REFUSED).length;
    return { waiting: rows.length - refused, refused };
  }

  /** The oldest waiting rows, marked as tried before anything can reach the server. Those of another
   *  exhibitor wait until one of theirs is signed in here. */
  async batch(limit) {
    const isOurs = ({ exhibitor = "" }) => !exhibitor || !this.#exhibitor || exhibitor === this.#exhibitor;
    const waiting = (await this.#store.rows()).filter((row) => row.state === WAITING && isOurs(row));
    const ids = waiting.sort(byTurn).slice(0, limit).map((row) => row.capture_id);
    const rows = await this.#store.change(ids, (row) =>
      row?.state === WAITING ? { ...row, tries: row.tries + 1 } : undefined,
    );
    return rows.filter(Boolean).map((row) => row.capture);
  }

  /** Takes the server's word on the captures that were sent; tells which of them are settled. */
  async settle(sent, verdicts, answer = {}) {
    const asked = new Map(sent.map((capture) => [capture.capture_id, capture]));
    const here = await this.#idsIfAsked(verdicts);
    const named = new Map();
    for (const verdict of verdicts) {
      const capture = asked.get(verdict?.capture_id);
      if (capture) named.set(capture.capture_id, comesLater(verdict, here.has(capture.adds_to)));
    }
    const change = (row, id) => row && afterVerdict(row, named.get(id));
    const stored = sent.filter((capture) => isStored(named.get(capture.capture_id)));
    const copies = (await this.#copies?.of(stored, answer)) ?? [];
    await this.#leave([...named.keys()], change, copies);
    this.#changed();
    return [...named.values()].filter(isFinal);
  }

  async refuse(id, message = "") {
    await this.#store.change([id], (row) => row && { ...row, state: REFUSED, message });
    this.#changed();
  }

  async tryAgain(id) {
    await this.#store.change([id], (row) => row && waitingAgain(row));
    this.#changed();
  }

  /** Only a person may do this. False when it may have reached the server meanwhile. */
  async discard(id) {
    const isOnlyHere = (row) => row?.state === REFUSED || row?.tries === 0;
    const [left] = await this.#store.take([id], (row) => (isOnlyHere(row) ? null : undefined));
    this.#changed();
    return left === null;
  }

  async #idsIfAsked(verdicts) {
    const isAsked = verdicts.some((verdict) => verdict?.reason === EARLIER_MISSING);
    return new Set(isAsked ? (await this.#store.rows()).map((row) => row.capture_id) : []);
  }

  // A phone without room for the copies still forgets what the server holds.
  async #leave(ids, change, copies) {
    const keeping = copies.length ? this.#store.changeAndKeep(ids, change, copies) : Promise.reject();
    await keeping.catch(() => this.#store.change(ids, change));
  }

  #newRow(capture, label) {
    return {
      capture_id: capture.capture_id,
      capture,
      label,
      state: WAITING,
      tries: 0,
      set_back: 0,
      message: "",
      saved_at: this.#now(),
      exhibitor: this.#exhibitor,
    };
  }
}
