/** What the worker does with a request. It touches only what it must: all else goes its usual way. */

export const KEPT = "kept"; // a page that opens without a network
export const FILE = "file"; // a static file of some version
export const PAGE = "page"; // any other page: the network's, or the one that says there is none
export const FORM = "form"; // a form that changes something
export const OTHER = "other"; // not ours to answer

const STATIC = "/static/";
const IS_FILE = /\.[^/]*$/; // a list to take away may take its time

export function courseOf({ method, mode, url }, { origin, pages }) {
  const { origin: asked, pathname, search } = new URL(url);
  if (asked !== origin) return OTHER;
  if (method === "GET" && pathname.startsWith(STATIC)) return FILE;
  if (mode !== "navigate" || IS_FILE.test(pathname)) return OTHER;
  if (method !== "GET") return FORM;
  return pages.includes(pathname) && !search ? KEPT : PAGE;
}

// What is kept belongs to one member, show and language. These forms may change one of them.
const CHANGES_WHOSE = /^\/(sign-in|sign-out|setup|language|profile|join\/[^/]+|shows\/[^/]+\/choice)$/;
const CHANGES_WHAT = /^\/(shows|demo|members)(\/|$)/;
const LEAVES = "/sign-out";

/** Whether the kept pages go before the form is sent, and come back where it changed nothing. */
export function fateOf({ url }) {
  const { pathname } = new URL(url);
  return {
    isAnothers: CHANGES_WHOSE.test(pathname),
    isFinal: pathname === LEAVES,
    isStale: CHANGES_WHAT.test(pathname),
  };
}
