import assert from "node:assert/strict";
import { test } from "node:test";

import { Directory, normalNumber } from "../../static/offline/directory.js";

const OLD = "01900000-0000-7000-8000-000000000001";
const NEW = "01900000-0000-7000-8000-000000000002";
const LINES = "r-2001\tTilda Bergmann\tNordlicht Optik GmbH\nr-2002\t\tFjord AB\n10\tRuben Castro\tOlivar SA";

class Shelf {
  parts = new Map();

  async directoryPart(part) {
    return this.parts.get(part);
  }

  async keepDirectory(parts) {
    this.parts = new Map(parts.map((part) => [part.part, part]));
  }
}

function setupOf({ member = "sam", show = "canton", version = OLD } = {}) {
  const directory = version && { url: "/copy", version };
  return { member: { id: member }, show: { id: show }, directory };
}

function phone({ store = new Shelf(), lines = LINES, status = 200, headers = {}, ...setup } = {}) {
  const asked = [];
  const answered = { "Showfloor-Directory": setup.version ?? OLD, ...headers };
  const fetch = async (url) => {
    asked.push(url);
    if (status === 0) throw new TypeError("no network");
    return new Response(lines, { status, headers: answered });
  };
  return { store, asked, directory: new Directory({ store, fetch, setup: setupOf(setup) }) };
}

async function followed(options) {
  const made = phone(options);
  await made.directory.follow();
  return made;
}

test("a number on the list has a name without a network", async () => {
  const { directory } = await followed();

  assert.deepEqual(await directory.wearerOf("R-2001"), { name: "Tilda Bergmann", company: "Nordlicht Optik GmbH" });
  assert.deepEqual(await directory.wearerOf("R-2002"), { name: "", company: "Fjord AB" });
});

test("a number is found however the code writes it, and only as a whole", async () => {
  const { directory } = await followed();

  assert.equal((await directory.wearerOf(" *r-2001* ")).name, "Tilda Bergmann");
  for (const other of ["2001", "R-200", "0", "", "R-20010"]) assert.equal(await directory.wearerOf(other), null);
});

test("a list that is there is not fetched again", async () => {
  const { store } = await followed();
  const { asked } = await followed({ store });

  assert.deepEqual(asked, []);
});

test("a newer list takes the place of the one before", async () => {
  const { store } = await followed();
  const { directory } = await followed({ store, version: NEW, lines: "r-3\tPia Lund\t" });

  assert.equal((await directory.wearerOf("R-3")).name, "Pia Lund");
  assert.equal(await directory.wearerOf("R-2001"), null);
});

for (const [whose, change] of [["member", { member: "lin" }], ["show", { show: "munich" }]]) {
  test(`another ${whose} is shown nothing, and the list is gone even without a network`, async () => {
    const { store } = await followed();
    const { directory } = phone({ store, status: 0, ...change });

    assert.equal(await directory.wearerOf("R-2001"), null);
    await assert.rejects(directory.follow());
    assert.equal(store.parts.size, 0);
  });
}

test("a list that phones may no longer keep is forgotten", async () => {
  const { store } = await followed();
  await followed({ store, version: null });

  assert.equal(store.parts.size, 0);
});

for (const status of [401, 403, 404]) {
  test(`an answer of ${status} to a newer list takes the old one off the phone`, async () => {
    const { store } = await followed();
    await followed({ store, version: NEW, status });

    assert.equal(store.parts.size, 0);
  });
}

test("a captive portal's page is no list", async () => {
  const { store } = await followed();
  const { directory } = phone({ store, version: NEW, lines: "<html>", headers: { "Showfloor-Directory": "" } });

  await directory.follow();

  assert.equal((await directory.wearerOf("R-2001")).name, "Tilda Bergmann");
});

test("who signs out leaves no list behind", async () => {
  const { store, directory } = await followed();

  await directory.forget();

  assert.equal(store.parts.size, 0);
});

test("a look into a list of a hundred thousand takes no time", async () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `r${at}\tAnna Weber ${at}\tFjord AB`).join("\n");
  const { directory } = await followed({ lines });
  const begin = performance.now();

  assert.equal((await directory.wearerOf("R99999")).name, "Anna Weber 99999");
  assert.ok(performance.now() - begin < 50);
});

for (const [written, normal] of [
  ["R-1001", "r-1001"], ["*0042*", "0042"], ["Ｒ１", "r1"], ["a b c", "abc"],
  ["URN:UUID:01900000-0000-7000-8000-000000000001", "01900000000070008000000000000001"],
]) {
  test(`${written} is compared as ${normal}, as on the server`, () => {
    assert.equal(normalNumber(written), normal);
  });
}
