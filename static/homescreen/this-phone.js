/** What the profile says of this phone: is it on the home screen, and does the browser keep what waits? */

import { isInstalled } from "./install.js";

const card = document.getElementById("this-phone");

document.getElementById("keep-storage").addEventListener("click", askToKeep);
show();

async function show() {
  const kept = await navigator.storage?.persisted?.();
  choose("homeScreen", isInstalled() ? "yes" : "no");
  choose("storage", kept ? "kept" : "not-kept");
  card.hidden = false;
}

async function askToKeep() {
  const kept = await navigator.storage?.persist?.();
  const refusal = document.getElementById("keep-refused");
  refusal.textContent = kept ? "" : refusal.dataset.text;
  if (kept) show();
}

function choose(about, said) {
  for (const line of card.querySelectorAll("*")) {
    if (line.dataset[about]) line.hidden = line.dataset[about] !== said;
  }
}
