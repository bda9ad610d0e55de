/** Asks before a sign-out that leaves captures behind, or that only a manager can undo. */

import { news, outbox, photos, store, sync } from "../offline/post.js";
import { reporter } from "../offline/reporting.js";

const LAST_WORD = 1_500; // a server that does not answer keeps nobody signed in

const form = document.getElementById("sign-out");
const question = document.getElementById("leaving");
const box = document.getElementById("left-behind");
const send = document.getElementById("send-first");
const leave = document.getElementById("sign-out-now");
const plainly = leave.textContent;

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const isAsked = question.contains(event.submitter);
  const count = await leftBehind();
  if (!isAsked && (count || "final" in question.dataset)) ask(count);
  else signOut();
});
send.addEventListener("click", async () => {
  send.disabled = true;
  say(box.dataset.sending);
  const state = await sync.send();
  send.disabled = false;
  const count = await leftBehind();
  tell(count);
  if (count && state !== "sent") say(`${sentence(count)} ${box.dataset[state === "sign_in" ? "signIn" : "waiting"]}`);
});
news.addEventListener("changed", async () => {
  if (question.open && !box.hidden) tell(await leftBehind());
});

async function leftBehind() {
  const [rows, pictures] = await Promise.all([outbox.rows(), photos.counts()]).catch(() => [[], {}]);
  return rows.length + (pictures.waiting ?? 0) + (pictures.refused ?? 0);
}

function ask(count) {
  box.hidden = !count;
  if (count) tell(count);
  question.showModal();
}

function tell(count) {
  say(count ? sentence(count) : box.dataset.sent);
  box.querySelector("[data-offers]").hidden = !count;
  leave.textContent = count ? leave.dataset.anyway : plainly;
}

function sentence(count) {
  return count === 1 ? box.dataset.one : box.dataset.many.replace("{count}", count);
}

function say(text) {
  box.querySelector("[data-text]").textContent = text;
}

// The manager sees what is left here: from now on nobody is there to say it. The organiser's list
// leaves the phone with whoever it was for.
async function signOut() {
  const lastThings = Promise.allSettled([reporter.now(), store.keepDirectory([])]);
  await Promise.race([lastThings, new Promise((go) => setTimeout(go, LAST_WORD))]);
  form.submit();
}
