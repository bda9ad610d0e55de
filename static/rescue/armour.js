/** A rescue file as text, so that every messenger carries it. docs/rescue-file.md describes it. */

import { CUT, DAMAGED, NEWER, NO_RESCUE_FILE, RescueProblem } from "./problem.js";

export const VERSION = 1;

const BEGIN = "-----BEGIN SHOWFLOOR RESCUE-----";
const END = /^-----END SHOWFLOOR RESCUE ([0-9a-f]{64})-----$/;
const WIDTH = 76;

/** `head` is what may be read by anybody, name by name; `closed` are the bytes nobody can read. */
export async function armoured(preface, head, closed) {
  const lines = base64(closed).match(new RegExp(`.{1,${WIDTH}}`, "g")) ?? [];
  const digest = await sha256(closed);
  const end = `-----END SHOWFLOOR RESCUE ${digest}-----`;
  return [preface, "", BEGIN, ...headLines(head), "", ...lines, end, ""].join("\n");
}

/** The lines of the head, in their order: they are locked together with the content. */
export function headLines(head) {
  return Object.entries(head).map(([name, value]) => `${name}: ${value}`);
}

/** Throws RescueProblem where the text is no file of ours, cut off, changed, or of a newer version. */
export async function read(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\n|\r/).map((line) => line.trim());
  const begin = lines.indexOf(BEGIN);
  if (begin < 0) throw new RescueProblem(NO_RESCUE_FILE);
  const gap = lines.indexOf("", begin);
  const head = headOf(lines.slice(begin + 1, gap < 0 ? undefined : gap));
  const version = Number(head.Version);
  if (version > VERSION) throw new RescueProblem(NEWER);
  const end = lines.findIndex((line, place) => place > gap && END.test(line));
  if (gap < 0 || end < 0) throw new RescueProblem(CUT);
  const closed = bytesOf(lines.slice(gap + 1, end).join(""));
  const [, digest] = lines[end].match(END);
  if (version !== VERSION || (await sha256(closed)) !== digest) throw new RescueProblem(DAMAGED);
  return { head, closed };
}

function headOf(lines) {
  return Object.fromEntries(lines.map((line) => line.split(/: (.*)/s, 2)));
}

export function base64(bytes) {
  let text = "";
  for (let place = 0; place < bytes.length; place += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(place, place + 0x8000));
  }
  return btoa(text);
}

export function bytesOf(text) {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new RescueProblem(DAMAGED);
  }
}

async function sha256(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
