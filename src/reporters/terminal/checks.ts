import { type Audit, type Check, figuresOf } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';

import { groupBy } from '../parts/group.ts';
import { briefWords } from '../parts/where.ts';
import { displayWidth, hang, pad } from '../parts/width.ts';
import { doubtWords, takenWords } from '../parts/words/doubt.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';

/** Every check with its verdict and equation, under the section its stated figure stands in. */
export function everyCheck({ checks }: Audit, sheet: Sheet): string[] {
  const { lang, paint, width } = sheet;
  if (checks.length === 0) return [];
  const sections = groupBy(checks, sectionOf);
  const room =
    Math.max(...['holds', 'rounding', 'fails', 'undecided'].map(verdict => displayWidth(say(lang, `verdict.${verdict}`)))) + 2;
  const colour = { holds: paint.green, rounding: paint.cyan, fails: paint.red, undecided: paint.yellow };
  const lines = sections.flatMap(list => [
    '',
    ...hang('', tidy(sectionOf(list[0]!)) || say(lang, 'list.elsewhere'), width).map(line => paint.underline(line)),
    ...list.flatMap(check => {
      const verdict = pad(say(lang, `verdict.${check.verdict}`), room);
      const [first = '', ...more] = hang(`  ${verdict}`, checkWords(check, sheet), width);
      return [`  ${colour[check.verdict](verdict)}${first.slice(verdict.length + 2)}`, ...more];
    }),
  ]);
  return [paint.bold(say(lang, 'list.all', { count: checks.length })), ...lines, ''];
}

function checkWords(check: Check, sheet: Sheet): string {
  const { lang, finder, equation } = sheet;
  const { relation, missing, taken, doubt } = check;
  const [figure] = figuresOf(check.relation);
  const where = relation.kind === 'form' || !figure ? formPlace(check, sheet) : briefWords({ ...figure, figure }, finder);
  const about = tidy(relation.about);
  const lacking = missing.length > 0 ? say(lang, 'list.missing', { about, missing: missing.map(tidy) }) : about;
  const read = taken ? takenWords(taken, lang) : doubt ? doubtWords(doubt, lang) : '';
  return [equation(check) ?? '', lacking, read, where, relation.rule].filter(Boolean).join('  ');
}

function formPlace({ relation }: Check, { finder }: Sheet): string {
  if (relation.kind !== 'form') return '';
  const { place, printed, section, quote } = relation;
  return briefWords({ place, printed, section, quote, label: '' }, finder);
}

function sectionOf(check: Check): string {
  const { relation } = check;
  return relation.kind === 'form' ? relation.section : (figuresOf(check.relation)[0]?.section ?? '');
}
