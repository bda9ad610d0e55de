/** The capture screen: puts camera, sheet and outbox together. */

import { say } from "../base/page.js";
import { news, outbox, photos, store, sync } from "../offline/post.js";
import { SENT } from "../offline/sync.js";
import { sayDay } from "./day-line.js";
import { Drafts } from "./draft.js";
import { done, tick } from "./feedback.js";
import { Flash } from "./flash.js";
import { actsOf } from "./held.js";
import { typedPayload } from "./payload.js";
import { letPhotosBePicked } from "./photos/pick.js";
import { Tray } from "./photos/tray.js";
import { saveAtOnce } from "./rapid.js";
import { Sheet } from "./sheet.js";
import { Visit } from "./visit.js";
import { View } from "./view.js";
import { listenForTypingScanner } from "./typing-scanner.js";
import { linkDays } from "./next-step.js";
import { scanning } from "./scanning.js";

const LIST_WAITS = 1500; // so that the list shows what was just added

const part = (id) => document.getElementById(id);
const given = (id) => JSON.parse(part(id).textContent);
const setup = given("setup");
const texts = given("texts");
const stage = part("main");

const owner = `${setup.member.id} ${setup.show.id}`;
const drafts = new Drafts({ store, name: owner });
const sheet = new Sheet({ form: part("sheet"), stage, texts, changed: () => visit.keep() });
const flash = new Flash({ box: part("flash"), texts });
const tray = new Tray({ photos, owner, texts, visit: () => visit });
const visit = new Visit({ sheet, tray, drafts, outbox, setup, on: { saved, ended, failed } });
const view = new View({ stage, texts, ready: watchOn });
const watch = scanning({ view, texts, onBadge: (badge) => arrive({ source: "camera", ...badge }) });

part("sheet").addEventListener("submit", (event) => {
  event.preventDefault();
  visit.save();
});
part("discard-now").addEventListener("click", () => visit.end());
part("leave").addEventListener("click", () => {
  if (visit.isUntouched) visit.end();
  else part("discard").showModal();
});
part("mode-type").addEventListener("click", () => visit.begin({ source: "typed" }));
letPhotosBePicked({ view, texts, read: watch.photo, found: arrive, kept: keepPhoto });
part("rapid").addEventListener("change", () => {
  flash.startOver();
  view.usualHint();
});
listenForTypingScanner((text) => arrive({ source: "wedge", payload_b64: typedPayload(text) }));
linkDays(part("next-step"), setup.show.time_zone);
sayDay(part("day"), setup.show);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") visit.keep(0);
});
news.addEventListener("sync", ({ detail }) => {
  for (const { capture_id, lead } of detail.settled) flash.correct(capture_id, lead);
});
start();

// The camera starts again after the phone slept too: never behind a sheet that is open.
function watchOn() {
  if (!visit.isOpen) watch.start();
}

async function start() {
  await openWhatIsAskedFor().catch(() => {}); // the pill says that the storage is not working
  view.start();
}

async function openWhatIsAskedFor() {
  const waiting = location.hash.slice(1);
  const adding = given("adding-to");
  if (await visit.resume(adding?.capture_id ?? (waiting || null))) say(texts.draft);
  else if (adding) visit.add(adding);
  else if (waiting) await openWaiting(waiting);
  await tray.recover(() => drafts.captures());
}

// A capture that is still here is named behind the #: the server does not know it yet.
async function openWaiting(capture_id) {
  const row = await outbox.row(capture_id);
  if (!row) location.replace(`?adds_to=${capture_id}`);
  else if (row.capture.member_id !== setup.member.id) history.replaceState(null, "", location.pathname);
  else if (actsOf(row).add) visit.add({ capture_id, ...row.label, rating: row.capture.rating });
  else visit.change(row);
}

async function arrive(found) {
  tick();
  if (visit.isOpen && !visit.isUntouched && !(await visit.save())) return;
  if (part("rapid").checked) await saveRapidly(found);
  else {
    watch.pause();
    visit.begin(found);
  }
}

async function saveRapidly(found) {
  try {
    const { capture, shown } = await saveAtOnce(found, { outbox, setup });
    flash.show(capture.capture_id, shown);
    sync.send();
    keepStorage();
  } catch {
    failed();
  }
}

// A card, or a badge without a code: the picture is kept, and somebody types what it says.
function keepPhoto(file) {
  watch.pause();
  visit.begin({ source: "photo" });
  say(texts.no_code);
  tray.add(file);
}

function saved({ name, company }) {
  done();
  sync.send();
  keepStorage();
  const said = navigator.onLine ? "saved" : "saved_here";
  const who = name || company;
  say(who ? texts[said].replace("{name}", who) : texts[`${said}_unnamed`]);
}

// Who stands at the booth goes on; who came from a list goes back to it, or to where it waits.
async function ended({ isLater }) {
  if (!isLater) return watch.start();
  const state = await Promise.race([sync.send(), new Promise((go) => setTimeout(go, LIST_WAITS))]);
  const { list } = setup.urls;
  const isOfList = given("adding-to") || document.referrer.endsWith(list);
  location.assign(state === SENT && isOfList ? list : part("outbox").href);
}

function failed() {
  say(texts.not_saved, "fault");
}

// Asked once something is worth keeping: browsers say yes more often then.
function keepStorage() {
  navigator.storage?.persist?.();
}
