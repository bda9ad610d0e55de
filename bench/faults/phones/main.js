/** Plays plans until enough was captured and enough went wrong; a line of JSON for each.

    node --experimental-vm-modules main.js '{"python", "url", "database", "seed", ...}' */

import { Host } from "./host.js";
import { planOf } from "./plan.js";
import { smallest } from "./shrink.js";
import { World } from "./world.js";

const asked = JSON.parse(process.argv[2]);
const host = new Host(asked.python, asked.url, asked.sabotage);
const unheard = [];

// A page that dies leaves promises broken that nobody of it is left to hear of.
const OF_THE_DEAD = new Set(["AbortError", "InvalidStateError", "TransactionInactiveError"]);
for (const kind of ["unhandledRejection", "uncaughtException"]) {
  process.on(kind, (reason) => {
    if (!OF_THE_DEAD.has(reason?.name)) unheard.push(String(reason?.stack ?? reason));
  });
}

async function played(plan) {
  const verdict = await new World(plan, host, { locks: !asked.no_locks })
    .play()
    .catch(({ stack }) => ({ findings: [{ kind: "broke off", what: stack }], struck: {}, captures: 0 }));
  verdict.findings.push(...unheard.splice(0).map((what) => ({ kind: "unheard error", what })));
  return verdict;
}

async function shrunk(plan, [{ kind }]) {
  const fails = async (fewer) => (await played(fewer)).findings.some((found) => found.kind === kind);
  return (await smallest(plan, fails)).events;
}

let captures = 0;
let faults = 0;
let isBroken = false;
for (let seed = asked.seed; !isBroken && (captures < asked.captures || faults < asked.faults); seed += 1) {
  const plan = planOf(seed, { ...asked.plan, database: asked.database });
  const verdict = await played(plan);
  if (verdict.findings.length && asked.shrinks) verdict.events = await shrunk(plan, verdict.findings);
  captures += verdict.captures;
  faults += Object.values(verdict.struck).reduce((sum, each) => sum + each, 0);
  isBroken = verdict.findings.some(({ kind }) => kind === "broke off");
  process.stdout.write(`${JSON.stringify({ seed, ...verdict })}\n`);
}
host.stop();
