import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Outbox } from "../../static/offline/outbox.js";
import { captureNumbered, MemoryStore } from "./shelf.js";

const first = captureNumbered(1, { note: "wants a quote" });
const second = captureNumbered(2);

let store;
let outbox;

beforeEach(() => {
  store = new MemoryStore();
  outbox = new Outbox({ store, now: () => 5 });
});

async function ids() {
  return (await outbox.rows()).map((row) => row.capture_id);
}

test("a capture is in the store before put says so", async () => {
  await outbox.put(first, { name: "Anna Weber" });

  const row = store.kept.get(first.capture_id);
  assert.deepEqual(row.capture, first);
  assert.equal(row.label.name, "Anna Weber");
});

test("a capture that the phone could not write down is not called saved", async () => {
  store.broken = true;

  await assert.rejects(outbox.put(first));
});

test("saving the same capture twice keeps one row, as it was first", async () => {
  await outbox.put(first);
  await outbox.put({ ...first, note: "second tap" });

  assert.equal(store.kept.size, 1);
  assert.equal(store.kept.get(first.capture_id).capture.note, "wants a quote");
});

test("a batch holds the oldest captures, at most as many as asked for", async () => {
  for (const number of [3, 1, 2]) await outbox.put(captureNumbered(number));

  const batch = await outbox.batch(2);

  assert.deepEqual(batch, [captureNumbered(1), captureNumbered(2)]);
});

for (const verdict of ["recorded", "known", "conflict", "parked", "erased"]) {
  test(`a capture leaves when the server says ${verdict}`, async () => {
    await outbox.put(first);

    await outbox.settle([first], [{ capture_id: first.capture_id, verdict }]);

    assert.deepEqual(await ids(), []);
  });
}

test("a capture that the server did not name stays", async () => {
  await outbox.put(first);
  await outbox.put(second);

  await outbox.settle([first, second], [{ capture_id: first.capture_id, verdict: "recorded" }]);

  assert.deepEqual(await ids(), [second.capture_id]);
});

test("a verdict on a capture that was not in the request removes nothing", async () => {
  await outbox.put(first);
  await outbox.put(second);

  await outbox.settle([first], [{ capture_id: second.capture_id, verdict: "recorded" }]);

  assert.deepEqual(await ids(), [first.capture_id, second.capture_id]);
});

test("a verdict nobody has heard of removes nothing", async () => {
  await outbox.put(first);

  const settled = await outbox.settle([first], [{ capture_id: first.capture_id, verdict: "maybe" }]);

  assert.deepEqual(settled, []);
  assert.deepEqual(await outbox.counts(), { waiting: 1, refused: 0 });
});

test("a refused capture stays with its reason and is not sent by itself again", async () => {
  await outbox.put(first);
  await outbox.put(second);
  const refused = { capture_id: first.capture_id, verdict: "refused", message: "Too large." };

  await outbox.settle([first], [refused]);

  assert.equal((await outbox.row(first.capture_id)).message, "Too large.");
  assert.deepEqual(await outbox.counts(), { waiting: 1, refused: 1 });
  assert.deepEqual(await outbox.batch(50), [second]);
});

test("a refused capture waits again when a person says so", async () => {
  await outbox.put(first);
  await outbox.refuse(first.capture_id, "Too large.");

  await outbox.tryAgain(first.capture_id);

  assert.deepEqual(await outbox.batch(50), [first]);
});

test("a capture over the limit of its batch simply waits for the next", async () => {
  await outbox.put(first);
  const verdict = { capture_id: first.capture_id, verdict: "refused", reason: "batch_limit" };

  await outbox.settle([first], [verdict]);

  assert.deepEqual(await outbox.counts(), { waiting: 1, refused: 0 });
});

test("a capture the server failed on goes behind the others", async () => {
  await outbox.put(first);
  await outbox.put(second);
  const verdict = { capture_id: first.capture_id, verdict: "refused", reason: "unexpected" };

  await outbox.settle([first], [verdict]);

  assert.deepEqual(await outbox.batch(50), [second, first]);
});

test("a capture that has not been tried can still be changed", async () => {
  await outbox.put(first);

  const changed = await outbox.edit(first.capture_id, (capture) => ({ ...capture, rating: "hot" }));

  assert.equal(changed, true);
  assert.equal((await outbox.row(first.capture_id)).capture.rating, "hot");
});

test("a capture that may have reached the server is never changed", async () => {
  await outbox.put(first);
  await outbox.batch(50);

  const changed = await outbox.edit(first.capture_id, (capture) => ({ ...capture, rating: "hot" }));

  assert.equal(changed, false);
  assert.deepEqual((await outbox.row(first.capture_id)).capture, first);
});

test("a refused capture that is put right waits under an id of its own, with its photo", async () => {
  await refused(first);
  await store.putPhotos([{ capture_id: first.capture_id, photo_id: "p" }]);

  const replaced = await outbox.replace(first.capture_id, { ...second, note: "short" });

  assert.equal(replaced, true);
  assert.deepEqual(await outbox.batch(50), [{ ...second, note: "short" }]);
  assert.deepEqual(await store.photosOf(second.capture_id), [
    { capture_id: second.capture_id, photo_id: "p" },
  ]);
});

test("what adds to a capture that is put right adds to the new one", async () => {
  await refused(first);
  await refused({ ...second, adds_to: first.capture_id });

  await outbox.replace(first.capture_id, captureNumbered(3));

  const added = await outbox.row(second.capture_id);
  assert.deepEqual([added.capture.adds_to, added.state], [captureNumbered(3).capture_id, "waiting"]);
});

test("a capture that is not refused any more is not replaced", async () => {
  await outbox.put(first);

  const replaced = await outbox.replace(first.capture_id, second);

  assert.equal(replaced, false);
  assert.deepEqual(await ids(), [first.capture_id]);
});

test("putting right twice, as after a cut connection, leaves one row", async () => {
  await refused(first);

  await outbox.replace(first.capture_id, second);
  const again = await outbox.replace(first.capture_id, second);

  assert.equal(again, true);
  assert.deepEqual(await ids(), [second.capture_id]);
});

test("where putting right cannot be written down, the refused capture stays", async () => {
  await refused(first);
  store.broken = true;

  await assert.rejects(outbox.replace(first.capture_id, second));

  assert.deepEqual(await ids(), [first.capture_id]);
});

test("an addition that overtook what it adds to follows by itself", async () => {
  const added = { ...second, adds_to: first.capture_id };
  await outbox.put(first);
  await outbox.put(added);
  const verdict = { capture_id: added.capture_id, verdict: "refused", reason: "earlier_missing" };

  await outbox.settle([added], [verdict]);

  assert.deepEqual(await outbox.counts(), { waiting: 2, refused: 0 });
  assert.deepEqual(await outbox.batch(50), [first, added]);
});

test("an addition to a capture that is nowhere needs a look", async () => {
  const added = { ...second, adds_to: first.capture_id };
  await outbox.put(added);
  const verdict = { capture_id: added.capture_id, verdict: "refused", reason: "earlier_missing" };

  await outbox.settle([added], [verdict]);

  assert.deepEqual(await outbox.counts(), { waiting: 0, refused: 1 });
  assert.equal((await outbox.row(added.capture_id)).reason, "earlier_missing");
});

test("a capture that may have reached the server is not thrown away", async () => {
  await outbox.put(first);
  await outbox.batch(50);

  assert.equal(await outbox.discard(first.capture_id), false);
  assert.deepEqual(await ids(), [first.capture_id]);
});

test("a capture that was never sent can be thrown away, and its photo with it", async () => {
  await outbox.put(first);
  await store.putPhotos([{ capture_id: first.capture_id, photo_id: "p" }]);

  assert.equal(await outbox.discard(first.capture_id), true);
  assert.deepEqual([await ids(), store.pictures.size], [[], 0]);
});

async function refused(capture) {
  await outbox.put(capture);
  await outbox.batch(50);
  await outbox.refuse(capture.capture_id, "Too large.");
}

test("the page is told of every change", async () => {
  let told = 0;
  outbox = new Outbox({ store, changed: () => (told += 1) });

  await outbox.put(first);
  await outbox.settle([first], [{ capture_id: first.capture_id, verdict: "recorded" }]);

  assert.equal(told, 2);
});

test("captures of another exhibitor wait until one of theirs is signed in on the phone", async () => {
  const shared = new MemoryStore();
  const kogyos = new Outbox({ store: shared, exhibitor: "kogyo" });
  await kogyos.put(captureNumbered(1));

  const sent = await new Outbox({ store: shared, exhibitor: "brightline" }).batch(50);

  assert.deepEqual(sent, []);
  assert.deepEqual(await kogyos.batch(50), [captureNumbered(1)]);
});
