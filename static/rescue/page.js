/** On the page of what waits: it can leave as a file, and such a file can come in. */

import { say } from "../base/page.js";
import { canSeal } from "../offline/seal.js";
import { news, store, sync } from "../offline/post.js";
import { bytesOf } from "./armour.js";
import { filled, letFilesBeMade } from "./making.js";
import { RescueProblem, WRONG_PASSPHRASE } from "./problem.js";
import { Rescue } from "./rescue.js";

const HELD = new Set(["recorded", "known", "conflict", "parked", "erased"]);
const part = (id) => document.getElementById(id);
const texts = JSON.parse(part("rescue-texts").textContent);
const { exhibitor, key, url, preface } = part("rescue").dataset;

const rescue = new Rescue({ store, exhibitorId: exhibitor, sealingKey: bytesOf(key), preface });
let chosen = "";

part("rescue").hidden = !canSeal(); // browsers lock nothing on a page that is not secure
letFilesBeMade(rescue, texts);
news.addEventListener("changed", showWhetherAnythingWaits);
showWhetherAnythingWaits();
part("rescue-in").addEventListener("click", () => part("rescue-file").click());
part("rescue-file").addEventListener("change", takeFile);
part("rescue-unlock").addEventListener("submit", unlock);

async function showWhetherAnythingWaits() {
  const { rows, photos } = await rescue.waiting();
  part("rescue-out").hidden = rows.length + photos.length === 0;
}

async function takeFile({ target }) {
  const [file] = target.files;
  target.value = "";
  if (!file) return;
  await told(async () => {
    chosen = await file.text();
    const { isSealed } = await rescue.looked(chosen);
    if (isSealed) return handIn();
    part("rescue-key").value = "";
    showFault("");
    part("rescue-open").showModal();
  });
}

async function unlock(event) {
  event.preventDefault();
  await told(async () => {
    const taken = await rescue.takeIn(chosen, part("rescue-key").value);
    part("rescue-open").close();
    say(filled(taken.captures + taken.photos ? texts.taken : texts.known, taken));
    news.dispatchEvent(new Event("changed"));
    sync.send();
  });
}

// A redirect is a captive portal's, or the way to the sign-in page.
async function handIn() {
  const request = { method: "POST", body: chosen, redirect: "manual", headers: { Accept: "application/json" } };
  const response = await fetch(url, { ...request, credentials: "same-origin" }).catch(() => null);
  const answer = await response?.json().catch(() => null);
  if (answer?.message) return say(answer.message, "fault");
  if (!Array.isArray(answer?.verdicts)) return say(texts.no_network, "fault");
  const held = answer.verdicts.filter(({ verdict }) => HELD.has(verdict)).length;
  const refused = answer.verdicts.length - held + (answer.photos?.refused ?? 0);
  say(filled(refused ? texts.handed_some : texts.handed, { held, refused }), refused ? "fault" : "done");
}

async function told(work) {
  try {
    await work();
  } catch (problem) {
    const sentence = (problem instanceof RescueProblem && texts[problem.reason]) || texts.not_saved;
    if (problem.reason === WRONG_PASSPHRASE) showFault(sentence);
    else {
      part("rescue-open").close();
      say(sentence, "fault");
    }
  }
}

function showFault(sentence) {
  part("rescue-fault").textContent = sentence;
  part("rescue-fault").hidden = !sentence;
}
