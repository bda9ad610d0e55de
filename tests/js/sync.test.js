import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Outbox } from "../../static/offline/outbox.js";
import { Sync } from "../../static/offline/sync.js";
import { captureNumbered, faults, MemoryStore, Server, Timers } from "./shelf.js";

const NOW = Date.UTC(2026, 10, 21, 9);

let server;
let timers;
let outbox;
let told;
let sync;

beforeEach(() => {
  server = new Server();
  timers = new Timers();
  outbox = new Outbox({ store: new MemoryStore() });
  told = [];
  sync = newSync();
});

function newSync(more = {}) {
  return new Sync({
    outbox,
    fetch: server.fetch,
    lock: async (_name, work) => work(),
    url: "/captures/sync",
    now: () => NOW,
    timers,
    random: () => 0.5,
    told: (news) => told.push(news),
    ...more,
  });
}

async function wait(count) {
  for (let number = 1; number <= count; number += 1) await outbox.put(captureNumbered(number));
}

async function waiting() {
  return (await outbox.counts()).waiting;
}

test("what waits is sent in batches of fifty, oldest first, until nothing waits", async () => {
  await wait(120);

  await sync.send();

  assert.deepEqual(server.requests.map(({ batch }) => batch.captures.length), [50, 50, 20]);
  assert.equal(server.requests[0].batch.captures[0].capture_id, captureNumbered(1).capture_id);
  assert.equal(await waiting(), 0);
  assert.equal(sync.state, "sent");
});

test("a batch carries the time of the phone's clock", async () => {
  await wait(1);

  await sync.send();

  assert.equal(server.requests[0].batch.device_time, "2026-11-21T09:00:00.000Z");
});

test("a redirect is never followed: it may lead to somebody else's page", async () => {
  await wait(1);
  server.faults.push(faults.redirect);

  await sync.send();

  assert.equal(server.requests[0].request.redirect, "manual");
  assert.equal(await waiting(), 1);
});

test("nothing waits, nothing is sent", async () => {
  await sync.send();

  assert.equal(server.requests.length, 0);
});

for (const [name, fault] of Object.entries({
  "a network that drops": faults.drop,
  "the page of a captive portal": faults.portal,
  "a captive portal that answers in JSON": faults.portalInJson,
  "a bad gateway": faults.status(502),
  "a bad gateway that repeats an old answer": faults.status(502, {
    verdicts: [{ capture_id: captureNumbered(1).capture_id, verdict: "recorded" }],
  }),
  "too many requests": faults.status(429),
  "an answer without verdicts": faults.status(200, { ok: true }),
  "an answer that names nothing": faults.verdicts([]),
  "a refusal of our origin": faults.status(403),
})) {
  test(`${name} removes nothing, and it is tried again`, async () => {
    await wait(3);
    server.faults.push(fault);

    await sync.send();
    assert.equal(await waiting(), 3);
    assert.equal(timers.waiting.size, 1);

    await timers.run();
    assert.equal(await waiting(), 0);
  });
}

test("an answer that was lost after the commit is asked for again and counts once", async () => {
  await wait(3);
  server.faults.push(faults.dropAnswer(server));

  await sync.send();
  assert.equal(await waiting(), 3);

  await timers.run();
  assert.equal(await waiting(), 0);
  assert.equal(server.stored.size, 3);
  assert.deepEqual(told.at(-2).settled.map(({ verdict }) => verdict), ["known", "known", "known"]);
});

test("a server that never answers is given up after a while", async () => {
  await wait(1);
  server.faults.push(faults.hang);

  const sending = sync.send();
  while (!server.requests.length) await new Promise(setImmediate);
  timers.run(20_000);
  await sending;

  assert.equal(await waiting(), 1);
  assert.equal(sync.state, "waiting");
});

test("a request to sign in keeps everything and asks for it", async () => {
  await wait(2);
  server.faults.push(faults.status(401, { error: "sign_in" }));

  const state = await sync.send();

  assert.equal(state, "sign_in");
  assert.equal(await waiting(), 2);
  assert.equal(told.at(-1).state, "sign_in");
});

test("a verdict for some removes some, and the rest goes with the next request", async () => {
  await wait(2);
  server.faults.push(
    faults.verdicts([{ capture_id: captureNumbered(2).capture_id, verdict: "parked" }]),
  );

  await sync.send();

  assert.deepEqual(server.requests[1].batch.captures, [captureNumbered(1)]);
  assert.equal(await waiting(), 0);
});

test("a refused capture stays visible and blocks nothing", async () => {
  await wait(2);
  const { capture_id } = captureNumbered(1);
  server.faults.push(faults.verdicts([{ capture_id, verdict: "refused", message: "Bad." }]));

  await sync.send();

  assert.deepEqual(await outbox.counts(), { waiting: 0, refused: 1 });
});

test("a batch the server cannot read is halved until the bad capture stands alone", async () => {
  await wait(4);
  const bad = captureNumbered(3).capture_id;
  const malformed = faults.status(400, { error: "malformed" });
  const reading = (batch) =>
    batch.captures.some(({ capture_id }) => capture_id === bad) ? malformed() : server.answer(batch);
  server.faults = Array(20).fill(reading);

  await sync.send();

  assert.deepEqual(await outbox.counts(), { waiting: 0, refused: 1 });
  assert.equal(server.stored.size, 3);
});

test("a batch too large for a proxy is halved", async () => {
  await wait(2);
  server.faults.push(() => new Response("too large", { status: 413 }));

  await sync.send();

  assert.equal(await waiting(), 0);
  assert.equal(server.stored.size, 2);
});

test("a capture saved while sending goes out in the same run", async () => {
  await wait(1);
  server.faults.push(async (batch) => {
    await outbox.put(captureNumbered(9));
    sync.send();
    return server.answer(batch);
  });

  await sync.send();

  assert.equal(server.stored.size, 2);
  assert.equal(await waiting(), 0);
});

test("a capture asked for at the very end of a run is not forgotten", async () => {
  const late = newSync({
    told: async ({ settled }) => {
      if (settled.length || server.stored.size !== 1) return;
      await outbox.put(captureNumbered(2));
      late.send();
    },
  });
  await wait(1);

  await late.send();

  assert.equal(server.stored.size, 2);
});

test("two tabs never send at the same time, and the second finds nothing left", async () => {
  let last = Promise.resolve();
  const lock = (_name, work) => (last = last.then(work));
  await wait(3);

  await Promise.all([newSync({ lock }).send(), newSync({ lock }).send()]);

  assert.equal(server.requests.length, 1);
});

test("a storage that fails is tried again and does not end the sending for good", async () => {
  await wait(1);
  const batch = outbox.batch.bind(outbox);
  outbox.batch = () => Promise.reject(new Error("cut"));

  assert.equal(await sync.send(), "waiting");
  outbox.batch = batch;
  await timers.run();

  assert.equal(await waiting(), 0);
});

test("the pause grows with every failure, from 4 to 60 seconds", async () => {
  await wait(1);
  server.faults = Array(8).fill(faults.drop);
  const pauses = [];

  await sync.send();
  while (pauses.length < 6) {
    pauses.push([...timers.waiting.values()][0].wait / 1000);
    await timers.run();
  }

  assert.deepEqual(pauses, [4, 8, 16, 32, 60, 60]);
});

test("a success makes the next pause short again", async () => {
  await wait(1);
  server.faults = [faults.drop, faults.drop];
  await sync.send();
  await timers.run();
  await timers.run();
  await outbox.put(captureNumbered(7));
  server.faults = [faults.drop];

  await sync.send();

  assert.equal([...timers.waiting.values()][0].wait, 4000);
});

test("a batch says whose it is: somebody else may have signed in since the page was made", async () => {
  await wait(1);

  await newSync({ exhibitor: "kogyo" }).send();

  assert.equal(server.requests[0].request.headers.Exhibitor, "kogyo");
});
