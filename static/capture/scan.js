/** A badge at the moment it was read, or the moment somebody began to type, under an id of its own. */

import { uuid7 } from "../offline/uuid7.js";

export function freshScan(found) {
  return { capture_id: uuid7(), captured_at: new Date().toISOString(), ...found };
}
