/** vCard, MECARD and BIZCARD. */

import { as } from "./charset.js";
import { fold, hasKana, inNameCase, joined, tidy } from "./tidy.js";

const BEGIN = /BEGIN[ \t]{0,3}:[ \t]{0,3}VCARD/i;
const END = /END[ \t]{0,3}:[ \t]{0,3}VCARD/i;
const HEADLESS = /^(?:VERSION:[234]|N[:;]|FN[:;])[^\n]{0,200}\n(?:VERSION|FN|N|ORG|TEL|EMAIL)[:;]/;
const NAMES = "VERSION|FN|N|ORG|TITLE|ROLE|TEL|EMAIL|ADR|URL|NOTE|UID|REV|PHOTO|LOGO|KEY|LABEL|NICKNAME|BDAY|CATEGORIES|KIND|PRODID|DEPARTMENT|X-[\\w-]{1,40}";
const PROPERTY = new RegExp(`^(?:[\\w-]+\\.)?(${NAMES})((?:;[^:;]*)*):(.*)$`, "i");
const ON_ONE_LINE = new RegExp(`(?<![A-Z-])(?=(?:item\\d{1,3}\\.)?(?:${NAMES})[:;])`);
const BADGE_NUMBER = /^(UID|X-(.{0,20}[-_])?(BADGE|REG|ATTENDEE|VISITOR|TICKET|GUEST|DELEGATE).{0,20})$/;

export function vcard(text) {
  const begin = text.slice(0, 4000).match(BEGIN);
  if (!begin && !HEADLESS.test(text)) return null;
  const card = begin ? text.slice(begin.index + begin[0].length) : text;
  const said = {};
  for (const [name, value] of properties(card.split(END)[0])) said[name] ??= value;
  const company = parts(said.ORG ?? "").find(Boolean) ?? "";
  const name = nameOf(said, hasKana(Object.values(said).join("")));
  const number = Object.keys(said).filter((each) => BADGE_NUMBER.test(each)).toSorted().at(-1);
  return {
    name: fold(name) === fold(company) ? "" : name,
    company,
    job_title: plain(said.TITLE ?? said.ROLE ?? ""),
    email: plain(said.EMAIL ?? "").replace(/^mailto:/i, ""),
    phone: plain(said.TEL ?? "").replace(/^tel:/i, ""),
    badge_number: plain(said[number] ?? ""),
  };
}

function nameOf(said, spaced) {
  const whole = plain(said.FN ?? "");
  if (whole) return whole.includes("@") ? "" : whole;
  const inN = parts(said.N ?? "");
  const isListed = inN.length === 1 && said.N?.includes(",");
  const [family = "", given = "", middle = "", prefix = ""] = isListed ? said.N.split(",").map(tidy) : inN;
  if (!family || !given) return family || given;
  const [cased, casedFamily] = [inNameCase([given, middle].filter(Boolean).join(" ")), inNameCase(family)];
  return cased && casedFamily ? joined(prefix, cased, casedFamily, { spaced }) : "";
}

function* properties(card) {
  let held = null;
  for (const line of linesOf(card)) {
    if (held !== null && (isSoft(held) || /^[ \t]/.test(line)) && !PROPERTY.test(line.trim())) {
      held = isSoft(held) ? held.replace(/=\s*$/, "") + line : held + line.slice(1);
    } else {
      yield* property(held);
      held = line.trim();
    }
  }
  yield* property(held);
}

/** A card on one line, or with its line breaks written out as \n, still has its properties. */
function linesOf(card) {
  const lines = card.split(/\r\n|\n\r|\n|\r|\v|\f/).filter((line) => line.trim()).slice(0, 400);
  if (lines.length > 1) return lines;
  const written = card.split(/\\r\\n|\\n|\\r/);
  if (written.length > 3) return written;
  return card.split(ON_ONE_LINE).map((line) => line.replace(/^[; \t]+|[; \t]+$/g, ""));
}

function isSoft(line) {
  return /^[^:]*QUOTED-PRINTABLE/i.test(line) && /=\s*$/.test(line);
}

function* property(line) {
  const match = line?.match(PROPERTY);
  if (!match) return;
  const [, name, parameters, value] = match;
  if (/^TEL$/i.test(name) && /FAX|PAGER/i.test(parameters)) return;
  if (/BASE64|ENCODING=B(;|$)/i.test(parameters)) return;
  const isCoded = /QUOTED-PRINTABLE|;QP$/i.test(parameters);
  const charset = parameters.match(/CHARSET="?([\w.:-]{2,20})/i)?.[1] ?? "utf-8";
  const isCodedUnsaid = /(=[0-9A-F]{2}){2}/i.test(value) && !/^(URL|UID)$/i.test(name);
  if (!isCoded && !isCodedUnsaid) return void (yield [name.toUpperCase(), value.trim()]);
  // A coded semicolon is no separator.
  const pieces = value.split(";").map((part) => unquoted(part, charset)?.replaceAll(";", "\\;"));
  if (!pieces.includes(undefined)) yield [name.toUpperCase(), pieces.join(";").trim()];
}

function unquoted(value, charset) {
  const codes = [...value.matchAll(/=([0-9A-F]{2})|([^])/giu)].flatMap(([, hex, letter]) =>
    hex ? [Number.parseInt(hex, 16)] : [...new TextEncoder().encode(letter)],
  );
  return as(charset, Uint8Array.from(codes));
}

export function mecard(text) {
  const start = text.match(/^(MECARD|BIZCARD)\s?:/i);
  if (!start) return null;
  const said = {};
  for (const [field] of text.slice(start[0].length).matchAll(/(?:[^;\\]|\\.)+/gs)) {
    const [key, ...value] = field.split(":");
    if (value.length) said[key.trim().toUpperCase()] ??= value.join(":");
  }
  return /^B/i.test(text) ? bizcard(said) : { ...shared(said), name: named(said.N ?? "", hasKana(text)) };
}

function shared(said) {
  return {
    company: plain(said.ORG ?? said.COMPANY ?? ""),
    job_title: plain(said.TITLE ?? ""),
    email: plain(said.EMAIL ?? ""),
    phone: plain(said.TEL ?? ""),
    badge_number: plain(said.UID ?? said.ID ?? ""),
  };
}

function named(value, spaced) {
  const [family = "", given = ""] = value.split(/(?<!\\),/).map(plain);
  if (!given || !family) return family || given;
  const cased = [inNameCase(given), inNameCase(family)];
  return cased.every(Boolean) ? joined("", ...cased, { spaced }) : "";
}

function bizcard(said) {
  const [given, family] = [plain(said.N ?? ""), plain(said.X ?? "")].map(inNameCase);
  return {
    name: joined("", given, family),
    company: plain(said.C ?? ""),
    job_title: plain(said.T ?? ""),
    email: plain(said.E ?? ""),
    phone: plain(said.B ?? said.M ?? said.P ?? ""),
    badge_number: plain(said.UID ?? ""),
  };
}

/** Split at each semicolon that is not escaped. */
function parts(value) {
  return value.split(/(?<!\\);/).map(plain);
}

function plain(value) {
  return tidy(value.replace(/\\n/gi, " ").replace(/\\(.)/g, "$1"));
}
