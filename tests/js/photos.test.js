import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Outbox } from "../../static/offline/outbox.js";
import { PHOTO_LANE, Photos } from "../../static/offline/photos.js";
import { Sync } from "../../static/offline/sync.js";
import { captureNumbered, faults, json, MemoryStore, Timers } from "./shelf.js";

const OWNER = "draft Sam Canton";
const PICTURE = { bytes: new Uint8Array([0xff, 0xd8, 0xff]).buffer, type: "image/jpeg", kind: "card" };
const { capture_id } = captureNumbered(1);

let store;
let outbox;
let photos;
let requests;
let answers;
let timers;
let sync;

beforeEach(() => {
  store = new MemoryStore();
  outbox = new Outbox({ store });
  photos = new Photos({ store });
  requests = [];
  answers = [];
  timers = new Timers();
  sync = new Sync({
    outbox: photos,
    lane: PHOTO_LANE,
    limit: 1,
    fetch: server,
    lock: async (_name, work) => work(),
    timers,
    random: () => 0.5,
  });
});

async function server(url, request) {
  requests.push({ url, request });
  const [, capture, photo] = url.match(/^\/captures\/(.+)\/photos\/(.+)\?/);
  const answer = answers.shift() ?? said("recorded");
  return answer({ capture_id: capture, photo_id: photo }, request);
}

function said(verdict, message = "", status = 200) {
  return (named) => json(status, { verdicts: [{ ...named, verdict, message }] });
}

async function taken(id = capture_id) {
  const photo = await photos.add(id, PICTURE, OWNER);
  await photos.adopt(id);
  return photo;
}

test("a photo is sent to an address of its own, as it is, and leaves when the server names it", async () => {
  const { photo_id, taken_at } = await taken();

  await sync.send();

  const [{ url, request }] = requests;
  assert.equal(url, `/captures/${capture_id}/photos/${photo_id}?kind=card&taken_at=${encodeURIComponent(taken_at)}`);
  assert.equal(request.method, "PUT");
  assert.equal(request.body, PICTURE.bytes);
  assert.equal(request.redirect, "manual");
  assert.equal(store.pictures.size, 0);
});

test("a photo waits for its capture: what adds to nothing the server has is not sent", async () => {
  await outbox.put(captureNumbered(1));
  await taken();

  await sync.send();
  assert.equal(requests.length, 0);

  await outbox.settle([captureNumbered(1)], [{ capture_id, verdict: "recorded" }]);
  await sync.send();
  assert.equal(requests.length, 1);
});

test("the photos of a capture that waits are counted with it, and alone once it has gone", async () => {
  await outbox.put(captureNumbered(1));
  await taken();
  assert.deepEqual(await photos.counts(), { waiting: 0, refused: 0 });

  await outbox.settle([captureNumbered(1)], [{ capture_id, verdict: "recorded" }]);

  assert.deepEqual(await photos.counts(), { waiting: 1, refused: 0 });
});

test("a photo of an unfinished entry is neither sent nor counted", async () => {
  await photos.add(capture_id, PICTURE, OWNER);

  await sync.send();

  assert.equal(requests.length, 0);
  assert.deepEqual(await photos.counts(), { waiting: 0, refused: 0 });
});

for (const [name, fault] of Object.entries({
  "a network that drops": faults.drop,
  "the page of a captive portal": faults.portal,
  "a captive portal that names somebody else's": faults.portalInJson,
  "a bad gateway": faults.status(502),
  "a 404 of some proxy": () => new Response("<html>404</html>", { status: 404 }),
  "an answer that names another photo": () => json(200, { verdicts: [{ photo_id: "x", verdict: "recorded" }] }),
})) {
  test(`${name} removes no photo, and it is tried again`, async () => {
    await taken();
    answers.push(fault);

    await sync.send();
    assert.deepEqual(await photos.counts(), { waiting: 1, refused: 0 });

    await timers.run();
    assert.deepEqual(await photos.counts(), { waiting: 0, refused: 0 });
  });
}

test("a request to sign in keeps the photo and asks for it", async () => {
  await taken();
  answers.push(faults.status(401, { error: "sign_in" }));

  assert.equal(await sync.send(), "sign_in");
  assert.deepEqual(await photos.counts(), { waiting: 1, refused: 0 });
});

test("a refused photo stays visible with its reason and blocks no other", async () => {
  await taken();
  await taken(captureNumbered(2).capture_id);
  answers.push(said("refused", "No picture."));

  await sync.send();

  const [refused] = await photos.leftBehind();
  assert.equal(refused.message, "No picture.");
  assert.deepEqual(await photos.counts(), { waiting: 0, refused: 1 });
});

test("a photo whose capture the server does not have is said so by name, and kept", async () => {
  await taken();
  answers.push(said("refused", "The visitor has not reached the server.", 404));

  await sync.send();

  assert.equal((await photos.leftBehind())[0].message, "The visitor has not reached the server.");
});

test("a photo too large for a proxy stands aside", async () => {
  await taken();
  answers.push(() => new Response("too large", { status: 413 }));

  await sync.send();

  assert.deepEqual(await photos.counts(), { waiting: 0, refused: 1 });
});

test("the photo that was tried least goes first", async () => {
  const { photo_id } = await taken();
  answers.push(faults.drop);
  await sync.send();
  const second = await taken(captureNumbered(2).capture_id);

  await sync.send();

  const order = requests.map(({ url }) => url.split("?")[0].split("/").at(-1));
  assert.deepEqual(order, [photo_id, second.photo_id, photo_id]);
});

test("a photo is tried again or thrown away by a person only", async () => {
  const one = await taken();
  const two = await taken();
  await photos.refuse(one);
  await photos.refuse(two);

  await photos.tryAgain(one);
  await photos.discard(two);

  assert.deepEqual(await photos.counts(), { waiting: 1, refused: 0 });
});

test("photos go along when a refused capture is put right under a new id", async () => {
  await outbox.put(captureNumbered(1));
  await taken();
  await outbox.refuse(capture_id);

  await outbox.replace(capture_id, captureNumbered(2));

  assert.equal((await photos.of(captureNumbered(2).capture_id)).length, 1);
  assert.deepEqual(await photos.of(capture_id), []);
});

test("photos leave with a capture that a person throws away", async () => {
  await outbox.put(captureNumbered(1));
  await taken();

  await outbox.discard(capture_id);

  assert.equal(store.pictures.size, 0);
});

test("what is thrown away takes its new photos along, and none that waits", async () => {
  await taken();
  await photos.add(capture_id, PICTURE, OWNER);

  await photos.drop(capture_id);

  assert.equal((await photos.of(capture_id)).length, 1);
});

test("after a crash nothing of an earlier entry is lost, and the present draft stays a draft", async () => {
  await photos.add(capture_id, PICTURE, OWNER);
  await photos.add("present", PICTURE, OWNER);
  await photos.add("elsewhere", PICTURE, "draft Mei Canton");

  await photos.recover(OWNER, async () => ["present"]);

  assert.deepEqual(await photos.counts(), { waiting: 1, refused: 0 });
  assert.equal((await photos.of("present"))[0].state, "draft");
  assert.equal((await photos.of("elsewhere"))[0].state, "draft");
});

test("a phone whose storage is full says so before anybody believes the photo kept", async () => {
  store.broken = true;

  await assert.rejects(photos.add(capture_id, PICTURE, OWNER));
});
