import assert from "node:assert/strict";
import { test } from "node:test";

import { photoLooks, quickLook, stretch, Turns } from "../../static/capture/scanner/frames.js";
import { tilt } from "../../static/capture/scanner/tilt.js";

test("the quick look is the middle square of the picture, 720 pixels wide", () => {
  const look = quickLook(1920, 1080);

  assert.deepEqual([look.x, look.y, look.width, look.height], [420, 0, 1080, 1080]);
  assert.deepEqual(look.out, { width: 720, height: 720 });
});

test("a picture on end is looked at in its middle too", () => {
  const look = quickLook(720, 1280);

  assert.deepEqual([look.x, look.y, look.width], [0, 280, 720]);
});

test("while badges are being read only the quick look is taken", () => {
  const turns = new Turns(0);
  turns.read(1000);

  assert.deepEqual(turns.looks(1280, 720, 1200).map(({ name }) => name), ["quick"]);
});

test("while nothing is read the other looks follow the quick one in turn", () => {
  const turns = new Turns(0);

  const looks = [1, 2, 3, 4, 5, 6].map((frame) => turns.looks(1280, 720, 1000 * frame));

  assert.ok(looks.every(([first]) => first.name === "quick"));
  assert.deepEqual(
    looks.map(([, other]) => other.name),
    ["full", "enlarged", "stretched", "level", "half", "full"],
  );
});

test("the enlarged look shows the middle half as large again", () => {
  const turns = new Turns(0);
  turns.looks(1280, 720, 1000);

  const [, { width, out }] = turns.looks(1280, 720, 2000);

  assert.equal(Math.round((10 * out.width) / width), 15);
});

test("no look draws a picture larger than the proof could afford", () => {
  const all = [...photoLooks(8000, 6000), quickLook(8000, 6000)];

  assert.ok(all.every(({ out }) => Math.max(out.width, out.height) <= 4096));
});

test("a small photo is looked at in its own size once, not again and again", () => {
  const sizes = photoLooks(640, 480).filter(({ name }) => /^\d+$/.test(name));

  assert.equal(sizes.length, 1);
});

test("a flat picture is stretched from black to white", () => {
  const pixels = new Uint8ClampedArray(4 * 1000).map((_, at) => ((at >> 2) % 2 ? 140 : 100));

  stretch(pixels);

  assert.deepEqual([pixels[0], pixels[4]], [0, 255]);
});

for (const degrees of [0, 12, 30, 60, -25]) {
  test(`bars that are turned by ${degrees} degrees are found to be`, () => {
    const size = 240;
    const pixels = bars(size, (degrees * Math.PI) / 180);

    const found = (-tilt(pixels, size, size) * 180) / Math.PI;

    assert.ok(Math.abs(found - degrees) < 4, `${found}`);
  });
}

test("an even picture is not turned", () => {
  assert.equal(tilt(new Uint8ClampedArray(4 * 100 * 100).fill(128), 100, 100), 0);
});

/** Soft bars whose crossing direction is turned by `angle`. */
function bars(size, angle) {
  const pixels = new Uint8ClampedArray(4 * size * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const along = x * Math.cos(angle) + y * Math.sin(angle);
      pixels.fill(128 + 100 * Math.sin(along / 2), 4 * (y * size + x), 4 * (y * size + x) + 3);
    }
  }
  return pixels;
}
