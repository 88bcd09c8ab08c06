import { fits, statutory, type TravelSubject } from '../../../domain/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { isNumbering } from '../grid/grid.ts';
import { isForeign, measureOf, nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { COUNT, type Collector, factOf, type Line, type Sheet } from './sheet.ts';

const MEASURE = /^(?:年初|全年|调整后?|本年)?(?:预算数?|决算数?|金额|执行数)$/;

/** T7 in either form: subjects across with one line of amounts, or subjects down with budget and outcome beside each other. */
export function readTravel(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head } = sheet;
  const across = Array.from({ length: grid.cols }, (_, col) => subjectOf(grid.above(head, col))).some(
    subject => subject && subject.key !== 'S' && subject.key !== 'all',
  );
  return across ? subjectsAcross(sheet, collect) : subjectsDown(sheet, collect);
}

const subjectNamed = (text: string) => statutory.travel.find(subject => fits(text, subject));

/** The subject of the deepest header that names one; 小计 and 合计 are of what stands above them. */
function subjectOf(headers: readonly string[]): TravelSubject | undefined {
  const named = headers.filter(text => !MEASURE.test(text)).reverse();
  const at = named.findIndex(subjectNamed);
  if (at < 0) return undefined;
  const above = /^(?:小计|合计)$/.test(named[at]!) ? named.slice(at + 1).find(subjectNamed) : undefined;
  return subjectNamed(above ?? named[at]!);
}

function subjectsAcross(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head, def } = sheet;
  const columns = columnsAcross(sheet);
  const words = /[\u4e00-\u9fa5]{2}/;
  // Rows with words among the amounts are another list below («相关统计数»).
  const isOther = (row: number) => columns.some(({ col, subject }) => subject && words.test(grid.text(row, col)));
  const rows: number[] = [];
  for (let row = head; row < grid.rows; row++)
    if (!isNumbering(grid, row) && !isOther(row) && grid.row(row).some(one => /\d/.test(one.s))) rows.push(row);
  const lines: Line[] = [];
  for (const row of rows) {
    const name = grid.row(row).find(one => words.test(one.s))?.s ?? '';
    if (isForeign([name], sheet.year)) continue;
    const ofRow = MEASURE.test(name.replace(/^20\d{2}年度?/, ''));
    const isWhole = rows.length === 1 || ofRow || /^(?:合计|总计)$/.test(name);
    const bySubject = new Map<TravelSubject, Map<string, Draft>>();
    for (const { col, headers, subject, measure: ofColumn } of columns) {
      const measure = ofRow ? measureOf([name]) : ofColumn;
      if (!subject) continue;
      const label = headers.filter(text => !MEASURE.test(text)).join(' ');
      const shown = subject.indicator ?? label;
      const fact = factOf(isWhole ? subject.indicator : null, def.scope, measure);
      const figure = collect.figure(grid.at(row, col), shown, headers.at(-1) ?? '', fact);
      if (!figure) continue;
      figure.label = `${shown} ${measureWord(headers, measure)}`;
      bySubject.set(subject, (bySubject.get(subject) ?? new Map()).set(measure, figure));
    }
    for (const [subject, figures] of bySubject)
      lines.push({ row, label: subject.indicator ?? subject.key, name, code: '', at: null, role: subject.key, figures });
  }
  return lines;
}

function columnsAcross({ grid, head, year }: Sheet) {
  const columns = Array.from({ length: grid.cols }, (_, col) => ({ col, headers: grid.above(head, col) })).map(one => ({
    ...one,
    subject: COUNT.test(one.headers.join('')) || isForeign(one.headers, year) ? undefined : subjectOf(one.headers),
    measure: measureOf(one.headers),
  }));
  const all = statutory.travel.find(({ key }) => key === 'all');
  // «小计» beside the whole of «三公», with no subject above it, is of all that the table holds.
  const isBare = ({ headers, subject }: (typeof columns)[number]) =>
    subject?.key === 'V' && headers.every(text => !/用车/.test(text));
  const rivals = ['S', 'V'].every(key => columns.some(one => one.subject?.key === key && !isBare(one)));
  if (rivals && columns.some(isBare)) return columns.map(one => (isBare(one) ? { ...one, subject: all } : one));
  const isUnder = (one: (typeof columns)[number]) => one.headers.some(text => text.includes('三公'));
  // A header over some of the subjects, not a title in the corner.
  if (!columns.some(one => one.subject && one.subject.key !== 'S' && isUnder(one))) return columns;
  return columns.map(one => (one.subject?.key === 'S' && !isUnder(one) ? { ...one, subject: all } : one));
}

function subjectsDown(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head, def } = sheet;
  const [names] = nameColumns(grid, head);
  if (names === undefined) return [];
  const lines: Line[] = [];
  for (let row = head; row < grid.rows; row++) {
    const label = grid.text(row, names);
    if (isNumbering(grid, row) || COUNT.test(label)) continue;
    const subject = subjectOf([label]);
    const figures = new Map<string, Draft>();
    for (let col = names + 1; col < grid.cols; col++) {
      const headers = grid.above(head, col);
      if (/行次|序号|名称/.test(headers.join('')) || isForeign(headers, sheet.year)) continue;
      const measure = measureOf(headers);
      const figure = collect.figure(
        grid.at(row, col),
        label,
        headers.at(-1) ?? '',
        factOf(figures.has(measure) ? null : subject?.indicator, def.scope, measure),
      );
      if (!figure || figures.has(measure)) continue;
      figure.label = `${label} ${measureWord(headers, measure)}`;
      figures.set(measure, figure);
    }
    if (subject) lines.push({ row, label, name: label, code: '', at: null, role: subject.key, figures });
  }
  return lines;
}

const measureWord = (headers: readonly string[], measure: string) => headers.find(text => MEASURE.test(text)) ?? `${measure}数`;

const WITHIN = new RegExp(`^(?:${statutory.within.join('|')})`);
/** A subject that a form leaves out may be listed by its parts: 公务用车购置费 and 公务用车运行维护费. */
const partsOf = (role: string) => statutory.travelSums.find(({ total }) => total.includes(role))?.parts ?? [];

/** 用车 = 购置 + 运行; 合计 = 出国 + 用车 + 接待; for budget and outcome. */
export function travelEquations(lines: readonly Line[], equations: Equations): void {
  const measures = new Set(lines.flatMap(line => [...line.figures.keys()]));
  const isDown = new Set(lines.map(line => line.row)).size === lines.length;
  for (const row of new Set(isDown ? [-1] : lines.map(line => line.row))) {
    const own = row < 0 ? lines : lines.filter(line => line.row === row);
    for (const { rule, total, parts } of statutory.travelSums) {
      const has = (role: string) => own.some(line => line.role === role);
      if (!total.every(has)) continue;
      const listed = parts.flatMap(part => (has(part) ? [part] : partsOf(part).filter(has)));
      // Across, blanks have no line; down, what a form does not list may still be part of the total.
      const soft = isDown && !parts.every(part => has(part) || partsOf(part).every(has));
      if (soft && (listed.length < 2 || own.some(line => WITHIN.test(line.label)))) continue;
      for (const measure of measures) {
        // A heading may bear the name of its total («一、“三公”经费支出» over «（一）支出合计»).
        const at = (keys: readonly string[]) =>
          keys.map(key => own.find(line => line.role === key && line.figures.has(measure))?.figures.get(measure));
        const about = `${own.find(line => total.includes(line.role))?.label ?? ''} ${measure}数`;
        equations.add(rule, at(total), at(isDown ? listed : parts), about, soft);
      }
    }
  }
}
