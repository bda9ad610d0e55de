/** Sealing for the exhibitor: whoever holds the phone cannot read it. The format is described, and
 *  opened, in app/kit/sealing.py. */

import { bytesOf } from "../capture/payload.js";

const VERSION = 1;
const CURVE = { name: "ECDH", namedCurve: "P-256" };
const KEY = 32;
const NONCE = 12;
const INFO = new TextEncoder().encode("showfloor sealed 1");

/** Browsers do this on secure pages only. */
export function canSeal() {
  return Boolean(globalThis.crypto?.subtle);
}

/** `publicKey` is the exhibitor's point, uncompressed: 65 bytes, or the same in base64. */
export async function seal(publicKey, bytes, { once } = {}) {
  const owner = typeof publicKey === "string" ? bytesOf(publicKey) : publicKey;
  const { publicKey: shown, privateKey } = once ?? (await subtle().generateKey(CURVE, false, ["deriveBits"]));
  const point = new Uint8Array(await subtle().exportKey("raw", shown));
  const { key, nonce } = await keyAndNonce(privateKey, owner, joined(point, owner));
  const head = joined(Uint8Array.of(VERSION), point);
  const closed = await subtle().encrypt({ name: "AES-GCM", iv: nonce, additionalData: head }, key, bytes);
  return joined(head, new Uint8Array(closed));
}

async function keyAndNonce(privateKey, owner, salt) {
  const theirs = await subtle().importKey("raw", owner, CURVE, false, []);
  const shared = await subtle().deriveBits({ name: "ECDH", public: theirs }, privateKey, 8 * KEY);
  const secret = await subtle().importKey("raw", shared, "HKDF", false, ["deriveBits"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt, info: INFO };
  const derived = await subtle().deriveBits(derivation, secret, 8 * (KEY + NONCE));
  const key = await subtle().importKey("raw", derived.slice(0, KEY), "AES-GCM", false, ["encrypt"]);
  return { key, nonce: derived.slice(KEY) };
}

function subtle() {
  return globalThis.crypto.subtle;
}

function joined(one, other) {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
