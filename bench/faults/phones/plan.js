/** From a seed to a plan: who captures what and when, and what goes wrong. A plan is only data. */

import { Chance } from "./chance.js";

const DAY = 86_400_000;

/** Faults that befall a request on its way, each with what it needs to know. */
const ON_THE_WAY = {
  request_dropped: () => ({}),
  answer_dropped: () => ({}),
  answer_cut: (chance) => ({ share: chance.random() }),
  duplicated: (chance) => ({ again: chance.whole(1, 60_000) }),
  sent_twice_at_once: (chance) => ({ copies: chance.whole(1, 2) }),
  delayed: (chance) => ({ up: chance.whole(0, 50_000), down: chance.whole(0, 30_000) }),
  reordered: () => ({}),
  bad_gateway: (chance) => ({ reaches: chance.happens(0.5) }),
  captive_portal: () => ({}),
  portal_redirect: () => ({}),
  too_large_for_a_proxy: () => ({}),
  signed_out: (chance) => ({ until: chance.whole(500, 40_000), switched: chance.happens(0.4) }),
  server_killed: (chance) => ({ statement: chance.whole(0, 22), down: chance.whole(0, 15_000) }),
  database_locked: (chance) => ({ times: chance.whole(1, 6) }),
  disk_full: (chance) => ({ times: chance.whole(1, 6) }),
};

/** PostgreSQL may end a connection that is being used; SQLite has none to end. */
const ON_POSTGRESQL = { database_gone: (chance) => ({ times: chance.whole(1, 8) }) };

/** Faults that befall a phone. */
const ON_THE_PHONE = {
  page_killed: (chance) => ({ steps: chance.whole(0, 60), opens: chance.whole(0, 5_000) }),
  phone_killed: (chance) => ({ steps: chance.whole(0, 60), opens: chance.whole(0, 20_000) }),
  second_tab: () => ({}),
  offline: (chance) => ({ lasts: chance.whole(1_000, 120_000), says: chance.happens(0.7) }),
  clock_moved: (chance) => ({ by: chance.oneOf([-DAY, DAY]) }),
  updated: (chance) => ({ steps: chance.whole(0, 40), leaves: chance.happens(0.5) }),
};

export function planOf(seed, { captures, faults, database, ...given }) {
  if (given.events) return { seed, ...given };
  const chance = new Chance(seed);
  const phones = chance.whole(1, 3);
  const lasts = chance.whole(20, 240) * 1000;
  const when = () => chance.whole(0, lasts);
  const who = () => chance.whole(0, phones - 1);
  const events = [
    ...crowds(chance, captures, lasts).map(({ at, place }) => capture(chance, at, place % phones, captures)),
    ...listOf(chance.whole(0, captures / 10), () => adds(chance, when(), who())),
    ...listOf(chance.whole(0, captures / 20), () => ({ at: when(), phone: who(), does: "repairs" })),
    ...listOf(faults, () => fault(chance, database, when(), who())),
  ];
  return {
    seed,
    former: listOf(phones, () => chance.happens(0.3)),
    lasts,
    events: events.sort((one, other) => one.at - other.at),
  };
}

/** Single visitors, and crowds of them, each before one phone. */
function crowds(chance, count, lasts) {
  const moments = [];
  while (moments.length < count) {
    const start = chance.whole(0, lasts);
    const crowd = chance.happens(0.3) ? 1 : chance.whole(2, 80);
    const apart = chance.whole(0, 20);
    const place = chance.whole(0, 5);
    for (let each = 0; each < crowd && moments.length < count; each += 1) {
      moments.push({ at: Math.min(lasts, start + each * apart), place });
    }
  }
  return moments;
}

function capture(chance, at, phone, captures) {
  return {
    at,
    phone,
    does: "captures",
    person: chance.whole(1, Math.ceil(captures * 0.8)),
    typed: chance.happens(0.2),
    rating: chance.oneOf(["", "hot", "warm", "cold"]),
    chips: chance.whole(0, 2),
    product: chance.happens(0.3),
    unreadable: chance.happens(0.03),
  };
}

function adds(chance, at, phone) {
  return { at, phone, does: "adds", changes: chance.happens(0.5) };
}

function fault(chance, database, at, phone) {
  const known = { ...ON_THE_WAY, ...ON_THE_PHONE, ...(database === "postgresql" ? ON_POSTGRESQL : {}) };
  const kind = chance.oneOf(Object.keys(known));
  return { at, phone, does: kind in ON_THE_PHONE ? kind : "meets", kind, ...known[kind](chance) };
}

function listOf(length, make) {
  return Array.from({ length: Math.floor(length) }, make);
}
