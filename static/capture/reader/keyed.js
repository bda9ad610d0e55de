/** Values under somebody else's keys: JSON, key=value, the fields of an address. */

import { fold, inNameCase, joined, tidy } from "./tidy.js";

const KEYS = {
  name: "name fullname displayname fn attendeename visitorname badgename 姓名 氏名 お名前 성명 фио nomcomplet",
  given: "firstname givenname given first fname forename vorname prenom nombre nome 名 имя",
  family: "lastname familyname surname last lname family nachname familienname nom apellido apellidos cognome 姓 фамилия",
  prefix: "prefix salutation honorific anrede civilite",
  company: "company companyname org organization organisation employer firm firma unternehmen societe entreprise empresa 公司 公司名称 单位 会社 会社名 회사 компания",
  job_title: "jobtitle title position job role function funktion poste fonction cargo 职位 职务 役職 직책 должность",
  email: "email mail emailaddress correo 邮箱 电子邮箱 メール 이메일",
  phone: "phone tel telephone phonenumber mobile handy telefon telefono 电话 手机 電話 전화 телефон",
  badge_number: "badgeid badgenumber badgeno badge visitorid attendeeid registrationid regid regno 胸卡号 证件号 观众编号 登録番号",
  number: "uid uuid ticketid barcode qrcode id no number nr",
};
const FIELD = Object.fromEntries(
  Object.entries(KEYS).flatMap(([field, keys]) => keys.split(" ").map((key) => [fold(key), field])),
);
const PERSON = /^(attendee|visitor|contact|badge|person|participant|delegate|guest|user|registrant|customer|member|data|profile|work|primary|business|details|info)s?/;
const FOREIGN = /^(event|show|order|session|exhibitor|sponsor|organi[sz]er|sender|issuer|venue|ticket|product|agenda|meta|expo|fair|booth)/;
const COMPANY = /^(company|organi[sz]ation|employer)$/;
const ELSEWHERE = /^[a-z]+:\/\/[^/]*(youtu|goo\.gl|maps|wa\.me|wechat|weixin|linkedin|t\.me|twitter|x\.com|instagram)/i;
const CATEGORY = /^(visitor|attendee|exhibitor|speaker|vip|press|media|staff|guest|delegate|participant|student|fachbesucher|besucher|aussteller|mr|mrs|ms|herr|frau|观众|嘉宾|媒体)s?$/i;

export function json(text) {
  const stripped = text.replace(/^json:/i, "").trim();
  if (!/^[[{]/.test(stripped)) return null;
  try {
    const said = JSON.parse(stripped);
    return typeof said === "object" ? read([...valuesOf(said)]) : null;
  } catch {
    const pairs = stripped.matchAll(/["']([\w ]{1,40})["']\s*:\s*(?:"([^"\\]*)"|'([^'\\]*)')/g);
    const isNested = /[[{]/.test(stripped.slice(1));
    return isNested ? null : read([...pairs].map(([, key, one, other]) => [key, one ?? other, ""]));
  }
}

function* valuesOf(node, key = "", parent = "", depth = 0) {
  if (Array.isArray(node)) {
    if (depth < 8) for (const each of node.slice(0, 20)) yield* valuesOf(each, key, parent, depth + 1);
  } else if (node && typeof node === "object") {
    const entries = depth < 8 ? Object.entries(node) : [];
    const isNested = ([, value]) => value && typeof value === "object";
    for (const [name, inner] of [...entries.filter((e) => !isNested(e)), ...entries.filter(isNested)]) {
      yield* valuesOf(inner, name, key || parent, depth + 1);
    }
  } else if (typeof node === "string" || typeof node === "number") yield [key, String(node), parent];
}

/** Lines or pieces of "key: value" or "key=value", all of them. */
export function pairs(text) {
  const inLines = text.includes("\n");
  for (const mark of inLines ? ["\n"] : ["|", ";", "&", "^"]) {
    const pieces = text.split(mark).map((piece) => piece.trim()).filter(Boolean);
    const found = pieces.map((piece) => piece.match(/^([^\d\s:：=][^:：=]{0,29}?)\s{0,3}[:：=]\s{0,3}(.+)$/s));
    if (pieces.length < 2 || !found.every(Boolean)) continue;
    if (!inLines && mark === "&") return read([...new URLSearchParams(text)].map(([key, value]) => [key, value, ""]));
    return read(found.map(([, key, value]) => [key, value, ""]));
  }
  return null;
}

export function address(text) {
  const url = text.match(/^(?:URL|URI)?:?\s{0,3}([a-z][a-z0-9+.-]{1,20}:\/\/\S+)$/i)?.[1];
  if (!url || /^(javascript|data|file|blob):/i.test(url)) return null;
  const [, query = ""] = url.split(/[?#](.*)/s);
  const fields = [...new URLSearchParams(query.replace(/[?#;]/g, "&"))].filter(([key]) => key.length > 2);
  const found = read(fields.map(([key, value]) => [key, value, ""]));
  return { ...found, badge_number: found.badge_number || (query ? "" : tokenIn(url)) };
}

/** The last part of a path, where it is neither a page, nor a year, nor words. */
function tokenIn(url) {
  const last = url.replace(/\/$/, "").split("/").slice(3).at(-1) ?? "";
  const isWordy = last.split(/[-_]/).some((part) => /^[a-z]{4,}$/.test(part));
  const isToken = /^(?=.*\d)[A-Za-z0-9][\w.~=-]{3,99}$/.test(last) && !/(19|20)\d\d|\.\w{2,4}$/.test(last);
  return isToken && !isWordy && !ELSEWHERE.test(url) ? last : "";
}

function read(values) {
  const said = {};
  for (const [key, value, parent] of values.slice(0, 300)) {
    const field = fieldOf(fold(key.slice(0, 60)), fold(parent.slice(0, 60)));
    const text = tidy(value);
    if (field && text && !CATEGORY.test(text)) said[field] ??= text;
  }
  return { ...contact(said), badge_number: said.badge_number ?? said.number ?? "" };
}

function fieldOf(key, parent) {
  if (key === "name" && COMPANY.test(parent)) return "company";
  if (FOREIGN.test(parent)) return "";
  if (parent === "name" && FIELD[parent + key]) return FIELD[parent + key];
  return FIELD[key] ?? FIELD[key.replace(PERSON, "")] ?? "";
}

function contact({ name = "", given = "", family = "", prefix = "", ...said }) {
  return {
    name: wholeName(name, given, family, prefix),
    company: said.company ?? "",
    job_title: said.job_title ?? "",
    email: said.email ?? "",
    phone: said.phone ?? "",
  };
}

/** A name beside one of its parts may be the other part: that is for the server to find out. */
function wholeName(name, given, family, prefix) {
  const isHalf = Boolean(given) !== Boolean(family);
  if (name) return isHalf || /[@,，]|^\P{L}*$/u.test(name) ? "" : name;
  const cased = [given, family].map(inNameCase);
  return isHalf || !cased.every(Boolean) ? "" : joined(prefix, ...cased);
}
