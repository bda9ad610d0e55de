import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Keeper } from "../../static/offline/worker/keeper.js";
import { Shelf } from "../../static/offline/worker/shelf.js";
import { MemoryCaches, ORIGIN, portal, Server, visit } from "./cupboard.js";
import { Timers } from "./shelf.js";

const CAPTURE = "/captures/new";
const CHANGED_NOTHING = () => new Response("The password is wrong", { status: 422 });

let caches, server, told, timers;

beforeEach(() => {
  caches = new MemoryCaches();
  server = new Server();
  timers = new Timers();
  told = [];
});

function keeperOf(version) {
  return new Keeper({
    kept: {
      version,
      files: [`/static/${version}/page.js`, "/offline/en", "/offline/zh-Hans"],
      pages: [CAPTURE],
      offline: { en: "/offline/en", "zh-Hans": "/offline/zh-Hans" },
    },
    shelf: new Shelf({ caches, version }),
    fetch: server.fetch,
    told: (what) => told.push(what),
    timers,
  });
}

/** A worker that has been there for a while. */
async function settled(version = "v1") {
  const keeper = keeperOf(version);
  await keeper.install();
  await keeper.takeOver();
  server.asked.length = 0;
  return keeper;
}

/** What the browser shows, once all that goes on behind it is done. */
async function shown(keeper, request) {
  const going = [];
  const answer = await keeper.answer(request, { origin: ORIGIN, later: (work) => going.push(work) });
  const text = await answer.text();
  await Promise.all(going);
  return text;
}

test("Capture opens without a network", async () => {
  const keeper = await settled();
  server.isReachable = false;

  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam");
});

test("Capture opens from the phone first, and what is new is there the next time", async () => {
  const keeper = await settled();
  server.member = "Sam Okafor";

  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam");
  assert.deepEqual(told, ["renewed", "renewed"]);
  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam Okafor");
});

test("a page that does not come in four seconds gives way to one that says so", async () => {
  const keeper = await settled();
  server.instead.set("/leads", () => new Promise(() => {}));

  const answering = shown(keeper, visit("/leads"));
  timers.run(4_000);

  assert.equal(await answering, "/offline/en of v1");
});

test("the page that says there is no network speaks the member's language", async () => {
  const keeper = await settled();
  const cache = await caches.open("showfloor v1");
  cache.answers.get(CAPTURE).headers.set("Content-Language", "zh-Hans");
  server.isReachable = false;

  assert.equal(await shown(keeper, visit("/leads")), "/offline/zh-Hans of v1");
});

test("a captive portal's page is never kept as Capture", async () => {
  const keeper = await settled();
  server.instead.set(CAPTURE, portal);

  await shown(keeper, visit(CAPTURE));

  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam");
});

test("a captive portal's page is never kept as one of our files", async () => {
  server.instead.set("/static/v1/page.js", portal);

  await assert.rejects(keeperOf("v1").install());
});

test("an installation that was cut goes on where it stopped", async () => {
  server.instead.set("/offline/zh-Hans", () => Promise.reject(new TypeError("cut")));
  await assert.rejects(keeperOf("v1").install());
  server.instead.clear();
  server.asked.length = 0;

  await keeperOf("v1").install();

  assert.deepEqual(server.asked, ["/offline/zh-Hans"]);
});

test("an expired sign-in leaves Capture on the phone", async () => {
  const keeper = await settled();
  server.member = null;

  await shown(keeper, visit(CAPTURE));

  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam");
});

for (const path of ["/sign-out", "/sign-in", "/join/secret", "/setup", "/language", "/profile", "/shows/0190/choice"]) {
  test(`POST ${path} takes Capture away before the request goes out`, async () => {
    const keeper = await settled();
    let before;
    server.instead.set(path, async () => {
      before = await caches.match(CAPTURE);
      return server.answer(path, "POST");
    });

    await shown(keeper, visit(path, "POST"));

    assert.equal(before, undefined);
    assert.equal(await caches.match(CAPTURE), undefined);
  });
}

test("a form that was not taken gives Capture back", async () => {
  const keeper = await settled();
  server.instead.set("/sign-in", CHANGED_NOTHING);

  await shown(keeper, visit("/sign-in", "POST"));

  assert.equal(await shown(keeper, visit(CAPTURE)), "Capture for Sam");
});

test("a sign-out that did not reach the server takes Capture away all the same", async () => {
  const keeper = await settled();
  server.isReachable = false;

  assert.equal(await shown(keeper, visit("/sign-out", "POST")), "/offline/en of v1");
  assert.equal(await caches.match(CAPTURE), undefined);
});

test("a page asked for before a sign-out is not kept after it", async () => {
  const keeper = await settled();
  let arrive;
  server.instead.set(CAPTURE, () => new Promise((resolve) => { arrive = resolve; }));
  const renewing = keeper.renew();

  await shown(keeper, visit("/sign-out", "POST"));
  arrive(server.answer(CAPTURE, "GET"));
  await renewing;

  assert.equal(await caches.match(CAPTURE), undefined);
});

test("a page asked for while somebody else signs in is not kept after it", async () => {
  const keeper = await settled();
  server.instead.set("/sign-in", async () => {
    await keeper.renew();
    return server.answer("/sign-in", "POST");
  });

  await shown(keeper, visit("/sign-in", "POST"));

  assert.equal(await caches.match(CAPTURE), undefined);
});

test("a changed set-up of a show is fetched behind the form that changed it", async () => {
  const keeper = await settled();
  server.member = "Sam Okafor";

  await shown(keeper, visit("/shows/0190/chips", "POST"));

  assert.equal(await (await caches.match(CAPTURE)).text(), "Capture for Sam Okafor");
});

test("an old version's files stay beside the new one's, and each page gets its own", async () => {
  server.member = null;
  await settled("v1");
  server.version = "v2";
  const keeper = await settled("v2");
  server.isReachable = false;

  assert.equal(await shown(keeper, visit("/static/v1/page.js", "GET", "cors")), "/static/v1/page.js of v1");
  assert.equal(await shown(keeper, visit("/static/v2/page.js", "GET", "cors")), "/static/v2/page.js of v2");
});

test("the version before the last goes", async () => {
  await settled("v1");
  server.version = "v2";
  await settled("v2");
  server.version = "v3";

  await settled("v3");

  assert.deepEqual(await caches.keys(), ["showfloor v2", "showfloor v3"]);
});

test("a version whose Capture is the only one there is stays, however old", async () => {
  await settled("v1");
  server.member = null;
  for (const version of ["v2", "v3"]) {
    server.version = version;
    await settled(version);
  }

  assert.equal(await (await caches.match(CAPTURE)).text(), "Capture for Sam");
  assert.ok(await caches.match("/static/v1/page.js"));
});

test("the next version's page waits for the next version's files", async () => {
  const keeper = await settled("v1");
  server.version = "v2";

  await shown(keeper, visit(CAPTURE));

  assert.equal((await caches.match(CAPTURE)).headers.get("Showfloor-Version"), "v1");
  assert.ok(told.includes("outdated"));
});

test("sign-out leaves no Capture of any version", async () => {
  await settled("v1");
  server.version = "v2";
  server.instead.set(CAPTURE, portal);
  const keeper = await settled("v2");

  await shown(keeper, visit("/sign-out", "POST"));

  assert.equal(await caches.match(CAPTURE), undefined);
});
