/** How paragraphs are numbered, from the outermost style inwards (GB/T 9704: 一、 （一） 1. （1）). */
export const ORDINALS: readonly RegExp[] = [
  /^(?:[一二三四五六七八九十]+|[壹贰叁肆伍陆柒捌玖拾]+|[甲乙丙丁戊己庚辛壬癸])[、.．]/,
  /^(?:（?(?:[一二三四五六七八九十]+|[壹贰叁肆伍陆柒捌玖拾]+|[甲乙丙丁戊己庚辛壬癸])）|[㈠-㈩])/,
  /^(?:\d{1,2}(?:[.、．](?!\d)| )|[⒈-⒛])/,
  /^(?:（?\d{1,2}）|[⑴-⒇])/,
  /^[①-⑳㊀-㊉]/,
  /^第[一二三四五六七八九十\d]+[，、项]/,
  /^（?[A-Za-z]{1,4}[.、．）](?!\d)/,
];

/** The style of a text's number, 1 the outermost; 0 without one. */
export function ordinalStyle(text: string): number {
  return ORDINALS.findIndex(form => form.test(text)) + 1;
}

/** «一、», «（一）», «1.», «（1）», «①», «A.»: a list begins. */
export function isFirstOrdinal(text: string): boolean {
  return /^(?:（?[一壹甲][、.．）]|㈠|1[.、． ]|⒈|（?1）|⑴|[①㊀]|第[一1]|（?[AaIi][.、．）])/.test(text);
}

/** The number of a row's or a list's name: «一、», «（一）», «1.». */
export const ORDINAL = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、．])/;

const LEADING = /^（?(?<number>[一二三四五六七八九十]+|\d{1,2})[、.．）]|^(?<circled>[①-⑳])/;
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const DIGITS = '一二三四五六七八九';

/** The number a text begins with, and how many signs it takes; null without one. */
export function leadingNumber(text: string): { readonly number: number; readonly length: number } | null {
  const match = LEADING.exec(text);
  if (!match) return null;
  const number = numberOf(match.groups!.number ?? match.groups!.circled!);
  return number === null ? null : { number, length: match[0].length };
}

/** What is written as «12», «十二» or «⑫»; null for what is no number, or one above 九十九. */
export function numberOf(written: string): number | null {
  if (/^\d/.test(written)) return Number(written);
  return CIRCLED.includes(written) ? CIRCLED.indexOf(written) + 1 : inChinese(written);
}

/** Up to 九十九. */
function inChinese(written: string): number | null {
  const [tens, units, ...more] = written.includes('十') ? written.split('十') : ['', written];
  if (more.length > 0 || tens!.length > 1 || units!.length > 1) return null;
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) : 0;
  return ten * 10 + (units === '' ? 0 : DIGITS.indexOf(units!) + 1);
}
