/** What the server's word on a capture means for its row. */

export const WAITING = "waiting";
export const REFUSED = "refused";
export const EARLIER_MISSING = "earlier_missing";

const HELD = new Set(["recorded", "known", "conflict", "parked", "erased"]);
const NOT_LOOKED_AT = "batch_limit";
const TRY_AGAIN = "unexpected";

export function waitingAgain(row, capture = row.capture) {
  return { ...row, capture, state: WAITING, message: "", reason: "" };
}

// An addition overtook what it adds to, which is here: it follows by itself.
export function comesLater(verdict, isEarlierHere) {
  const overtook = verdict.reason === EARLIER_MISSING && isEarlierHere;
  return overtook ? { ...verdict, reason: TRY_AGAIN } : verdict;
}

// What the server could not take today goes behind the others, so that it never blocks them.
export function byTurn(one, other) {
  return one.set_back - other.set_back || (one.capture_id < other.capture_id ? -1 : 1);
}

export function afterVerdict(row, verdict) {
  if (HELD.has(verdict.verdict)) return null;
  if (isFinal(verdict)) {
    return { ...row, state: REFUSED, reason: verdict.reason, message: verdict.message ?? "" };
  }
  return verdict.reason === TRY_AGAIN ? { ...row, set_back: row.set_back + 1 } : undefined;
}

export function isFinal({ verdict, reason }) {
  return HELD.has(verdict) || (verdict === REFUSED && reason !== NOT_LOOKED_AT && reason !== TRY_AGAIN);
}

/** Whether the server has it from now on. */
export function isStored(verdict) {
  return HELD.has(verdict?.verdict) && verdict.verdict !== "erased";
}
