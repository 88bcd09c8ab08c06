import { fits, statutory, type TravelSubject } from '../../domain/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { isForeign, measureOf, nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { isNumbering } from './grid.ts';
import { COUNT, type Collector, factOf, type Line, type Sheet } from './sheet.ts';

const MEASURE = /^(?:年初|全年|调整后?|本年)?(?:预算数?|决算数?|金额|执行数)$/;

/** T7 in either form: subjects across with one line of amounts, or subjects down with budget and outcome beside each other. */
export function readTravel(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head } = sheet;
  const across = Array.from({ length: grid.cols }, (_, col) => grid.above(head, col).join('')).some(text =>
    text.includes('接待'),
  );
  return across ? subjectsAcross(sheet, collect) : subjectsDown(sheet, collect);
}

function subjectOf(headers: readonly string[]): TravelSubject | undefined {
  for (const header of headers.filter(text => !MEASURE.test(text)).reverse()) {
    const found = statutory.travel.find(subject => fits(header, subject));
    if (found) return found;
  }
  return undefined;
}

function subjectsAcross(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head, def } = sheet;
  const columns = Array.from({ length: grid.cols }, (_, col) => ({ col, headers: grid.above(head, col) })).map(one => ({
    ...one,
    subject: COUNT.test(one.headers.join('')) || isForeign(one.headers, sheet.year) ? undefined : subjectOf(one.headers),
    measure: measureOf(one.headers),
  }));
  const rows: number[] = [];
  for (let row = head; row < grid.rows; row++)
    if (!isNumbering(grid, row) && grid.row(row).some(one => /\d/.test(one.s))) rows.push(row);
  const lines: Line[] = [];
  for (const row of rows) {
    const name = grid.row(row).find(one => /[\u4e00-\u9fa5]{2}/.test(one.s))?.s ?? '';
    const isWhole = rows.length === 1 || /^(?:合计|总计)$/.test(name);
    const bySubject = new Map<TravelSubject, Map<string, Draft>>();
    for (const { col, headers, subject, measure } of columns) {
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

/** 用车 = 购置 + 运行; 合计 = 出国 + 用车 + 接待; for budget and outcome. */
export function travelEquations(lines: readonly Line[], equations: Equations): void {
  const measures = new Set(lines.flatMap(line => [...line.figures.keys()]));
  for (const row of new Set(
    lines.length && new Set(lines.map(line => line.role)).size === lines.length ? [-1] : lines.map(line => line.row),
  )) {
    const own = row < 0 ? lines : lines.filter(line => line.row === row);
    for (const { rule, total, parts } of statutory.travelSums) {
      for (const measure of measures) {
        const at = (keys: readonly string[]) => keys.map(key => own.find(line => line.role === key)?.figures.get(measure));
        equations.add(rule, at(total), at(parts), `${own.find(line => total.includes(line.role))?.label ?? ''} ${measure}数`);
      }
    }
  }
}
