/** Makes a rescue file as a phone does: the request as JSON on standard input, the file as text on
 *  standard output. For tests of the server, which open what this wrote. */

import { readFileSync } from "node:fs";

import { Rescue } from "../../static/rescue/rescue.js";
import { MemoryStore } from "./shelf.js";

const { exhibitorId, sealingKey, passphrase, rows, photos } = JSON.parse(readFileSync(0, "utf8"));
const store = new MemoryStore();
for (const row of rows) store.kept.set(row.capture_id, row);
await store.putPhotos(
  photos.map(({ bytes_b64, ...photo }) => ({
    ...photo,
    state: "waiting",
    bytes: Uint8Array.from(atob(bytes_b64), (letter) => letter.charCodeAt(0)).buffer,
  })),
);
const rescue = new Rescue({ store, exhibitorId, sealingKey, preface: "Captures of a phone." });
process.stdout.write((await rescue.file(passphrase ?? null)).text);
