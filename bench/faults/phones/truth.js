/** What was captured, and what each phone has been told: against this all others are judged. */

const HELD = new Set(["recorded", "known", "conflict", "parked", "erased"]);
const EXACT = 150_000; // as long as a request may be on its way, and a moment
const A_MOMENT = 450; // the pill may be behind for as long as nobody can read it

export class Truth {
  #captures = new Map();
  #named = new Map();
  findings = [];

  found = (kind, what = "") => {
    if (this.findings.length < 20) this.findings.push({ kind, what });
  };

  of(id) {
    return this.#captures.get(id);
  }

  /** Captures of a phone that staff were told are saved. */
  savedOn(phone) {
    return [...this.#captures.values()].filter((each) => each.phone === phone && each.isSaved);
  }

  begins(phone, capture, { unreadable = false, person = null, adds_to = null }) {
    this.#captures.set(capture.capture_id, {
      id: capture.capture_id,
      phone,
      newest: capture,
      bodies: [canonical(capture)],
      isSaved: false,
      isLeaving: false,
      isUnreadable: unreadable,
      person,
      adds_to,
      at: phone.time.now,
      clockIsOff: phone.clockIsOff,
      isClockMoved: false,
    });
  }

  saved(id) {
    this.of(id).isSaved = true;
  }

  /** A change is under way; a phone that dies now keeps the one or the other. */
  mayBecome(id, capture) {
    this.of(id).bodies.push(canonical(capture));
  }

  became(id, capture) {
    const known = this.of(id);
    known.newest = capture;
    known.bodies = [canonical(capture)];
  }

  named(phone, text) {
    const names = this.#namesOf(phone);
    for (const { capture_id, verdict } of verdictsIn(text)) {
      if (HELD.has(verdict)) names.add(capture_id);
    }
  }

  /** A clock that moves between a capture and its sending takes its time with it. */
  clockMoved(phone) {
    for (const each of this.#captures.values()) if (each.phone === phone) each.isClockMoved = true;
  }

  /** Nothing that was saved leaves a phone before the server has named it. */
  lookAtDisk(phone) {
    const names = this.#namesOf(phone);
    const rows = new Set(phone.rows.map((row) => row.capture_id));
    for (const { id, isLeaving } of this.savedOn(phone)) {
      if (!rows.has(id) && !names.has(id) && !isLeaving) this.found("lost on the phone", id);
    }
  }

  /** What a page's pill says, beside what truly waits; it stays so until `until`. */
  lookAtPill(phone, page, until) {
    const refused = phone.rows.filter((row) => row.state === "refused").length;
    const waiting = phone.rows.length - refused;
    const { state, text } = page.pill ?? { state: "sent", text: "" };
    const said = Number(/\d+/.exec(text)?.[0] ?? 1);
    const isTrue =
      state === "sent" ? waiting + refused === 0
      : state === "waiting" ? said === waiting
      : said === waiting || said === refused;
    if (isTrue) page.wrongSince = null;
    else page.wrongSince ??= phone.time.now;
    if (isTrue || until - page.wrongSince < A_MOMENT) return;
    this.found("wrong pill", `"${text}" while ${waiting} wait and ${refused} are refused`);
  }

  /** When all is calm again: captured = stored = exported, each exactly once, bodies equal. */
  judge({ captures, conflicts, entries, exported, people, rows, untrue }) {
    const stored = new Map();
    for (const each of captures) {
      if (stored.has(each.capture_id)) this.found("doubled", each.capture_id);
      stored.set(each.capture_id, each);
    }
    for (const known of this.#captures.values()) {
      this.#judgeOne(known, stored.get(known.id), entries[known.id], exported[known.id] ?? 0);
    }
    for (const id of stored.keys()) if (!this.of(id)) this.found("from nowhere", id);
    for (const id of conflicts) this.found("conflict", id);
    for (const id of untrue) this.found("lead against its ledger", id);
    const met = this.#peopleIn(stored);
    if (people !== met) this.found("leads", `${people} where ${met} people were met`);
    if (rows !== met) this.found("leads exported", `${rows} where ${met} people were met`);
    return stored.size;
  }

  #judgeOne(known, stored, entry, marks) {
    if (!stored) {
      if (known.isSaved && !known.isUnreadable) this.found("lost", known.id);
      return;
    }
    const { payload_b64, body, member_id } = stored;
    const kept = canonical({ ...body, payload_b64: payload_b64 || null });
    if (!known.bodies.includes(kept)) this.found("other body", `${known.id}: ${kept}`);
    if (member_id !== body.member_id) this.found("other member", known.id);
    if (marks !== noteMarks(body)) this.found(marks ? "exported twice" : "not exported", known.id);
    const entries = entriesOf(body);
    if ((entry?.count ?? 0) !== entries) {
      this.found(entry?.count > entries ? "doubled" : "lost", `${known.id}: ${entry?.count} entries`);
    }
    const isTimed = entries && !known.isClockMoved;
    if (isTimed && Math.abs((entry?.at ?? 0) - known.at) > EXACT) this.found("other time", known.id);
  }

  #peopleIn(stored) {
    const met = new Set();
    for (const id of stored.keys()) {
      const { person, adds_to } = this.of(id) ?? {};
      if (!adds_to) met.add(person ?? id);
    }
    return met.size;
  }

  #namesOf(phone) {
    if (!this.#named.has(phone)) this.#named.set(phone, new Set());
    return this.#named.get(phone);
  }
}

function verdictsIn(text) {
  try {
    return JSON.parse(text).verdicts ?? [];
  } catch {
    return [];
  }
}

function canonical(capture) {
  const sorted = (_name, value) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value;
  return JSON.stringify(capture, sorted);
}

function noteMarks(body) {
  return body.note.split(`[${body.capture_id}]`).length - 1;
}

/** The meeting itself, or the note of an addition; then each thing that happened at it. */
function entriesOf({ adds_to, note, interactions, rating, products }) {
  const itself = note || !adds_to ? 1 : 0;
  return itself + interactions.length + (rating ? 1 : 0) + products.length;
}
