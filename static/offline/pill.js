/** The pill in the head of every page: what waits on this phone, in the page's own words. */

import { lastSent, news, outbox, sync } from "./post.js";

const RECENT = 12 * 60 * 60 * 1000;
const pill = document.getElementById("outbox");
const words = pill.dataset;

let latest = 0;

news.addEventListener("changed", show);
news.addEventListener("sync", show);
show();
sync.send();

async function show() {
  const mine = ++latest;
  const [counts, sentAt] = await Promise.all([outbox.counts(), lastSent()]);
  if (mine !== latest) return;
  const said = saying(counts, sentAt);
  pill.hidden = !said;
  if (!said) return;
  pill.dataset.state = said.state;
  pill.querySelector("[data-text]").textContent = said.text;
}

function saying({ waiting, refused }, sentAt) {
  if (waiting && sync.state === "sign_in") {
    return { state: "fault", text: filled(words.signIn, waiting) };
  }
  if (refused) return { state: "fault", text: refused === 1 ? words.lookOne : filled(words.lookMany, refused) };
  if (waiting) return { state: "waiting", text: filled(words.waiting, waiting) };
  if (!sentAt || Date.now() - sentAt > RECENT) return null;
  return { state: "sent", text: words.sent.replace("{time}", clock(sentAt)) };
}

function filled(text, count) {
  return text.replace("{count}", count);
}

function clock(at) {
  return new Date(at).toLocaleTimeString(words.language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}
