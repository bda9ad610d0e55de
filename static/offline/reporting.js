/** This page's reports, and what it says about the phone's clock and about a sign-out by a manager. */

import { showAlarm } from "../booth/alarm.js";
import { fault } from "./clock.js";
import { heard, knownSkew, news, outbox, store } from "./post.js";
import { factsOf, Reporter } from "./report.js";
import { sharedLock } from "./sync.js";

const words = document.getElementById("outbox").dataset;
const [, VERSION = ""] = import.meta.url.match(/\/static\/([0-9a-f]+)\//) ?? [];

export const reporter = new Reporter({
  store,
  facts,
  fetch: (...request) => fetch(...request),
  lock: sharedLock,
  url: words.report,
  who: words.member,
  told: (answer) => {
    heard(answer);
    showAlarm(answer.alarm);
  },
});

for (const happened of ["changed", "sync"]) news.addEventListener(happened, () => reporter.soon());
addEventListener("online", () => reporter.soon());
document.addEventListener("visibilitychange", () => reporter.soon());
news.addEventListener("heard", ({ detail }) => showNotices(detail));
reporter.soon();
knownSkew().then((skew) => showNotices({ skew }), () => {});

async function facts() {
  const [rows, counts, waiting, refused, is_kept] = await Promise.all([
    outbox.rows(),
    outbox.counts(),
    store.photoKeys("waiting"),
    store.photoKeys("refused"),
    navigator.storage?.persisted?.() ?? null,
  ]);
  return factsOf({ rows, counts, photos: waiting.length + refused.length, is_kept, version: VERSION });
}

function showNotices({ skew, signedOut = null, isDone = false }) {
  for (const box of document.querySelectorAll("[data-clock]")) {
    const wrong = fault(skew);
    box.hidden = !wrong;
    if (wrong) box.querySelector("[data-text]").textContent = sentenceOf(wrong, box.dataset);
  }
  if (signedOut === null) return;
  for (const box of document.querySelectorAll("[data-signed-out]")) {
    box.hidden = !signedOut;
    box.querySelector("[data-text]").textContent = isDone ? box.dataset.done : box.dataset.signedOut;
  }
}

function sentenceOf({ way, unit, count }, texts) {
  return texts[way].replace("{span}", texts[unit].replace("{count}", count));
}
