/** What a badge probably says, to show at once. The server reads it properly; this is never sent. */

import { mecard, vcard } from "./reader/cards.js";
import { decoded } from "./reader/charset.js";
import { delimited, mapped } from "./reader/columns.js";
import { address, json, pairs } from "./reader/keyed.js";
import { tidy } from "./reader/tidy.js";

const NOBODY = Object.freeze({
  name: "", company: "", job_title: "", email: "", phone: "", badge_number: "",
});
const NAMED = [vcard, mecard, json, address, contact];
const BY_LOOKS = [identifier, pairs, delimited];
const MOST_READ = 16_384;
const EMAIL = /^[\w&'+.-]{1,64}@[\w-]+(\.[\w-]+)+$/u;

/** Never throws. `mapping` is the show's. What is unsure stays empty: a wrong name is worse. */
export function preview(bytes, mapping = null) {
  const { text, sure } = decoded(bytes);
  const trimmed = text.trim();
  try {
    const found = sure ? read(trimmed.slice(0, MOST_READ), mapping) : null;
    return { ...NOBODY, ...found, text: trimmed };
  } catch {
    return { ...NOBODY, text: trimmed };
  }
}

function read(text, mapping) {
  const clean = text.replace(/^[\ufeff\u200b\0]+|[\ufeff\u200b\0]+$/g, "");
  if (/^\s*(WIFI|javascript|data|vbscript|file|blob):/i.test(clean)) return null;
  const readers = [...NAMED, (payload) => mapped(payload, mapping), ...BY_LOOKS];
  for (const reader of readers) {
    const found = reader(clean);
    if (found && Object.values(found).some(Boolean)) return found;
  }
  return null;
}

/** mailto:, tel: and their like, and a bare address or number. */
function contact(text) {
  const call = text.match(/^(?:tel|telprompt|callto|smsto?|mmsto?):\/{0,2}([^:?;]{3,80})/i)?.[1];
  if (call) return { phone: tidy(decodeURIComponent(call)) };
  if (/^\+[\d ().-]{6,24}$/.test(text)) return { phone: text };
  const mail = decodeURIComponent(text.match(/^mailto:([^?]*)/i)?.[1] ?? text).split(/[\r\n]/)[0];
  if (EMAIL.test(mail)) return { email: mail };
  const [, name, email] = mail.match(/^([^<>@\n]{1,100}?)\s{0,9}<\s{0,3}([^<>\s]{3,254})\s{0,3}>$/) ?? [];
  if (!EMAIL.test(email ?? "")) return null;
  return { name: tidy(name.replace(/^["' ]+|["' ]+$/g, "")), email };
}

/** One word with a digit in it is a number for the organiser's list. */
function identifier(text) {
  const number = text.replace(/^["'\s*#]+|["'\s*]+$/g, "").replace(/^urn:uuid:/i, "");
  const isNumber = /^(?=.*\d)[A-Za-z0-9{](?:[A-Za-z0-9._/#+-]{0,38}[A-Za-z0-9}])?$/.test(number);
  if (/^(eyJ|[\w-]+(\.[\w-]+)+\/)/.test(number)) return null;
  const isDate = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(number);
  const isProduct = /^\d{13}$/.test(number) && !number.startsWith("2") && hasCheckDigit(number);
  return isNumber && !isDate && !isProduct ? { badge_number: number.replace(/[{}]/g, "") } : null;
}

function hasCheckDigit(number) {
  const sum = [...number].reduce((total, digit, at) => total + digit * (at % 2 ? 3 : 1), 0);
  return sum % 10 === 0;
}
