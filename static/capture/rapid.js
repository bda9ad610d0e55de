/** Rapid: a badge is saved as it is, at once, and qualified later. */

import { captureOf, labelOf, NOTHING } from "./captured.js";
import { bytesOf } from "./payload.js";
import { preview } from "./preview.js";
import { freshScan } from "./scan.js";

export async function saveAtOnce(found, { outbox, setup }) {
  const shown = preview(bytesOf(found.payload_b64));
  const scan = freshScan(found);
  const capture = captureOf({ setup, scan, entered: NOTHING, touched: new Set() });
  await outbox.put(capture, labelOf(shown));
  return { capture, shown };
}
