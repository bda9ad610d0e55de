/** Lines for captures that are still on this phone, and what can be done with each. */

import { say } from "../base/page.js";
import { happenedAt } from "../offline/clock.js";
import { outbox, sync } from "../offline/post.js";
import { clock } from "../offline/standing.js";
import { actsOf, stateOf } from "./held.js";
import { lettersOf } from "./letters.js";

const template = document.getElementById("here-row");
const words = document.getElementById("here-words").dataset;
const dialog = document.getElementById("discard");
const A_DAY = 24 * 60 * 60 * 1000;

let doomed = null;

/** `skew` is how far the phone's clock is known to be behind. */
export function lineOf(row, skew = 0) {
  const line = document.importNode(template.content.firstElementChild, true);
  const { label, capture } = row;
  const name = label.name || label.company || words.unnamed;
  const write = (part, text) => {
    line.querySelector(`[data-${part}]`).textContent = text;
  };
  line.dataset.id = row.capture_id;
  write("avatar", lettersOf(label.name || label.company));
  write("name", name);
  write("company", label.name ? label.company : "");
  write("time", moment(happenedAt(capture, skew), Date.now() + skew));
  write("message", [capture.adds_to && words.more, sentenceFor(row)].filter(Boolean).join(". "));
  line.querySelector("[data-message]").classList.toggle("danger", row.state === "refused");
  showActs(line, row, name);
  return line;
}

/** Lets the buttons of these lines do what they say. */
export function letLinesAct(box) {
  box.addEventListener("click", ({ target }) => {
    const id = target.closest("[data-id]")?.dataset.id;
    const act = target.closest("[data-act]")?.dataset.act;
    if (act === "again") outbox.tryAgain(id).then(() => sync.send());
    if (act !== "discard") return;
    doomed = id;
    dialog.showModal();
  });
}

document.getElementById("discard-now").addEventListener("click", async () => {
  if (!(await outbox.discard(doomed))) say(words.gone, "fault");
});

function showActs(line, row, name) {
  for (const [act, isPossible] of Object.entries(actsOf(row))) {
    const button = line.querySelector(`[data-act="${act}"]`);
    button.hidden = !isPossible;
    button.ariaLabel = words.actOn.replace("{act}", button.textContent.trim()).replace("{name}", name);
    if (button.href) button.hash = row.capture_id;
  }
}

function sentenceFor(row) {
  const { says, count } = stateOf(row);
  return (says === "refused" && row.message) || words[says].replace("{count}", count);
}

function moment(at, now) {
  const day = { day: "numeric", month: "short" };
  const isLately = Math.abs(now - at) < A_DAY / 2;
  const time = clock(at, words.language);
  return isLately ? time : `${new Date(at).toLocaleDateString(words.language, day)}, ${time}`;
}
