/** Photos that are still on the phone while their captures are with the server, line by line. */

import { photos, sync } from "../../offline/post.js";
import { REFUSED } from "../../offline/photos.js";
import { clock } from "../../offline/standing.js";

const list = document.getElementById("photos-here");
const template = document.getElementById("photo-here");
const words = document.getElementById("photo-here-words").dataset;
const dialog = document.getElementById("discard-photo");

let shown = [];
let doomed = null;

list.addEventListener("click", ({ target }) => {
  const act = target.closest("[data-photo-act]")?.dataset.photoAct;
  const line = act && target.closest("li");
  const photo = line && shown[[...list.children].indexOf(line)].photo;
  if (act === "again") photos.tryAgain(photo).then(() => sync.send());
  if (act !== "discard") return;
  doomed = photo;
  dialog.showModal();
});
document.getElementById("discard-photo-now").addEventListener("click", () => photos.discard(doomed));

/** Shows them; resolves to how many there are. */
export async function showPhotos(memberId) {
  const found = await photos.leftBehind();
  for (const { url } of shown) URL.revokeObjectURL(url);
  shown = found.map((photo) => ({ photo, url: addressOf(photo, memberId) }));
  list.replaceChildren(...shown.map(lineOf));
  list.closest("section").hidden = found.length === 0;
  return found.length;
}

// Whoever was here before keeps what they saw to themselves.
function addressOf({ owner, bytes, type }, memberId) {
  return owner.startsWith(memberId) ? URL.createObjectURL(new Blob([bytes], { type })) : "";
}

function lineOf({ photo, url }) {
  const line = document.importNode(template.content.firstElementChild, true);
  const isRefused = photo.state === REFUSED;
  const message = line.querySelector("[data-message]");
  const sentence = isRefused ? photo.message || words.refused : words.waiting;
  message.textContent = [url ? "" : words.others, sentence].filter(Boolean).join(" ");
  message.classList.toggle("danger", isRefused);
  line.querySelector("[data-time]").textContent = clock(photo.taken_at, words.language);
  line.querySelector("[data-picture]").hidden = !url;
  if (url) line.querySelector("img").src = url;
  for (const button of line.querySelectorAll("[data-photo-act]")) button.hidden = !isRefused;
  return line;
}
