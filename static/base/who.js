/** A page made for one member is not shown to the next: neither out of the browser's memory, when
 *  somebody goes back, nor in another tab. */

const KEY = "member";
const made = document.body.dataset.member; // empty: for nobody; absent: for anybody

try {
  if (made !== undefined) localStorage.setItem(KEY, made);
  addEventListener("pageshow", ({ persisted }) => persisted && leaveToOthers());
  addEventListener("storage", ({ key }) => key === KEY && leaveToOthers());
} catch {
  // a browser that keeps nothing keeps no page of before either
}

function leaveToOthers() {
  if (!made || localStorage.getItem(KEY) === made) return;
  document.body.replaceChildren();
  location.reload();
}
