import assert from "node:assert/strict";
import { test } from "node:test";

import { asking } from "../../static/offline/ask.js";
import { faults, json, Timers } from "./shelf.js";

const asked = (fetch) => asking({ fetch, timers: new Timers() })("/captures/missing", { capture_ids: [] });

test("an answer of ours is given as it is", async () => {
  assert.deepEqual(await asked(async () => json(200, { missing: [] })), { missing: [] });
});

for (const [name, fault] of Object.entries({
  "no network": faults.drop,
  "a captive portal": faults.portal,
  "a redirect": faults.redirect,
  "a sign-in that is needed": faults.status(401, { error: "sign_in" }),
  "an error of the server's": faults.status(502),
})) {
  test(`${name} is no answer`, async () => {
    assert.equal(await asked(fault), null);
  });
}

test("an answer that never comes is given up", async () => {
  const timers = new Timers();
  const answer = asking({ fetch: (_url, request) => faults.hang(null, request), timers })("/", {});

  timers.run();

  assert.equal(await answer, null);
});
