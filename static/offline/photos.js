/** Photos of badges and cards until the server has named them. They go after their capture. */

import { uuid7 } from "./uuid7.js";

export const DRAFT = "draft"; // of a capture that is not saved yet
export const WAITING = "waiting";
export const REFUSED = "refused";
export const MOST = 4;

const HELD = new Set(["recorded", "known", "erased"]);

export class Photos {
  #store;
  #now;
  #changed;

  constructor({ store, now = Date.now, changed = () => {} }) {
    this.#store = store;
    this.#now = now;
    this.#changed = changed;
  }

  /** Resolves when the picture is on the disk. `owner` names the draft it was taken for. */
  async add(capture_id, { bytes, type, kind }, owner) {
    const taken = this.#now();
    const known = { capture_id, photo_id: uuid7(taken), taken_at: new Date(taken).toISOString() };
    const photo = { ...known, bytes, type, kind, owner, state: DRAFT, tries: 0, message: "" };
    await this.#store.putPhotos([photo]);
    return photo;
  }

  of(capture_id) {
    return this.#store.photosOf(capture_id);
  }

  /** The visit is saved: its photos wait to be sent. */
  adopt(capture_id) {
    return this.#changeDrafts(capture_id, waiting);
  }

  /** The visit was thrown away, and its photos with it. */
  drop(capture_id) {
    return this.#changeDrafts(capture_id, () => null);
  }

  /** After a crash: what was taken for other visits than the unfinished ones. Whether those were
   *  saved nobody can tell here. The server can; so these wait rather than vanish. */
  async recover(owner, unfinished) {
    const keys = await this.#store.photoKeys(DRAFT);
    const present = new Set(await unfinished());
    const stray = keys.filter(([capture_id]) => !present.has(capture_id));
    const photos = await this.#store.changePhotos(stray, (photo) =>
      photo?.owner === owner ? waiting(photo) : undefined,
    );
    if (photos.some(Boolean)) this.#changed();
  }

  /** Those of a capture that waits itself are counted with it. */
  async counts() {
    const [ready, refused] = await Promise.all([this.#ready(), this.#store.photoKeys(REFUSED)]);
    return { waiting: ready.length, refused: refused.length };
  }

  /** With their pictures: those that were refused, and those that wait while their capture has left. */
  async leftBehind() {
    const keys = [...(await this.#store.photoKeys(REFUSED)), ...(await this.#ready())];
    return (await this.#store.photos(keys)).filter(Boolean);
  }

  /** One photo at most, whose capture has left: the one that was tried least. */
  async batch() {
    const [next] = await this.#ready();
    if (!next) return [];
    const photos = await this.#store.changePhotos([next], (photo) =>
      photo?.state === WAITING ? { ...photo, tries: photo.tries + 1 } : undefined,
    );
    return photos.filter(Boolean);
  }

  /** Takes the server's word on a photo that was sent; tells whether it is settled. */
  async settle([sent], verdicts) {
    const said = verdicts.find((each) => each?.photo_id === sent.photo_id);
    const isHeld = HELD.has(said?.verdict);
    if (!isHeld && said?.verdict !== REFUSED) return [];
    await this.#change(sent, (photo) => (isHeld ? null : refusedFor(photo, said.message)));
    return [said];
  }

  refuse(sent, message = "") {
    return this.#change(sent, (photo) => refusedFor(photo, message));
  }

  tryAgain(photo) {
    return this.#change(photo, (found) => waiting(found));
  }

  /** Only a person may do this. */
  discard(photo) {
    return this.#change(photo, () => null);
  }

  async #ready() {
    const [keys, rows] = await Promise.all([this.#store.photoKeys(WAITING), this.#store.rows()]);
    const here = new Set(rows.map((row) => row.capture_id));
    return keys.filter(([capture_id]) => !here.has(capture_id));
  }

  async #change(photo, change) {
    await this.#store.changePhotos([keyOf(photo)], (found) => found && change(found));
    this.#changed();
  }

  async #changeDrafts(capture_id, change) {
    const drafts = (await this.of(capture_id)).filter(({ state }) => state === DRAFT);
    if (!drafts.length) return;
    await this.#store.changePhotos(drafts.map(keyOf), (photo) => photo && change(photo));
    this.#changed();
  }
}

/** How photos are sent: beside the captures, one by one, each to an address of its own. */
export const PHOTO_LANE = Object.freeze({
  lock: "photos",
  timeout: 90_000, // half a megabyte through a hall's network
  named: (photo) => photo,
  request: photoRequest,
});

function photoRequest([{ capture_id, photo_id, kind, taken_at, type, bytes }]) {
  return {
    url: `/captures/${capture_id}/photos/${photo_id}?${new URLSearchParams({ kind, taken_at })}`,
    method: "PUT",
    headers: { "Content-Type": type, Accept: "application/json" },
    body: bytes,
  };
}

export function keyOf({ capture_id, photo_id }) {
  return [capture_id, photo_id];
}

function waiting(photo) {
  return { ...photo, state: WAITING, message: "" };
}

function refusedFor(photo, message = "") {
  return { ...photo, state: REFUSED, message };
}
