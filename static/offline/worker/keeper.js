/** The worker's deeds: installs a version, opens kept pages, renews them, lets go of them. */

import { FILE, FORM, KEPT, PAGE, courseOf, fateOf } from "./course.js";

const PATIENCE = 4_000;
// Whoever is not signed in gets an error, instead of a way to the sign-in page and back here.
const BEHIND = { headers: { Accept: "text/html, application/json" }, redirect: "manual", cache: "no-store" };

export class Keeper {
  #kept;
  #shelf;
  #fetch;
  #timers;
  #told;
  #language;

  /** `told` hears "renewed" (a kept page says something new) and "outdated" (the server has a new version). */
  constructor({ kept, shelf, fetch, told = () => {}, language = "en", timers = globalThis }) {
    this.#kept = kept;
    this.#shelf = shelf;
    this.#fetch = fetch;
    this.#told = told;
    this.#language = language;
    this.#timers = timers;
  }

  /** Fetches every file of the version; what an attempt before has brought is not fetched again. */
  async install() {
    await Promise.all(this.#kept.files.map((address) => this.#install(address)));
  }

  async takeOver() {
    await this.#shelf.tidy(this.#kept.pages);
    await this.renew();
  }

  /** The answer to a request, or null where the browser does without us. `later` is given work that
   *  may go on after the answer. */
  answer(request, { origin, later }) {
    switch (courseOf(request, { origin, pages: this.#kept.pages })) {
      case FILE:
        return this.#file(request);
      case KEPT:
        return this.#open(request, new URL(request.url).pathname, later);
      case PAGE:
        return this.#page(request, later);
      case FORM:
        return this.#form(request, later);
      default:
        return null;
    }
  }

  /** Fetches the kept pages anew, behind whatever is shown. */
  async renew(paths = this.#kept.pages) {
    await Promise.all(paths.map((path) => this.#renew(path).catch(() => {})));
  }

  async #install(address) {
    if (await this.#shelf.holds(address)) return;
    let answer = await this.#fetch(address, { credentials: "omit" });
    if (!this.#shelf.isMine(answer)) answer = await this.#fetch(address, { credentials: "omit", cache: "reload" });
    if (!this.#shelf.isMine(answer)) throw new Error(`${address} is not of version ${this.#kept.version}`);
    await this.#shelf.keepFile(address, answer);
  }

  async #file(request) {
    return (await this.#shelf.file(request.url)) ?? this.#fetch(request);
  }

  async #open(request, path, later) {
    const kept = await this.#shelf.page(path);
    if (kept) {
      later(this.renew([path]));
      return kept;
    }
    const era = this.#shelf.era;
    const answer = await this.#orOffline(this.#inTime(this.#fetch(request)));
    later(this.#keep(path, answer.clone(), era));
    return answer;
  }

  async #page(request, later) {
    const answer = await this.#orOffline(this.#inTime(this.#fetch(request)));
    if (answer.ok) later(this.#fetchMissing());
    return answer;
  }

  /** The request itself goes on: a redirect that a worker has followed is no answer to a navigation. */
  async #form(request, later) {
    const fate = fateOf(request);
    if (fate.isAnothers) return this.#orOffline(this.#sendAsAnother(request, fate));
    const answer = await this.#orOffline(this.#fetch(request));
    if (fate.isStale) later(this.renew());
    return answer;
  }

  async #sendAsAnother(request, { isFinal }) {
    const taken = await this.#shelf.takePages(this.#kept.pages);
    let isDone = isFinal;
    try {
      const answer = await this.#fetch(request);
      isDone ||= answer.type === "opaqueredirect"; // a form that was not taken is shown again
      return answer;
    } finally {
      if (isDone) await this.#shelf.takePages(this.#kept.pages);
      else await this.#shelf.putBack(taken);
    }
  }

  async #renew(path) {
    const era = this.#shelf.era;
    await this.#keep(path, await this.#inTime(this.#fetch(path, BEHIND)), era);
  }

  async #keep(path, answer, era) {
    if (this.#shelf.isAnotherVersion(answer)) this.#told("outdated");
    if (await this.#shelf.keepPage(path, answer, era)) this.#told("renewed");
  }

  async #fetchMissing() {
    const missing = [];
    for (const path of this.#kept.pages) if (!(await this.#shelf.page(path))) missing.push(path);
    await this.renew(missing);
  }

  async #orOffline(answering) {
    return answering.catch(async (problem) => {
      const page = await this.#shelf.file(this.#kept.offline[await this.#spoken()]);
      if (page) return page;
      throw problem;
    });
  }

  /** The member's language; before there is a member, the browser's. */
  async #spoken() {
    const page = await this.#shelf.page(this.#kept.pages[0]);
    return page?.headers.get("Content-Language") ?? this.#language;
  }

  async #inTime(answering) {
    let timer;
    const late = new Promise((_resolve, reject) => {
      timer = this.#timers.setTimeout(() => reject(new Error("late")), PATIENCE);
    });
    return Promise.race([answering, late]).finally(() => this.#timers.clearTimeout(timer));
  }
}
