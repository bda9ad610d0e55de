/** One visitor in front of the booth: from the badge, or the first letter typed, to the outbox. */

import { uuid7 } from "../offline/uuid7.js";
import { captureOf, faultsOf, isNothing, NOTHING, withAddition } from "./captured.js";
import { bytesOf, typedPayload } from "./payload.js";
import { preview } from "./preview.js";
import { readBadge } from "./reading.js";

export class Visit {
  #sheet;
  #draft;
  #outbox;
  #setup;
  #on;
  #scan = null;
  #adding = null;
  #saving = false;

  constructor({ sheet, draft, outbox, setup, on }) {
    this.#sheet = sheet;
    this.#draft = draft;
    this.#outbox = outbox;
    this.#setup = setup;
    this.#on = on;
  }

  get isOpen() {
    return this.#scan !== null;
  }

  /** Nothing scanned and nothing typed: it may go without a word. */
  get isBlank() {
    return !this.#scan?.payload_b64 && isNothing(this.#sheet.entered);
  }

  /** A badge was read, or somebody wants to type. */
  async begin(found) {
    const scan = freshScan(found);
    this.#scan = scan;
    this.#sheet.open({ typing: found.source === "typed" });
    if (!found.payload_b64) return;
    const shown = preview(bytesOf(found.payload_b64));
    this.#sheet.show(shown);
    this.keep();
    const badge = await readBadge(found, this.#setup);
    if (this.#scan !== scan) return;
    this.#sheet.show({ ...(badge ?? { ...shown, readable: Boolean(shown.name) }), text: shown.text });
  }

  /** More about somebody captured before, without a new scan. */
  add(adding) {
    this.#adding = adding;
    this.#scan = freshScan({ source: "typed" });
    this.#sheet.open();
    this.#sheet.show(adding);
    this.#sheet.restore({ rating: adding.rating ?? "" }, []);
  }

  /** The unfinished sheet of before a reload. False when there is none. */
  async resume() {
    const kept = await this.#draft.load();
    if (!kept) return false;
    if (await this.#outbox.row(kept.scan.capture_id)) return this.#draft.drop() && false;
    this.#scan = kept.scan;
    this.#sheet.open({ typing: kept.scan.source === "typed" });
    this.#sheet.show(kept.scan.payload_b64 ? preview(bytesOf(kept.scan.payload_b64)) : {});
    this.#sheet.restore(kept.entered, kept.touched);
    return true;
  }

  keep() {
    if (this.#adding) return;
    const scan = this.#scan;
    this.#draft.keepSoon(() => ({
      scan,
      entered: this.#sheet.entered,
      touched: [...this.#sheet.touched],
    }));
  }

  /** False when something is still missing, or the phone could not write it down. */
  async save() {
    if (!this.#scan || this.#saving) return false;
    const parts = this.#parts();
    const faults = faultsOf(parts);
    if (Object.keys(faults).length) {
      this.#sheet.showFaults(faults);
      return false;
    }
    this.#saving = true;
    try {
      await this.#store(captureOf(parts), labelOf(parts.entered));
      return true;
    } catch {
      this.#on.failed();
      return false;
    } finally {
      this.#saving = false;
    }
  }

  /** Rapid: the badge is saved as it is, and qualified later. */
  async saveAtOnce(found) {
    const shown = preview(bytesOf(found.payload_b64));
    const scan = freshScan(found);
    const capture = captureOf({ setup: this.#setup, scan, entered: NOTHING, touched: new Set() });
    await this.#outbox.put(capture, labelOf(shown));
    return { capture, shown };
  }

  discard() {
    this.#draft.drop();
    this.#end();
  }

  #parts() {
    const entered = { ...this.#sheet.entered };
    const scan = { ...this.#scan };
    const number = entered.badge_number.trim();
    if (scan.source === "typed" && number) scan.payload_b64 = typedPayload(number);
    if (entered.rating === (this.#adding?.rating ?? "")) entered.rating = "";
    const adds_to = this.#adding?.capture_id ?? null;
    return { setup: this.#setup, scan, entered, touched: this.#sheet.touched, adds_to };
  }

  async #store(capture, label) {
    const adds_to = capture.adds_to;
    const edited =
      adds_to && (await this.#outbox.edit(adds_to, (row) => withAddition(row, capture), label));
    if (!edited) await this.#outbox.put(capture, label);
    this.#draft.drop();
    this.#end();
    this.#on.saved({ ...label, adds_to });
  }

  #end() {
    this.#scan = null;
    this.#adding = null;
    this.#sheet.close();
    this.#on.ended();
  }
}

function freshScan(found) {
  return { capture_id: uuid7(), captured_at: new Date().toISOString(), ...found };
}

function labelOf({ name, company, badge_number = "" }) {
  return { name: name.trim() || badge_number.trim(), company: company.trim() };
}
