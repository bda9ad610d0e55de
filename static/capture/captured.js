/** What staff entered, as the capture that leaves the phone; and what still keeps it from leaving. */

const LONGEST_TEXT = 40;
const YES_NO = ["no", "yes"];
const ENOUGH = ["name", "company", "email", "phone"];
const TYPED = ["name", "company", "job_title", "email", "phone"];

/** `entered` holds the sheet's values by name; `touched` names the details that staff changed.
 *  `before` is the capture as it was: what the sheet does not ask for stays. */
export function captureOf({ setup, scan, entered, touched, adds_to = null, before = null, photos = [] }) {
  const kept = before ? besides(before, setup) : NONE_BESIDES;
  return {
    capture_id: scan.capture_id,
    show_id: before?.show_id ?? setup.show.id,
    member_id: before?.member_id ?? setup.member.id,
    captured_at: scan.captured_at,
    skew_ms: scan.skew_ms ?? null,
    source: scan.source,
    symbology: scan.symbology ?? null,
    payload_b64: scan.payload_b64 ?? null,
    adds_to,
    fields: fieldsOf(entered, touched),
    rating: entered.rating || null,
    interactions: [
      ...kept.interactions,
      ...setup.chips
        .filter((chip) => entered.chips.includes(chip.id))
        .map(({ kind, id }) => ({ kind, chip_id: id })),
    ],
    products: [...kept.products, ...entered.products],
    answers: { ...kept.answers, ...answersOf(setup.qualifiers, entered.answers) },
    note: entered.note.trim(),
    next_step: stepOf(entered),
    consent: consentOf(setup, entered, before),
    photos,
  };
}

const NONE_BESIDES = Object.freeze({ interactions: [], products: [], answers: {} });

/** What a capture holds of another show, or of chips and questions that are gone from this one. */
function besides({ interactions, products, answers }, setup) {
  const [chips, offered, asked] = [setup.chips, setup.products, setup.qualifiers].map(
    (each) => new Set(each.map(({ id }) => id)),
  );
  return {
    interactions: interactions.filter(({ chip_id }) => !chips.has(chip_id)),
    products: products.filter((id) => !offered.has(id)),
    answers: Object.fromEntries(Object.entries(answers).filter(([id]) => !asked.has(id))),
  };
}

/** The names of the fields that must be looked at, each with what is wrong: {note: "required"}. */
export function faultsOf({ setup, scan, entered, adds_to = null, answered = [], photos = [] }) {
  const faults = {};
  const isShown = scan.payload_b64 || adds_to || photos.length > 0;
  const isSomebody = isShown || ENOUGH.some((name) => entered[name].trim());
  if (!isSomebody) faults.name = "who";
  for (const { id, kind, required } of setup.qualifiers) {
    const answer = entered.answers[id] ?? "";
    const isDue = required && !adds_to && !answered.includes(id);
    if (isDue && answer.length === 0) faults[`answer-${id}`] = "required";
    else if (kind === "number" && answer && numberOf(answer) === null) {
      faults[`answer-${id}`] = "number";
    }
  }
  if (!entered.next_what.trim() && entered.next_due) faults.next_what = "step";
  return faults;
}

/** 1,250 and 1 250.5 and 1250,5 are numbers; "about ten" is none. */
export function numberOf(text) {
  const tight = text.trim().replace(/[\s\u00a0\u202f'’]/g, "");
  const grouped = /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(tight);
  const written = grouped ? tight.replaceAll(",", "") : tight.replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : null;
}

/** The entries a capture was made of, to be corrected. */
export function enteredOf({ fields, rating, interactions, answers, next_step, ...capture }) {
  const said = (answer) => (typeof answer === "boolean" ? YES_NO[Number(answer)] : answer);
  return {
    ...NOTHING,
    ...fields,
    rating: rating ?? "",
    chips: interactions.map(({ chip_id }) => chip_id),
    products: capture.products,
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, said(answer)])),
    note: capture.note,
    next_what: next_step?.what ?? "",
    next_owner: next_step?.owner_id ?? "",
    next_due: next_step?.due_on ?? "",
    consent: capture.consent !== null,
  };
}

function fieldsOf(entered, touched) {
  const typed = TYPED.filter((name) => touched.has(name) && entered[name].trim());
  return Object.fromEntries(typed.map((name) => [name, entered[name].trim()]));
}

function answersOf(qualifiers, said) {
  const answers = {};
  for (const { id, kind } of qualifiers) {
    const answer = said[id];
    if (answer === undefined || answer.length === 0) continue;
    if (kind === "yes_no") answers[id] = answer === YES_NO[1];
    else if (kind === "number") answers[id] = numberOf(answer);
    else answers[id] = answer;
  }
  return answers;
}

function stepOf({ next_what, next_owner, next_due }) {
  const what = next_what.trim();
  return what ? { what, owner_id: next_owner || null, due_on: next_due || null } : null;
}

function consentOf({ wording, language }, { consent }, before) {
  if (!wording) return before?.consent ?? null;
  if (!consent) return null;
  return before?.consent ?? { wording_id: wording.id, given: true, language };
}

/** A sheet on which nothing was entered, as when badges are saved at once. */
export const NOTHING = Object.freeze({
  name: "", company: "", job_title: "", email: "", phone: "", badge_number: "",
  note: "", next_what: "", next_owner: "", next_due: "",
  rating: "", chips: [], products: [], answers: {}, consent: false,
});

/** What a row of the outbox is called until the server has read it. */
export function labelOf({ name, company, email = "", phone = "", badge_number = "", text = "" }) {
  const firm = company.trim();
  const others = firm ? [] : [email, phone, text.slice(0, LONGEST_TEXT)];
  const known = [name, badge_number, ...others].map((each) => each.trim());
  return { name: known.find(Boolean) ?? "", company: firm };
}
