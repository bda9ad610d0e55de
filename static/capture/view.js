/** What lies over the camera: the frame, the hint, the light, the other camera, and what is wrong. */

import { Camera, obstacle } from "./scanner/camera.js";

export class View {
  #stage;
  #texts;
  #camera;
  #hintTimer = null;
  #ready;

  constructor({ stage, texts, ready }) {
    this.#stage = stage;
    this.#texts = texts;
    this.#ready = ready;
    this.#camera = new Camera({ video: part("video"), devices: navigator.mediaDevices });
    part("torch").addEventListener("click", () => this.#turnLight());
    part("switch").addEventListener("click", () => this.#opened(this.#camera.next()));
    stage.addEventListener("click", ({ target }) => {
      if (target.closest("[data-retry]")) this.start();
    });
    document.addEventListener("visibilitychange", () => this.#followSleep());
  }

  get camera() {
    return this.#camera;
  }

  async start() {
    const reason = obstacle(globalThis);
    if (reason) this.showProblem(reason);
    else await this.#opened(this.#camera.start());
  }

  showProblem(reason) {
    for (const problem of this.#stage.querySelectorAll("[data-problem]")) {
      problem.hidden = problem.dataset.problem !== reason;
    }
    this.#stage.dataset.camera = reason ? "off" : "on";
  }

  /** Says something for a moment, then what to do again. */
  hint(text, stays = 4000) {
    clearTimeout(this.#hintTimer);
    part("hint").textContent = text;
    if (stays) this.#hintTimer = setTimeout(() => this.usualHint(), stays);
  }

  usualHint() {
    this.hint(part("rapid").checked ? this.#texts.rapid_hint : this.#texts.hint, 0);
  }

  async #opened(opening) {
    const problem = await opening;
    this.showProblem(problem);
    if (problem) return;
    part("torch").hidden = !this.#camera.hasTorch;
    part("torch").setAttribute("aria-pressed", "false");
    part("switch").hidden = (await this.#camera.others()).length < 2;
    this.#ready();
  }

  async #turnLight() {
    const on = part("torch").getAttribute("aria-pressed") !== "true";
    await this.#camera.light(on);
    part("torch").setAttribute("aria-pressed", String(on));
  }

  // A phone that slept may show a frozen picture, and a hidden page should not hold the camera.
  #followSleep() {
    if (document.visibilityState === "hidden") this.#camera.stop();
    else this.start();
  }
}

function part(id) {
  return document.getElementById(id);
}
