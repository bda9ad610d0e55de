/** The worker that draws photos small, seen from the page: one picture at a time. */

export class Shrinker {
  #worker = null;

  /** Fetches the worker while there may be a network: the photo may be taken where there is none. */
  start() {
    this.#worker ??= new Worker(new URL("shrink.js", import.meta.url), { type: "module" });
    return this.#worker;
  }

  /** A picture file as it is kept. Rejects where it cannot be drawn. */
  async shrunk(file) {
    try {
      const { bytes, problem } = await this.#answer(file);
      if (problem) throw new Error(problem);
      return { bytes, type: "image/jpeg" };
    } catch (problem) {
      this.#worker?.terminate();
      this.#worker = null; // it may never have come, or have run out of memory
      throw problem;
    }
  }

  #answer(file) {
    return new Promise((resolve, reject) => {
      const worker = this.start();
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(file);
    });
  }
}
