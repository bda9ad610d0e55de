/** The photos on the sheet: taken, looked at, thrown away. Each is on the disk before it is shown. */

import { say } from "../../base/page.js";
import { DRAFT, MOST } from "../../offline/photos.js";
import { Shrinker } from "./shrinker.js";

export class Tray {
  #photos;
  #shrinker = new Shrinker();
  #owner;
  #texts;
  #visit;
  #list;
  #view;
  #shown = new Map(); // by photo_id: the photo and the address of its picture
  #draft = null;
  #kind = "other";
  #busy = Promise.resolve();
  #looked = null;

  constructor({ photos, owner, texts, visit }) {
    this.#photos = photos;
    this.#owner = owner;
    this.#texts = texts;
    this.#visit = visit;
    this.#shrinker.start();
    this.#list = part("photos");
    this.#view = part("photo-view");
    for (const name of ["take-photo", "pick-photo"]) {
      part(name).addEventListener("click", () => part(`${name}-file`).click());
      part(`${name}-file`).addEventListener("change", ({ target }) => this.#picked(target));
    }
    this.#list.addEventListener("click", ({ target }) => this.#look(target.closest("[data-photo]")));
    part("photo-gone").addEventListener("click", () => this.#remove());
  }

  get ids() {
    return [...this.#shown.keys()];
  }

  /** Whether anything would be thrown away with the visit. */
  get hasNew() {
    return [...this.#shown.values()].some(({ photo }) => photo.state === DRAFT);
  }

  /** The photos of a visit: its own, taken under `draft`, and those it had before. */
  async open({ capture_id: draft, payload_b64 }, before = null) {
    this.#clear();
    this.#draft = draft;
    this.#kind = payload_b64 ? "badge" : "card"; // what a photo most likely shows
    const ids = new Set([before?.capture_id ?? draft, draft]);
    const known = await Promise.all([...ids].map((id) => this.#photos.of(id)));
    if (this.#draft !== draft) return;
    for (const photo of known.flat()) this.#show(photo);
  }

  /** Keeps a picture with the visit that is open. */
  add(file) {
    const draft = this.#draft;
    const adding = async () => {
      if (!draft || this.#shown.size >= MOST) return;
      this.#say(this.#texts.photo_working);
      await this.#visit().keepNow();
      const picture = { ...(await this.#shrinker.shrunk(file)), kind: this.#kind };
      const photo = await this.#photos.add(draft, picture, this.#owner);
      this.#say("");
      if (this.#draft !== draft) return;
      this.#show(photo);
    };
    this.#busy = this.#busy.then(adding).catch(() => {
      this.#say("");
      say(this.#texts.no_photo, "fault");
    });
    return this.#busy;
  }

  /** Resolves when no picture is under way any more: only then may the visit be saved. */
  ready() {
    return this.#busy;
  }

  saved() {
    return this.#photos.adopt(this.#draft);
  }

  recover(unfinished) {
    return this.#photos.recover(this.#owner, unfinished);
  }

  /** New photos of a visit that was thrown away go with it; where it was saved, there are none. */
  close() {
    if (this.#draft) this.#photos.drop(this.#draft);
    this.#clear();
  }

  #clear() {
    for (const { url } of this.#shown.values()) URL.revokeObjectURL(url);
    this.#shown.clear();
    this.#draft = null;
    this.#list.replaceChildren();
    this.#count();
  }

  #picked(input) {
    const [file] = input.files;
    input.value = "";
    if (file) this.add(file);
  }

  #show(photo) {
    const url = URL.createObjectURL(new Blob([photo.bytes], { type: photo.type }));
    const line = part("photo-thumb").content.firstElementChild.cloneNode(true);
    line.querySelector("img").src = url;
    line.querySelector("button").dataset.photo = photo.photo_id;
    this.#shown.set(photo.photo_id, { photo, url });
    this.#list.append(line);
    this.#count();
  }

  #look(button) {
    this.#looked = button && this.#shown.get(button.dataset.photo);
    if (!this.#looked) return;
    part("photo-large").src = this.#looked.url;
    this.#view.showModal();
  }

  async #remove() {
    const { photo, url } = this.#looked;
    await this.#photos.discard(photo);
    this.#shown.delete(photo.photo_id);
    this.#list.querySelector(`[data-photo="${photo.photo_id}"]`)?.closest("li").remove();
    URL.revokeObjectURL(url);
    this.#count();
  }

  #count() {
    this.#list.hidden = this.#shown.size === 0;
    for (const name of ["take-photo", "pick-photo"]) part(name).disabled = this.#shown.size >= MOST;
  }

  #say(text) {
    part("photo-working").textContent = text;
  }
}

function part(id) {
  return document.getElementById(id);
}
