import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { looksLikeBadge, mostLikely, Sightings } from "../../static/capture/scanner/sightings.js";

let sightings;

beforeEach(() => {
  sightings = new Sightings();
});

test("a badge is news when it comes into view, and not while it stays there", () => {
  const seen = [0, 1000, 2000, 3000, 4000].map((now) => sightings.isNews("anna", "qr_code", now));

  assert.deepEqual(seen, [true, false, false, false, false]);
});

test("a badge is news again after it was away", () => {
  sightings.isNews("anna", "qr_code", 0);

  assert.equal(sightings.isNews("anna", "qr_code", 5000), true);
});

test("two badges side by side are each news once", () => {
  const seen = [0, 100, 200, 300].map((now, place) =>
    sightings.isNews(place % 2 ? "tom" : "anna", "qr_code", now),
  );

  assert.deepEqual(seen, [true, true, false, false]);
});

test("after a pause the badge that is still before the camera is no news", () => {
  sightings.isNews("anna", "qr_code", 0);
  sightings.stillInView(60_000);

  assert.equal(sightings.isNews("anna", "qr_code", 60_500), false);
});

test("PDF417 is believed when two reads agree", () => {
  const seen = [0, 50].map((now) => sightings.isNews("anna", "pdf417", now));

  assert.deepEqual(seen, [false, true]);
});

test("two reads of PDF417 that differ are not believed", () => {
  const seen = ["anna", "amna", "anna"].map((payload, place) =>
    sightings.isNews(payload, "pdf417", 50 * place),
  );

  assert.deepEqual(seen, [false, false, false]);
});

test("of several codes the one nearest the middle is taken", () => {
  const far = { symbology: "qr_code", text: "far", distance: 0.4 };
  const near = { symbology: "qr_code", text: "near", distance: 0.1 };

  assert.equal(mostLikely([far, near]), near);
});

test("a badge is taken before a product that is nearer the middle", () => {
  const badge = { symbology: "code_128", text: "REG-1", distance: 0.4 };
  const product = { symbology: "ean_13", text: "4006381333931", distance: 0 };

  assert.equal(mostLikely([product, badge]), badge);
});

for (const [text, symbology] of [
  ["4006381333931", "ean_13"],
  ["WIFI:T:WPA;S:hall;P:secret;;", "qr_code"],
  ["javascript:alert(1)", "qr_code"],
]) {
  test(`${text} is not a badge`, () => {
    assert.equal(looksLikeBadge({ text, symbology }), false);
  });
}
