/** The service worker: joins its keeper to the events of the browser. */

import { Keeper } from "./keeper.js";
import { Shelf } from "./shelf.js";

const TAKE_OVER = "take over";

// Where a browser can (Chrome), it takes files from the caches without waking the worker for each.
const FILES_FROM_CACHES = {
  condition: { urlPattern: { pathname: "/static/*" }, requestMethod: "get" },
  source: "cache",
};

export function work(scope, kept) {
  const news = new BroadcastChannel("kept pages");
  const keeper = new Keeper({
    kept,
    shelf: new Shelf({ caches: scope.caches, version: kept.version }),
    fetch: (...request) => scope.fetch(...request),
    told: (what) => {
      if (what === "renewed") news.postMessage(what);
      else scope.registration.update().catch(() => {});
    },
    language: scope.navigator.language.startsWith("zh") ? "zh-Hans" : "en",
  });

  scope.addEventListener("install", (event) => {
    event.waitUntil(Promise.all([keeper.install(), event.addRoutes?.(FILES_FROM_CACHES)?.catch(() => {})]));
  });
  scope.addEventListener("activate", (event) => {
    event.waitUntil(Promise.all([scope.clients.claim(), keeper.takeOver()]));
  });
  scope.addEventListener("message", ({ data }) => {
    if (data === TAKE_OVER) scope.skipWaiting();
  });
  scope.addEventListener("fetch", (event) => {
    const later = (working) => event.waitUntil(working);
    const answer = keeper.answer(event.request, { origin: scope.location.origin, later });
    if (answer) event.respondWith(answer);
  });
}
