import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Copies } from "../../static/offline/copies.js";
import { Outbox } from "../../static/offline/outbox.js";
import { Restorable, sealing, unsealed, URLS } from "./restorable.js";
import { captureNumbered, MemoryStore } from "./shelf.js";

const DAY = 24 * 60 * 60 * 1000;
const NAME = "Aiko Mori";
const first = captureNumbered(1, { note: NAME });
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

test("what leaves the outbox stays as a sealed copy, in the same transaction", async () => {
  await acknowledged(first);

  const [copy] = store.sealed.values();
  assert.equal(store.kept.size, 0);
  assert.deepEqual(JSON.parse(unsealed(copy.sealed)), { capture: first, skew_ms: 7 });
});

test("nothing of a lead can be read in a copy", async () => {
  await acknowledged(first);

  const [{ sealed, ...shown }] = store.sealed.values();
  assert.ok(!JSON.stringify(shown).includes(NAME));
  assert.ok(!new TextDecoder().decode(sealed).includes(NAME));
});

test("only what the server holds leaves a copy", async () => {
  await outbox.put(first);
  await outbox.put(second);
  const verdicts = [
    { capture_id: first.capture_id, verdict: "refused", reason: "too_large" },
    { capture_id: second.capture_id, verdict: "erased" },
  ];

  await outbox.settle([first, second], verdicts, server);

  assert.equal(store.sealed.size, 0);
});

test("a server that says nothing of its life is sent to as ever, and no copies are kept", async () => {
  await outbox.put(first);

  await outbox.settle([first], [{ capture_id: first.capture_id, verdict: "recorded" }]);

  assert.equal(store.kept.size, 0);
  assert.equal(store.sealed.size, 0);
});

test("without a seal the id is kept, and nothing else", async () => {
  open(null);

  await acknowledged(first);

  assert.equal(store.sealed.get(first.capture_id).sealed, null);
});

test("a seal that fails holds up nothing", async () => {
  open(async () => Promise.reject(new Error("OperationError")));

  await acknowledged(first);

  assert.equal(store.kept.size, 0);
  assert.equal(store.sealed.get(first.capture_id).sealed, null);
});

test("a phone without room for the copy still learns that the capture is stored", async () => {
  store.full = true;

  const settled = await acknowledged(first);

  assert.equal(settled.length, 1);
  assert.equal(store.kept.size, 0);
});

test("a copy is kept for seven days", async () => {
  await acknowledged(first);
  now += 6.9 * DAY;
  await acknowledged(second);
  now += 0.2 * DAY;

  await copies.giveBack();

  assert.deepEqual([...store.sealed.keys()], [second.capture_id]);
});

test("of very many copies the newest are kept", async () => {
  const many = Array.from({ length: 5003 }, (_, number) => captureNumbered(number));
  open(null);
  await acknowledged(...many);

  await copies.giveBack();

  assert.equal(store.sealed.size, 5000);
  assert.ok(!store.sealed.has(captureNumbered(2).capture_id));
  assert.ok(store.sealed.has(captureNumbered(3).capture_id));
});
