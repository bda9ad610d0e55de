import assert from "node:assert/strict";
import { test } from "node:test";

import { reaching } from "../../static/offline/reach.js";
import { Outbox } from "../../static/offline/outbox.js";
import { Sync } from "../../static/offline/sync.js";
import { captureNumbered, json, MemoryStore, Server, Timers } from "./shelf.js";

const here = async () => json(200, { database: "ok", version: "1" });
const nowhere = async () => Promise.reject(new TypeError("network"));
const portal = async () => new Response("<h1>Hall Wi-Fi</h1>", { status: 200 });

function asked(fetch, { failures = 1, offline = false, waiting = true } = {}) {
  let times = 0;
  const counting = (...request) => ((times += 1), fetch(...request));
  const reach = reaching({ waits: async () => waiting, fetch: counting, isOffline: () => offline });
  return reach(failures).then((answer) => [answer, times]);
}

test("while all is well nobody asks first", async () => {
  assert.deepEqual(await asked(nowhere, { failures: 0 }), [true, 0]);
});

test("after a failure, or without a network, the server is asked whether it is there", async () => {
  assert.deepEqual(await asked(here), [true, 1]);
  assert.deepEqual(await asked(nowhere), [false, 1]);
  assert.deepEqual(await asked(nowhere, { failures: 0, offline: true }), [false, 1]);
});

test("a browser that is wrong about the network keeps nothing from being sent", async () => {
  assert.deepEqual(await asked(here, { failures: 0, offline: true }), [true, 1]);
});

test("a captive portal is not our server", async () => {
  assert.deepEqual(await asked(portal), [false, 1]);
});

test("where nothing waits, nothing is asked", async () => {
  assert.deepEqual(await asked(nowhere, { waiting: false }), [true, 0]);
});

test("what was saved without a network was never tried, and is sent when the network is back", async () => {
  const server = new Server();
  const timers = new Timers();
  const outbox = new Outbox({ store: new MemoryStore() });
  let isThere = false;
  const lock = async (_name, work) => work();
  const reachable = async () => isThere;
  const sync = new Sync({ outbox, fetch: server.fetch, lock, url: "/s", timers, reachable });
  await outbox.put(captureNumbered(1));

  await sync.send();
  assert.deepEqual([(await outbox.rows())[0].tries, server.requests.length], [0, 0]);

  isThere = true;
  await sync.send();
  assert.deepEqual([await outbox.rows(), server.requests.length], [[], 1]);
});
