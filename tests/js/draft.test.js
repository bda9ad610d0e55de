import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Drafts } from "../../static/capture/draft.js";
import { AGAIN, aboutRow, CHANGE, keepCapture, MORE, NEW } from "../../static/capture/purpose.js";
import { Outbox } from "../../static/offline/outbox.js";
import { captureNumbered, MemoryStore, Timers } from "./shelf.js";

const somebody = { purpose: NEW, scan: { capture_id: "1" }, shown: { met: { text: "Met by Mei" } } };
const more = { purpose: MORE, scan: { capture_id: "2" }, adding: { capture_id: "0" } };
const said = { fields: {}, interactions: [], products: [], answers: {}, note: "", consent: null };
const first = { ...captureNumbered(1, said), rating: "hot", next_step: null };

let store;
let timers;
let drafts;
let outbox;

beforeEach(() => {
  store = new MemoryStore();
  timers = new Timers();
  drafts = new Drafts({ store, name: "mei", timers });
  outbox = new Outbox({ store });
});

async function keep(about, entered) {
  drafts.keepSoon(about, () => ({ entered }));
  await timers.run();
}

test("the unfinished sheet is kept as it was when the pause ended, with all that was shown", async () => {
  drafts.keepSoon(somebody, () => ({ entered: "first" }));
  await keep(somebody, "second");

  assert.deepEqual(await drafts.left(), { ...somebody, entered: "second" });
});

test("what was thrown away does not come back", async () => {
  await keep(somebody, "first");
  drafts.keepSoon(somebody, () => ({ entered: "second" }));

  await drafts.drop(somebody);

  assert.equal(timers.waiting.size, 0);
  assert.equal(await drafts.left(), undefined);
});

test("a sheet about an earlier capture does not wipe out the one about somebody new", async () => {
  await keep(somebody, "new");
  await keep(more, "more");

  assert.equal((await drafts.left()).entered, "new");
  assert.equal((await drafts.left("0")).entered, "more");
  assert.equal(await drafts.left("another"), undefined);
});

test("a sheet about an earlier capture comes back when nothing else was left", async () => {
  await keep(more, "more");

  assert.equal((await drafts.left()).entered, "more");
});

test("a refused capture is opened under a new id, another as it is", () => {
  const row = { capture: first, tries: 0 };

  assert.equal(aboutRow({ ...row, state: "waiting" }).scan, first);
  const { purpose, scan, before } = aboutRow({ ...row, state: "refused" });
  assert.deepEqual([purpose, before, scan.rating], [AGAIN, first, "hot"]);
  assert.notEqual(scan.capture_id, first.capture_id);
});

test("an addition whose first capture is nowhere becomes a visitor of its own", () => {
  const capture = { ...first, adds_to: "nowhere" };

  const { scan } = aboutRow({ capture, state: "refused", reason: "earlier_missing" });

  assert.equal(scan.adds_to, null);
});

test("a change that comes in time changes the capture itself", async () => {
  await outbox.put(first);

  const capture = { ...first, rating: "cold" };
  await keepCapture(outbox, { purpose: CHANGE, before: first, capture, label: {} });

  assert.deepEqual(await outbox.batch(50), [capture]);
});

test("a change that comes too late goes as an addition of what differs", async () => {
  await outbox.put(first);
  await outbox.batch(50);

  const capture = { ...first, rating: "cold" };
  await keepCapture(outbox, { purpose: CHANGE, before: first, capture, label: {} });

  const [sent, added] = await outbox.batch(50);
  assert.deepEqual(sent, first);
  assert.deepEqual([added.adds_to, added.rating, added.note], [first.capture_id, "cold", ""]);
});

test("what was taken by the server after all is not captured twice by putting it right", async () => {
  const capture = { ...captureNumbered(2, said), rating: "hot", next_step: null };

  await keepCapture(outbox, { purpose: AGAIN, before: first, capture, label: {} });

  assert.deepEqual(await outbox.rows(), []);
});
