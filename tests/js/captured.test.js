import assert from "node:assert/strict";
import { test } from "node:test";

import {
  captureOf, enteredOf, faultsOf, labelOf, NOTHING, numberOf,
} from "../../static/capture/captured.js";
import { differenceOf } from "../../static/capture/changed.js";
import { dayIn } from "../../static/capture/days.js";
import { lettersOf } from "../../static/capture/letters.js";
import { base64, bytesOf, typedPayload } from "../../static/capture/payload.js";

const setup = {
  show: { id: "show" },
  member: { id: "mei" },
  chips: [{ id: "c1", kind: "demo" }, { id: "c2", kind: "price" }],
  products: [{ id: "p1" }],
  qualifiers: [
    { id: "role", kind: "single", required: true },
    { id: "fields", kind: "several", required: false },
    { id: "budget", kind: "number", required: false },
    { id: "now", kind: "yes_no", required: false },
  ],
  wording: { id: "w1" },
  language: "zh-Hans",
};
const scan = {
  capture_id: "id", captured_at: "2026-11-21T09:00:00.000Z",
  source: "camera", symbology: "qr_code", payload_b64: "QQ==",
};
const entered = {
  ...NOTHING,
  name: "Anna Weber", company: "Brückner", rating: "hot", chips: ["c2"], products: ["p1"],
  answers: { role: "Decides", fields: ["Food"], budget: "1,250", now: "no" },
  note: " wants a quote ", next_what: "Send it", next_owner: "mei", next_due: "2026-11-22",
  consent: true,
};

function capture(more = {}) {
  return captureOf({ setup, scan, entered: { ...entered, ...more }, touched: new Set(["name"]) });
}

test("a capture carries the badge as it was read and who captured it where and when", () => {
  const { capture_id, show_id, member_id, captured_at, source, symbology, payload_b64 } = capture();

  assert.deepEqual(
    { capture_id, show_id, member_id, captured_at, source, symbology, payload_b64 },
    { ...scan, show_id: "show", member_id: "mei" },
  );
});

test("a capture carries only the details that staff typed, never what the phone guessed", () => {
  assert.deepEqual(capture().fields, { name: "Anna Weber" });
});

test("tapped chips go with the kind of interaction they stand for", () => {
  assert.deepEqual(capture().interactions, [{ kind: "price", chip_id: "c2" }]);
});

test("each answer has the type of its question", () => {
  const said = { role: "Decides", fields: ["Food"], budget: 1250, now: false };

  assert.deepEqual(capture().answers, said);
});

test("a question nobody answered is absent", () => {
  const answers = { role: "", fields: [], budget: "", now: "" };

  assert.deepEqual(capture({ answers }).answers, {});
});

test("consent that was not given is no consent, and none is asked without a wording", () => {
  assert.deepEqual(capture().consent, { wording_id: "w1", given: true, language: "zh-Hans" });
  assert.equal(capture({ consent: false }).consent, null);
});

test("a next step without words is none", () => {
  assert.equal(capture({ next_what: "  " }).next_step, null);
});

test("a required question must be answered, except for a mere addition", () => {
  const blank = { setup, scan, entered: NOTHING };

  assert.deepEqual(faultsOf(blank), { "answer-role": "required" });
  assert.deepEqual(faultsOf({ ...blank, adds_to: "id" }), {});
});

for (const way of ["email", "phone"]) {
  test(`a visitor who leaves nothing but the ${way} is somebody, and called by it`, () => {
    const shy = { ...NOTHING, [way]: "kept as typed", answers: entered.answers };

    assert.deepEqual(faultsOf({ setup, scan: { ...scan, payload_b64: null }, entered: shy }), {});
    assert.deepEqual(labelOf(shy), { name: "kept as typed", company: "" });
  });
}

test("a badge that holds only a number is called by it until its wearer has a name", () => {
  assert.equal(labelOf({ ...NOTHING, text: "REG-004711" }).name, "REG-004711");
  assert.equal(labelOf({ ...NOTHING, name: "Anna Weber", text: "REG-004711" }).name, "Anna Weber");
});

test("somebody must be known by a badge, a name, a company or an address", () => {
  const nobody = { ...entered, name: "", company: " " };
  const typed = { ...scan, payload_b64: null };

  assert.equal(faultsOf({ setup, scan: typed, entered: nobody }).name, "who");
  assert.deepEqual(faultsOf({ setup, scan: typed, entered }), {});
  assert.deepEqual(faultsOf({ setup, scan, entered: nobody }), {});
});

test("words where a number belongs are a fault at that field", () => {
  const wrong = { ...entered, answers: { ...entered.answers, budget: "about ten" } };

  assert.deepEqual(faultsOf({ setup, scan, entered: wrong }), { "answer-budget": "number" });
});

test("a day without a step is a fault at the step", () => {
  const wrong = { ...entered, next_what: "" };

  assert.deepEqual(faultsOf({ setup, scan, entered: wrong }), { next_what: "step" });
});

for (const [text, number] of [
  ["1250", 1250], ["1,250", 1250], ["1 250.5", 1250.5], ["1,250,000", 1250000], ["1250,5", 1250.5],
  ["0.125", 0.125], ["-3", -3], ["about ten", null], ["1.2.3", null], ["", null],
]) {
  test(`"${text}" is ${number === null ? "no number" : `the number ${number}`}`, () => {
    assert.equal(numberOf(text), number);
  });
}

test("what was answered at this show before is not required again", () => {
  const silent = { ...entered, answers: {} };

  assert.deepEqual(faultsOf({ setup, scan, entered: silent }), { "answer-role": "required" });
  assert.deepEqual(faultsOf({ setup, scan, entered: silent, answered: ["role"] }), {});
});

test("a capture changed on the screen of another show keeps its show and what that asked", () => {
  const before = { ...capture(), consent: { wording_id: "w1", given: true, language: "en" } };
  const another = {
    ...setup, show: { id: "another" }, chips: [], products: [], qualifiers: [], wording: null,
  };

  const changed = captureOf({
    setup: another, scan, touched: new Set(["name"]), before,
    entered: { ...enteredOf(before), chips: [], products: [], answers: {}, rating: "cold" },
  });

  assert.deepEqual(changed, { ...before, rating: "cold" });
});

test("what was changed too late is added by what differs", () => {
  const before = capture();
  const after = capture({ chips: ["c1", "c2"], note: "called back", name: "Anna Weber-Lee" });

  const added = differenceOf(before, { ...after, capture_id: "next" });

  assert.deepEqual([added.capture_id, added.adds_to, added.payload_b64], ["next", "id", null]);
  assert.deepEqual(added.interactions, [{ kind: "demo", chip_id: "c1" }]);
  assert.deepEqual([added.note, added.fields], ["called back", { name: "Anna Weber-Lee" }]);
  assert.deepEqual([added.rating, added.products, added.answers], [null, [], {}]);
  assert.deepEqual([added.next_step, added.consent], [null, null]);
});

test("where nothing differs, nothing is added", () => {
  assert.equal(differenceOf(capture(), capture()), null);
});

test("a refused capture comes back as it was entered", () => {
  const again = captureOf({ setup, scan, entered: enteredText(capture()), touched: new Set(["name"]) });

  assert.deepEqual(again, capture());
});

/** A form gives texts where a capture has numbers. */
function enteredText(stored) {
  const back = enteredOf(stored);
  return { ...back, answers: { ...back.answers, budget: String(back.answers.budget) } };
}

test("a payload of any bytes survives the way as text", () => {
  const bytes = Uint8Array.from({ length: 10_000 }, (_, at) => at % 256);

  assert.deepEqual(bytesOf(base64(bytes)), bytes);
});

test("a typed badge number is a payload of its own bytes", () => {
  assert.equal(new TextDecoder().decode(bytesOf(typedPayload("展商-7"))), "展商-7");
});

test("today is today at the show, whatever the phone thinks", () => {
  const lateInBerlin = Date.UTC(2026, 10, 21, 20);

  assert.equal(dayIn(0, "Europe/Berlin", lateInBerlin), "2026-11-21");
  assert.equal(dayIn(0, "Asia/Shanghai", lateInBerlin), "2026-11-22");
  assert.equal(dayIn(7, "Asia/Shanghai", lateInBerlin), "2026-11-29");
});

for (const [name, letters] of [
  ["Anna Weber", "AW"], ["Anna Maria Weber", "AW"], ["Madonna", "M"], ["陈美玲", "美玲"], ["", ""],
]) {
  test(`"${name}" is known by "${letters}"`, () => {
    assert.equal(lettersOf(name), letters);
  });
}

test("a photo is enough to save a visitor whom nobody has typed yet", () => {
  const blank = { setup: { ...setup, qualifiers: [] }, scan: { source: "photo" }, entered: NOTHING };

  assert.deepEqual(faultsOf({ ...blank, photos: ["p1"] }), {});
  assert.deepEqual(faultsOf(blank), { name: "who" });
});

test("a capture names its photos", () => {
  const made = captureOf({ setup, scan, entered, touched: new Set(), photos: ["p1"] });

  assert.deepEqual(made.photos, ["p1"]);
});
