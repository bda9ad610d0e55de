/** The organiser's list on this phone, followed by the capture screen. */

import { Directory } from "../offline/directory.js";
import { store } from "../offline/post.js";

const setup = JSON.parse(document.getElementById("setup").textContent);
const directory = new Directory({ store, fetch: (...request) => fetch(...request), setup });

/** What the phone can show of a badge that holds only a number; null where the list does not help. */
export async function listed(shown) {
  if (shown.name || !shown.badge_number) return null;
  const wearer = await directory.wearerOf(shown.badge_number).catch(() => null);
  return wearer && { ...shown, ...wearer, readable: true };
}

// Behind everything else: whoever opens the screen wants to scan.
function follow() {
  directory.follow().catch(() => {}); // at the next occasion
}

setTimeout(follow, 500);
addEventListener("online", follow);
