/** This page's outbox and its sending, started once however many scripts ask for it. */

import { asking } from "./ask.js";
import { clock } from "./clock.js";
import { Copies } from "./copies.js";
import { Outbox } from "./outbox.js";
import { PHOTO_LANE, Photos } from "./photos.js";
import { reaching } from "./reach.js";
import { BROKEN, standing } from "./standing.js";
import { Store } from "./store.js";
import { SENT, sharedLock, SIGN_IN, Sync } from "./sync.js";

const CHANNEL = "outbox";
const LAST_SENT = "last sent";
const SIGN_IN_NEEDED = "sign-in needed";
const SKEW = "clock";
const PATIENCE = 8_000; // a browser's storage may hang instead of failing

export const store = new Store();
export const news = new EventTarget();

const channel = new BroadcastChannel(CHANNEL);
channel.onmessage = ({ data }) => publish(data);

const words = document.getElementById("outbox").dataset;
const copies = new Copies({ store, ask: asking(), urls: { missing: words.missing, copies: words.copies } });

export const outbox = new Outbox({
  store,
  copies,
  exhibitor: words.exhibitor,
  changed: () => tell({ kind: "changed" }),
});

export const sync = new Sync({
  outbox,
  fetch: (...request) => fetch(...request),
  lock: sharedLock,
  reachable: reaching({ waits: async () => (await outbox.counts()).waiting > 0 }),
  url: words.sync,
  exhibitor: words.exhibitor,
  told: async ({ state, settled, at, answer }) => {
    if (answer) heard(answer);
    await remember(state, settled, at).catch(() => {}); // what was sent is sent, noted or not
    tell({ kind: "sync", state, settled });
    if (state === SENT) sharedLock("copies", () => copies.giveBack()).catch(() => {}); // at the next occasion
    if (!settled.length && state !== SIGN_IN) photoSync.send(); // captures first
  },
});

export const photos = new Photos({ store, changed: () => tell({ kind: "changed" }) });

const photoSync = new Sync({
  outbox: photos,
  fetch: (...request) => fetch(...request),
  lock: sharedLock,
  lane: PHOTO_LANE,
  limit: 1,
  told: async ({ state, settled, at }) => {
    await remember(state, settled, at).catch(() => {});
    tell({ kind: "changed" });
  },
});

/** What is true of this phone now, whichever tab found it out. */
export async function standingNow() {
  const notes = [SIGN_IN_NEEDED, LAST_SENT].map((name) => store.note(name));
  const asked = Promise.all([outbox.counts(), photos.counts(), ...notes]);
  try {
    const [counts, ofPhotos, signIn, sentAt] = await Promise.race([asked, tooLong()]);
    return standing({ ...counts, photos: ofPhotos, signIn, sentAt, now: Date.now() });
  } catch {
    return BROKEN;
  }
}

/** What the server says of this phone with whatever it answers. */
export function heard({ skew_ms: skew, signed_out: signedOut = false, is_done: isDone = false }) {
  if (!Number.isFinite(skew)) return;
  clock.heard(skew);
  store.keepNote(SKEW, skew).catch(() => {});
  tell({ kind: "heard", skew, signedOut, isDone });
}

/** How far the clock was behind when the server last said; 0 where it never did. */
export async function knownSkew() {
  return clock.behind() ?? (await store.note(SKEW)) ?? 0;
}

function tooLong() {
  return new Promise((_resolve, reject) => setTimeout(reject, PATIENCE));
}

async function remember(state, settled, at) {
  if (settled.length) await store.keepNote(LAST_SENT, at);
  const isNeeded = state === SIGN_IN;
  const isAnswered = isNeeded || state === SENT || settled.length > 0;
  if (!isAnswered || Boolean(await store.note(SIGN_IN_NEEDED)) === isNeeded) return;
  await store.keepNote(SIGN_IN_NEEDED, isNeeded);
}

function tell(message) {
  publish(message);
  channel.postMessage(message);
}

function publish(message) {
  news.dispatchEvent(new CustomEvent(message.kind, { detail: message }));
}

addEventListener("online", () => sync.send());
addEventListener("pageshow", () => sync.send());
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") sync.send();
});
