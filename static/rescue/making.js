/** The sheet in which a file of what waits is made, shared and saved. */

import { freshPassphrase } from "./locks.js";

const SHORTEST = 8;
const part = (id) => document.getElementById(id);

export function letFilesBeMade(rescue, texts) {
  const form = part("rescue-form");
  const status = part("rescue-made");
  let file = null;

  part("rescue-out").addEventListener("click", () => {
    part("rescue-passphrase").value = freshPassphrase();
    startOver();
    part("rescue-make").showModal();
  });
  form.addEventListener("input", startOver);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const passphrase = isForPhone() ? part("rescue-passphrase").value : null;
    if (passphrase !== null && passphrase.trim().length < SHORTEST) return write(texts.short);
    write(texts.working);
    part("rescue-now").disabled = true;
    try {
      offer(await rescue.file(passphrase));
    } catch {
      write(texts.not_saved);
    } finally {
      part("rescue-now").disabled = false;
    }
  });
  part("rescue-share").addEventListener("click", () => navigator.share({ files: [file] }).catch(() => {}));
  part("rescue-save").addEventListener("click", save);

  function isForPhone() {
    return new FormData(form).get("lock") === "passphrase";
  }

  // Sharing needs a tap of its own: by the time the file is locked, the first is long ago.
  function offer({ name, text, captures, photos, left }) {
    file = new File([text], name, { type: "text/plain" });
    const said = [filled(texts.made, { captures, photos }), left ? filled(texts.left, { left }) : ""];
    write(said.filter(Boolean).join(" "));
    show({ now: false, share: Boolean(navigator.canShare?.({ files: [file] })), save: true });
  }

  function startOver() {
    file = null;
    write("");
    for (const each of form.querySelectorAll("[data-lock]")) {
      each.hidden = (each.dataset.lock === "passphrase") !== isForPhone();
    }
    show({ now: true, share: false, save: false });
  }

  function save() {
    const link = Object.assign(document.createElement("a"), { download: file.name });
    link.href = URL.createObjectURL(file);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  function show(buttons) {
    for (const [name, isShown] of Object.entries(buttons)) part(`rescue-${name}`).hidden = !isShown;
  }

  function write(text) {
    status.textContent = text;
  }
}

export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
