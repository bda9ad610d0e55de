import assert from "node:assert/strict";
import { test } from "node:test";

import { fitted } from "../../static/capture/photos/fit.js";

test("a photo is made as small as it can be read, whichever way the phone was held", () => {
  assert.deepEqual(fitted(4032, 3024), { width: 1600, height: 1200 });
  assert.deepEqual(fitted(3024, 4032), { width: 1200, height: 1600 });
});

test("a small picture stays as it is, and the thinnest keeps a line", () => {
  assert.deepEqual(fitted(800, 600), { width: 800, height: 600 });
  assert.deepEqual(fitted(40_000, 3), { width: 1600, height: 1 });
});
