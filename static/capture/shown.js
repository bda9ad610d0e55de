/** What the phone itself can tell of a badge, before the server has read it or without it. */

import { bytesOf } from "./payload.js";
import { preview } from "./preview.js";

export function shownOf(payload_b64, { show }) {
  return preview(bytesOf(payload_b64), show.mapping);
}
