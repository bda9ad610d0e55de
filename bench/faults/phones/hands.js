/** What staff do on a page: capture, add to what was captured, repair what was refused. */

const NO_TIME = "yesterday"; // which the server refuses until somebody puts it right

export class Hands {
  #stage;
  #truth;

  constructor(stage, truth) {
    this.#stage = stage;
    this.#truth = truth;
  }

  /** Saves as the capture screen does: "saved" is said when this has been resolved. */
  async capture(phone, page, { person, typed, rating, chips, product, unreadable }) {
    const { captureOf, labelOf, NOTHING } = page.parts;
    const scan = this.#freshScan(phone, page);
    const { capture_id } = scan;
    const entered = {
      ...NOTHING,
      name: typed ? `Typed ${person}` : "",
      company: typed ? `Firm ${capture_id.slice(-6)}` : "",
      rating,
      chips: this.#stage.chips.slice(0, chips).map(({ id }) => id),
      products: product ? [this.#stage.product_id] : [],
      note: noteOf(capture_id),
    };
    const made = captureOf({
      setup: this.#setup(phone),
      scan: {
        ...scan,
        captured_at: unreadable ? NO_TIME : scan.captured_at,
        source: typed ? "typed" : "camera",
        symbology: typed ? null : "qr_code",
        payload_b64: typed ? null : badgeOf(person),
      },
      entered,
      touched: new Set(typed ? ["name", "company"] : []),
    });
    await this.#put(phone, page, made, labelOf(entered), { unreadable, person: typed ? null : person });
  }

  /** More about somebody, or a change of mind: into the waiting row where it has not left the
   *  phone, else as an addition to it. */
  async add(phone, page, id, { changes }) {
    const before = this.#truth.of(id).newest;
    const { outbox, sync } = page.parts;
    if (!changes) return this.#put(phone, page, this.#addition(phone, page, id), {}, { adds_to: id });
    const changed = { ...before, rating: before.rating === "hot" ? "cold" : "hot" };
    this.#truth.mayBecome(id, changed);
    const isChanged = await outbox.edit(id, () => changed);
    this.#truth.became(id, isChanged ? changed : before);
    if (isChanged) return sync.send();
    const scan = this.#freshScan(phone, page);
    const rest = page.parts.differenceOf(before, { ...changed, ...scan });
    return this.#put(phone, page, rest, {}, { adds_to: rest.adds_to });
  }

  /** What the server refused, put right: it goes under an id of its own. */
  async repair(phone, page, id) {
    const { outbox, sync } = page.parts;
    const refused = this.#truth.of(id);
    const { capture_id, captured_at } = this.#freshScan(phone, page);
    const mended = { ...refused.newest, capture_id, captured_at, note: noteOf(capture_id) };
    this.#truth.begins(phone, mended, { person: refused.person });
    refused.isLeaving = true;
    if (await outbox.replace(id, mended)) this.#truth.saved(capture_id);
    else refused.isLeaving = false;
    sync.send();
  }

  async #put(phone, page, capture, label, more) {
    this.#truth.begins(phone, capture, more);
    await page.parts.outbox.put(capture, label);
    this.#truth.saved(capture.capture_id);
    page.parts.sync.send();
  }

  #addition(phone, page, id) {
    const { captureOf, NOTHING } = page.parts;
    const scan = this.#freshScan(phone, page);
    const entered = { ...NOTHING, note: noteOf(scan.capture_id), rating: "hot" };
    return captureOf({ setup: this.#setup(phone), scan, entered, touched: new Set(), adds_to: id });
  }

  #freshScan(phone, page) {
    const captured_at = new Date(phone.clock).toISOString();
    return { capture_id: page.parts.uuid7(phone.clock), captured_at, source: "typed" };
  }

  #setup(phone) {
    const { show_id, chips } = this.#stage;
    return { show: { id: show_id }, member: phone.member, chips, qualifiers: [], wording: null };
  }
}

function noteOf(id) {
  return `Wants the line by spring [${id}]`;
}

function badgeOf(person) {
  const card = [
    "BEGIN:VCARD", "VERSION:3.0", `N:Weber;Anna${person};;;`, `FN:Anna${person} Weber`,
    "ORG:Brueckner GmbH", `UID:R-${person}`, "END:VCARD", "",
  ];
  return btoa(card.join("\r\n"));
}
