// A button with data-copies="id" puts the text of that element on the clipboard.

import { say } from "../base/page.js";

for (const button of document.querySelectorAll("[data-copies]")) {
  const source = document.getElementById(button.dataset.copies);
  button.addEventListener("click", () => copy(source, button.dataset.done));
}

async function copy(source, done) {
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    say(done);
  } catch {
    // No clipboard for this page: mark the text, so that one key or a long press copies it.
    getSelection().selectAllChildren(source);
  }
}
