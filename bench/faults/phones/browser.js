/** A page of the real application in a browser of our own, which can die between any two steps. */

import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import vm from "node:vm";

import * as idb from "fake-indexeddb";

import { Elements } from "./elements.js";

const ROOT = resolve(import.meta.dirname, "../../..");
const IDB_CLASSES = Object.fromEntries(Object.entries(idb).filter(([name]) => /^IDB/.test(name)));
const GIVEN = {
  console, Event, EventTarget, CustomEvent, AbortController, AbortSignal, DOMException, Blob,
  Headers, Response, Request, URL, URLSearchParams, TextEncoder, TextDecoder, atob, btoa,
  structuredClone, queueMicrotask,
};
const SHOWN = "https://showfloor.test";
const NEVER = new Promise(() => {});
const CLOCK = new vm.Script(`(now) => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(now()); }
    static now() { return now(); }
    toLocaleTimeString() { return this.toISOString().slice(11, 16); } // in any language, and fast
  };
}`);

/** What a page of this version of the application runs. */
export const PRESENT = { name: "present", edited: (_path, source) => source };

// The page's own scripts, and the parts of the capture screen that a hand would reach through it.
const ENTRY = `
import "/static/offline/pill.js";
export { outbox, sync, store } from "/static/offline/post.js";
export { uuid7 } from "/static/offline/uuid7.js";
export { captureOf, labelOf, NOTHING } from "/static/capture/captured.js";
export { differenceOf } from "/static/capture/changed.js";
`;

const sources = new Map();

export class Page {
  isAlive = true;
  isReady = false;
  wrongSince = null;
  parts = null;
  connections = new Set();
  #phone;
  #events = new EventTarget();
  #elements;
  #modules = new Map();
  #code;
  #context;

  constructor(phone, code) {
    this.#phone = phone;
    this.#code = code;
    this.#elements = new Elements({ member: phone.member.id, exhibitor: phone.exhibitor });
    this.#context = vm.createContext(this.#world());
    CLOCK.runInContext(this.#context)(() => phone.clock);
    vm.runInContext("(random) => { Math.random = random; }", this.#context)(phone.chance.random);
  }

  async load() {
    const entry = new vm.SourceTextModule(ENTRY, { context: this.#context, identifier: "/entry" });
    await entry.link((name, from) => this.#module(name, from.identifier));
    await entry.evaluate();
    this.parts = entry.namespace;
    this.isReady = true;
    return this;
  }

  /** What the pill says: null while it says nothing. */
  get pill() {
    return this.#elements.pill;
  }

  hear(kind) {
    this.#events.dispatchEvent(new Event(kind));
  }

  /** The process is gone: nothing of it runs on, what it had not finished writing is undone. */
  die() {
    this.isAlive = false;
    for (const connection of this.connections) {
      for (const open of [...connection._rawDatabase.transactions]) {
        if (open.db === connection && open._state !== "finished") open._abort("AbortError");
      }
      connection.close();
    }
  }

  /** A promise that is kept only while the page is alive. */
  whileAlive(promise) {
    const alive = (value) => (this.isAlive ? value : NEVER);
    return promise.then(alive, (problem) => (this.isAlive ? Promise.reject(problem) : NEVER));
  }

  #world() {
    const phone = this.#phone;
    const timers = new Map();
    const world = {
      ...GIVEN,
      ...IDB_CLASSES,
      document: this.#elements.document(this.#events),
      location: new URL("https://showfloor.test/captures/new"),
      addEventListener: (...given) => this.#events.addEventListener(...given),
      removeEventListener: (...given) => this.#events.removeEventListener(...given),
      dispatchEvent: (event) => this.#events.dispatchEvent(event),
      matchMedia: () => ({ matches: false, addEventListener() {} }),
      performance: { now: () => phone.time.now },
      navigator: phone.navigatorOf(this),
      crypto: phone.cryptography(this),
      indexedDB: phone.disk(this),
      BroadcastChannel: phone.channels.endFor(this),
      fetch: (url, init) => this.whileAlive(phone.fetch(this, url, init)),
      setTimeout: (work, wait = 0) => {
        const plan = phone.time.after(wait, () => this.isAlive && work());
        timers.set(timers.size + 1, plan);
        return timers.size;
      },
      clearTimeout: (id) => phone.time.cancel(timers.get(id)),
      setInterval: () => 0, // what a page looks at from time to time, it is told of by hear()
      clearInterval: () => {},
    };
    world.self = world;
    return world;
  }

  async #module(name, from) {
    const path = name.startsWith("/") ? name : resolve(dirname(from), name);
    if (!this.#modules.has(path)) {
      const module = new vm.SourceTextModule(this.#source(path), {
        context: this.#context,
        identifier: path,
        initializeImportMeta: (meta) => Object.assign(meta, { url: SHOWN + path }),
      });
      this.#modules.set(path, module);
    }
    return this.#modules.get(path);
  }

  #source(path) {
    if (!sources.has(path)) sources.set(path, readFileSync(resolve(ROOT, `.${path}`), "utf-8"));
    return this.#code.edited(path, sources.get(path));
  }
}
