import { headingLevel } from './outline.ts';

/** A page number on a line of its own that is set as one: - 3 -, ─ 11 ─, · 3 ·, 第 3 页，共 9 页, 3 / 9. */
const SET_PAGE_NUMBER =
  /^\s*(?:[-–—─━―－~～]+\s*\d{1,4}\s*[-–—─━―－~～]+|[·•]\s*\d{1,4}\s*[·•]|第\s*\d{1,4}\s*页(?:\s*(?:[,，/]\s*)?共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|Page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?)\s*$/i;
/** What a paragraph or an item begins with. */
const ITEM =
  /^\s*(?:\d{1,2}[.、．](?!\d(?!\d{3}年))|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|[①-⑳]|第[一二三四五六七八九十\d]+[部章])/;
/** What no line of its own begins with. */
const CLOSING = /^\s*[。，；：、）！？％”]/;
/** An amount, a share or a count with what it counts; no year and no ordinal. */
const AMOUNT_FIRST = /^\s*[-−]?\d[\d,，]*(?:\.\d+)?\s{0,2}(?:亿元|万元|元|[%％]|个|辆|人|批|次|户|台|套|场|件|平方米)/;
/** The unit of a number that ended the line before. */
const UNIT_FIRST = /^(?:亿元|万元|元|[%％])/;
/** Words that an amount follows. */
const WANTS =
  /(?:为|占|达|计|的|约|共|支出|收入|决算|预算|金额|经费|资金|费|额|数|增加|减少|增长|下降|提高|降低|上升|完成|结余|结转|拨款|采购|工程|货物|服务)\s*$/;
/** Words of accounts, of which one half ends a line and the other begins the next. */
const WORDS = new Set(
  '支出 收入 决算 预算 基本 项目 万元 经费 增加 增长 下降 减少 财政 拨款 采购 公共 保障 卫生 健康 住房 就业 教育 费用 金额 合计 总计 结余 结转 比上 同比 完成 主要 其中'.split(
    ' ',
  ),
);
/** A sentence has marks inside; a name has none. */
const INSIDE = /[，。；：、]|[（(]项[）)]/;
/** The last level of a subject's name that is told, and what has come of the next one. */
const NAME_BEGUN = /[（(][类款][）)][^（）()，。；：\d]{1,30}$/;
const NAME_ENDED = /^[^（）()，。；：\d]{0,30}[（(][款项][）)]/;
const BRACKET_OPEN = /[（(][^（）()。；]{1,60}$/;
const BRACKET_CLOSED = /^[^（）()。；]{0,60}[）)]/;

export const isSetPageNumber = (text: string): boolean => SET_PAGE_NUMBER.test(text);

/** Whether a line begins an item, a numbered paragraph or a part. */
export const isItem = (text: string): boolean => ITEM.test(text);

/** Whether a line begins with a mark that only ends something. */
export const isClosing = (text: string): boolean => CLOSING.test(text);

/**
 * Whether two lines are one by their words alone, however long they are and wherever they stand: the first breaks off in front of an
 * amount, inside a number, in front of its unit, inside the name of a subject or a bracket, or in front of a mark that only ends something.
 */
export function isTorn(before: string, next: string): boolean {
  const [a, b] = [before.trimEnd(), next.trimStart()];
  if (a === '' || b === '' || a.includes('\t') || b.includes('\t')) return false;
  if (isClosing(b)) return true;
  if (/\d$/.test(a) && /^\.\d/.test(b)) return true;
  if (/\d\s*[万亿]$/.test(a) && /^元/.test(b)) return true;
  if (/\d$/.test(a) && UNIT_FIRST.test(b) && INSIDE.test(a)) return true;
  if (isItem(b) || headingLevel(b) !== null) return false;
  if (AMOUNT_FIRST.test(b) && WANTS.test(a) && INSIDE.test(a)) return headingLevel(a) === null || /[（(]项[）)]/.test(a);
  if (INSIDE.test(a) && WORDS.has(`${a.at(-1)}${b[0]}`)) return true;
  return (NAME_BEGUN.test(a) && NAME_ENDED.test(b)) || (BRACKET_OPEN.test(a) && BRACKET_CLOSED.test(b));
}
