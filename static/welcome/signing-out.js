/** Asks before a sign-out that leaves captures behind, or that only a manager can undo. */

import { outbox } from "../offline/post.js";

const form = document.getElementById("sign-out");
const question = document.getElementById("leaving");

form.addEventListener("submit", async (event) => {
  if (question.contains(event.submitter)) return;
  event.preventDefault();
  const leftBehind = (await outbox.rows().catch(() => [])).length > 0;
  question.querySelector("[data-left-behind]").hidden = !leftBehind;
  if (leftBehind || "final" in question.dataset) question.showModal();
  else form.submit();
});
