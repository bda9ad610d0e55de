/** What stands in for the browser's caches and for the server in the tests of the worker. */

/** CacheStorage in memory, in the order in which caches were opened. */
export class MemoryCaches {
  kept = new Map();

  async open(name) {
    if (!this.kept.has(name)) this.kept.set(name, new MemoryCache());
    return this.kept.get(name);
  }

  async keys() {
    return [...this.kept.keys()];
  }

  async delete(name) {
    return this.kept.delete(name);
  }

  async match(address) {
    for (const cache of this.kept.values()) {
      const found = await cache.match(address);
      if (found) return found;
    }
    return undefined;
  }
}

class MemoryCache {
  answers = new Map();

  async match(address) {
    return this.answers.get(pathOf(address))?.clone();
  }

  async put(address, answer) {
    this.answers.set(pathOf(address), answer);
  }

  async delete(address) {
    return this.answers.delete(pathOf(address));
  }
}

export const ORIGIN = "https://leads.example";

export function pathOf(address) {
  return new URL(address, ORIGIN).pathname;
}

/** A server of one version that knows who is signed in, and a network that fails as the test says. */
export class Server {
  version = "v1";
  member = "Sam";
  asked = [];
  isReachable = true;
  instead = new Map();

  fetch = async (request) => {
    const path = pathOf(request.url ?? request);
    this.asked.push(path);
    if (!this.isReachable) throw new TypeError("no network");
    return this.instead.get(path)?.(request) ?? this.answer(path, request.method ?? "GET");
  };

  answer(path, method) {
    const headers = { "Showfloor-Version": this.version };
    if (method === "POST") return ledOn();
    if (path !== "/captures/new") return new Response(`${path} of ${this.version}`, { headers });
    if (!this.member) return new Response("{}", { status: 401 });
    headers["Showfloor-Page"] = `${this.member} ${this.version}`;
    return new Response(`Capture for ${this.member}`, { headers });
  }
}

/** What a worker sees of a redirect that a navigation must follow by itself. */
export function ledOn() {
  const answer = new Response(null, { status: 200 });
  Object.defineProperties(answer, { type: { value: "opaqueredirect" }, status: { value: 0 }, ok: { value: false } });
  return answer;
}

export const portal = () => new Response("<html>Welcome to Hall Wi-Fi</html>", { status: 200 });

export function visit(path, method = "GET", mode = "navigate") {
  return { url: ORIGIN + path, method, mode };
}
