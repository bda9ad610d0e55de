/** The page that is shown in place of one that does not come: what can be done now, and when it is over. */

const CAPTURE = "/captures/new";
const LOOK_AGAIN = 10_000;
const part = (id) => document.getElementById(id);

// The address is still that of the page one wanted.
part("try-again").addEventListener("click", () => location.reload());
addEventListener("online", () => location.reload());
setInterval(comeBack, LOOK_AGAIN);
sayWhatIsPossible();

async function sayWhatIsPossible() {
  const kept = await globalThis.caches?.match(CAPTURE);
  part("can-capture").hidden = !kept;
  part("capture-now").hidden = !kept;
  part("cannot-capture").hidden = Boolean(kept);
}

// A network that lets nothing through counts as one: no event tells when it is over.
async function comeBack() {
  const answer = await fetch("/health", { cache: "no-store" }).then((said) => said.json()).catch(() => null);
  if (answer?.database) location.reload();
}
