/** The rows of the outbox as the member in front of the phone may see and change them. */

import { happenedAt } from "../offline/clock.js";
import { REFUSED } from "../offline/outbox.js";

/** The member's own rows, newest first; of anybody else's only how many wait, and need a look. */
export function sharedOut(rows, memberId, skew = 0) {
  const isOwn = ({ capture }) => capture.member_id === memberId;
  const at = ({ capture }) => happenedAt(capture, skew);
  const newestFirst = (one, other) => at(other) - at(one) || (one.capture_id < other.capture_id ? 1 : -1);
  const foreign = rows.filter((row) => !isOwn(row));
  const refused = foreign.filter(({ state }) => state === REFUSED).length;
  return {
    own: rows.filter(isOwn).sort(newestFirst),
    others: { waiting: foreign.length - refused, refused },
  };
}

/** What can be done with a row: what may have reached the server is only ever added to. */
export function actsOf({ state, tries }) {
  const isRefused = state === REFUSED;
  const isOnlyHere = isRefused || tries === 0;
  return {
    repair: isRefused,
    again: isRefused,
    change: !isRefused && isOnlyHere,
    add: !isOnlyHere,
    discard: isOnlyHere,
  };
}

/** How it stands with a row, by the name of the sentence for it and what fills that. */
export function stateOf({ state, tries, set_back }) {
  if (state === REFUSED) return { says: "refused", count: tries };
  if (tries === 0) return { says: "untried", count: 0 };
  if (set_back) return { says: "setBack", count: tries };
  return { says: tries === 1 ? "triedOnce" : "tried", count: tries };
}
