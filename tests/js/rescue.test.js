import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Outbox } from "../../static/offline/outbox.js";
import { Photos } from "../../static/offline/photos.js";
import { fitting } from "../../static/rescue/contents.js";
import { freshPassphrase } from "../../static/rescue/locks.js";
import { Rescue } from "../../static/rescue/rescue.js";
import { captureNumbered, MemoryStore } from "./shelf.js";

const PASSPHRASE = "mohn-7kfp-grün";
const KOGYO = "01a00000-0000-7000-8000-000000000001";
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const PREFACE = "Captures that have not reached the server.";

let pair;
let sams;
let meis;

async function phone(exhibitorId = KOGYO) {
  pair ??= await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const sealingKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const store = new MemoryStore();
  const rescue = new Rescue({ store, exhibitorId, sealingKey, preface: PREFACE, now: () => 1_763_712_000_000 });
  return { store, rescue, outbox: new Outbox({ store }), photos: new Photos({ store }) };
}

beforeEach(async () => {
  sams = await phone();
  meis = await phone();
  await sams.outbox.put(captureNumbered(1, { member_id: "sam", note: "要两台" }), { name: "Aiko Mori" });
  await sams.outbox.put(captureNumbered(2, { member_id: "sam" }));
  await sams.photos.add(captureNumbered(1).capture_id, { bytes: JPEG.buffer, type: "image/jpeg", kind: "card" }, "sam show");
  await sams.photos.adopt(captureNumbered(1).capture_id);
});

test("what waits on one phone waits on another, under the same ids and for the same member", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);

  const taken = await meis.rescue.takeIn(text, PASSPHRASE);

  const row = await meis.outbox.row(captureNumbered(1).capture_id);
  const [photo] = await meis.photos.of(captureNumbered(1).capture_id);
  assert.deepEqual(taken, { captures: 2, photos: 1, known: 0 });
  assert.deepEqual(row.capture, captureNumbered(1, { member_id: "sam", note: "要两台" }));
  assert.equal(row.label.name, "Aiko Mori");
  assert.deepEqual(new Uint8Array(photo.bytes), JPEG);
  assert.equal(photo.owner, "sam show");
});

test("taking a file in twice changes nothing", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);
  await meis.rescue.takeIn(text, PASSPHRASE);

  const again = await meis.rescue.takeIn(text, PASSPHRASE);

  assert.deepEqual(again, { captures: 0, photos: 0, known: 2 });
  assert.equal((await meis.outbox.rows()).length, 2);
});

test("nothing leaves the phone by being in a file", async () => {
  await sams.rescue.file(PASSPHRASE);

  assert.deepEqual(await sams.outbox.counts(), { waiting: 2, refused: 0 });
  assert.equal(sams.store.pictures.size, 1);
});

test("what was taken in can be added to but not changed: the first phone may have sent it", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);
  await meis.rescue.takeIn(text, PASSPHRASE);

  assert.equal(await meis.outbox.edit(captureNumbered(1).capture_id, (row) => row), false);
});

test("a capture that the server refused comes along, and a photo of an unfinished entry does not", async () => {
  await sams.outbox.refuse(captureNumbered(2).capture_id);
  await sams.photos.add("unfinished", { bytes: JPEG.buffer, type: "image/jpeg", kind: "card" }, "sam show");

  const made = await sams.rescue.file(PASSPHRASE);

  assert.deepEqual([made.captures, made.photos, made.left], [2, 1, 0]);
});

test("nobody reads a capture in the file, which says in words what it is", async () => {
  const { text, name } = await sams.rescue.file(PASSPHRASE);

  assert.ok(text.startsWith(PREFACE));
  assert.equal(text.includes("Aiko"), false);
  assert.equal(Buffer.from(text.split("\n\n").at(-1).split("-----")[0], "base64").includes("Aiko"), false);
  assert.match(name, /^showfloor-waiting-2025-11-21-08-00\.txt$/);
  assert.ok(text.split("\n").every((line) => line.length <= 100));
});

test("a messenger that changes line ends and adds blanks does no harm", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);

  const taken = await meis.rescue.takeIn(`\ufeff${text.replaceAll("\n", " \r\n")}\r\n\r\nSent from my phone`, PASSPHRASE);

  assert.equal(taken.captures, 2);
});

test("a passphrase is the same however its letters were composed, and with blanks around it", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);

  assert.equal((await meis.rescue.takeIn(text, ` ${PASSPHRASE.normalize("NFD")} `)).captures, 2);
});

const spoiled = {
  no_rescue_file: (text) => text.replaceAll("SHOWFLOOR", "SHOPFLOOR"),
  cut: (text) => text.slice(0, text.length * 0.7),
  damaged: (text) => text.replace(/\n([A-Za-z0-9+/]{76})\n/, (_, line) => `\n${[...line].reverse().join("")}\n`),
  newer: (text) => text.replace("Version: 1", "Version: 2"),
  other_exhibitor: (text) => text.replace(KOGYO, KOGYO.replace("1", "2")),
  wrong_passphrase: (text) => text.replace("Captures: 2", "Captures: 3"),
};

for (const [reason, spoil] of Object.entries(spoiled)) {
  test(`a file that is spoiled (${reason}) is told by its reason, and nothing of it comes in`, async () => {
    const { text } = await sams.rescue.file(PASSPHRASE);

    await assert.rejects(meis.rescue.takeIn(spoil(text), PASSPHRASE), { reason });
    assert.deepEqual(await meis.outbox.rows(), []);
  });
}

test("a wrong passphrase is told as such, and nothing comes in", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);

  await assert.rejects(meis.rescue.takeIn(text, "guess"), { reason: "wrong_passphrase" });
  assert.deepEqual(await meis.outbox.rows(), []);
});

test("a file that would keep the phone busy for an hour is not believed", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);

  await assert.rejects(meis.rescue.takeIn(text.replace("600000", "900000000"), PASSPHRASE), { reason: "damaged" });
});

test("a file sealed for the exhibitor is opened by no phone, and says that it is for the server", async () => {
  const { text } = await sams.rescue.file();

  assert.equal((await meis.rescue.looked(text)).isSealed, true);
  await assert.rejects(meis.rescue.takeIn(text, PASSPHRASE), { reason: "sealed" });
});

test("another exhibitor's phone does not take it in", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);
  const olus = await phone("01a00000-0000-7000-8000-000000000002");

  await assert.rejects(olus.rescue.takeIn(text, PASSPHRASE), { reason: "other_exhibitor" });
});

test("a phone without room takes nothing in and says so", async () => {
  const { text } = await sams.rescue.file(PASSPHRASE);
  meis.store.broken = true;

  await assert.rejects(meis.rescue.takeIn(text, PASSPHRASE), /Quota/);
  meis.store.broken = false;
  assert.deepEqual(await meis.outbox.rows(), []);
});

test("photos beyond what a messenger carries stay on the phone and are counted", () => {
  const photo = (photo_id, byteLength) => ({ photo_id, bytes: { byteLength } });

  const { fit, left } = fitting([photo("c", 5), photo("a", 5), photo("b", 5)], 10);

  assert.deepEqual(fit.map(({ photo_id }) => photo_id), ["a", "b"]);
  assert.equal(left, 1);
});

test("a fresh passphrase has no letters that look alike", () => {
  assert.match(freshPassphrase(), /^[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}$/);
});
