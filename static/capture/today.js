/** The captures that wait on this phone, above those that the server holds. */

import { REFUSED } from "../offline/outbox.js";
import { news, outbox, sync } from "../offline/post.js";
import { lettersOf } from "./letters.js";

const section = document.getElementById("here");
const list = document.getElementById("here-rows");
const template = document.getElementById("here-row");
const words = document.getElementById("here-words").dataset;
const dialog = document.getElementById("discard");

let latest = 0;
let doomed = null;

news.addEventListener("changed", show);
news.addEventListener("sync", ({ detail }) => {
  if (detail.settled.length) document.body.dispatchEvent(new Event("captures-sent"));
});
list.addEventListener("click", ({ target }) => {
  const id = target.closest("[data-id]")?.dataset.id;
  if (target.closest("[data-again]")) outbox.tryAgain(id).then(() => sync.send());
  if (!target.closest("[data-discard]")) return;
  doomed = id;
  dialog.showModal();
});
document.getElementById("discard-now").addEventListener("click", () => outbox.discard(doomed));
show();

async function show() {
  const mine = ++latest;
  const rows = await outbox.rows();
  if (mine !== latest) return;
  section.hidden = rows.length === 0;
  list.replaceChildren(...rows.reverse().map(lineOf));
}

function lineOf({ capture_id, capture, label, state, message }) {
  const line = document.importNode(template.content.firstElementChild, true);
  const say = (name, text) => {
    line.querySelector(`[data-${name}]`).textContent = text;
  };
  const isRefused = state === REFUSED;
  line.dataset.id = capture_id;
  say("avatar", lettersOf(label.name || label.company));
  say("name", label.name || label.company || words.unnamed);
  say("company", label.name ? label.company : "");
  say("time", clock(capture.captured_at));
  say("message", isRefused ? message || words.refused : words.waiting);
  line.querySelector("[data-message]").classList.toggle("danger", isRefused);
  line.querySelector("[data-qualify]").hash = capture_id;
  if (isRefused) say("qualify", words.correct);
  for (const name of ["again", "discard"]) line.querySelector(`[data-${name}]`).hidden = !isRefused;
  return line;
}

function clock(at) {
  return new Date(at).toLocaleTimeString(words.language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
}
