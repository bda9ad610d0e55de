/** Identifiers made on the phone: UUIDv7 (RFC 9562), which sort by the time they were made. */

const VERSION = 0x70;
const VARIANT = 0x80;

export function uuid7(now = Date.now(), random = randomBytes) {
  const bytes = random(16);
  for (let place = 5, rest = now; place >= 0; place -= 1, rest = Math.floor(rest / 256)) {
    bytes[place] = rest % 256;
  }
  bytes[6] = VERSION | (bytes[6] & 0x0f);
  bytes[8] = VARIANT | (bytes[8] & 0x3f);
  return written(bytes);
}

function randomBytes(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

function written(bytes) {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
