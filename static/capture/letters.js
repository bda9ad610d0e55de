/** The letters a person is known by: two initials, or the end of a Han, kana or Hangul name. */

export function lettersOf(name) {
  const words = name.trim().split(/\s+/);
  if (/^[\u3040-\ud7a3]/.test(words[0])) return words.join("").slice(-2);
  const initials = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return initials.map((word) => [...word][0]?.toUpperCase() ?? "").join("");
}
