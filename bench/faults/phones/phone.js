/** A phone at the booth: its disk, its clock, who is signed in, its open pages, and its hands. */

import { webcrypto } from "node:crypto";

import { Page, PRESENT } from "./browser.js";
import { Disk } from "./disk.js";
import { Channels } from "./tabs.js";

export class Phone {
  pages = [];
  faults = [];
  heldBack = [];
  isOffline = false;
  clockIsOff = 0;
  code = PRESENT;
  #network;
  #disk;
  #crypto = Promise.resolve();

  constructor({ number, time, chance, network, member, exhibitor, locks, found }) {
    Object.assign(this, { number, time, chance, member, exhibitor, locks });
    this.cookie = member.token;
    this.#network = network;
    this.#disk = new Disk(found);
    this.channels = new Channels(time);
  }

  get clock() {
    return this.time.now + this.clockIsOff;
  }

  get rows() {
    return this.#disk.rows();
  }

  async open(code = this.code) {
    const page = new Page(this, code);
    this.pages.push(page);
    return page.load();
  }

  kill(page) {
    page.die();
    this.pages = this.pages.filter((each) => each !== page);
    this.locks.release(page);
    this.channels.release(page);
  }

  hear(kind) {
    for (const page of this.pages) page.hear(kind);
  }

  // What a page of this phone finds around it.

  disk(page) {
    return this.#disk.endFor(page);
  }

  fetch(page, url, init) {
    return this.#network.fetch(this, page, url, init);
  }

  navigatorOf(page) {
    const phone = this;
    return {
      locks: this.locks.endFor(page),
      language: "en",
      userAgent: "Booth Phone",
      storage: { persist: async () => true, persisted: async () => true, estimate: async () => ({}) },
      get onLine() {
        return !phone.isOffline;
      },
    };
  }

  /** The real thing, one operation after the other, so that they end in the same order each time. */
  cryptography(page) {
    const { chance, time } = this;
    const inTurn = (name) => (...given) => {
      const work = this.#crypto.then(() => webcrypto.subtle[name](...given));
      this.#crypto = work.catch(() => {});
      return page.whileAlive(time.outside(work));
    };
    return {
      getRandomValues: chance.fill,
      subtle: new Proxy({}, { get: (_, name) => inTurn(name) }),
    };
  }
}
