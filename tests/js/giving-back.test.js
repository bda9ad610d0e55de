import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Copies } from "../../static/offline/copies.js";
import { Outbox } from "../../static/offline/outbox.js";
import { Restorable, sealing, URLS } from "./restorable.js";
import { captureNumbered, MemoryStore } from "./shelf.js";

const DAY = 24 * 60 * 60 * 1000;
const first = captureNumbered(1, { note: "wants a quote" });
const second = captureNumbered(2);

let store, server, copies, outbox, now;

beforeEach(() => {
  now = 100 * DAY;
  store = new MemoryStore();
  server = new Restorable();
  open();
});

/** The page opened (again). */
function open(seals = sealing) {
  copies = new Copies({ store, ask: server.ask, urls: URLS, now: () => now, seals });
  outbox = new Outbox({ store, copies, now: () => now });
}

async function acknowledged(...captures) {
  for (const capture of captures) await outbox.put(capture);
  for (const { capture_id } of captures) server.stored.add(capture_id);
  const { generation, sealing_key } = server;
  const verdicts = captures.map(({ capture_id }) => ({ capture_id, verdict: "recorded" }));
  return outbox.settle(captures, verdicts, { generation, sealing_key, skew_ms: 7 });
}

test("while the server lives on, nothing is handed in again", async () => {
  await acknowledged(first, second);

  await copies.giveBack();

  assert.deepEqual(server.given, []);
});

test("a server put back from an older backup gets what it lacks, and only that", async () => {
  await acknowledged(first, second);
  server.restore(first.capture_id);

  await copies.giveBack();

  assert.deepEqual(server.given.flat().map(({ capture_id }) => capture_id), [second.capture_id]);
  assert.deepEqual(server.stored, new Set([first.capture_id, second.capture_id]));
});

test("what was given back is not given again, and is kept for the next time", async () => {
  await acknowledged(first);
  server.restore();
  await copies.giveBack();
  open();
  now += DAY;
  await copies.giveBack();
  server.restore();
  now += DAY;

  await copies.giveBack();

  assert.equal(server.given.length, 2);
  assert.deepEqual(server.stored, new Set([first.capture_id]));
});

test("copies are given in the order of their captures, so that additions follow", async () => {
  await acknowledged(captureNumbered(3), captureNumbered(1), captureNumbered(2));
  server.restore();

  await copies.giveBack();

  const ids = server.given.flat().map(({ capture_id }) => capture_id);
  assert.deepEqual(ids, ids.toSorted());
});

test("copies are given in batches that a server takes", async () => {
  await acknowledged(...Array.from({ length: 120 }, (_, number) => captureNumbered(number)));
  server.restore();

  await copies.giveBack();

  assert.deepEqual(server.given.map((batch) => batch.length), [50, 50, 20]);
});

test("large copies travel in smaller batches", async () => {
  const large = (number) => captureNumbered(number, { note: "x".repeat(600_000) });
  await acknowledged(large(1), large(2), large(3));
  server.restore();

  await copies.giveBack();

  assert.deepEqual(server.given.map((batch) => batch.length), [1, 1, 1]);
});

test("an answer that gets lost on the way costs nothing: the server is found to have it", async () => {
  await acknowledged(first);
  server.restore();
  const ask = server.ask;
  copies = new Copies({
    store, urls: URLS, now: () => now, seals: sealing,
    ask: async (url, body) => (await ask(url, body), url === URLS.copies ? null : ask(url, body)),
  });
  await copies.giveBack();
  open();
  now += DAY / 24;

  await copies.giveBack();

  assert.equal(server.given.length, 1);
  assert.equal(store.sealed.get(first.capture_id).generation, server.generation);
});

test("a verdict on a copy that was not given changes nothing", async () => {
  await acknowledged(first);
  server.restore();
  server.verdict = () => ({ capture_id: second.capture_id, verdict: "recorded" });

  await copies.giveBack();

  assert.equal(store.sealed.get(first.capture_id).generation, "first life");
});

test("what was erased leaves the phone", async () => {
  await acknowledged(first);
  server.restore();
  server.erased.add(first.capture_id);

  await copies.giveBack();

  assert.equal(store.sealed.size, 0);
});

test("what the server could not take just now is given again later, and kept for longer", async () => {
  await acknowledged(first);
  server.restore();
  const verdict = { capture_id: first.capture_id, verdict: "refused", reason: "earlier_missing" };
  server.verdict = () => verdict;
  await copies.giveBack();
  delete server.verdict;
  now += 20 * DAY;

  await copies.giveBack();

  assert.deepEqual(server.stored, new Set([first.capture_id]));
});

test("another exhibitor on the same phone is asked nothing about these captures", async () => {
  await acknowledged(first);
  server.restore();
  server.sealing_key = "Brightline";

  await copies.giveBack();

  assert.deepEqual(server.asked.map(({ body }) => body), [{ capture_ids: [] }]);
});

test("an id without a copy is asked about, and nothing is given", async () => {
  open(null);
  await acknowledged(first);
  server.restore();

  await copies.giveBack();

  assert.deepEqual(server.given, []);
  assert.equal(store.sealed.get(first.capture_id).owed, true);
});

test("the server is asked now and then, whatever number of pages is opened", async () => {
  await acknowledged(first);
  await copies.giveBack();
  open();
  await copies.giveBack();

  assert.equal(server.asked.length, 1);
});

test("the server is asked at once when another life of it acknowledges a capture", async () => {
  await acknowledged(first);
  await copies.giveBack();
  server.restore();

  await acknowledged(second);
  await copies.giveBack();

  assert.deepEqual(server.stored, new Set([first.capture_id, second.capture_id]));
});

test("no network is no answer: it is asked again at the next occasion", async () => {
  await acknowledged(first);
  server.restore();
  server.isGone = true;
  await copies.giveBack();
  server.isGone = false;

  await copies.giveBack();

  assert.deepEqual(server.stored, new Set([first.capture_id]));
});

test("a phone that has handed in nothing asks nothing", async () => {
  await copies.giveBack();

  assert.deepEqual(server.asked, []);
});
