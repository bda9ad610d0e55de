/** What an open sheet is about, and where its capture goes when it is saved. */

import { uuid7 } from "../offline/uuid7.js";
import { EARLIER_MISSING, REFUSED } from "../offline/verdicts.js";
import { differenceOf } from "./changed.js";
import { typedPayload } from "./payload.js";
import { freshScan } from "./scan.js";

export const NEW = "new"; // somebody who stands here now
export const MORE = "more"; // more about somebody captured before
export const CHANGE = "change"; // a capture that has not left the phone
export const AGAIN = "again"; // a capture that the server refused, put right
export const NOTHING_ELSE = Object.freeze({ adding: null, before: null, shown: null, atFirst: null });

/** A row of the outbox opened: as it is, or once more under a new id where the server refused it. */
export function aboutRow({ capture, state, reason }) {
  if (state !== REFUSED) return { purpose: CHANGE, scan: capture, before: capture };
  const scan = { ...capture, capture_id: uuid7() };
  if (reason === EARLIER_MISSING) scan.adds_to = null; // a visitor of its own from now on
  return { purpose: AGAIN, scan, before: capture };
}

/** What a capture is made of: what the sheet is about, and what stands on it now. */
export function partsOf({ scan, adding, before, shown }, { entered, touched }, { setup, photos }) {
  const number = entered.badge_number.trim();
  const isTyped = !scan.payload_b64 && number;
  const isRatedAsBefore = adding && entered.rating === adding.rating;
  return {
    setup,
    photos,
    touched,
    scan: isTyped ? { ...scan, payload_b64: typedPayload(number) } : scan,
    entered: isRatedAsBefore ? { ...entered, rating: "" } : entered,
    adds_to: adding?.capture_id ?? scan.adds_to ?? null,
    before,
    answered: shown?.answered,
  };
}

/** Resolves when it is on the disk. What left the phone meanwhile is added to, by what differs. */
export async function keepCapture(outbox, { purpose, before, capture, label }) {
  if (purpose === CHANGE && (await outbox.edit(before.capture_id, () => capture, label))) return;
  if (purpose === AGAIN && (await outbox.replace(before.capture_id, capture, label))) return;
  const rest = before ? differenceOf(before, { ...capture, ...freshScan({}) }) : capture;
  if (rest) await outbox.put(rest, label);
}

/** The capture that a sheet is about, where it is not about somebody new. */
export function earlierOf({ adding, before }) {
  return adding?.capture_id ?? before?.capture_id ?? null;
}
