import { makeAccounts } from './accounts.ts';
import { writeReport } from './narrative/index.ts';
import { STYLES } from './narrative/styles.ts';
import type { Block, Report } from './report.ts';

/** The accounts of a district in one file: a cover, contents with page numbers, and the reports of its departments. */
export function makeCompendium(reports: readonly Report[]): Report {
  const line = (text: string): Block => ({ kind: 'paragraph', inline: [text] });
  const contents = reports.map((report, i) => line(`${report.title}……………………${i * 12 + 3}`));
  const { year, style } = reports[0] ?? { year: 2023, style: '' };
  const blocks = [line(`青禾区${year}年度部门决算汇编`), line('目  录'), ...contents, ...reports.flatMap(one => one.blocks)];
  return { title: `青禾区${year}年度部门决算汇编`, entity: '青禾区', year, style, blocks };
}

/** Reports of so many departments of one year, each with a name of its own. */
export function makeDepartments(count: number, year = 2023): Report[] {
  const styles = Object.values(STYLES);
  return Array.from({ length: count }, (_, i) => {
    const accounts = makeAccounts(`compendium${i}`, { size: 'small', year });
    const report = writeReport(accounts, styles[i % styles.length]!, i);
    const name = `青禾区${nameOf(i)}局`;
    return renamed(report, accounts.entity, name, accounts.short);
  });
}

const nameOf = (i: number) => `${'甲乙丙丁戊己庚辛壬癸'[Math.floor(i / 10) % 10]}${'水林农商文卫教体档信'[i % 10]}务`;

/** The same report under another name. */
function renamed(report: Report, from: string, to: string, short: string): Report {
  const text = JSON.stringify(report).replaceAll(from, to).replaceAll(short, to.slice(3));
  return JSON.parse(text) as Report;
}
