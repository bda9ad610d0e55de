/** The phone's database: its tables, and how it is opened. */

import { openDB } from "../vendor/idb.js";

const DATABASE = "showfloor";
const VERSION = 3;
export const OUTBOX = "outbox";
export const NOTES = "notes";
export const PHOTOS = "photos";
export const SEALED = "sealed";
export const DIRECTORY = "directory";
const TABLES = {
  [OUTBOX]: "capture_id",
  [NOTES]: "name",
  [PHOTOS]: ["capture_id", "photo_id"],
  [SEALED]: "capture_id",
  [DIRECTORY]: "part",
};
export const TURN = "turn"; // photos by state, those first that were tried least
const INDEXES = { [PHOTOS]: { [TURN]: ["state", "tries"] } };

/** The open database; `cut` is called when the browser closes it under us. */
export function opened(cut, version = VERSION) {
  const blocking = (_old, _new, event) => event.target.close(); // the next version wants to begin
  return openDB(DATABASE, version ?? undefined, { upgrade, blocking, terminated: cut }).catch((problem) => {
    if (version === null || problem?.name !== "VersionError") throw problem;
    return opened(cut, null); // it has begun already: tables are only ever added, so all of ours are there
  });
}

function upgrade(db) {
  for (const [name, keyPath] of Object.entries(TABLES)) {
    if (db.objectStoreNames.contains(name)) continue;
    const table = db.createObjectStore(name, { keyPath });
    for (const [index, path] of Object.entries(INDEXES[name] ?? {})) table.createIndex(index, path);
  }
}
