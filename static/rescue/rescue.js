/** What waits on a phone, as a file; and such a file, taken in on another. */

import { WAITING as ROW_WAITS } from "../offline/outbox.js";
import { REFUSED, WAITING } from "../offline/photos.js";
import { armoured, read, VERSION } from "./armour.js";
import { fitting, packed, unpacked } from "./contents.js";
import { EXHIBITOR, lockedWith, sealedFor, unlocked } from "./locks.js";
import { OTHER_EXHIBITOR, RescueProblem } from "./problem.js";

export class Rescue {
  #store;
  #exhibitorId;
  #sealingKey;
  #preface;
  #now;

  constructor({ store, exhibitorId, sealingKey, preface, now = Date.now }) {
    this.#store = store;
    this.#exhibitorId = exhibitorId;
    this.#sealingKey = sealingKey;
    this.#preface = preface;
    this.#now = now;
  }

  /** All that has not reached the server: nothing of it leaves the phone by being in a file. */
  async waiting() {
    const states = await Promise.all([WAITING, REFUSED].map((state) => this.#store.photoKeys(state)));
    const photos = await this.#store.photos(states.flat());
    return { rows: await this.#store.rows(), photos: photos.filter(Boolean) };
  }

  /** With a passphrase any phone opens it that somebody is signed in on; without, the server alone. */
  async file(passphrase = null) {
    const { rows, photos } = await this.waiting();
    const { fit, left } = fitting(photos);
    const made = new Date(this.#now()).toISOString();
    const counts = { Made: made, Captures: rows.length, Photos: fit.length };
    const head = { Version: VERSION, Exhibitor: this.#exhibitorId, ...counts };
    const content = await packed(rows, fit);
    const closed = await (passphrase === null
      ? sealedFor(this.#sealingKey, head, content)
      : lockedWith(passphrase, head, content));
    const text = await armoured(this.#preface, closed.head, closed.closed);
    return { name: nameOf(made), text, captures: rows.length, photos: fit.length, left };
  }

  /** What a file says of itself, before it is opened. Throws RescueProblem. */
  async looked(text) {
    const found = await read(text);
    if (found.head.Exhibitor !== this.#exhibitorId) throw new RescueProblem(OTHER_EXHIBITOR);
    return { ...found, isSealed: found.head.Lock === EXHIBITOR };
  }

  /** Captures and photos come into this phone's outbox, under their own ids and members; what is
   *  here already stays as it is. All of a file or nothing. Throws RescueProblem. */
  async takeIn(text, passphrase) {
    const content = await unlocked(await this.looked(text), passphrase);
    const { captures, photos } = await unpacked(content);
    const rows = captures.map((each) => rowOf(each, this.#now()));
    const pictures = photos.map((photo) => ({ ...photo, state: WAITING, tries: 0, message: "" }));
    const [fresh, seen] = await this.#store.takeIn(rows, pictures);
    return { captures: fresh, photos: seen, known: rows.length - fresh };
  }
}

// It may have left the first phone as well: from now on it can be added to, not changed.
function rowOf({ capture, label = {}, saved_at }, now) {
  const { capture_id } = capture;
  const fresh = { state: ROW_WAITS, tries: 1, set_back: 0, message: "", saved_at: saved_at ?? now };
  return { capture_id, capture, label, ...fresh };
}

function nameOf(made) {
  return `showfloor-waiting-${made.slice(0, 16).replace(/[T:]/g, "-")}.txt`;
}
