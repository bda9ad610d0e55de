// Beside the list: marks the lead that is open, shows a refused sheet again, copies a handle.

import { say } from "../base/page.js";

document.addEventListener("htmx:after:swap", settle);
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copies]");
  if (button) copy(button);
});
settle();

function settle() {
  showAsAsked();
  markOpen(document.querySelector("[data-lead]")?.dataset.lead);
  for (const sheet of document.querySelectorAll("dialog.sheet[open]:not(:modal)")) {
    sheet.close();
    sheet.showModal();
  }
}

function markOpen(address) {
  for (const row of document.querySelectorAll("[data-row]")) {
    if (row.dataset.row === address) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}

// A swapped list keeps what was chosen in its filter: it shows what it was asked for instead,
// but for the search that is being typed.
function showAsAsked() {
  if (document.activeElement?.id !== "q") document.getElementById("filter")?.reset();
}

async function copy(button) {
  await navigator.clipboard.writeText(document.getElementById(button.dataset.copies).textContent);
  button.closest("dialog")?.close();
  say(button.dataset.copied);
}
