/** Captures that the server has not named yet. A row leaves only when the server says it holds it. */

export const WAITING = "waiting";
export const REFUSED = "refused";

const HELD = new Set(["recorded", "known", "conflict", "parked", "erased"]);
const NOT_LOOKED_AT = "batch_limit";
const TRY_AGAIN = "unexpected";

export class Outbox {
  #store;
  #now;
  #changed;

  constructor({ store, now = Date.now, changed = () => {} }) {
    this.#store = store;
    this.#now = now;
    this.#changed = changed;
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
      if (!found || (found.tries > 0 && found.state !== REFUSED)) return undefined;
      const capture = change(found.capture);
      return { ...found, label: { ...found.label, ...label }, capture, state: WAITING, message: "" };
    });
    this.#changed();
    return Boolean(row);
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

  /** The oldest waiting rows, marked as tried before anything can reach the server. */
  async batch(limit) {
    const waiting = (await this.#store.rows()).filter((row) => row.state === WAITING);
    const ids = waiting.sort(byTurn).slice(0, limit).map((row) => row.capture_id);
    const rows = await this.#store.change(ids, (row) =>
      row?.state === WAITING ? { ...row, tries: row.tries + 1 } : undefined,
    );
    return rows.filter(Boolean).map((row) => row.capture);
  }

  /** Takes the server's word on the captures that were sent; tells which of them are settled. */
  async settle(sent, verdicts) {
    const asked = new Set(sent.map((capture) => capture.capture_id));
    const named = new Map();
    for (const verdict of verdicts) {
      if (asked.has(verdict?.capture_id)) named.set(verdict.capture_id, verdict);
    }
    await this.#store.change([...named.keys()], (row, id) => row && afterVerdict(row, named.get(id)));
    this.#changed();
    return [...named.values()].filter(isFinal);
  }

  async refuse(id, message = "") {
    await this.#store.change([id], (row) => row && { ...row, state: REFUSED, message });
    this.#changed();
  }

  async tryAgain(id) {
    await this.#store.change([id], (row) => row && { ...row, state: WAITING, message: "" });
    this.#changed();
  }

  /** Only a person may do this. */
  async discard(id) {
    await this.#store.remove(id);
    this.#changed();
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
    };
  }
}

// What the server could not take today goes behind the others, so that it never blocks them.
function byTurn(one, other) {
  return one.set_back - other.set_back || (one.capture_id < other.capture_id ? -1 : 1);
}

function afterVerdict(row, verdict) {
  if (HELD.has(verdict.verdict)) return null;
  if (isFinal(verdict)) return { ...row, state: REFUSED, message: verdict.message ?? "" };
  return verdict.reason === TRY_AGAIN ? { ...row, set_back: row.set_back + 1 } : undefined;
}

function isFinal({ verdict, reason }) {
  return HELD.has(verdict) || (verdict === REFUSED && reason !== NOT_LOOKED_AT && reason !== TRY_AGAIN);
}
