/** As much of a document as the scripts of a page touch: elements that hold what is set on them. */

class Element {
  hidden = true;
  textContent = "";
  value = "";
  #parts = new Map();
  #attributes = new Map();
  classList = { add() {}, remove() {}, toggle() {}, contains: () => false };

  constructor(dataset = {}) {
    this.dataset = dataset;
  }

  querySelector(selector) {
    if (!this.#parts.has(selector)) this.#parts.set(selector, new Element());
    return this.#parts.get(selector);
  }

  querySelectorAll() {
    return [];
  }

  setAttribute(name, value) {
    this.#attributes.set(name, value);
  }

  getAttribute(name) {
    return this.#attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.#attributes.has(name);
  }

  removeAttribute(name) {
    this.#attributes.delete(name);
  }

  closest() {
    return null;
  }

  append() {}
  replaceChildren() {}
  addEventListener() {}
  removeEventListener() {}
  dispatchEvent() {
    return true;
  }
}

/** Texts that say which of them they are: the pill's words in any language would do. */
function words(who) {
  const set = {
    sync: "/captures/sync",
    report: "/devices/report",
    missing: "/captures/missing",
    copies: "/captures/copies",
    language: "en",
    ...who,
  };
  return new Proxy(set, {
    get: (target, name) => target[name] ?? `${String(name)} {count} {time}`,
  });
}

export class Elements {
  #known;

  /** `who` is signed in as the page is made: their member and exhibitor. */
  constructor(who) {
    this.#known = new Map([["outbox", new Element(words(who))]]);
  }

  /** {state, text} of what the head of the page shows of the outbox; null while it is hidden. */
  get pill() {
    const pill = this.#known.get("outbox");
    if (pill.hidden) return null;
    return { state: pill.dataset.state, text: pill.querySelector("[data-text]").textContent };
  }

  document(events) {
    return {
      visibilityState: "visible",
      hidden: false,
      documentElement: new Element(),
      body: new Element(),
      getElementById: (id) => this.#element(id),
      querySelector: (selector) => this.#element(selector),
      querySelectorAll: (selector) => (selector === "[data-outbox]" ? [this.#element("outbox")] : []),
      createElement: () => new Element(),
      addEventListener: (...given) => events.addEventListener(...given),
      removeEventListener: (...given) => events.removeEventListener(...given),
      dispatchEvent: (event) => events.dispatchEvent(event),
    };
  }

  #element(id) {
    if (!this.#known.has(id)) this.#known.set(id, new Element());
    return this.#known.get(id);
  }
}
