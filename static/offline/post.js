/** This page's outbox and its sending, started once however many scripts ask for it. */

import { Outbox } from "./outbox.js";
import { Store } from "./store.js";
import { sharedLock, Sync } from "./sync.js";

const CHANNEL = "outbox";
const LAST_SENT = "last sent";

export const store = new Store();
export const news = new EventTarget();

const channel = new BroadcastChannel(CHANNEL);
channel.onmessage = ({ data }) => publish(data);

export const outbox = new Outbox({ store, changed: () => tell({ kind: "changed" }) });

export const sync = new Sync({
  outbox,
  fetch: (...request) => fetch(...request),
  lock: sharedLock,
  url: document.getElementById("outbox").dataset.sync,
  told: async ({ state, settled, at }) => {
    if (settled.length) await store.keepNote(LAST_SENT, at);
    tell({ kind: "sync", state, settled });
  },
});

export function lastSent() {
  return store.note(LAST_SENT);
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
