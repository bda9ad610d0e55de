import assert from "node:assert/strict";
import { test } from "node:test";

import { courseOf, FILE, FORM, KEPT, OTHER, PAGE } from "../../static/offline/worker/course.js";
import { ORIGIN, visit } from "./cupboard.js";

const HERE = { origin: ORIGIN, pages: ["/captures/new"] };

for (const [request, course] of [
  [visit("/captures/new"), KEPT],
  [visit("/captures/new#0190"), KEPT],
  [visit("/captures/new?adds_to=0190"), PAGE],
  [visit("/captures"), PAGE],
  [visit("/leads/0190"), PAGE],
  [visit("/exports/leads.csv"), OTHER],
  [visit("/leads", "GET", "cors"), OTHER],
  [visit("/captures/sync", "POST", "cors"), OTHER],
  [visit("/sign-out", "POST"), FORM],
  [visit("/leads/0190", "POST"), FORM],
  [visit("/static/v1/base/page.js", "GET", "cors"), FILE],
  [{ ...visit("/"), url: "https://elsewhere.example/captures/new" }, OTHER],
]) {
  test(`${request.method} ${request.url} (${request.mode}) is treated as ${course}`, () => {
    assert.equal(courseOf(request, HERE), course);
  });
}
