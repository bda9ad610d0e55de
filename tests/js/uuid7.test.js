import assert from "node:assert/strict";
import { test } from "node:test";

import { uuid7 } from "../../static/offline/uuid7.js";

const zeros = (count) => new Uint8Array(count);
const ones = (count) => new Uint8Array(count).fill(255);

test("an id is written as RFC 9562 says, with its version and variant", () => {
  assert.equal(uuid7(0, zeros), "00000000-0000-7000-8000-000000000000");
  assert.equal(uuid7(0, ones), "00000000-0000-7fff-bfff-ffffffffffff");
});

test("an id begins with the milliseconds at which it was made", () => {
  assert.equal(uuid7(0x017f22e279b0, zeros).slice(0, 13), "017f22e2-79b0");
});

test("ids sort by the time they were made", () => {
  const times = [1, 255, 256, 65_536, 2 ** 32, 1_795_000_000_000];
  const ids = times.map((time) => uuid7(time, ones));

  assert.deepEqual(ids.toSorted(), ids);
});

test("two ids of one moment differ", () => {
  assert.notEqual(uuid7(5), uuid7(5));
});
