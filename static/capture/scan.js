/** A badge at the moment it was read, or the moment somebody began to type, under an id of its own. */

import { clock } from "../offline/clock.js";
import { uuid7 } from "../offline/uuid7.js";

export function freshScan(found) {
  const captured_at = new Date().toISOString();
  return { capture_id: uuid7(), captured_at, skew_ms: clock.behind(), ...found };
}
