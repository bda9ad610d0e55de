import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync } from "node:zlib";

import { packed } from "../../static/offline/packed.js";

const LONG = JSON.stringify({ captures: Array(50).fill({ note: "Wants the line by spring, 二期" }) });

function request(body) {
  return { url: "/captures/sync", method: "POST", headers: { Accept: "application/json" }, body };
}

test("a long text is sent packed, and is the same when it is unpacked", async () => {
  const sent = await packed(request(LONG.repeat(3)));

  assert.equal(gunzipSync(sent.body).toString(), LONG.repeat(3));
  assert.deepEqual(sent.headers, { Accept: "application/json", "Content-Encoding": "gzip" });
  assert.ok(sent.body.byteLength < LONG.length);
});

test("a short text goes as it is", async () => {
  const short = request("{}");

  assert.equal(await packed(short), short);
});

test("a picture goes as it is", async () => {
  const picture = request(new Uint8Array(100_000));

  assert.equal(await packed(picture), picture);
});

test("a browser that cannot pack sends the text as it is", async (t) => {
  const able = globalThis.CompressionStream;
  t.after(() => (globalThis.CompressionStream = able));
  globalThis.CompressionStream = undefined;
  const long = request(LONG.repeat(3));

  assert.equal(await packed(long), long);
});

test("where packing breaks, the text goes as it is", async (t) => {
  const able = globalThis.CompressionStream;
  t.after(() => (globalThis.CompressionStream = able));
  globalThis.CompressionStream = class {
    constructor() {
      throw new TypeError("gzip is not supported");
    }
  };
  const long = request(LONG.repeat(3));

  assert.equal(await packed(long), long);
});
