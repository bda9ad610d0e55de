/** The raw bytes of a badge, as text that JSON can carry. */

export function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return btoa(text);
}

export function bytesOf(payload) {
  return Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0));
}

/** What was typed, or what a typing scanner sent. */
export function typedPayload(text) {
  return base64(new TextEncoder().encode(text));
}
