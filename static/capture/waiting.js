/** The page of what waits on this phone: everything on it comes from the phone itself. */

import { say } from "../base/page.js";
import { REFUSED } from "../offline/outbox.js";
import { knownSkew, news, outbox, standingNow, sync } from "../offline/post.js";
import { sentenceOf } from "../offline/standing.js";
import { letLinesAct, lineOf } from "./here.js";
import { sharedOut } from "./held.js";
import { showPhotos } from "./photos/here.js";

const part = (id) => document.getElementById(id);
const words = part("sending-words").dataset;
const button = part("send-now");

let latest = 0;

for (const happened of ["changed", "sync"]) news.addEventListener(happened, show);
addEventListener("pageshow", show);
document.addEventListener("visibilitychange", show);
letLinesAct(part("waiting"));
button.addEventListener("click", sendNow);
show();

async function show() {
  const mine = ++latest;
  const held = [outbox.rows().catch(() => []), knownSkew().catch(() => 0)];
  const [now, rows, skew] = await Promise.all([standingNow(), ...held]);
  if (mine !== latest) return;
  showStanding(now);
  const memberId = part("waiting").dataset.member;
  const { own, others } = sharedOut(rows, memberId, skew);
  showOthers(others);
  const lines = (isWanted) => own.filter(isWanted).map((row) => lineOf(row, skew));
  fill(part("refused-rows"), lines(({ state }) => state === REFUSED));
  fill(part("waiting-rows"), lines(({ state }) => state !== REFUSED));
  const pictures = await showPhotos(memberId).catch(() => 0);
  part("nothing").hidden = rows.length + pictures > 0 || now?.says === "broken";
}

function showStanding(now) {
  const box = part("standing");
  const sentence = now ? sentenceOf(now, box.dataset) : "";
  box.hidden = !sentence;
  box.querySelector("[data-text]").textContent = sentence;
  part("sign-in").hidden = !now?.says.startsWith("signIn");
  button.hidden = !["waiting", "look", "photos"].includes(now?.says);
}

function showOthers(counts) {
  const box = part("others");
  const said = Object.entries(counts).filter(([, count]) => count > 0);
  const sentences = said.map(([says, count]) => sentenceOf({ says, count }, box.dataset));
  box.hidden = said.length === 0;
  box.querySelector(".grow").textContent = sentences.join(" ");
}

function fill(list, lines) {
  list.closest("section").hidden = lines.length === 0;
  const focused = list.contains(document.activeElement) && document.activeElement.closest("[data-id]")?.dataset.id;
  list.replaceChildren(...lines);
  if (focused) list.querySelector(`[data-id="${focused}"] [data-act]:not([hidden])`)?.focus();
}

async function sendNow() {
  const before = button.lastChild.textContent;
  button.disabled = true;
  button.lastChild.textContent = words.sending;
  const state = await sync.send();
  button.disabled = false;
  button.lastChild.textContent = before;
  const said = { sent: words.sent, sign_in: words.signIn }[state] ?? words.waiting;
  say(said, state === "sent" ? "done" : "fault");
}
