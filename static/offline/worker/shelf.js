/** What the phone keeps: the files of a version beside the pages made for them, one cache a version. */

const OURS = "showfloor ";
const VERSION = "Showfloor-Version";
const MARK = "Showfloor-Page";

export class Shelf {
  #caches;
  #version;
  #name;
  #era = 0;
  #turn = Promise.resolve();

  constructor({ caches, version }) {
    this.#caches = caches;
    this.#version = version;
    this.#name = OURS + version;
  }

  /** Our own answer, of this version: not a captive portal's, and not the next version's. */
  isMine(answer) {
    return answer.status === 200 && answer.headers.get(VERSION) === this.#version;
  }

  isAnotherVersion(answer) {
    const version = answer.headers.get(VERSION);
    return Boolean(version) && version !== this.#version;
  }

  async holds(address) {
    return Boolean(await (await this.#mine()).match(address));
  }

  async keepFile(address, answer) {
    await (await this.#mine()).put(address, answer);
  }

  /** A file of whatever version is asked for: its address says which. */
  file(address) {
    return this.#caches.match(address);
  }

  /** The kept page, of this version or of one before. */
  async page(path) {
    for (const name of await this.#names()) {
      const page = await (await this.#caches.open(name)).match(path);
      if (page) return page;
    }
    return undefined;
  }

  /** A moment to compare with: whoever comes or goes begins another era. */
  get era() {
    return this.#era;
  }

  /** Keeps a page asked for in this era, in place of any other. True where it says something new. */
  keepPage(path, answer, era) {
    const mark = answer.headers.get(MARK);
    if (!mark || !this.isMine(answer)) return false;
    return this.#inTurn(async () => {
      if (era !== this.#era) return false;
      const before = await this.page(path);
      await this.keepFile(path, answer);
      await this.#removeAll([path], await this.#others());
      return before?.headers.get(MARK) !== mark;
    });
  }

  /** Takes the pages away, and gives them to whoever may want to put them back. */
  takePages(paths) {
    this.#era += 1;
    return this.#inTurn(async () => {
      const found = await Promise.all(paths.map((path) => this.page(path)));
      await this.#removeAll(paths, await this.#names());
      return paths.map((path, place) => [path, found[place]]).filter(([, page]) => page);
    });
  }

  /** Puts pages back that nobody has replaced since. */
  putBack(taken) {
    return this.#inTurn(async () => {
      for (const [path, page] of taken) {
        if (!(await this.page(path))) await this.keepFile(path, page);
      }
    });
  }

  /** Removes old versions, but not the one before, whose pages may be open, nor one with a kept page. */
  async tidy(paths) {
    const [, ...older] = await this.#others();
    for (const name of older) {
      const cache = await this.#caches.open(name);
      const pages = await Promise.all(paths.map((path) => cache.match(path)));
      if (!pages.some(Boolean)) await this.#caches.delete(name);
    }
  }

  async #names() {
    return [this.#name, ...(await this.#others())];
  }

  /** The caches of other versions, the newest first. */
  async #others() {
    const names = await this.#caches.keys();
    return names.filter((name) => name.startsWith(OURS) && name !== this.#name).reverse();
  }

  #mine() {
    return this.#caches.open(this.#name);
  }

  async #removeAll(paths, names) {
    for (const name of names) {
      const cache = await this.#caches.open(name);
      for (const path of paths) await cache.delete(path);
    }
  }

  #inTurn(work) {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => {});
    return done;
  }
}
