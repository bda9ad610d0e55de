/** A second tap on what is chosen takes the choice back; a radio alone cannot do that. */

export function letChoicesBeTakenBack(form) {
  let chosen = null;

  form.addEventListener("pointerdown", ({ target }) => {
    const radio = target.closest("label")?.querySelector('input[type="radio"]');
    chosen = radio?.checked ? radio : null;
  });
  form.addEventListener("click", ({ target }) => {
    if (!chosen || target !== chosen) return;
    chosen = null;
    target.checked = false;
    target.dispatchEvent(new Event("input", { bubbles: true }));
  });
}
