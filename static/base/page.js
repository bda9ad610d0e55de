// What every page needs and HTML cannot say yet: sheets, the snackbar, menus, search while composing.

const SNACKBAR_STAYS = 5000;

document.documentElement.dataset.js = "";

document.addEventListener("click", (event) => {
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  else if (event.target.closest("[data-closes]")) event.target.closest("dialog")?.close();
  else if (event.target.matches("dialog.sheet") && isOutside(event.target, event)) {
    event.target.close();
  }
  closeMenus(event.target.closest(".menu"));
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && event.target.closest?.(".menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

// An input method sends unfinished words: a search waits for the word.
document.addEventListener(
  "input",
  (event) => {
    if (event.isComposing && event.target.type === "search") event.stopImmediatePropagation();
  },
  true,
);

document.addEventListener("compositionend", (event) => {
  if (event.target.type !== "search") return;
  queueMicrotask(() => event.target.dispatchEvent(new Event("input", { bubbles: true })));
});

document.addEventListener("htmx:after:swap", () => {
  showNews();
  keepSheetsOpen();
});
document.addEventListener("htmx:error", () => say(saidByPage("offline"), "fault"));
document.addEventListener("htmx:response:error", ({ detail }) => {
  if (detail.ctx.response.status >= 500) say(saidByPage("broken"), "fault");
});

showNews();

/** Shows a sentence at the foot of the page for a few seconds. */
export function say(text, kind = "done") {
  if (!text) return;
  const template = document.getElementById(`snackbar-${kind}`);
  const bar = template.content.firstElementChild.cloneNode(true);
  bar.querySelector("[data-text]").textContent = text;
  template.parentElement.append(bar);
  show(bar);
}

function showNews() {
  document.querySelectorAll(".snackbar:not([popover])").forEach(show);
}

function show(bar) {
  bar.popover = "manual";
  bar.showPopover();
  setTimeout(() => bar.remove(), SNACKBAR_STAYS);
}

// A morph takes `open` from a sheet that stays modal: nobody would see it, or reach anything else.
function keepSheetsOpen() {
  for (const sheet of document.querySelectorAll("dialog:modal:not([open])")) sheet.open = true;
}

function saidByPage(what) {
  return document.getElementById("news")?.dataset[what];
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll(".menu[open]")) {
    if (menu !== except) menu.open = false;
  }
}

function isOutside(dialog, { clientX, clientY }) {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
