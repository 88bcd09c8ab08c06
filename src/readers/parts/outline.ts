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
  return null;
}
