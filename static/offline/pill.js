/** The pill in the head of every page: what waits on this phone, in the page's own words. */

import "./reporting.js";
import { news, standingNow, sync } from "./post.js";
import { sentenceOf } from "./standing.js";

// Online a capture waits for a moment only: the pill would blink at every one.
const A_MOMENT = 400;

let latest = 0;
let drawn; // undefined until the first word
let waitingSince = null;

for (const happened of ["changed", "sync"]) news.addEventListener(happened, show);
addEventListener("pageshow", show);
for (const seen of ["visibilitychange", "htmx:after:swap"]) document.addEventListener(seen, show);
show();
sync.send();

async function show() {
  const mine = ++latest;
  const now = await standingNow();
  if (mine === latest && !isPassing(now)) draw(now);
}

function isPassing(now) {
  const isNew = now?.says === "waiting" && drawn !== undefined && drawn !== "waiting";
  if (!isNew) {
    waitingSince = null;
    return false;
  }
  if (waitingSince === null) setTimeout(show, A_MOMENT);
  waitingSince ??= performance.now(); // a phone's clock may be set back meanwhile
  return performance.now() - waitingSince < A_MOMENT - 50;
}

function draw(now) {
  drawn = now?.says ?? "";
  for (const pill of document.querySelectorAll("[data-outbox]")) fill(pill, now);
}

function fill(pill, now) {
  const sentence = now ? sentenceOf(now, pill.dataset) : "";
  pill.hidden = !sentence;
  if (!sentence) return;
  pill.dataset.state = now.state;
  pill.querySelector("[data-text]").textContent = sentence;
  const count = pill.querySelector("[data-count]");
  if (count) count.textContent = now.count || "!";
}
