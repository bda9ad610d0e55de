/** The way onto the home screen: which one the browser at hand has, and the hint that leads to it. */

const DISMISSED = "no install hint";
const APPLE = /iPhone|iPad|iPod/;
const PHONE = /Android|OpenHarmony|HarmonyOS/;
const CONTAINER = /MicroMessenger|DingTalk|Weibo|FBAN|FBAV|Instagram/; // they cannot install anything

const sheet = document.getElementById("install");
const hint = document.getElementById("install-hint");

let prompting = null;

addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  prompting = event;
  offer();
});
addEventListener("appinstalled", takeBack);
sheet.querySelector("[data-install-now]").addEventListener("click", install);
hint?.querySelector("[data-dismiss]").addEventListener("click", () => {
  hint.hidden = true;
  remember();
});
offer();

/** Whether this page was opened from the home screen. */
export function isInstalled() {
  return matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
}

function offer() {
  const way = wayOf(navigator);
  for (const steps of sheet.querySelectorAll("[data-way]")) steps.hidden = steps.dataset.way !== way;
  if (hint) hint.hidden = isInstalled() || isDismissed() || CONTAINER.test(navigator.userAgent) || !isHandheld(way);
}

// A tablet of Apple's calls itself a Mac, and a Mac has no touch.
function wayOf({ userAgent, maxTouchPoints }) {
  if (prompting) return "prompt";
  const isApple = APPLE.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1);
  return isApple ? "ios" : "menu";
}

function isHandheld(way) {
  return way === "ios" || PHONE.test(navigator.userAgent);
}

async function install() {
  sheet.close();
  prompting.prompt();
  const { outcome } = await prompting.userChoice;
  prompting = null; // good for one answer
  if (outcome === "accepted") takeBack();
  else offer();
}

function takeBack() {
  if (hint) hint.hidden = true;
}

function isDismissed() {
  try {
    return localStorage.getItem(DISMISSED) !== null;
  } catch {
    return true; // a browser that keeps nothing would ask at every opening
  }
}

function remember() {
  try {
    localStorage.setItem(DISMISSED, "");
  } catch {
    // asked again the next time
  }
}
