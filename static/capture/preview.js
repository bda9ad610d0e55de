/** What a badge probably says, to show at once. The server reads it properly; this is never sent. */

const NOBODY = Object.freeze({ name: "", company: "", job_title: "", email: "", phone: "" });
const READERS = [vcard, mecard, json, delimited];
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d\s()./-]{7,}$/;
const WORDS = /^[\p{L}][\p{L}\p{M}\s.'’&,()-]*$/u;

export function preview(bytes) {
  const text = decoded(bytes).trim();
  for (const read of READERS) {
    const found = read(text);
    if (found?.name || found?.company) return { ...NOBODY, ...found, text };
  }
  return { ...NOBODY, text };
}

/** The characters of a payload: UTF-8 when it is that, else what Chinese or Western badges use. */
export function decoded(bytes) {
  for (const charset of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(charset, { fatal: true }).decode(bytes);
    } catch {
      // not this one
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}

function vcard(text) {
  if (!/^BEGIN:VCARD/i.test(text)) return null;
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n|\r/);
  const value = (name) => {
    const line = lines.find((each) => new RegExp(`^(?:[\\w-]+\\.)?${name}[;:]`, "i").test(each));
    if (!line || /QUOTED-PRINTABLE/i.test(line.split(":")[0])) return "";
    return line.slice(line.indexOf(":") + 1).trim();
  };
  return {
    name: plain(value("FN")) || fromParts(value("N")),
    company: plain(value("ORG").split(";")[0]),
    job_title: plain(value("TITLE")),
    email: plain(value("EMAIL")),
    phone: plain(value("TEL")).replace(/^tel:/i, ""),
  };
}

function mecard(text) {
  if (!/^(MECARD|BIZCARD):/i.test(text)) return null;
  const value = (name) =>
    plain(text.match(new RegExp(`[:;]${name}:((?:\\\\.|[^;\\\\])*)`, "i"))?.[1] ?? "");
  if (/^BIZCARD/i.test(text)) {
    return { name: `${value("N")} ${value("X")}`.trim(), company: value("C"), job_title: value("T") };
  }
  return {
    name: value("N").split(",").reverse().join(" ").trim(),
    company: value("ORG"),
    email: value("EMAIL"),
    phone: value("TEL"),
  };
}

const KEYS = {
  name: ["name", "fullname", "full_name", "displayname"],
  company: ["company", "organization", "organisation", "org", "companyname"],
  job_title: ["job_title", "jobtitle", "title", "position"],
  email: ["email", "mail", "e-mail"],
  phone: ["phone", "tel", "mobile"],
};

function json(text) {
  const said = parsed(text);
  if (!said || typeof said !== "object") return null;
  const flat = flattened(said);
  const one = (...keys) => String(keys.map((key) => flat[key]).find(Boolean) ?? "").trim();
  const found = Object.fromEntries(
    Object.entries(KEYS).map(([field, keys]) => [field, one(...keys)]),
  );
  const given = one("firstname", "first_name", "givenname", "given_name", "first");
  const family = one("lastname", "last_name", "familyname", "family_name", "last");
  return { ...found, name: found.name || `${given} ${family}`.trim() };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function flattened(said, depth = 0) {
  const flat = {};
  for (const [key, value] of Object.entries(said)) {
    if (value && typeof value === "object" && depth < 3) {
      Object.assign(flat, { ...flattened(value, depth + 1), ...flat });
    } else flat[key.toLowerCase()] ??= value;
  }
  return flat;
}

// A wrong name is worse than none: only text in parts that cannot be anything else.
function delimited(text) {
  const mark = ["^", "|", "$", "~", "\t"].find((each) => text.split(each).length > 3);
  if (!mark || text.includes("\n")) return null;
  const parts = text.split(mark).map((part) => part.trim());
  const words = parts.filter((part) => WORDS.test(part));
  if (words.length < 3) return null;
  return {
    name: `${words[0]} ${words[1]}`,
    company: words.length === 3 ? words[2] : "",
    email: parts.find((part) => EMAIL.test(part)) ?? "",
    phone: parts.find((part) => PHONE.test(part) && part.startsWith("+")) ?? "",
  };
}

function fromParts(value) {
  const [family = "", given = "", middle = ""] = value.split(";").map(plain);
  return [given, middle, family].filter(Boolean).join(" ");
}

function plain(value) {
  return value.replace(/\\n/gi, " ").replace(/\\(.)/g, "$1").trim();
}
