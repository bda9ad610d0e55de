/** Where the phone keeps what it must not lose: IndexedDB, written through to the disk. */

import { DIRECTORY, NOTES, opened, OUTBOX, PHOTOS, SEALED, TURN } from "./database.js";
import { addedTo, changedRows, movedRows, startingWith } from "./rows.js";

const DURABLY = { durability: "strict" };

export class Store {
  #opening = null;

  rows() {
    return this.#repeatedOnce((db) => db.getAll(OUTBOX));
  }

  row(id) {
    return this.#repeatedOnce((db) => db.get(OUTBOX, id));
  }

  /** Changes rows in one transaction: `change` gets a row, or undefined, and returns the row to
   *  keep, null to remove it, or undefined to leave it. */
  change(ids, change) {
    return this.#write(OUTBOX, (table) => changedRows(table, ids, change));
  }

  /** The same, and copies of what leaves are kept in the same transaction. */
  changeAndKeep(ids, change, copies) {
    return this.#write([OUTBOX, SEALED], async (rows, sealed) => {
      for (const copy of copies) await sealed.put(copy);
      return changedRows(rows, ids, change);
    });
  }

  /** The same where the first row may leave without having been sent: in the same transaction its
   *  photos leave too, or are the heir's from now on. */
  take(ids, change, heir = null) {
    return this.#write([OUTBOX, PHOTOS], async (rows, photos) => {
      const changed = await changedRows(rows, ids, change);
      const left = changed[0] === null ? await photos.getAll(startingWith(ids[0])) : [];
      for (const photo of left) {
        await photos.delete([photo.capture_id, photo.photo_id]);
        if (heir) await photos.put({ ...photo, capture_id: heir });
      }
      return changed;
    });
  }

  /** The keys of the photos in a state, in their turn, without the pictures. */
  photoKeys(state) {
    return this.#repeatedOnce((db) => db.getAllKeysFromIndex(PHOTOS, TURN, startingWith(state)));
  }

  photosOf(capture_id) {
    return this.#repeatedOnce((db) => db.getAll(PHOTOS, startingWith(capture_id)));
  }

  photos(keys) {
    return this.#repeatedOnce((db) => Promise.all(keys.map((key) => db.get(PHOTOS, key))));
  }

  putPhotos(photos) {
    return this.#write(PHOTOS, (table) => Promise.all(photos.map((photo) => table.put(photo))));
  }

  /** What another phone could not send: all of it in one transaction. What is here stays as it is. */
  takeIn(rows, photos) {
    const add = async (outbox, pictures) => [await addedTo(outbox, rows), await addedTo(pictures, photos)];
    return this.#write([OUTBOX, PHOTOS], add);
  }

  /** As `change`, by [capture_id, photo_id]; a photo may come to another capture. */
  changePhotos(keys, change) {
    return this.#write(PHOTOS, (table) => movedRows(table, keys, change));
  }

  copies() {
    return this.#repeatedOnce((db) => db.getAll(SEALED));
  }

  changeCopies(ids, change) {
    return this.#write(SEALED, (sealed) => changedRows(sealed, ids, change));
  }

  directoryPart(part) {
    return this.#repeatedOnce((db) => db.get(DIRECTORY, part));
  }

  /** All of the organiser's list at once, in place of the one before. */
  keepDirectory(parts) {
    return this.#write(DIRECTORY, (table) => Promise.all([table.clear(), ...parts.map((part) => table.put(part))]));
  }

  async note(name) {
    return (await this.#repeatedOnce((db) => db.get(NOTES, name)))?.value;
  }

  keepNote(name, value) {
    return this.#write(NOTES, (table) => table.put({ name, value }));
  }

  dropNote(name) {
    return this.#write(NOTES, (table) => table.delete(name));
  }

  #write(names, work) {
    return this.#repeatedOnce(async (db) => {
      const transaction = db.transaction(names, "readwrite", DURABLY);
      const tables = [names].flat().map((name) => transaction.objectStore(name));
      const [result] = await Promise.all([work(...tables), transaction.done]);
      return result;
    });
  }

  // iOS cuts the connection while the app sleeps, and says so only at the next use.
  async #repeatedOnce(work) {
    try {
      return await work(await this.#open());
    } catch (problem) {
      if (!CUT.has(problem?.name)) throw problem;
      this.#opening = null;
      return work(await this.#open());
    }
  }

  #open() {
    this.#opening ??= opened(() => {
      this.#opening = null;
    }).catch((problem) => {
      this.#opening = null;
      throw problem;
    });
    return this.#opening;
  }
}

const CUT = new Set(["InvalidStateError", "UnknownError", "AbortError"]);
