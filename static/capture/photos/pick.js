/** A photo in place of the camera: read where it shows a code, kept where it shows none. */

export function letPhotosBePicked({ view, texts, read, found, kept }) {
  const input = document.getElementById("photo");
  document.getElementById("mode-photo").addEventListener("click", () => input.click());

  input.addEventListener("change", async () => {
    const [file] = input.files;
    input.value = "";
    if (!file) return;
    view.hint(texts.looking, 0);
    const badge = await read(file);
    view.usualHint();
    if (badge) found({ source: "photo", ...badge });
    else if (badge === null) kept(file);
    else view.hint(texts.no_picture, 6000);
  });
}
