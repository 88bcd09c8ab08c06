import type { ChalkInstance } from 'chalk';
import type { Audit, Finding } from '../../model/index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { inOneFolder } from '../parts/filenames.ts';
import type { Finder } from '../parts/where.ts';
import { displayWidth } from '../parts/width.ts';
import { type Lang, say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

/** What every part of the terminal output needs. */
export interface Sheet extends ReporterOptions {
  readonly paint: ChalkInstance;
  /** Whether the report consists of several files, so that places name theirs. */
  readonly named: boolean;
  /** What a person may call a finding by: `audit explain FILE#id`. */
  readonly ids: ReadonlyMap<Finding, string>;
  readonly finder: Finder;
  /** Whether everything is to be told in as few lines as it can be: then all of it is seen at one look. */
  readonly tight: boolean;
}

/** The file, whose report it is, and its year. */
export function heading({ file, entity, title, year, kind }: Audit, { paint, lang, width }: Sheet): string[] {
  const facts = [entity ?? title, year === null ? null : say(lang, 'report.year', { year }), kindWord(kind, lang)];
  const known = facts.filter(fact => fact !== null).map(fact => tidy(fact));
  const name = inOneFolder(clean(file));
  const words = known.join(' · ');
  if (words === '') return [paint.bold(name)];
  return displayWidth(name) + displayWidth(words) + 3 <= width
    ? [`${paint.bold(name)}   ${paint.dim(words)}`]
    : [paint.bold(name), paint.dim(words)];
}

function kindWord(kind: Audit['kind'], lang: Lang): string | null {
  return kind === 'unknown' ? null : say(lang, `kind.${kind}`);
}

/** The rule with its short name. */
export function ruleWords({ rule }: Finding, { rules, lang }: Sheet): string {
  const known = rules.find(({ id }) => id === rule);
  return known ? `${rule} ${tidy(lang === 'en' ? known.en.title : known.title)}` : rule;
}
