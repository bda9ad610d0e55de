/** Asks the server what a badge says and whether its wearer is known. No answer is no harm. */

import { listed } from "./listed.js";

const PATIENCE = 4_000;

/** What is known of a badge, the quickest first: the list on this phone, then the server. */
export async function* readings({ scan, shown }, setup) {
  const known = await listed(shown);
  if (known) yield known;
  yield (await readBadge(scan, setup)) ?? known ?? { readable: Boolean(shown.name), ...shown };
}

async function readBadge({ payload_b64, symbology }, { show, urls }) {
  try {
    const response = await fetch(urls.read, {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify({ show_id: show.id, payload_b64, symbology: symbology ?? null }),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    return response.status === 200 ? await response.json() : null;
  } catch {
    return null;
  }
}
