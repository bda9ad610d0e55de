/** What stands in for the phone and the network in these tests. */

export class MemoryStore {
  kept = new Map();
  notes = new Map();
  pictures = new Map();
  sealed = new Map();
  broken = false;
  full = false;

  async rows() {
    return [...this.kept.values()].map((row) => structuredClone(row));
  }

  async row(id) {
    return structuredClone(this.kept.get(id));
  }

  async change(ids, change) {
    if (this.broken) throw new Error("QuotaExceededError");
    return ids.map((id) => {
      const row = change(structuredClone(this.kept.get(id)), id);
      if (row === null) this.kept.delete(id);
      if (row) this.kept.set(id, structuredClone(row));
      return row;
    });
  }

  async photoKeys(state) {
    const found = [...this.pictures.values()].filter((photo) => photo.state === state);
    return found.sort((one, other) => one.tries - other.tries).map((photo) => [photo.capture_id, photo.photo_id]);
  }

  async photosOf(capture_id) {
    return [...this.pictures.values()].filter((photo) => photo.capture_id === capture_id);
  }

  async photos(keys) {
    return keys.map((key) => this.pictures.get(String(key)));
  }

  async putPhotos(photos) {
    if (this.broken) throw new Error("QuotaExceededError");
    for (const photo of photos) this.pictures.set(String([photo.capture_id, photo.photo_id]), photo);
  }

  async takeIn(rows, photos) {
    if (this.broken) throw new Error("QuotaExceededError");
    const fresh = rows.filter(({ capture_id }) => !this.kept.has(capture_id));
    const taken = photos.filter((photo) => !this.pictures.has(String([photo.capture_id, photo.photo_id])));
    for (const row of fresh) this.kept.set(row.capture_id, structuredClone(row));
    await this.putPhotos(taken);
    return [fresh.length, taken.length];
  }

  async changePhotos(keys, change) {
    return keys.map((key) => {
      const photo = change(this.pictures.get(String(key)));
      if (photo !== undefined) this.pictures.delete(String(key));
      if (photo) this.pictures.set(String([photo.capture_id, photo.photo_id]), photo);
      return photo;
    });
  }

  async changeAndKeep(ids, change, copies) {
    if (copies.length && this.full) throw new Error("QuotaExceededError");
    const changed = await this.change(ids, change);
    for (const copy of copies) this.sealed.set(copy.capture_id, structuredClone(copy));
    return changed;
  }

  async copies() {
    return [...this.sealed.values()].map((copy) => structuredClone(copy));
  }

  async changeCopies(ids, change) {
    return ids.map((id) => {
      const copy = change(structuredClone(this.sealed.get(id)), id);
      if (copy === null) this.sealed.delete(id);
      if (copy) this.sealed.set(id, structuredClone(copy));
      return copy;
    });
  }

  async take(ids, change, heir = null) {
    const changed = await this.change(ids, change);
    for (const photo of changed[0] === null ? await this.photosOf(ids[0]) : []) {
      this.pictures.delete(String([photo.capture_id, photo.photo_id]));
      if (heir) await this.putPhotos([{ ...photo, capture_id: heir }]);
    }
    return changed;
  }

  async note(name) {
    return this.notes.get(name);
  }

  async keepNote(name, value) {
    this.notes.set(name, value);
  }

  async dropNote(name) {
    this.notes.delete(name);
  }
}

/** Timers that run when the test says so. */
export class Timers {
  waiting = new Map();
  #next = 1;

  setTimeout(work, wait) {
    this.waiting.set(this.#next, { work, wait });
    return this.#next++;
  }

  clearTimeout(id) {
    this.waiting.delete(id);
  }

  /** Runs the timer that was set for at least `wait`. */
  run(wait = 0) {
    const [id, timer] = [...this.waiting].find(([, each]) => each.wait >= wait);
    this.waiting.delete(id);
    return timer.work();
  }
}

export function captureNumbered(number, more = {}) {
  return { capture_id: `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`, ...more };
}

/** A server that stores what it is sent, and a network that fails as the test says. */
export class Server {
  stored = new Map();
  requests = [];
  faults = [];

  fetch = async (url, request) => {
    const batch = JSON.parse(request.body);
    this.requests.push({ url, request, batch });
    const fault = this.faults.shift() ?? (() => this.answer(batch));
    return fault(batch, request);
  };

  answer({ captures }) {
    const verdicts = captures.map((capture, index) => this.#verdict(capture, index));
    return json(200, { server_time: "2026-11-21T10:00:00Z", skew_ms: 0, verdicts });
  }

  #verdict(capture, index) {
    const { capture_id } = capture;
    const before = this.stored.get(capture_id);
    const body = JSON.stringify(capture);
    this.stored.set(capture_id, before ?? body);
    const verdict = before === undefined ? "recorded" : before === body ? "known" : "conflict";
    return { index, capture_id, verdict, reason: "", message: "", lead: null };
  }
}

export function json(status, body) {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json" },
  });
}

/** Faults of the network, each for one request. */
export const faults = {
  drop: () => Promise.reject(new TypeError("network")),
  dropAnswer: (server) => (batch) => {
    server.answer(batch);
    return Promise.reject(new TypeError("network"));
  },
  portal: () => new Response("<html>Welcome to Hall Wi-Fi</html>", { status: 200 }),
  portalInJson: () => json(200, { verdicts: [{ capture_id: "somebody else's", verdict: "recorded" }] }),
  redirect: () => ({ type: "opaqueredirect", status: 0, json: () => Promise.reject(new TypeError()) }),
  status: (status, body = {}) => () => json(status, body),
  verdicts: (verdicts) => () => json(200, { verdicts }),
  hang: (_batch, { signal }) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    }),
};
