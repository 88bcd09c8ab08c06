import { Chalk } from 'chalk';
import { type Audit, type Check, figuresOf } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { briefWords } from '../parts/where.ts';
import { hang } from '../parts/width.ts';
import { doubtWords, takenWords } from '../parts/words/doubt.ts';
import { type Lang, say } from '../parts/words/index.ts';

export interface ReadingOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly color: boolean;
  readonly equation: (check: Check) => string | null;
}

/**
 * How the report was read where its words leave a choice, for `audit explain FILE#readings`: which other reading was taken because it
 * holds, and what was left undecided because its reading is not sure. What was withdrawn with one reading stands together.
 */
export function tellReadings({ checks }: Pick<Audit, 'checks'>, options: ReadingOptions): string {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const { lang, width } = options;
  const taken = checks.filter(check => check.taken);
  const doubtful = checks.filter(check => check.doubt);
  const kinds = [...new Set(doubtful.map(check => check.doubt!.key ?? ''))];
  const blocks = [
    ...taken.map(check => [takenWords(check.taken!, lang), [check]] as const),
    ...kinds.flatMap((key): (readonly [string, readonly Check[]])[] => {
      const own = doubtful.filter(check => (check.doubt!.key ?? '') === key);
      return key === '' ? own.map(check => [doubtWords(check.doubt!, lang), [check]]) : [[doubtWords(own[0]!.doubt!, lang), own]];
    }),
  ];
  if (!blocks.length) return `${say(lang, 'readings.none')}\n`;
  const lines = blocks.flatMap(([words, own]) => ['', paint.bold(words), ...own.flatMap(check => told(check, options))]);
  return `${[...hang('', say(lang, 'readings.title'), width), ...lines].join('\n')}\n`;
}

function told(check: Check, { lang, width, equation }: ReadingOptions): string[] {
  const [first] = figuresOf(check.relation);
  const finder = { lang, named: false, quotes: [], within: new Map() };
  const where = first ? briefWords({ ...first, figure: first }, finder) : '';
  const text = [equation(check) ?? '', tidy(check.relation.about), where, check.relation.rule].filter(Boolean).join('  ');
  return hang('  ', text, width);
}
