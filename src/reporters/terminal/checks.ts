import type { Audit, Check } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { figuresOf } from '../parts/figures-of.ts';
import { groupBy } from '../parts/group.ts';
import { placeWords } from '../parts/places.ts';
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

function checkWords(check: Check, { lang, named, equation }: Sheet): string {
  const { relation, missing, taken, doubt } = check;
  const place = relation.kind === 'form' ? relation.place : figuresOf(check)[0]?.place;
  const about = tidy(relation.about);
  const lacking = missing.length > 0 ? say(lang, 'list.missing', { about, missing: missing.map(tidy) }) : about;
  const read = taken ? takenWords(taken, lang) : doubt ? doubtWords(doubt, lang) : '';
  return [equation(check) ?? '', lacking, read, place ? placeWords(place, lang, named) : '', relation.rule]
    .filter(Boolean)
    .join('  ');
}

function sectionOf(check: Check): string {
  const { relation } = check;
  return relation.kind === 'form' ? relation.section : (figuresOf(check)[0]?.section ?? '');
}
