/**
 * Headings by their numbering, for formats that carry no heading styles. The numbering of official documents is fixed
 * (GB/T 9704: 一、 （一） 1. （1）); a heading is a short line without marks inside and without an amount.
 */
const FORMS: readonly { readonly level: number; readonly form: RegExp; readonly longest: number }[] = [
  { level: 1, form: /^第[一二三四五六七八九十\d]+(?:部分|章)/, longest: 60 },
  { level: 2, form: /^[一二三四五六七八九十]{1,3}[、．.]/, longest: 46 },
  { level: 3, form: /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[㈠-㈩])/, longest: 46 },
  { level: 4, form: /^(?:\d{1,2}[.．、](?!\d(?!\d{3}年))|[⒈-⒛])/, longest: 30 },
  { level: 5, form: /^(?:[（(]\d{1,2}[）)]|[⑴-⒇])/, longest: 30 },
];
/** «（一）总体情况。»: some write a full stop after a heading. */
const STOPPED = /(?<=(?:情况|说明|结果))。$/;
/** «3、教育支出（类）进修及培训（款）培训支出（项）», its code behind it or not: the names of a subject are as long as they are. */
const SUBJECT = /[（(]项[）)](?:[（(]\d{7}[）)])?$/;
const LONGEST_SUBJECT = 100;
const AMOUNT = /\d\s*(?:亿元|万元|元|[%％]|个|辆|批次|人次|人)/;
const LEADERS = /(?:(?<![.．·…])[.．·…]{3,}|\t)\s{0,40}\d{1,4}\s{0,40}$/;

/**
 * «收入决算情况说明», «“三公”经费支出决算具体情况»: what headings of accounts say, where the numbers of a word processor's list were lost; nothing
 * else stands in such a line.
 */
const TITLE =
  /^(?!以下|现将|根据|按照|按|为|对|将|详见|见|公开|反映|其中|包括|主要|的|及|和|与)(?:关于)?(?:\d{4}年度?)?[\u4e00-\u9fa5“”"（）()、]{0,30}(?:收入|支出|收支|决算|拨款|经费|政府采购|国有资产|绩效|政府性基金|国有资本)[\u4e00-\u9fa5“”"（）()、]{0,16}(?:情况|情况的?说明|说明)$/;
/**
 * The same by their names alone. «名词解释» is none of them: in a list of contents without page numbers it would hold all of the report that
 * follows for definitions.
 */
const NAME =
  /^(?:机关运行经费(?:支出)?|政府采购(?:支出)?|国有资产占[用有](?:使用)?|预算绩效(?:管理)?|[“"]?三公[”"]?经费(?:支出)?)$/;
const LONGEST_TITLE = 36;
/** A part of what the title above it is about. */
const INNER = /(?<!收入支出(?:决算)?|收支(?:决算)?)(?:总体|结构|具体)情况(?:的?说明)?$/;

/** The level of a heading (1 第一部分, 2 一、, 3 （一）, 4 1., 5 （1）), or null for any other line. */
export function headingLevel(text: string): number | null {
  const line = text
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(STOPPED, '');
  if (LEADERS.test(text)) return null;
  for (const { level, form, longest } of FORMS) {
    if (!form.test(line)) continue;
    if (
      line.length > (SUBJECT.test(line) ? LONGEST_SUBJECT : longest) ||
      /[。；;，,：:]/.test(line.replace(/[：:]$/, '')) ||
      /[，；]$/.test(line)
    )
      return null;
    return AMOUNT.test(line) ? null : level;
  }
  if (line.length > LONGEST_TITLE || !(TITLE.test(line) || NAME.test(line))) return null;
  return INNER.test(line) ? 3 : 2;
}
