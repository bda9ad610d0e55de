import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const STATIC = join(ROOT, "static");
const PAGE = join(STATIC, "capture/page.js");

/** Every module that `file` imports, and what those import, by path under static/. */
function importsOf(file, found = new Set()) {
  const source = readFileSync(file, "utf8");
  for (const [, path] of source.matchAll(/^import[^;]*?from "(\.[^"]+)";/gms)) {
    const module = resolve(dirname(file), path);
    assert.ok(existsSync(module), `${file} imports ${path}`);
    if (found.has(relative(STATIC, module))) continue;
    found.add(relative(STATIC, module));
    importsOf(module, found);
  }
  return found;
}

test("the capture screen fetches all its modules at once, and none for nothing", () => {
  const page = readFileSync(join(ROOT, "templates/capture/new.html"), "utf8");
  const named = [...page.matchAll(/"([a-z/0-9-]+\.js)"[,\]\s]/g)].map(([, path]) => path);
  const needed = [...importsOf(PAGE)].filter((path) => path !== "base/page.js");

  assert.deepEqual(named.toSorted(), needed.toSorted());
});
