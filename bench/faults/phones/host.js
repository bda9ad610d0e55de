/** The line to the server processes: one question at a time, one line of JSON each way. */

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Host {
  #process;
  #lines;

  constructor(python, url, sabotage) {
    const options = ["-m", "bench.faults.host", url, ...(sabotage ? ["--sabotage", sabotage] : [])];
    this.#process = spawn(python, options, { stdio: ["pipe", "pipe", "inherit"] });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** What each process asked answers; null from one that died over it. */
  async ask(frame) {
    this.#process.stdin.write(`${JSON.stringify(frame)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error("the host of the server processes has ended");
    return JSON.parse(value);
  }

  stop() {
    this.#process.stdin.end();
  }
}
