/** Listens for a scanner that types, wherever the cursor is, and takes its keys out of the fields. */

import { Wedge } from "./scanner/wedge.js";

export function listenForTypingScanner(found, wedge = new Wedge()) {
  let before = null;
  let timer = null;

  addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const wasScanner = wedge.isScanner;
      const isScanner = wedge.key(event.key, event.timeStamp);
      if (wedge.isFirstKey) before = fieldNow();
      if (isScanner && wasScanner && ["Enter", "Tab"].includes(event.key)) event.preventDefault();
      clearTimeout(timer);
      if (isScanner) timer = setTimeout(take, wedge.wait + 5);
    },
    true,
  );

  function take() {
    const payload = wedge.taken(performance.now());
    if (payload === null) return;
    if (before) Object.assign(before.field, { value: before.value });
    found(payload);
  }
}

function fieldNow() {
  const field = document.activeElement;
  return field?.matches("input:not([type=checkbox], [type=radio]), textarea")
    ? { field, value: field.value }
    : null;
}
