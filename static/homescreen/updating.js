/** Puts the worker beside the page, and says when something newer is ready. It never reloads by itself:
 *  the files of an open page stay on the phone, whatever comes after them. */

const WORKER = "/service-worker.js";
const TAKE_OVER = "take over";
const OURS = "showfloor ";
const LONG_OPEN = 60 * 60 * 1000;

const workers = navigator.serviceWorker;
const bar = document.getElementById("update-ready");
const version = import.meta.url.split("/").at(-3);

let isWanted = false;
let isEntering = false;
let hadWorker = Boolean(workers?.controller);
let lookedAt = Date.now();

if (workers && bar) {
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

async function begin() {
  const registration = await workers.register(WORKER, { type: "module" }).catch(() => null);
  if (!registration) return;
  workers.addEventListener("controllerchange", followWorker);
  bar.querySelector("button").addEventListener("click", () => load(registration));
  document.addEventListener("input", setAsideWhileEntering);
  document.addEventListener("visibilitychange", () => lookAgain(registration));
  new BroadcastChannel("kept pages").onmessage = compareWithKept;
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => coming.state === "installed" && offer(registration));
  });
  offer(registration);
  compareWithKept();
}

// A page of the new version needs no loading: the worker may follow it at once.
async function offer({ waiting }) {
  if (!waiting || !workers.controller) return;
  if (await isNewest()) waiting.postMessage(TAKE_OVER);
  else show();
}

async function followWorker() {
  if (isWanted) location.reload();
  else if (hadWorker && !(await isNewest())) show();
  hadWorker = true;
}

async function isNewest() {
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  return names.at(-1) === OURS + version;
}

// A kept page was opened, and behind it the server had another one to show.
async function compareWithKept() {
  const mark = !location.search && document.querySelector("[data-mark]")?.dataset.mark;
  const kept = mark && (await caches.match(location.pathname));
  if (kept && kept.headers.get("Showfloor-Page") !== mark) show();
}

function load({ waiting }) {
  if (!waiting) return location.reload();
  isWanted = true;
  waiting.postMessage(TAKE_OVER);
}

function show() {
  if (!isEntering && !bar.matches(":popover-open")) bar.showPopover();
}

// The capture screen keeps a draft, and hides the bar while a sheet is open; other forms are only here.
function setAsideWhileEntering() {
  if (document.querySelector("[data-stage]")) return;
  isEntering = true;
  bar.hidePopover();
}

function lookAgain(registration) {
  if (document.visibilityState !== "visible" || Date.now() - lookedAt < LONG_OPEN) return;
  lookedAt = Date.now();
  registration.update().catch(() => {});
}
