import assert from "node:assert/strict";
import { test } from "node:test";

import { dayOfShow } from "../../static/capture/days.js";

const CANTON = { time_zone: "Asia/Shanghai", starts_on: "2026-10-30", ends_on: "2026-11-02" };
const MUNICH = { time_zone: "Europe/Berlin", starts_on: "2026-10-24", ends_on: "2026-10-26" };

for (const [show, moment, day] of [
  [CANTON, "2026-10-29T15:59:00Z", null],
  [CANTON, "2026-10-29T16:00:00Z", 1],
  [CANTON, "2026-10-31T04:00:00Z", 2],
  [CANTON, "2026-11-02T15:59:00Z", 4],
  [CANTON, "2026-11-02T16:00:00Z", null],
  [MUNICH, "2026-10-26T12:00:00Z", 3], // the clock has gone back in between
]) {
  test(`at ${moment} it is day ${day} of the show in ${show.time_zone}`, () => {
    assert.equal(dayOfShow(show, Date.parse(moment)), day);
  });
}
