/** A page of the version before this one: it knows a smaller database, which the next one extends. */

import { PRESENT } from "./browser.js";

const DATABASE = "/static/offline/database.js";
const VERSION = /const VERSION = (\d+);/;

export const FORMER = {
  ...PRESENT,
  name: "former",
  edited: (path, source) =>
    path === DATABASE ? source.replace(VERSION, (_, now) => `const VERSION = ${now - 1};`) : source,
};
