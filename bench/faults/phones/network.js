/** What lies between a phone and the server, and does its worst. */

const SYNC = "/captures/sync";
const PORTAL = "<html><title>Hall Wi-Fi</title><form>Accept the terms</form></html>";
const BAD_GATEWAY = "<html><h1>502 Bad Gateway</h1></html>";
const SLOWEST_HOLD = 90_000;

/** Faults that strike below the application: they travel with the request. */
const OF_THE_SERVER = new Set(["server_killed", "database_locked", "disk_full", "database_gone"]);

export class Network {
  #time;
  #host;
  #chance;
  #tell;
  #downUntil = 0;
  isCalm = false;

  /** `tell` hears of every request and answer, and of every fault that struck. */
  constructor({ time, host, chance, tell }) {
    this.#time = time;
    this.#host = host;
    this.#chance = chance;
    this.#tell = tell;
  }

  /** A page's fetch. */
  fetch(phone, page, url, init = {}) {
    const path = new URL(url, "https://showfloor.test").pathname;
    return new Promise((resolve, reject) => {
      const lost = () => reject(new TypeError("network"));
      init.signal?.addEventListener("abort", () => reject(init.signal.reason));
      if (phone.isOffline && !this.isCalm) {
        this.#time.after(this.#chance.whole(0, 50), lost);
        return;
      }
      const asked = { phone, page, path, init, cookie: phone.cookie, resolve, lost };
      const fault = path === SYNC && !this.isCalm ? phone.faults.shift() : undefined;
      if (path === SYNC) phone.heldBack.splice(0).forEach((send) => this.#time.after(400, send));
      if (path === SYNC) this.#tell.sent(asked, fault);
      this.#travel(asked, fault);
    });
  }

  #travel(asked, fault) {
    const kind = fault?.kind;
    if (kind && !OF_THE_SERVER.has(kind)) this.#tell.struck(kind);
    switch (kind) {
      case "request_dropped":
        return this.#later(asked.lost);
      case "captive_portal":
        return this.#later(() => asked.resolve(page(200, PORTAL)));
      case "portal_redirect":
        return this.#later(() => asked.resolve({ ...page(0, ""), type: "opaqueredirect" }));
      case "bad_gateway":
        if (fault.reaches) this.#reach(asked, null, () => {});
        return this.#later(() => asked.resolve(page(502, BAD_GATEWAY)));
      case "too_large_for_a_proxy":
        return this.#later(() => asked.resolve(page(413, BAD_GATEWAY)));
      case "delayed":
        this.#time.after(fault.up, () => this.#reach(asked, null, this.#home(asked, fault.down)));
        return undefined;
      case "reordered":
        return this.#holdBack(asked);
      default:
        return this.#later(() => this.#reach(asked, fault, this.#home(asked)), kind);
    }
  }

  /** The elder request arrives after the younger one. */
  #holdBack(asked) {
    let isSent = false;
    const send = () => {
      if (!isSent) this.#reach(asked, null, this.#home(asked));
      isSent = true;
    };
    asked.phone.heldBack.push(send);
    this.#time.after(SLOWEST_HOLD, send);
  }

  async #reach(asked, fault, home) {
    if (this.#time.now < this.#downUntil && !this.isCalm) return asked.lost();
    const { init, cookie, path } = asked;
    const frame = {
      do: "ask",
      now: this.#time.now,
      method: init.method ?? "GET",
      path,
      body: typeof init.body === "string" ? init.body : "",
      headers: { ...plain(init.headers), Cookie: `sign_in=${cookie}` },
      to: fault?.kind === "sent_twice_at_once" ? [0, 1] : [this.#chance.whole(0, 1)],
      copies: fault?.kind === "sent_twice_at_once" ? fault.copies : 1,
      fault: OF_THE_SERVER.has(fault?.kind) ? fault : null,
    };
    if (fault?.kind === "duplicated") {
      this.#time.after(fault.again, () => this.#reach(asked, null, () => {}));
    }
    const answers = await this.#time.outside(this.#host.ask(frame));
    const answer = answers[0];
    if (!answer) {
      this.#tell.struck("server_killed");
      this.#downUntil = this.#time.now + fault.down;
      return this.#later(asked.lost);
    }
    if (answer.struck) this.#tell.struck(fault.kind);
    return home(answer, fault);
  }

  /** The way back. */
  #home(asked, wait = this.#chance.whole(10, 150)) {
    return ({ status, body }, fault) => {
      this.#time.after(wait, () => {
        if (fault?.kind === "answer_dropped") return asked.lost();
        const text = fault?.kind === "answer_cut" ? body.slice(0, body.length * fault.share) : body;
        this.#tell.answered(asked, status, text);
        return asked.resolve(page(status, text));
      });
    };
  }

  #later(work) {
    this.#time.after(this.#chance.whole(10, 150), work);
  }
}

function plain(headers) {
  return headers && typeof headers.entries === "function" ? Object.fromEntries(headers) : headers;
}

function page(status, text) {
  return {
    status,
    ok: status >= 200 && status < 300,
    type: "basic",
    redirected: false,
    headers: new Headers({ "Content-Type": "application/json" }),
    text: async () => text,
    json: async () => JSON.parse(text),
  };
}
