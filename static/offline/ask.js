/** Asks our own server something and believes only an answer that is one. */

const TIMEOUT = 20_000;

/** A function of an address and what to send: the answer, or null for anything else that happens. */
export function asking({ fetch = (...request) => globalThis.fetch(...request), timers = globalThis } = {}) {
  return async (url, body) => {
    const control = new AbortController();
    const timer = timers.setTimeout(() => control.abort(), TIMEOUT);
    try {
      const response = await fetch(url, request(body, control.signal));
      return response.status === 200 ? await response.json() : null;
    } catch {
      return null; // no network, a cut answer, a page of somebody else's
    } finally {
      timers.clearTimeout(timer);
    }
  };
}

// A redirect is a captive portal's, or the way to the sign-in page: followed, it would look like success.
function request(body, signal) {
  return {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
    credentials: "same-origin",
    cache: "no-store",
    signal,
  };
}
