import assert from "node:assert/strict";
import { test } from "node:test";

import { Wedge } from "../../static/capture/scanner/wedge.js";

/** Types each key `gap` ms after the one before; returns the time of the last. */
function type(wedge, keys, { gap = 8, from = 1000 } = {}) {
  let at = from;
  for (const key of keys) wedge.key(key, (at += gap));
  return at;
}

test("a burst of keys that ends in Enter is a scan", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."REG-004711", "Enter"]);

  assert.equal(wedge.taken(end + wedge.wait), "REG-004711");
});

test("a burst that ends in Tab is a scan", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."REG-004711", "Tab"]);

  assert.equal(wedge.taken(end + wedge.wait), "REG-004711");
});

test("what fingers type is no scan", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."Anna Weber", "Enter"], { gap: 70 });

  assert.equal(wedge.isScanner, false);
  assert.equal(wedge.taken(end + wedge.wait), null);
});

test("a burst without an end is no scan", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."REG-004711"]);

  assert.equal(wedge.taken(end + 1000), null);
});

test("three fast keys are no scan: a number on a badge is longer", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."abc", "Enter"]);

  assert.equal(wedge.taken(end + wedge.wait), null);
});

test("what was typed by hand before a burst is not part of it", () => {
  const wedge = new Wedge();

  const typed = type(wedge, [..."Hi"], { gap: 120 });
  const end = type(wedge, [..."REG-004711", "Enter"], { from: typed + 500 });

  assert.equal(wedge.taken(end + wedge.wait), "REG-004711");
});

test("a scanner whose radio stutters loses no sign", () => {
  const wedge = new Wedge();
  let at = 1000;

  for (const [place, key] of [..."REG-004711", "Enter"].entries()) {
    wedge.key(key, (at += place % 4 === 1 ? 120 : 8));
  }

  assert.equal(wedge.taken(at + wedge.wait), "REG-004711");
});

test("a scan that was held up on its way loses no sign", () => {
  const wedge = new Wedge();

  const half = type(wedge, [..."REG-00"]);
  const end = type(wedge, [..."4711", "Enter"], { from: half + 400 });

  assert.equal(wedge.taken(end + wedge.wait), "REG-004711");
});

test("capitals come through although Shift is pressed for them", () => {
  const wedge = new Wedge();

  const end = type(wedge, ["Shift", "A", "Shift", "B", "1", "2", "Enter"]);

  assert.equal(wedge.taken(end + wedge.wait), "AB12");
});

test("a vCard keeps its lines: more keys right after Enter belong to it", () => {
  const wedge = new Wedge();
  const lines = ["BEGIN:VCARD", "FN:Anna Weber", "END:VCARD"];

  const end = type(wedge, lines.flatMap((line) => [...line, "Enter"]));

  assert.equal(wedge.taken(end + wedge.wait), lines.join("\n"));
});

test("Enter is not the end while more may follow", () => {
  const wedge = new Wedge();

  const end = type(wedge, [..."BEGIN:VCARD", "Enter"]);

  assert.equal(wedge.taken(end + 10), null);
});

test("a scan is taken once", () => {
  const wedge = new Wedge();
  const end = type(wedge, [..."REG-004711", "Enter"]);
  wedge.taken(end + wedge.wait);

  assert.equal(wedge.taken(end + 2 * wedge.wait), null);
});
