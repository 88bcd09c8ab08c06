import { OWN_PAPER } from '../../model/index.ts';
import { type Lang, say } from '../parts/words/index.ts';
import type { StateWord } from './book.ts';
import type { Words } from './formulas.ts';

/** What the sheets of a workbook are called. */
export interface Names {
  readonly title: string;
  /** The one report it is about; '' where they are several, so that every row has to say whose it is. */
  readonly whose: string;
  readonly problems: string;
  readonly figures: string;
  readonly relations: string;
  readonly coverage: string;
}

export function namesIn(lang: Lang, whose = ''): Names {
  const name = (sheet: string) => say(lang, `xlsx.sheet.${sheet}`);
  return {
    title: OWN_PAPER,
    whose,
    problems: name('problems'),
    figures: name('figures'),
    relations: name('relations'),
    coverage: name('coverage'),
  };
}

/** What stands beside a title: whose sheet it is, and what to do with it. */
export const hintOf = ({ whose }: Names, hint: string): string => [whose, hint].filter(Boolean).join(' · ');

/** The column of the relations sheet that says whether a relation holds. */
export const VERDICT = 'J';

/** Verdicts in words, which of them are coloured how, and what each relation's row says now. */
export interface VerdictWords extends Words {
  readonly undecided: string;
  readonly list: readonly StateWord[];
  readonly now: Map<number, string>;
}

export function verdictsIn(lang: Lang): VerdictWords {
  const [holds, rounding, fails, undecided] = ['holds', 'rounding', 'fails', 'undecided'].map(one =>
    say(lang, `verdict.${one}`),
  ) as [string, string, string, string];
  const list = [
    { word: fails, as: 'bad' },
    { word: rounding, as: 'near' },
    { word: holds, as: 'fine' },
    { word: undecided, as: 'open' },
  ] as const;
  return { holds, rounding, fails, undecided, list, now: new Map() };
}
