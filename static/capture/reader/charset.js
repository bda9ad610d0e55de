/** The characters of a payload, and whether its bytes leave no doubt about them. */

const DECLARED = /CHARSET="?([\w-]{2,20})/i;
// Bytes of another charset read as Chinese give rare signs; Chinese is full of these.
const FREQUENT = new Set(
  "有限公司科技王李张刘陈杨赵黄周吴徐孙朱马胡郭林何高罗郑梁谢宋唐许邓韩曹曾彭萧蔡潘田董袁余叶杜苏魏程吕丁沈任姚卢经理采购总监部工程师业务电子国际贸易集团深圳广州上海北京美玲丽伟明",
);
const WESTERN = /^[äöüßÄÖÜéèêëáàâíìîóòôúùûñçøåæÉØÅÆœ€’“”–]$/;

/** { text, sure }: a name is believed only where `sure`. */
export function decoded(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: as("utf-16le", bytes) ?? "", sure: true };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: as("utf-16be", bytes) ?? "", sure: true };
  const text = as("utf-8", bytes);
  return text === null ? (declared(bytes) ?? guessed(bytes)) : { text, sure: !text.includes("\x1b$") };
}

/** A label that nobody knows, or that these bytes are not in, gives null. */
export function as(charset, bytes) {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function declared(bytes) {
  const plain = new TextDecoder("windows-1252").decode(bytes);
  const label = plain.match(DECLARED)?.[1];
  const text = label && !/^utf-?8$/i.test(label) ? as(label, bytes) : null;
  return text === null ? null : { text, sure: true };
}

function guessed(bytes) {
  const western = new TextDecoder("windows-1252").decode(bytes);
  const runs = western.match(/[^\x00-\x7f]+/g);
  if (runs.every((run) => run.length === 1)) {
    return { text: western, sure: runs.every((letter) => WESTERN.test(letter)) };
  }
  const chinese = as("gb18030", bytes);
  if (chinese === null) return { text: western, sure: false };
  const signs = chinese.match(/[^\x00-\x7f]/gu);
  const known = signs.filter((sign) => FREQUENT.has(sign)).length;
  return { text: chinese, sure: known > 0.4 * signs.length };
}
