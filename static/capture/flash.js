/** Rapid: the name, large, for a moment, and how many were saved in a row. */

const STAYS = 1800;

export class Flash {
  #box;
  #texts;
  #count = 0;
  #timer = null;
  #shown = "";

  constructor({ box, texts }) {
    this.#box = box;
    this.#texts = texts;
  }

  show(capture_id, { name, company, text = "" }) {
    this.#count += 1;
    this.#shown = capture_id;
    this.#say(name || company || text.slice(0, 40), name ? company : "");
    this.#box.querySelector("[data-count]").textContent = this.#texts.in_a_row.replace(
      "{count}",
      this.#count,
    );
    this.#box.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), STAYS);
  }

  /** The server may know the name where the badge holds only a number. */
  correct(capture_id, lead) {
    if (lead?.name && capture_id === this.#shown) this.#say(lead.name, lead.company ?? "");
  }

  hide() {
    this.#box.hidden = true;
  }

  startOver() {
    this.#count = 0;
  }

  #say(name, company) {
    this.#box.querySelector("[data-name]").textContent = name;
    this.#box.querySelector("[data-company]").textContent = company;
  }
}
