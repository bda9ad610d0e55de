import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { factsOf, Reporter } from "../../static/offline/report.js";
import { json, MemoryStore, Timers } from "./shelf.js";

const MINUTE = 60_000;

let now;
let timers;
let store;
let facts;
let requests;
let answer;
let told;

beforeEach(() => {
  now = Date.UTC(2026, 9, 16, 4);
  store = new MemoryStore();
  facts = { waiting: 3, refused: 0 };
  requests = [];
  answer = () => json(200, { skew_ms: 7 });
  told = [];
});

function reporter(more = {}) {
  timers = new Timers(); // each page has its own
  return new Reporter({
    store,
    facts: async () => facts,
    fetch: async (url, request) => {
      requests.push({ url, ...JSON.parse(request.body) });
      return answer();
    },
    lock: async (_name, work) => work(),
    url: "/devices/report",
    who: "sam",
    told: (said) => told.push(said),
    now: () => now,
    timers,
    ...more,
  });
}

async function settle(each) {
  each.soon();
  await timers.run(2_000);
}

test("a report says what the phone holds, at its own clock", async () => {
  await settle(reporter());

  assert.equal(requests.length, 1);
  const [{ url, phone_id, ...said }] = requests;
  assert.equal(url, "/devices/report");
  assert.match(phone_id, /^[0-9a-f-]{36}$/);
  assert.deepEqual(said, { device_time: "2026-10-16T04:00:00.000Z", waiting: 3, refused: 0 });
  assert.deepEqual(told, [{ skew_ms: 7 }]);
});

test("many changes in a row are one report, after they have settled", async () => {
  const mine = reporter();

  for (let times = 0; times < 9; times += 1) mine.soon();

  assert.equal(requests.length, 0);
  assert.equal(timers.waiting.size, 1);
});

test("what was said already is not said again", async () => {
  const mine = reporter();
  await settle(mine);
  await settle(mine);

  assert.equal(requests.length, 1);
});

test("a change is news at once", async () => {
  const mine = reporter();
  await settle(mine);
  facts = { waiting: 0, refused: 0 };
  await settle(mine);

  assert.deepEqual(requests.map(({ waiting }) => waiting), [3, 0]);
});

test("after five minutes without news it says that it is still there", async () => {
  const mine = reporter();
  await settle(mine);
  now += 5 * MINUTE;
  await timers.run(5 * MINUTE);

  assert.equal(requests.length, 2);
});

test("a phone keeps its id, whoever is signed in, and each of them reports", async () => {
  await settle(reporter());
  await settle(reporter({ who: "mei" }));

  assert.equal(requests.length, 2);
  assert.equal(requests[0].phone_id, requests[1].phone_id);
});

for (const [name, failure] of Object.entries({
  "no network": () => Promise.reject(new TypeError("network")),
  "the page of a captive portal": () => new Response("<html>", { status: 200 }),
  "a server in trouble": () => json(500, {}),
})) {
  test(`${name} is no harm, and the next occasion tells it`, async () => {
    const mine = reporter();
    answer = failure;
    await settle(mine);
    answer = () => json(200, { skew_ms: 0 });
    await settle(mine);

    assert.equal(requests.length, 2);
    assert.equal(told.length, 1);
  });
}

test("whoever signs in after a sign-out reports anew, though nothing else has changed", async () => {
  await settle(reporter());
  answer = () => json(401, { error: "sign_in" });
  await settle(reporter({ who: "" }));
  answer = () => json(200, { skew_ms: 0 });
  await settle(reporter());

  assert.equal(requests.length, 3);
});

test("a clock that was set back does not silence the phone", async () => {
  const mine = reporter();
  await settle(mine);
  now -= 24 * 60 * MINUTE;
  await settle(mine);

  assert.equal(requests.length, 2);
});

test("a storage that fails is no harm", async () => {
  const mine = reporter();
  store.note = () => Promise.reject(new Error("cut"));

  await settle(mine);

  assert.equal(requests.length, 0);
});

test("the oldest row counts, and none where nothing waits", () => {
  const known = { counts: { waiting: 2, refused: 0 }, photos: 1, is_kept: true, version: "v" };
  const rows = [{ saved_at: Date.UTC(2026, 0, 2) }, { saved_at: Date.UTC(2026, 0, 1) }];

  assert.equal(factsOf({ rows, ...known }).oldest_saved_at, "2026-01-01T00:00:00.000Z");
  assert.equal(factsOf({ rows: [], ...known }).oldest_saved_at, null);
});
