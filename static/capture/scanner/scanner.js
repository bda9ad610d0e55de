/** The worker that reads codes, seen from the page: one picture at a time, the newest. */

export class Scanner {
  #worker = null;
  #ready = null;
  #busy = null;

  /** Starts the decoder. Resolves when it can read. */
  start() {
    this.#ready ??= new Promise((resolve, reject) => {
      this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
      this.#worker.onmessage = ({ data }) => {
        if (data.ready) resolve();
        else if (data.failed) reject(new Error(data.failed));
        else this.#answer(data.read);
      };
      this.#worker.onerror = (event) => {
        reject(new Error(event.message));
        this.#answer(null);
      };
    });
    return this.#ready;
  }

  get isBusy() {
    return this.#busy !== null;
  }

  /** What a picture (an ImageBitmap, which is used up) says, or null. */
  async read(picture, { photo = false } = {}) {
    await this.start();
    while (this.#busy) await this.#busy.promise;
    const busy = {};
    busy.promise = new Promise((resolve) => {
      busy.resolve = resolve;
    });
    this.#busy = busy;
    this.#worker.postMessage({ picture, photo }, [picture]);
    return busy.promise;
  }

  #answer(read) {
    const busy = this.#busy;
    this.#busy = null;
    busy?.resolve(read);
  }
}
