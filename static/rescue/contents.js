/** What a rescue file holds: captures and photos as JSON, packed. */

import { base64, bytesOf } from "./armour.js";
import { DAMAGED, RescueProblem } from "./problem.js";

const ROOM = 40 * 1024 * 1024; // of pictures: a file that a messenger still carries

/** The photos that fit, in the order they were taken, and how many do not. */
export function fitting(photos, room = ROOM) {
  const inOrder = photos.toSorted((one, other) => (one.photo_id < other.photo_id ? -1 : 1));
  let used = 0;
  const fit = inOrder.filter(({ bytes }) => (used += bytes.byteLength) <= room);
  return { fit, left: photos.length - fit.length };
}

export async function packed(rows, photos) {
  const captures = rows.map(({ capture, label, saved_at }) => ({ capture, label, saved_at }));
  const pictures = photos.map(({ capture_id, photo_id, kind, type, taken_at, owner, bytes }) => ({
    capture_id, photo_id, kind, type, taken_at, owner, bytes_b64: base64(new Uint8Array(bytes)),
  }));
  const text = JSON.stringify({ captures, photos: pictures });
  return through(new CompressionStream("gzip"), new TextEncoder().encode(text));
}

/** Captures and photos; throws RescueProblem where they are not what they should be. */
export async function unpacked(bytes) {
  try {
    const text = new TextDecoder().decode(await through(new DecompressionStream("gzip"), bytes));
    const { captures, photos } = JSON.parse(text);
    if (!captures.every(({ capture }) => isId(capture.capture_id))) throw new TypeError();
    return { captures, photos: photos.map(pictureOf) };
  } catch {
    throw new RescueProblem(DAMAGED);
  }
}

function pictureOf({ bytes_b64, ...photo }) {
  if (!isId(photo.capture_id) || !isId(photo.photo_id)) throw new TypeError();
  return { ...photo, bytes: bytesOf(bytes_b64).buffer };
}

function isId(text) {
  return typeof text === "string" && text.length > 0;
}

async function through(stream, bytes) {
  const passed = new Blob([bytes]).stream().pipeThrough(stream);
  return new Uint8Array(await new Response(passed).arrayBuffer());
}
