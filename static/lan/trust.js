// Asks the laptop, over the encrypted way, whether this phone trusts it by now.

const place = document.getElementById("check");
const untilTrusted = document.querySelectorAll("[data-until-trusted]");
const said = (word) => document.querySelector(`[data-said="${word}"]`);

document.querySelector("[data-check]").addEventListener("click", async () => {
  said("no").hidden = true;
  said("no").hidden = await look();
});
// Somebody comes back from the settings: they need not tap anything.
document.addEventListener("visibilitychange", () => document.hidden || look());
addEventListener("pageshow", look);
openTheWayOfAnIpad();

async function look() {
  const trusted = await isTrusted(place.dataset.asks);
  said("yes").hidden = !trusted;
  for (const part of untilTrusted) part.hidden = trusted;
  if (trusted) place.scrollIntoView({ block: "center" });
  return trusted;
}

async function isTrusted(address) {
  try {
    await fetch(address, { mode: "no-cors", cache: "no-store", signal: AbortSignal.timeout(5000) });
    return true;
  } catch {
    return false;
  }
}

// An iPad says that it is a Mac.
function openTheWayOfAnIpad() {
  const poses = /Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1;
  if (poses) document.getElementById("way-iphone").open = true;
}
