/** The organiser's list on the phone: number, name and company, so that names show without a network.
 *
 *  It belongs to one member at one show, and goes with them. */

const ABOUT = "about";
const PARTS = 256; // so that a look reads a few hundred lines, not all of them
const VERSION = "Showfloor-Directory";
const GONE = new Set([401, 403, 404]);

export class Directory {
  #store;
  #fetch;
  #owner;
  #wanted;

  /** `setup` is the capture screen's: whose phone it is, at which show, and which list it has. */
  constructor({ store, fetch, setup }) {
    this.#store = store;
    this.#fetch = fetch;
    this.#owner = `${setup.member.id} ${setup.show.id}`;
    this.#wanted = setup.directory;
  }

  /** Fetches the list where it is new, and forgets one that is not ours to keep. */
  async follow() {
    const about = await this.#store.directoryPart(ABOUT);
    const isOurs = about?.owner === this.#owner;
    if (about && !(isOurs && this.#wanted)) await this.forget();
    if (!this.#wanted || (isOurs && about.version >= this.#wanted.version)) return;
    const answer = await this.#fetch(this.#wanted.url, { redirect: "manual", cache: "no-store" });
    if (GONE.has(answer.status)) return this.forget();
    const version = answer.headers.get(VERSION); // a captive portal's answer has none
    if (answer.status !== 200 || !version) return;
    await this.#keep(await answer.text(), version);
  }

  forget() {
    return this.#store.keepDirectory([]);
  }

  /** { name, company } of whoever wears a number; null where nobody is known to. */
  async wearerOf(badge_number) {
    const number = normalNumber(badge_number);
    if (!number || !this.#wanted) return null;
    const about = await this.#store.directoryPart(ABOUT);
    if (about?.owner !== this.#owner) return null;
    const lines = (await this.#store.directoryPart(partOf(number)))?.lines ?? "";
    const at = `\n${lines}`.indexOf(`\n${number}\t`);
    if (at < 0) return null;
    const [, name, company] = lines.slice(at, endOf(lines, at)).split("\t");
    return { name, company };
  }

  #keep(text, version) {
    const parts = Array.from({ length: PARTS }, () => []);
    for (const line of text.split("\n")) {
      if (line) parts[partOf(line.slice(0, line.indexOf("\t")))].push(line);
    }
    const rows = parts.map((lines, part) => ({ part, lines: lines.join("\n") }));
    return this.#store.keepDirectory([...rows, { part: ABOUT, owner: this.#owner, version }]);
  }
}

/** As badges are compared: case, spaces, the stars of Code 39 and the dress of a UUID do not count. */
export function normalNumber(badge_number) {
  const small = badge_number.normalize("NFKC").toLowerCase().trim();
  const bare = small.replace(/^(urn:uuid:|uuid:)/, "").replace(/\s+/g, "").replace(/^[*{}]+|[*{}]+$/g, "");
  const plain = bare.replaceAll("-", "");
  return /^[0-9a-f]{32}$/.test(plain) ? plain : bare;
}

function partOf(number) {
  let hash = 0;
  for (let at = 0; at < number.length; at += 1) hash = (hash * 31 + number.charCodeAt(at)) | 0;
  return hash & (PARTS - 1);
}

function endOf(lines, from) {
  const at = lines.indexOf("\n", from);
  return at < 0 ? lines.length : at;
}
