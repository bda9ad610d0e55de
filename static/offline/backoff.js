/** How long to wait before trying again: longer each time, never the same on two phones. */

const SHORTEST = 4_000;
const LONGEST = 60_000;

export function pause(failures, random = Math.random) {
  const middle = SHORTEST * 2 ** Math.max(0, failures - 1);
  const spread = middle * (0.75 + random() / 2);
  return Math.min(LONGEST, Math.max(SHORTEST, spread));
}
