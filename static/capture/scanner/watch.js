/** Looks at the camera for as long as it is asked to, and tells what is news. */

import { Sightings, looksLikeBadge } from "./sightings.js";
import { base64 } from "../payload.js";

const PATIENCE = 120;

export class Watch {
  #camera;
  #scanner;
  #onBadge;
  #onOther;
  #onFailed;
  #sightings = new Sightings();
  #on = false;
  #running = false;

  constructor({ camera, scanner, onBadge, onOther, onFailed }) {
    this.#camera = camera;
    this.#scanner = scanner;
    this.#onBadge = onBadge;
    this.#onOther = onOther;
    this.#onFailed = onFailed;
  }

  start() {
    this.#on = true;
    this.#sightings.stillInView(performance.now());
    if (!this.#running) this.#keepRunning();
  }

  pause() {
    this.#on = false;
  }

  async #keepRunning() {
    this.#running = true;
    try {
      while (this.#on) await this.#look();
    } catch {
      this.#onFailed();
    }
    this.#running = false;
  }

  async #look() {
    const picture = await this.#camera.picture().catch(() => null);
    if (picture) this.#judge(await this.#scanner.read(picture));
    await (picture ? nextFrame() : new Promise((go) => setTimeout(go, PATIENCE)));
  }

  #judge(read) {
    if (!read || !this.#on) return;
    const payload = base64(read.bytes);
    if (!this.#sightings.isNews(payload, read.symbology, performance.now())) return;
    if (looksLikeBadge(read)) this.#onBadge({ payload_b64: payload, symbology: read.symbology });
    else this.#onOther(read);
  }
}

function nextFrame() {
  return new Promise((go) => requestAnimationFrame(go));
}
