import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Clock, fault, happenedAt } from "../../static/offline/clock.js";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let wall;
let steady;
let clock;

beforeEach(() => {
  wall = Date.UTC(2026, 9, 16, 4);
  steady = 1_000;
  clock = new Clock({ wall: () => wall, steady: () => steady });
});

function pass(time) {
  wall += time;
  steady += time;
}

test("nobody told it: nothing is certain", () => {
  assert.equal(clock.behind(), null);
});

test("what the server said holds while the clock goes on evenly", () => {
  clock.heard(DAY);

  pass(5 * HOUR);

  assert.equal(clock.behind(), DAY);
});

for (const [way, jump] of [["forward", DAY], ["back", -DAY]]) {
  test(`a clock that was set ${way} since is certain no more, until the server says`, () => {
    clock.heard(0);

    pass(MINUTE);
    wall += jump;

    assert.equal(clock.behind(), null);
    clock.heard(-jump);
    assert.equal(clock.behind(), -jump);
  });
}

test("a capture happened when its own skew says, whatever is known by now", () => {
  const captured_at = "2026-10-16T04:00:00.000Z";
  const at = Date.parse(captured_at);

  assert.equal(happenedAt({ captured_at, skew_ms: DAY }, 0), at + DAY);
  assert.equal(happenedAt({ captured_at, skew_ms: null }, HOUR), at + HOUR);
  assert.equal(happenedAt({ captured_at }), at);
});

test("seconds are left alone, as the server leaves them", () => {
  const captured_at = "2026-10-16T04:00:00.000Z";

  assert.equal(happenedAt({ captured_at }, 4_000), Date.parse(captured_at));
});

for (const [skew, said] of [
  [0, null],
  [null, null],
  [2 * MINUTE - 1, null],
  [-2 * MINUTE + 1, null],
  [2 * MINUTE, { way: "behind", unit: "minutes", count: 2 }],
  [-3 * MINUTE, { way: "ahead", unit: "minutes", count: 3 }],
  [2 * HOUR, { way: "behind", unit: "hours", count: 2 }],
  [23 * HOUR, { way: "behind", unit: "hours", count: 23 }],
  [-3 * DAY, { way: "ahead", unit: "days", count: 3 }],
]) {
  test(`a clock that is off by ${skew} ms is ${said ? `${said.count} ${said.unit} ${said.way}` : "right"}`, () => {
    assert.deepEqual(fault(skew), said);
  });
}
