import { fits, statutory, type TravelSubject } from '../../../domain/index.ts';
import { amountOf } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { type Grid, isCounting, isNumbering, wordsOf } from '../grid/grid.ts';
import { type Aspect, aspectOf, isLevel } from './aspect.ts';
import { nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { COUNT, type Collector, factOf, type Line, type Sheet } from './sheet.ts';

const MEASURE =
  /^(?:年初|全年|调整后?|本年|上年|去年|上一年|20\d{2}年)?度?(?:预算数?|决算数?|金额|执行数|数|支出数?)?(?:（[^）]*元）)?$/;
/** A subject's amounts by what sets them apart: this year's outcome, «level@预算», «level@上年», «level@增减额». */
const keyOf = ({ suffix }: Aspect) => `level${suffix}`;

/** T7 in either form: subjects across with one line of amounts, or subjects down with budget and outcome beside each other. */
export function readTravel(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head } = sheet;
  const across = Array.from({ length: grid.cols }, (_, col) => subjectOf(grid.above(head, col))).some(
    subject => subject && subject.key !== 'S' && subject.key !== 'all',
  );
  return across ? subjectsAcross(sheet, collect) : subjectsDown(sheet, collect);
}

const subjectNamed = (text: string) => statutory.travel.find(subject => fits(text, subject));

const ALL = statutory.travel.find(({ key }) => key === 'all');
const THREE_COSTS = /三公|出国|接待|用车/;
/** 合计 of a table that tells nothing of «三公» is of what it does tell. */
function ownTotal({ grid }: Sheet, subject: TravelSubject | undefined): TravelSubject | undefined {
  return subject?.key === 'S' && !THREE_COSTS.test(wordsOf(grid)) ? ALL : subject;
}

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
  const ofWhole = new Map<TravelSubject, Map<string, Draft>>();
  for (const row of rows) {
    const name = grid.row(row).find(one => words.test(one.s))?.s ?? '';
    const ofRow = name !== '' && (MEASURE.test(name) || !isLevel(aspectOf([name], sheet.year, def.measure)));
    const isWhole = rows.length === 1 || ofRow || /^(?:合计|总计)$/.test(name);
    // Rows of years and budgets tell of one whole.
    const bySubject = ofRow ? ofWhole : new Map<TravelSubject, Map<string, Draft>>();
    for (const { col, headers, subject } of columns) {
      if (!subject) continue;
      const aspect = aspectOf(ofRow ? [...headers, name] : headers, sheet.year, def.measure);
      const label = headers.filter(text => !MEASURE.test(text)).join(' ');
      const shown = subject.indicator ?? label;
      const key = keyOf(aspect);
      const own = bySubject.get(subject) ?? new Map<string, Draft>();
      const fact = factOf(isWhole && !own.has(key) ? subject.indicator : null, subject.scope ?? def.scope, aspect);
      const figure = collect.figure(grid.at(row, col), shown, headers.at(-1) ?? '', fact, aspect);
      if (!figure) continue;
      figure.label = `${shown} ${ofRow ? name : measureWord(headers, aspect.measure)}`;
      if (!own.has(key)) bySubject.set(subject, own.set(key, figure));
    }
    if (!ofRow) for (const [subject, figures] of bySubject) lines.push(lineOf(subject, row, name, figures));
  }
  return [...lines, ...[...ofWhole].map(([subject, figures]) => lineOf(subject, head, '', figures))];
}

function lineOf(subject: TravelSubject, row: number, name: string, figures: ReadonlyMap<string, Draft>): Line {
  return { row, label: subject.indicator ?? subject.key, name, code: '', at: null, role: subject.key, figures };
}

function columnsAcross(sheet: Sheet) {
  const { grid, head } = sheet;
  const columns = Array.from({ length: grid.cols }, (_, col) => ({ col, headers: grid.above(head, col) })).map(one => ({
    ...one,
    subject: isNaming(one.headers) ? undefined : ownTotal(sheet, subjectOf(one.headers)),
  }));
  // «小计» beside the whole of «三公», with no subject above it, is of all that the table holds.
  const isBare = ({ headers, subject }: (typeof columns)[number]) =>
    subject?.key === 'V' && headers.every(text => !/用车/.test(text));
  const rivals = ['S', 'V'].every(key => columns.some(one => one.subject?.key === key && !isBare(one)));
  if (rivals && columns.some(isBare)) return columns.map(one => (isBare(one) ? { ...one, subject: ALL } : one));
  const isUnder = (one: (typeof columns)[number]) => one.headers.some(text => text.includes('三公'));
  // «合计» beside «“三公”经费小计» is of 会议费 and 培训费 as well.
  const wholes = columns.filter(one => one.subject?.key === 'S');
  if (wholes.some(one => NAMED.test(one.headers.at(-1)!)) && wholes.some(one => !isUnder(one)))
    return columns.map(one => (one.subject?.key === 'S' && !isUnder(one) ? { ...one, subject: ALL } : one));
  if (wholes.length === 1 && isOfAll(grid, head, columns))
    return columns.map(one => (one === wholes[0] ? { ...one, subject: ALL } : one));
  // A header over some of the subjects, not a title in the corner.
  if (!columns.some(one => one.subject && one.subject.key !== 'S' && isUnder(one))) return columns;
  return columns.map(one => (one.subject?.key === 'S' && !isUnder(one) ? { ...one, subject: ALL } : one));
}

/** «合计 | 出国 | 接待 | 用车 | 会议费 | 培训费»: whether the amounts of most rows add up with 会议费 and 培训费 only. */
function isOfAll(grid: Grid, head: number, columns: readonly { col: number; subject: TravelSubject | undefined }[]): boolean {
  const of = (keys: readonly string[]) => columns.filter(one => one.subject && keys.includes(one.subject.key));
  const [whole] = of(['S']);
  const three = of(of(['V']).length ? ['O', 'V', 'R'] : ['O', 'VP', 'VR', 'R']);
  const others = of(['meetings', 'training']);
  if (!whole || three.length < 3 || !others.length) return false;
  const rows = Array.from({ length: grid.rows - head }, (_, i) => head + i);
  const fits = (parts: readonly { col: number }[]) =>
    rows.filter(row => {
      const value = ({ col }: { col: number }) => amountOf(grid.text(row, col), 'money', '万元')?.value;
      const total = value(whole);
      return total?.gt(0) && parts.reduce((sum, part) => sum.plus(value(part) ?? 0), total.times(0)).eq(total);
    }).length;
  return fits([...three, ...others]) > fits(three);
}

const NAMED = /三公/;
/** Counts, and whose a row is («单位编码»), are no subjects, whatever stands in the corner above them. */
const isNaming = (headers: readonly string[]): boolean =>
  COUNT.test(headers.join('')) || /^(?:单位|部门|预算单位|科目)?(?:编码|代码|名称|编号)$/.test(headers.at(-1) ?? '');

function subjectsDown(sheet: Sheet, collect: Collector): Line[] {
  const names = nameColumns(sheet.grid, sheet.head);
  return names.flatMap((col, side) => subjectsIn(sheet, collect, [col, names[side + 1] ?? sheet.grid.cols], side));
}

/** One of the lists that stand side by side. */
function subjectsIn(sheet: Sheet, collect: Collector, [names, end]: readonly [number, number], side: number): Line[] {
  const { grid, head, def } = sheet;
  const counting = new Set(Array.from({ length: grid.cols }, (_, col) => col).filter(col => isCounting(grid, head, col)));
  const lines: Line[] = [];
  const labels = Array.from({ length: grid.rows - head }, (_, i) => grid.text(head + i, names));
  for (let row = head; row < grid.rows; row++) {
    const label = grid.text(row, names);
    if (isNumbering(grid, row) || COUNT.test(label)) continue;
    const subject = ofAll(ownTotal(sheet, subjectOf([label])), label, labels);
    const figures = new Map<string, Draft>();
    const struck = new Set<string>();
    for (let col = names + 1; col < end; col++) {
      if (counting.has(col)) continue;
      const headers = grid.above(head, col);
      if (/行次|栏次|序号|名称|备注|说明/.test(headers.join(''))) continue;
      const aspect = aspectOf(headers, sheet.year, def.measure);
      const key = keyOf(aspect);
      const fact = factOf(figures.has(key) ? null : subject?.indicator, subject?.scope ?? def.scope, aspect);
      const figure = collect.figure(grid.at(row, col), label, headers.at(-1) ?? '', fact, aspect);
      if (/^—+$/.test(grid.text(row, col))) struck.add(key);
      if (!figure || figures.has(key)) continue;
      figure.label = `${label} ${measureWord(headers, aspect.measure)}`;
      figures.set(key, figure);
    }
    if (subject) lines.push({ row, side, label, name: label, code: '', at: null, role: subject.key, figures, struck });
  }
  return lines;
}

/** 合计 over «一、三公经费», «二、会议费» is of all that the table holds. */
function ofAll(subject: TravelSubject | undefined, label: string, labels: readonly string[]): TravelSubject | undefined {
  if (subject?.key !== 'S' || /三公/.test(label)) return subject;
  const keys = labels.map(one => (/三公/.test(one) ? subjectOf([one])?.key : MEETINGS.test(one) ? 'other' : undefined));
  return keys.includes('S') && keys.includes('other') ? statutory.travel.find(({ key }) => key === 'all') : subject;
}

const MEETINGS = /会议费|培训费/;

const measureWord = (headers: readonly string[], measure: string) => headers.find(text => MEASURE.test(text)) ?? `${measure}数`;

const WITHIN = new RegExp(`^(?:${statutory.within.join('|')})`);
/** A subject that a form leaves out may be listed by its parts: 公务用车购置费 and 公务用车运行维护费. */
const partsOf = (role: string) => statutory.travelSums.find(({ total }) => total.includes(role))?.parts ?? [];

/** A subject, or where it has no line of its own its parts, and theirs; null where one of them is not there. */
function listedOf(role: string, has: (role: string) => boolean): string[] | null {
  if (has(role)) return [role];
  const parts = partsOf(role).map(part => listedOf(part, has));
  return parts.length && parts.every(part => part !== null) ? parts.flatMap(part => part!) : null;
}

/** 用车 = 购置 + 运行; 合计 = 出国 + 用车 + 接待; for budget and outcome. */
export function travelEquations(lines: readonly Line[], equations: Equations): void {
  const measures = new Set(
    lines.flatMap(line =>
      [...line.figures].flatMap(([key, { fact }]) => (fact.indicator || !/@(?:增减|占比|完成)/.test(key) ? [key] : [])),
    ),
  );
  const isDown = new Set(lines.map(line => `${line.row} ${line.side ?? 0}`)).size === lines.length;
  for (const row of new Set(isDown ? [-1] : lines.map(line => line.row))) {
    const own = row < 0 ? lines : lines.filter(line => line.row === row);
    for (const { rule, total, parts } of statutory.travelSums) {
      const has = (role: string) => own.some(line => line.role === role);
      if (!total.every(has)) continue;
      const listed = parts.flatMap(part => (has(part) ? [part] : partsOf(part).filter(has)));
      const columns = parts.flatMap(part => listedOf(part, has) ?? [part]);
      // Across, blanks have no line; down, what a form does not list may still be part of the total.
      const soft = isDown && !parts.every(part => has(part) || partsOf(part).every(has));
      if (soft && (listed.length < 2 || own.some(line => WITHIN.test(line.label)))) continue;
      for (const measure of measures) {
        // A heading may bear the name of its total («一、“三公”经费支出» over «（一）支出合计»).
        const at = (keys: readonly string[]) =>
          keys.map(key => own.find(line => line.role === key && line.figures.has(measure))?.figures.get(measure));
        const isStruck = own.some(line => total.includes(line.role) && line.struck?.has(measure));
        if (isStruck && at(total).every(figure => !figure)) continue;
        const about = `${own.find(line => total.includes(line.role))?.label ?? ''} `.trim();
        equations.add(rule, at(total), at(isDown ? listed : columns), about, soft);
      }
    }
  }
}
