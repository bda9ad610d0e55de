/** Rapid: a badge is saved as it is, at once, and qualified later. */

import { captureOf, labelOf, NOTHING } from "./captured.js";
import { listed } from "./listed.js";
import { freshScan } from "./scan.js";
import { shownOf } from "./shown.js";

export async function saveAtOnce(found, { outbox, setup }) {
  const read = shownOf(found.payload_b64, setup);
  const shown = (await listed(read)) ?? read;
  const scan = freshScan(found);
  const capture = captureOf({ setup, scan, entered: NOTHING, touched: new Set() });
  await outbox.put(capture, labelOf(shown));
  return { capture, shown };
}
