/** The two locks of a rescue file: a passphrase, or the exhibitor's key, which no phone has. */

import { seal } from "../offline/seal.js";
import { base64, bytesOf, headLines } from "./armour.js";
import { DAMAGED, RescueProblem, SEALED, WRONG_PASSPHRASE } from "./problem.js";

export const PASSPHRASE = "passphrase";
export const EXHIBITOR = "exhibitor";

const ITERATIONS = 600_000;
const FEWEST = 100_000;
const MOST = 5_000_000; // a file must not keep a phone busy for minutes
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
const encoder = new TextEncoder();

/** The head with what opening needs, and the content closed. */
export async function lockedWith(passphrase, head, content, iterations = ITERATIONS) {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const nonce = crypto.getRandomValues(new Uint8Array(12));
  const known = { Derivation: `PBKDF2-SHA256 ${iterations}`, Salt: base64(salt), Nonce: base64(nonce) };
  const whole = { ...head, Lock: PASSPHRASE, ...known };
  const key = await keyOf(passphrase, salt, iterations);
  const closed = await crypto.subtle.encrypt(lock(nonce, whole), key, content);
  return { head: whole, closed: new Uint8Array(closed) };
}

export async function sealedFor(publicKey, head, content) {
  return { head: { ...head, Lock: EXHIBITOR }, closed: await seal(publicKey, content) };
}

export async function unlocked({ head, closed }, passphrase) {
  if (head.Lock === EXHIBITOR) throw new RescueProblem(SEALED);
  const [, count] = /^PBKDF2-SHA256 (\d+)$/.exec(head.Derivation ?? "") ?? [];
  const iterations = Number(count);
  const isKnown = head.Lock === PASSPHRASE && iterations >= FEWEST && iterations <= MOST;
  if (!isKnown || !head.Salt || !head.Nonce) throw new RescueProblem(DAMAGED);
  const key = await keyOf(passphrase, bytesOf(head.Salt), iterations);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(lock(bytesOf(head.Nonce), head), key, closed));
  } catch {
    throw new RescueProblem(WRONG_PASSPHRASE); // its checksum was right: it is the passphrase
  }
}

/** A passphrase to be read out over the noise of a hall: 59 bits. */
export function freshPassphrase(random = (most) => crypto.getRandomValues(new Uint32Array(1))[0] % most) {
  const group = () => Array.from({ length: 4 }, () => LETTERS[random(LETTERS.length)]).join("");
  return [group(), group(), group()].join("-");
}

function lock(iv, head) {
  return { name: "AES-GCM", iv, additionalData: encoder.encode(headLines(head).join("\n")) };
}

async function keyOf(passphrase, salt, iterations) {
  const said = encoder.encode(passphrase.normalize("NFC").trim());
  const known = await crypto.subtle.importKey("raw", said, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", salt, iterations };
  const use = { name: "AES-GCM", length: 256 };
  return crypto.subtle.deriveKey(derivation, known, use, false, ["encrypt", "decrypt"]);
}
