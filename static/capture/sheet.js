/** The sheet on the page: who is in front of us, and what staff note about them. */

import { clearFault, clearFaults, enter, enteredIn, showFaults } from "./entries.js";
import { lettersOf } from "./letters.js";
import { letChoicesBeTakenBack } from "./taking-back.js";

const DETAILS = ["name", "company", "job_title", "email", "phone"];
const LONGEST = 40;

export class Sheet {
  #form;
  #texts;
  #stage;
  #touched = new Set();
  #text = "";

  constructor({ form, stage, texts, changed }) {
    this.#form = form;
    this.#stage = stage;
    this.#texts = texts;
    form.addEventListener("input", ({ target }) => {
      if (DETAILS.includes(target.name)) this.#touch(target.name);
      clearFault(target.closest(".field"));
      changed();
    });
    this.#part("edit").addEventListener("click", () => this.showDetails(this.#part("details").hidden));
    letChoicesBeTakenBack(form);
  }

  get isOpen() {
    return !this.#form.hidden;
  }

  get entered() {
    return enteredIn(this.#form);
  }

  /** What the code says, as far as it fits. */
  get text() {
    return this.#text;
  }

  get touched() {
    return this.#touched;
  }

  open({ typing = false } = {}) {
    this.#clear();
    this.#form.hidden = false;
    this.#stage.dataset.stage = "sheet";
    this.#stage.toggleAttribute("data-typing", typing);
    this.#part("badge-number-field").hidden = !typing;
    this.showDetails(typing);
    this.#showWho();
    scrollTo({ top: 0 });
    this.#part(typing ? "name" : "who").focus({ preventScroll: true });
  }

  close() {
    this.#form.hidden = true;
    this.#stage.dataset.stage = "scan";
    this.#clear();
    scrollTo({ top: 0 });
  }

  showDetails(shown) {
    this.#part("details").hidden = !shown;
    this.#part("edit").setAttribute("aria-expanded", String(shown));
  }

  /** What the badge says; what staff typed stays. */
  show(badge) {
    for (const name of DETAILS) {
      if (!this.#touched.has(name)) this.#part(name).value = badge[name] ?? "";
    }
    this.#text = (badge.text ?? "").slice(0, LONGEST);
    this.#showWho();
    this.#showMet(badge.met);
    this.#showAnswered(badge.answered ?? []);
    this.#showLook(badge);
  }

  restore(entered, touched) {
    enter(this.#form, entered);
    this.#touched = new Set(touched);
    this.#part("next-step").open = Boolean(entered.next_what);
    this.#showWho();
  }

  showFaults(faults) {
    if (faults.name) this.showDetails(true);
    showFaults(this.#form, faults, this.#texts);
  }

  #touch(name) {
    this.#touched.add(name);
    this.#showWho();
  }

  #showWho() {
    const { name, company, job_title } = this.entered;
    const { unnamed, new_visitor } = this.#texts;
    const isTyping = !this.#part("badge-number-field").hidden;
    const someone = name || company;
    const known = [job_title, name && company].filter(Boolean).join("\n");
    this.#part("who").textContent = someone || this.#text || (isTyping ? new_visitor : unnamed);
    this.#part("what").textContent = someone || !this.#text ? known : unnamed;
    this.#part("avatar").textContent = lettersOf(someone);
  }

  #showMet(met) {
    this.#part("met").hidden = !met;
    if (!met) return;
    this.#part("met-lead").textContent = met.text;
    this.#part("met-lead").href = met.url;
  }

  /** Who answered at this show already need not be asked again. */
  #showAnswered(ids) {
    for (const question of this.#form.querySelectorAll("[data-question]")) {
      question.querySelector("[data-answered]").hidden = !ids.includes(question.dataset.question);
    }
  }

  #showLook({ needs, readable = true, name }) {
    const text = this.#texts[`needs_${needs}`] ?? (readable || name ? "" : this.#texts.unreadable);
    this.#part("look").hidden = !text || Boolean(this.entered.name);
    this.#part("look").querySelector("span").textContent = text;
  }

  #clear() {
    this.#form.reset();
    this.#text = "";
    clearFaults(this.#form);
    this.#touched = new Set();
    this.#showMet(null);
    this.#showAnswered([]);
    this.#part("look").hidden = true;
    this.#part("next-step").open = false;
  }

  #part(id) {
    return document.getElementById(id);
  }
}
