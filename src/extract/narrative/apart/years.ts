import { belonging } from '../../../domain/index.ts';
import { type Statement, withinWhole } from '../../../model/index.ts';
import type { Draft } from '../topics.ts';
import { figureIn, type Standing } from '../words/drafts.ts';

const whole = new RegExp(belonging.severalYears.whole);
const part = new RegExp(belonging.severalYears.part, 'g');
const counted = new RegExp(belonging.severalYears.counted);
const NUMERALS = '零一二三四五六七八九十';

/**
 * «项目总投资 A，分三年实施：2023年安排 B，2024年安排 C，2025年安排 D»: the years make up the whole where all of them are told, and are no more
 * than it otherwise.
 */
export function yearsOfProject(standing: Standing, drafts: readonly Draft[]): Statement[] {
  const { s } = standing.passage.plain;
  const first = whole.exec(s);
  const total = first && amountIn(standing, first, 0, drafts);
  if (!first || !total) return [];
  const told = [...s.slice(first.index).matchAll(part)].flatMap(match => {
    const draft = amountIn(standing, match, first.index, drafts);
    return draft ? [{ year: Number(match.groups!.year), draft }] : [];
  });
  const [one, ...others] = told;
  if (!one || new Set(told.map(({ year }) => year)).size < told.length) return [];
  const parts = [one.draft, ...others.map(({ draft }) => draft)] as const;
  const said = counted.exec(s)?.groups?.years ?? '';
  const years = said === '两' ? 2 : /^\d+$/.test(said) ? Number(said) : NUMERALS.indexOf(said);
  if (told.length > 1 && years === told.length)
    return [{ kind: 'sum', source: 'narrative', total, parts, complete: 'yes', about: total.label }];
  return [withinWhole('SUM-004', total, parts, { source: 'narrative' })];
}

/** The amount that closes what was matched. */
function amountIn(standing: Standing, match: RegExpExecArray, offset: number, drafts: readonly Draft[]): Draft | null {
  const { n = '' } = match.groups!;
  const start = offset + match.index + match[0].lastIndexOf(n);
  return figureIn(standing, start, start + n.length, drafts);
}
