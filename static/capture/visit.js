/** One visitor in front of the booth: from the badge, or the first letter typed, to the outbox. */

import { captureOf, enteredOf, faultsOf, labelOf } from "./captured.js";
import { aboutRow, CHANGE, keepCapture, MORE, NEW, NOTHING_ELSE, partsOf } from "./purpose.js";
import { readings } from "./reading.js";
import { freshScan } from "./scan.js";
import { shownOf } from "./shown.js";

export class Visit {
  #sheet;
  #tray;
  #drafts;
  #outbox;
  #setup;
  #on;
  #about = null; // purpose, scan, and what is known of the visitor
  #saving = false;

  constructor({ sheet, tray, drafts, outbox, setup, on }) {
    this.#sheet = sheet;
    this.#tray = tray;
    this.#drafts = drafts;
    this.#outbox = outbox;
    this.#setup = setup;
    this.#on = on;
  }

  get isOpen() {
    return this.#about !== null;
  }

  /** Nothing would be lost: no new badge, and nothing entered since it opened. */
  get isUntouched() {
    const isNewBadge = this.#isNew && Boolean(this.#about?.scan.payload_b64);
    const isNew = isNewBadge || this.#tray.hasNew;
    return !isNew && JSON.stringify(this.#sheet.entered) === this.#about?.atFirst;
  }

  /** A badge was read, or somebody wants to type. */
  async begin(found) {
    this.#open({ purpose: NEW, scan: freshScan(found) });
    if (!found.payload_b64) return;
    this.keep(0);
    await this.#readBadge();
  }

  /** More about somebody captured before, without a new scan. */
  add(adding) {
    const scan = freshScan({ source: "typed" });
    this.#open({ purpose: MORE, scan, adding, shown: adding }, { rating: adding.rating ?? "" });
  }

  /** A capture that is nowhere but here: `row` is its row of the outbox. */
  change(row) {
    this.#open(aboutRow(row), enteredOf(row.capture), Object.keys(row.capture.fields));
  }

  /** The unfinished sheet of before a reload: about `earlier`, where that is named. */
  async resume(earlier = null) {
    const kept = await this.#drafts.left(earlier);
    if (!kept) return false;
    const { entered, touched, ...about } = { purpose: NEW, ...kept };
    const isSaved = about.purpose !== CHANGE && (await this.#outbox.row(about.scan.capture_id));
    if (isSaved) await this.#drafts.drop(about);
    else this.#open(about, entered, touched);
    if (!isSaved && about.scan.payload_b64) this.#readBadge();
    return !isSaved;
  }

  keep(wait) {
    if (this.#about) this.#drafts.keepSoon(this.#about, () => this.#unfinished, wait);
  }

  /** Resolves when it is kept: a photo is never without its visit, whatever happens next. */
  keepNow() {
    return this.#drafts.keep(this.#about, () => this.#unfinished);
  }

  /** False when something is still missing, or the phone could not write it down. */
  async save() {
    if (!this.#about || this.#saving) return false;
    this.#saving = true;
    try {
      await this.#tray.ready();
      const parts = this.#completeParts();
      if (!parts) return false;
      const label = labelOf({ ...parts.entered, text: this.#sheet.text });
      await keepCapture(this.#outbox, { ...this.#about, capture: captureOf(parts), label });
      await this.#tray.saved();
      this.end();
      this.#on.saved(label);
      return true;
    } catch {
      this.#on.failed();
      return false;
    } finally {
      this.#saving = false;
    }
  }

  /** Ends the visit; what was not saved is gone. */
  end() {
    const isLater = !this.#isNew;
    for (const part of [this.#sheet, this.#tray]) part.close();
    this.#drafts.drop(this.#about);
    this.#about = null;
    this.#on.ended({ isLater });
  }

  get #unfinished() {
    return { entered: this.#sheet.entered, touched: [...this.#sheet.touched] };
  }

  get #isNew() {
    return this.#about?.purpose === NEW;
  }

  #open(about, entered = null, touched = []) {
    const { scan, shown } = about;
    this.#about = { ...NOTHING_ELSE, ...about };
    this.#sheet.open({ typing: this.#isNew && !scan.payload_b64 });
    this.#tray.open(scan, about.before);
    const known = shown ?? (scan.payload_b64 ? shownOf(scan.payload_b64, this.#setup) : null);
    if (known) this.#show(known);
    if (entered) this.#sheet.restore(entered, touched);
    this.#about.atFirst ??= JSON.stringify(this.#sheet.entered);
  }

  #show(shown) {
    this.#about.shown = shown;
    this.#sheet.show(shown);
  }

  async #readBadge() {
    const about = this.#about;
    for await (const badge of readings(about, this.#setup)) {
      if (this.#about !== about) return;
      this.#show({ ...badge, text: about.shown.text });
      this.keep();
    }
  }

  #completeParts() {
    const parts = partsOf(this.#about, this.#sheet, { setup: this.#setup, photos: this.#tray.ids });
    const faults = faultsOf(parts);
    if (Object.keys(faults).length === 0) return parts;
    this.#sheet.showFaults(faults);
    return null;
  }
}
