/** Sealed copies in batches that the server takes: not too many, not too large. */

const MOST = 50;
const LARGEST = 1024 * 1024;

export function* batches(copies) {
  let batch = [];
  let size = 0;
  for (const copy of copies) {
    if (batch.length === MOST || (batch.length && size + copy.sealed.length > LARGEST)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(copy);
    size += copy.sealed.length;
  }
  if (batch.length) yield batch;
}
