/** Quick days for the next step. */

import { dayIn } from "./days.js";

export function linkDays(box, timeZone) {
  const due = box.querySelector("#next_due");
  const quick = [...box.querySelectorAll("[data-in-days]")];
  const dayOf = (button) => dayIn(Number(button.dataset.inDays), timeZone);

  box.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-in-days]");
    if (!button) return;
    due.value = due.value === dayOf(button) ? "" : dayOf(button);
    due.dispatchEvent(new Event("input", { bubbles: true }));
  });
  box.addEventListener("input", mark);
  box.addEventListener("toggle", mark);

  function mark() {
    for (const button of quick) {
      button.setAttribute("aria-pressed", String(due.value === dayOf(button)));
    }
  }
}
