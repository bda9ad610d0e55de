/** A capture that was changed after it may have left the phone: the ledger can only be added to. */

/** What a capture says that it did not say `before`, as an addition to that; null for nothing. */
export function differenceOf(before, after) {
  const isNew = (name) => JSON.stringify(after[name]) !== JSON.stringify(before[name]);
  const changed = (name) => (isNew(name) ? after[name] : null);
  const more = {
    fields: changedIn(before.fields, after.fields),
    rating: changed("rating"),
    interactions: without(before.interactions, after.interactions),
    products: without(before.products, after.products),
    answers: changedIn(before.answers, after.answers),
    note: changed("note") ?? "",
    next_step: changed("next_step"),
    consent: before.consent ? null : after.consent,
  };
  const saysNothing = Object.values(more).every((value) => !value || !Object.keys(value).length);
  const adds_to = before.adds_to ?? before.capture_id;
  // A photo stays with the capture it was taken for, wherever that is.
  const scan = { source: "typed", symbology: null, payload_b64: null, adds_to, photos: [] };
  return saysNothing ? null : { ...after, ...scan, ...more };
}

function changedIn(before, after) {
  const fresh = ([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name]);
  return Object.fromEntries(Object.entries(after).filter(fresh));
}

function without(before, after) {
  const known = new Set(before.map((each) => JSON.stringify(each)));
  return after.filter((each) => !known.has(JSON.stringify(each)));
}
