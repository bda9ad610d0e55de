import assert from "node:assert/strict";
import { test } from "node:test";

import { actsOf, sharedOut, stateOf } from "../../static/capture/held.js";

const sams = { capture_id: "2", capture: { member_id: "sam" } };
const later = { capture_id: "3", capture: { member_id: "sam" } };
const meis = { capture_id: "1", capture: { member_id: "mei" } };

test("of another member's captures only their number is told", () => {
  const refused = { ...meis, capture_id: "4", state: "refused" };

  const { own, others } = sharedOut([meis, sams, later, refused], "sam");

  assert.deepEqual([own, others], [[later, sams], { waiting: 1, refused: 1 }]);
});

function possible(row) {
  return Object.entries(actsOf(row)).flatMap(([act, is]) => (is ? [act] : []));
}

test("what never left the phone can be changed or thrown away", () => {
  assert.deepEqual(possible({ state: "waiting", tries: 0 }), ["change", "discard"]);
});

test("what may have reached the server can only be added to", () => {
  assert.deepEqual(possible({ state: "waiting", tries: 1 }), ["add"]);
});

test("what the server refused can be put right, tried again or thrown away", () => {
  assert.deepEqual(possible({ state: "refused", tries: 3 }), ["repair", "again", "discard"]);
});

test("a row says how often it was tried", () => {
  assert.deepEqual(stateOf({ state: "waiting", tries: 0, set_back: 0 }), { says: "untried", count: 0 });
  assert.deepEqual(stateOf({ state: "waiting", tries: 4, set_back: 0 }), { says: "tried", count: 4 });
  assert.equal(stateOf({ state: "waiting", tries: 4, set_back: 1 }).says, "setBack");
});
