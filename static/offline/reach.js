/** Whether our server answers at all. Asked before sending only where there is doubt: a capture that
 *  was never sent can still be changed whole, one that may have left the phone cannot. */

const PATIENCE = 8_000;

/** A function of how often sending has failed in a row. */
export function reaching({
  waits,
  fetch = (...request) => globalThis.fetch(...request),
  isOffline = () => navigator.onLine === false,
}) {
  return async (failures) => {
    const isDoubtful = failures > 0 || isOffline();
    return !isDoubtful || !(await waits()) || isThere(fetch);
  };
}

// A captive portal answers too, but not with a version of ours.
async function isThere(fetch) {
  const asked = { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) };
  try {
    const response = await fetch("/health", asked);
    return response.status === 200 && Boolean((await response.json()).version);
  } catch {
    return false;
  }
}
