/** The captures that wait on this phone, above those that the server holds. */

import { knownSkew, news, outbox, standingNow } from "../offline/post.js";
import { letLinesAct, lineOf } from "./here.js";
import { sharedOut } from "./held.js";

const section = document.getElementById("here");
const list = document.getElementById("here-rows");
const ON_ITS_WAY = 2_000;

let latest = 0;

news.addEventListener("changed", show);
news.addEventListener("sync", ({ detail }) => {
  if (detail.settled.length) refresh();
});
letLinesAct(list);
show();
standingNow().then((now) => now?.at > performance.timeOrigin - ON_ITS_WAY && refresh());

// What was sent while this page was on its way here may be missing on it.
function refresh() {
  document.body.dispatchEvent(new Event("captures-sent"));
}

async function show() {
  const mine = ++latest;
  const [rows, skew] = await Promise.all([outbox.rows(), knownSkew()]);
  if (mine !== latest) return;
  const { own } = sharedOut(rows, section.dataset.member, skew);
  section.hidden = own.length === 0;
  list.replaceChildren(...own.map((row) => lineOf(row, skew)));
}
