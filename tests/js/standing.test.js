import assert from "node:assert/strict";
import { test } from "node:test";

import { BROKEN, sentenceOf, standing } from "../../static/offline/standing.js";

const NOW = Date.UTC(2026, 10, 21, 14, 2);
const HOUR = 60 * 60 * 1000;

function says(more) {
  return standing({ waiting: 0, refused: 0, now: NOW, ...more })?.says ?? "nothing";
}

test("nothing is said where nothing ever waited", () => {
  assert.equal(says({}), "nothing");
});

test("while anything waits, nothing is called sent", () => {
  assert.equal(says({ waiting: 3, sentAt: NOW }), "waiting");
  assert.equal(says({ refused: 1, sentAt: NOW }), "look");
});

test("that somebody must sign in comes before all else, where something waits for it", () => {
  assert.equal(says({ waiting: 1, refused: 1, signIn: true }), "signIn");
  assert.equal(says({ refused: 1, signIn: true }), "look");
  assert.equal(says({ signIn: true, sentAt: NOW }), "sent");
});

test("what was sent is old news after half a day, and when the clock was set back", () => {
  assert.equal(says({ sentAt: NOW - HOUR }), "sent");
  assert.equal(says({ sentAt: NOW - 13 * HOUR }), "nothing");
  assert.equal(says({ sentAt: NOW + HOUR }), "nothing");
});

test("the sentence has the number, and its own form for one", () => {
  const words = { waiting: "{count} waiting", lookOne: "1 needs a look", look: "{count} need a look" };

  assert.equal(sentenceOf(standing({ waiting: 3, refused: 0, now: NOW }), words), "3 waiting");
  assert.equal(sentenceOf(standing({ waiting: 1, refused: 0, now: NOW }), words), "1 waiting");
  assert.equal(sentenceOf(standing({ waiting: 0, refused: 1, now: NOW }), words), "1 needs a look");
  assert.equal(sentenceOf(standing({ waiting: 0, refused: 2, now: NOW }), words), "2 need a look");
});

test("a page that has no words for it says nothing", () => {
  assert.equal(sentenceOf(BROKEN, {}), "");
});

test("a capture whose photo still waits is not called sent", () => {
  assert.equal(says({ photos: { waiting: 1, refused: 0 }, sentAt: NOW }), "photos");
  assert.equal(says({ photos: { waiting: 1, refused: 0 }, signIn: true }), "signInPhotos");
  assert.equal(says({ photos: { waiting: 0, refused: 1 }, sentAt: NOW }), "lookPhotos");
});

test("captures are spoken of before photos, and what needs a look is one number", () => {
  assert.equal(says({ waiting: 1, photos: { waiting: 2, refused: 0 } }), "waiting");
  assert.equal(standing({ waiting: 0, refused: 1, photos: { waiting: 0, refused: 2 }, now: NOW }).count, 3);
});
