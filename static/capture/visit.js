/** One visitor in front of the booth: from the badge, or the first letter typed, to the outbox. */

import { captureOf, enteredOf, faultsOf, labelOf, withAddition } from "./captured.js";
import { typedPayload } from "./payload.js";
import { readBadge } from "./reading.js";
import { freshScan } from "./scan.js";
import { shownOf } from "./shown.js";

const NEW = "new"; // somebody who stands here now
const MORE = "more"; // more about somebody captured before
const AGAIN = "again"; // a capture that the server refused, put right

export class Visit {
  #sheet;
  #draft;
  #outbox;
  #setup;
  #on;
  #scan = null;
  #purpose = NEW;
  #adding = null;
  #atFirst = "";
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

  /** Nothing would be lost: no new badge, and nothing entered since it opened. */
  get isUntouched() {
    const isNewBadge = this.#purpose === NEW && Boolean(this.#scan?.payload_b64);
    return !isNewBadge && JSON.stringify(this.#sheet.entered) === this.#atFirst;
  }

  /** A badge was read, or somebody wants to type. */
  async begin(found) {
    const scan = this.#open(freshScan(found), NEW);
    if (!found.payload_b64) return;
    const shown = shownOf(found.payload_b64, this.#setup);
    this.#sheet.show(shown);
    this.keep();
    const badge = await readBadge(found, this.#setup);
    if (this.#scan !== scan) return;
    this.#sheet.show({ ...(badge ?? { ...shown, readable: Boolean(shown.name) }), text: shown.text });
  }

  /** More about somebody captured before, without a new scan. */
  add(adding) {
    this.#adding = adding;
    this.#open(freshScan({ source: "typed" }), MORE, { rating: adding.rating ?? "" });
    this.#sheet.show(adding);
    this.#atFirst = JSON.stringify(this.#sheet.entered);
  }

  /** A capture that the server refused, entered once more. */
  correct(capture) {
    this.#open(capture, AGAIN, enteredOf(capture), Object.keys(capture.fields));
  }

  /** The unfinished sheet of before a reload. False when there is none. */
  async resume() {
    const kept = await this.#draft.load();
    if (!kept) return false;
    const isSaved = await this.#outbox.row(kept.scan.capture_id);
    if (isSaved) await this.#draft.drop();
    else this.#open(kept.scan, NEW, kept.entered, kept.touched);
    return !isSaved;
  }

  keep() {
    if (!this.#scan || this.#purpose !== NEW) return;
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
      const label = labelOf({ ...parts.entered, text: this.#sheet.text });
      await this.#store(captureOf(parts), label);
      return true;
    } catch {
      this.#on.failed();
      return false;
    } finally {
      this.#saving = false;
    }
  }

  #open(scan, purpose, entered = null, touched = []) {
    this.#scan = scan;
    this.#purpose = purpose;
    this.#sheet.open({ typing: purpose === NEW && scan.source === "typed" });
    if (entered && scan.payload_b64) this.#sheet.show(shownOf(scan.payload_b64, this.#setup));
    if (entered) this.#sheet.restore(entered, touched);
    this.#atFirst = JSON.stringify(this.#sheet.entered);
    return scan;
  }

  #parts() {
    const entered = { ...this.#sheet.entered };
    const scan = { ...this.#scan };
    const number = entered.badge_number.trim();
    if (scan.source === "typed" && number) scan.payload_b64 = typedPayload(number);
    if (this.#adding && entered.rating === this.#adding.rating) entered.rating = "";
    const adds_to = this.#adding?.capture_id ?? scan.adds_to ?? null;
    return { setup: this.#setup, scan, entered, touched: this.#sheet.touched, adds_to };
  }

  async #store(capture, label) {
    const purpose = this.#purpose;
    const id = purpose === MORE ? capture.adds_to : capture.capture_id;
    const change = (row) => (purpose === MORE ? withAddition(row, capture) : capture);
    const edited = purpose !== NEW && (await this.#outbox.edit(id, change, label));
    if (!edited) await this.#outbox.put(capture, label);
    this.end();
    this.#on.saved(label);
  }

  /** Ends the visit; what was not saved is gone. */
  end() {
    const isLater = this.#purpose !== NEW;
    if (!isLater) this.#draft.drop();
    this.#scan = null;
    this.#adding = null;
    this.#sheet.close();
    this.#on.ended({ isLater });
  }
}
