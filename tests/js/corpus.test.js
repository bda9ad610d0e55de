import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { preview } from "../../static/capture/preview.js";

const CORPUS = readFileSync(new URL("../badges/corpus.jsonl", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((line) => JSON.parse(line));
const SHOWN = { name: "name", company: "company", job_title: "job_title", badge_number: "badge_id" };

const raw = ({ payload, payload_b64 }) =>
  payload_b64 ? Uint8Array.from(Buffer.from(payload_b64, "base64")) : new TextEncoder().encode(payload);
const shown = (example) => preview(raw(example), example.mapping);
const named = CORPUS.filter(({ expected }) => expected.name && !expected.name_is_guess);
const shareOf = (examples, field) =>
  examples.filter((example) => shown(example)[field] === example.expected[field]).length / examples.length;

for (const example of CORPUS) {
  test(`${example.name}: what the phone shows is what the server reads, or nothing`, () => {
    const said = shown(example);

    const wrong = Object.entries(SHOWN)
      .filter(([field, read]) => said[field] && said[field] !== (example.expected[read] ?? ""))
      .map(([field, read]) => [field, said[field], example.expected[read]]);
    assert.deepEqual(wrong, []);
  });
}

test("the phone shows most of the names that the server reads", () => {
  assert.ok(shareOf(named, "name") >= 0.67, `${shareOf(named, "name")}`);
});

for (const [kinds, least] of [[["vcard"], 0.89], [["mecard", "bizcard"], 1], [["json"], 0.5], [["keyvalue"], 0.9]]) {
  test(`the phone shows the names of ${kinds.join(" and ")} nearly as the server does`, () => {
    const examples = named.filter(({ kind }) => kinds.includes(kind));

    assert.ok(shareOf(examples, "name") >= least, `${shareOf(examples, "name")}`);
  });
}

test("a mapped badge is shown as the server reads it", () => {
  assert.equal(shareOf(named.filter(({ mapping }) => mapping), "name"), 1);
});

test("a payload that is cut anywhere is shown, not thrown", () => {
  const cuts = CORPUS.flatMap((example) => {
    const bytes = raw(example);
    return Array.from(bytes, (_, at) => preview(bytes.subarray(0, at), example.mapping).text);
  });

  assert.ok(cuts.every((text) => typeof text === "string"));
});

test("eight kilobytes of any repeated sign are looked at in a moment", () => {
  const begin = performance.now();
  for (const sign of ["a", "=", ":", ";", "^", "@", "{", '"', "BEGIN:VCARD\n ", "N:\\;", "=C3", "a=b&", "https://", " <"]) {
    preview(new TextEncoder().encode(sign.repeat(Math.ceil(8192 / sign.length))));
    preview(new TextEncoder().encode("MECARD:" + sign.repeat(8192 / sign.length)));
  }

  assert.ok(performance.now() - begin < 2000, `${performance.now() - begin} ms`);
});
