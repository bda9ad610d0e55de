/** One value without the invisible dirt that codes carry, and names in the order of their script. */

const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const CONTROL = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]/g;
const NO_VALUE = /^(-{1,3}|[./?]|\?\?|n\/?a|null|undefined|none|nan|nil|\(null\)|\[null\]|无|暂无|空)$/i;
const MERGE_FIELD = /^(\{\{?[\w .|-]*\}?\}|\[\[[\w .-]*\]\]|\$\{[\w .-]*\}|%[A-Z_]{3,40}%)$/;
const HAN = /^[\u3400-\u9fff々]+$/;
const HANGUL = /^[\uac00-\ud7a3]+$/;
const KANA = /[\u3040-\u30ff]/;
const TITLE = /^((dr|prof|professor|doctor|ing|mag|med)[.-]*\s?)+$/i;
const PARTICLE = /^(van|de|der|den|von|zu|del|della|di|da|do|dos|du|la|le|el|al|bin|ter|ten|y)$/i;

export function tidy(value) {
  const text = String(value ?? "").replace(INVISIBLE, "").replace(CONTROL, " ").normalize("NFC");
  const line = text.slice(0, 1000).trim().split(/\s+/).join(" ");
  return NO_VALUE.test(line) || MERGE_FIELD.test(line) ? "" : line;
}

/** Letters and digits only: for comparing. */
export function fold(value) {
  return value.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The name of somebody known by parts: 王小明, 佐藤 花子, Dr. Anna Weber. */
export function joined(prefix, given, family, { spaced = false } = {}) {
  if (given && family && HAN.test(given) && HAN.test(family)) {
    return spaced ? `${family} ${given}` : family + given;
  }
  if (given && family && HANGUL.test(given) && HANGUL.test(family)) return family + given;
  if (given && family && KANA.test(given + family)) return `${family} ${given}`;
  return [TITLE.test(prefix) ? prefix : "", given, family].filter(Boolean).join(" ");
}

export function hasKana(text) {
  return KANA.test(text);
}

/** JAN VAN DEN BERG -> Jan van den Berg; "" where only its owner knows how it is written. */
export function inNameCase(name) {
  const words = name.split(" ");
  const loud = words.map(isShouted);
  if (!loud.some(Boolean)) return name;
  if (words.some((word, at) => loud[at] && /['’.]|^(MC|MAC|I{2,3}|IV)|^.{2}$/.test(word) && !PARTICLE.test(word))) {
    return "";
  }
  const all = words.every((word, at) => loud[at] || PARTICLE.test(word));
  return words
    .map((word, at) => {
      if (all && words.length > 1 && at < words.length - 1 && PARTICLE.test(word)) return word.toLowerCase();
      return loud[at] ? capitalised(word) : word;
    })
    .join(" ");
}

function isShouted(word) {
  return /\p{L}.*\p{L}/u.test(word) && word === word.toUpperCase() && word !== word.toLowerCase() && !word.includes(".");
}

function capitalised(word) {
  return word.toLowerCase().replace(/(^|-)(.)/gu, (_, dash, letter) => dash + letter.toUpperCase());
}
