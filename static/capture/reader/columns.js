/** Delimited text: by the show's mapping, else only what can be nothing else. */

import { fold, inNameCase, joined, tidy } from "./tidy.js";

const MARKS = ["::", "^", "|", "~", "\t", "$", ";", ","];
const STRONG = new Set(MARKS.slice(0, 6));
// Common given names: enough to tell which of two columns is the family's.
const GIVEN = new Set(
  `alex alexander ali andrea andreas anna anne antonio barbara carlos chris christian christine claudia
  daniel david elena eric eva fatima fernando francesca frank giulia hans ivan jan jane jean john jose
  juan julia karen karl klaus laura lena linda lisa luis maria marie mario mark martin mary michael
  mohammed natalia olga paul pedro peter petra pierre raj robert sandra sara sarah sergei simon sofia
  stefan sven thomas victoria wolfgang`.split(/\s+/),
);
const EMAIL = /^[\w&'+.-]{1,64}@[\w.-]+\.[^\W\d_]\w+$/u;
const WORD = /^\p{Lu}[\p{L}\p{M}'’-]*$/u;
const NUMBER = /^(?=.*\d)[A-Za-z0-9][A-Za-z0-9._/#-]{2,39}$/;
const NO_NUMBER = /^\d{1,4}[-/.]\d{1,2}[-/.]|^1[3-9]\d{9}$/; // a day; a mobile phone in China
const NO_PART = /^(.|mrs?|ms|miss|dr|prof|sir|herr|frau|mme|sra?|vip|visitor|c[efmto]o|\p{L}+(ing|ment|ics|tion|ity|ship)|manager|director|engineer|owner|founder|sales|einkauf|vertrieb|italy|france|china|india|japan|spain|austria|brazil|turkey|mexico|korea)$/iu;
const HAN_NAME = /^[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许邓韩冯曹彭曾肖董潘袁蔡蒋余杜叶程魏苏吕丁沈姚卢姜崔谭陆汪范廖贾韦邹邱侯薛阎雷陶贺毛郝顾龚邵钱严武戴莫孔汤][\u4e00-\u9fff]{1,2}$/;
const NO_NAME = /[公司集团厂店部科技会展馆号经理总监董事长师任采购销市的]/;
const COMPANY = /(\b(gmbh|ag|kg|inc|llc|ltd|limited|corp|s\.?p\.?a|s\.?r\.?l|sas|sarl|b\.?v|n\.?v|oy|ab|a\/s|plc|pty|pte|kft|ооо)\.?$)|(公司|集团|株式会社|有限会社)$|^(株式会社|주식회사|ООО )/i;

export function mapped(text, mapping) {
  const { delimiter, fields } = mapping ?? {};
  if (!delimiter || !text.includes(delimiter)) return null;
  const cells = cellsOf(text, delimiter);
  if (cells.length < 2 || cells.length > fields.length + 1) return null;
  const said = {};
  fields.forEach((field, at) => (said[field] ||= tidy(cells[at] ?? "")));
  return {
    name: nameOf(said),
    company: said.company ?? "",
    job_title: said.job_title ?? "",
    email: said.emails ?? "",
    phone: said.phones ?? "",
    badge_number: said.badge_id ?? "",
  };
}

function nameOf({ name = "", name_prefix = "", given_name = "", family_name = "" }) {
  const isHalf = Boolean(given_name) !== Boolean(family_name);
  if (name) return isHalf || /[,，@]/.test(name) ? "" : name;
  const cased = [given_name, family_name].map(inNameCase);
  return cased.every(Boolean) ? joined(name_prefix, ...cased) : "";
}

/** A wrong name is worse than none: it is believed where the e-mail address repeats it. */
export function delimited(text) {
  if (text.includes("\n") || /[{}]/.test(text)) return null;
  const mark = MARKS.find((each) => text.split(each).length > 2);
  const cells = mark ? cellsOf(text, mark).map(tidy) : [];
  if (cells.length < 3 || cells.length > 60) return null;
  const email = cells.find((cell) => EMAIL.test(cell)) ?? "";
  const name = inEmail(cells, email) || inChinese(cells) || (STRONG.has(mark) ? known(cells, email) : "");
  const company = name ? (cells.find((cell) => COMPANY.test(cell)) ?? "") : "";
  return { name, company, email, badge_number: numberIn(cells) };
}

function inEmail(cells, email) {
  const [local] = email.toLowerCase().split(/[@+]/);
  const words = local.split(/[._\d-]+/).filter(Boolean).map(fold);
  const names = cells.filter((cell) => WORD.test(cell));
  for (const [at, one] of names.entries()) {
    const other = names[at + 1];
    if (!other || cells.indexOf(other) !== cells.indexOf(one) + 1) continue;
    const order = [[one, other], [other, one]].filter(([given, family]) => says(words, fold(given), fold(family)));
    if (order.length !== 1) continue;
    const cased = order[0].map(inNameCase);
    return cased.every(Boolean) ? joined("", ...cased) : "";
  }
  return "";
}

/** anna.weber@, aweber@ and annaweber@ all say that Anna is the given name. */
function says([first = "", second = ""], given, family) {
  if (given.length < 2 || family.length < 2) return false;
  return second
    ? second === family && (first === given || first === given[0])
    : first === given[0] + family || first === given + family;
}

/** Anna | Weber, where Anna is known and Weber is not; nothing where words stand around them. */
function known(cells, email) {
  if (!email && !cells.some((cell) => COMPANY.test(cell))) return "";
  const at = cells.findIndex((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell));
  const [one = "", other = ""] = cells.slice(at, at + 2);
  if (![one, other].every((cell) => WORD.test(cell) && !NO_PART.test(cell))) return "";
  const [isGiven, isOtherGiven] = [one, other].map((cell) => GIVEN.has(fold(cell)));
  if (isGiven === isOtherGiven) return "";
  const cased = (isGiven ? [one, other] : [other, one]).map(inNameCase);
  return cased.every(Boolean) ? joined("", ...cased) : "";
}

function inChinese(cells) {
  const names = cells.filter((cell) => HAN_NAME.test(cell) && !NO_NAME.test(cell));
  return names.length === 1 && cells.some((cell) => COMPANY.test(cell)) ? names[0] : "";
}

function numberIn(cells) {
  const [first] = cells;
  return NUMBER.test(first) && !NO_NUMBER.test(first) ? first : "";
}

function cellsOf(text, mark) {
  return text.trim().split(mark).map((cell) => cell.trim().replace(/^"(.*)"$/s, "$1").replaceAll('""', '"'));
}
