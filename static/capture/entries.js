/** The sheet's entries: read from its elements, put back into them, and marked where they are wrong. */

const LINES = [
  "name", "company", "job_title", "email", "phone", "badge_number",
  "note", "next_what", "next_owner", "next_due",
];

export function enteredIn(form) {
  const data = new FormData(form);
  const lines = LINES.map((name) => [name, data.get(name) ?? ""]);
  return {
    ...Object.fromEntries(lines),
    rating: data.get("rating") ?? "",
    chips: data.getAll("chip"),
    products: data.getAll("product"),
    answers: answersIn(form, data),
    consent: data.has("consent"),
  };
}

function answersIn(form, data) {
  const answers = {};
  for (const { dataset } of form.querySelectorAll("[data-question]")) {
    const name = `answer-${dataset.question}`;
    answers[dataset.question] =
      dataset.kind === "several" ? data.getAll(name) : (data.get(name) ?? "").trim();
  }
  return answers;
}

/** Puts entries back, as after a reload. */
export function enter(form, entered) {
  const answers = Object.entries(entered.answers ?? {});
  const values = {
    ...entered,
    chip: entered.chips,
    product: entered.products,
    consent: entered.consent ? "on" : "",
    ...Object.fromEntries(answers.map(([id, answer]) => [`answer-${id}`, answer])),
  };
  for (const element of form.elements) {
    const value = values[element.name];
    if (value === undefined) continue;
    if (element.type === "checkbox" || element.type === "radio") {
      element.checked = [value].flat().includes(element.value);
    } else element.value = value;
  }
}

/** Shows what is wrong at its field, and goes to the first. */
export function showFaults(form, faults, texts) {
  clearFaults(form);
  const template = document.getElementById("field-error");
  const wrong = Object.keys(faults).map((name) => [name, form.elements.namedItem(name)]);
  for (const [name, found] of wrong) {
    const element = found instanceof RadioNodeList ? found[0] : found;
    const field = element.closest(".field");
    const note = template.content.firstElementChild.cloneNode(true);
    note.id = `${name}-error`;
    note.querySelector("span").textContent = texts[faults[name]];
    field.append(note);
    element.closest("details")?.setAttribute("open", "");
    const described = field.matches("fieldset") ? field : element;
    described.setAttribute("aria-describedby", note.id);
    if (described === element) element.setAttribute("aria-invalid", "true");
  }
  const first = form.querySelector(".field-error")?.closest(".field");
  first?.querySelector("input, textarea")?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: "center" });
}

export function clearFaults(form) {
  for (const note of form.querySelectorAll(".field-error")) clearFault(note.closest(".field"));
}

export function clearFault(field) {
  field?.querySelector(".field-error")?.remove();
  for (const element of [field, ...(field?.querySelectorAll("[aria-invalid]") ?? [])]) {
    element?.removeAttribute("aria-describedby");
    element?.removeAttribute("aria-invalid");
  }
}
