import { Chalk, type ChalkInstance } from 'chalk';
import type { Audit, Finding } from '../../model/index.ts';
import type { Reporter, ReporterOptions } from '../index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { inOneFolder } from '../parts/filenames.ts';
import { shortIds } from '../parts/ids.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { everyCheck } from './checks.ts';
import { findings } from './findings.ts';
import { ledger } from './ledger.ts';
import { openEnds, summary, total } from './summary.ts';

/** What every part of the terminal output needs. */
export interface Sheet extends ReporterOptions {
  readonly paint: ChalkInstance;
  /** Whether the report consists of several files, so that places name theirs. */
  readonly named: boolean;
  /** What a person may call a finding by: `audit explain FILE#id`. */
  readonly ids: ReadonlyMap<Finding, string>;
}

export const terminal: Reporter = {
  name: 'terminal',
  render(audits, failures, options) {
    const sheet = { ...options, paint: new Chalk({ level: options.color ? 1 : 0 }), ids: shortIds(audits), named: false };
    const reports = audits.flatMap(audit => report(audit, { ...sheet, named: isJoined(audit) }));
    const end = audits.length + failures.length > 1 && !options.quiet ? total(audits, failures, sheet) : [];
    return [...reports, ...end].map(line => `${line.trimEnd()}\n`).join('');
  },
};

function report(audit: Audit, sheet: Sheet): string[] {
  const blocks = findings(audit, sheet);
  if (sheet.quiet) return blocks.length > 0 ? [...heading(audit, sheet), '', ...blocks] : [];
  return [
    ...heading(audit, sheet),
    '',
    ...blocks,
    ...(sheet.all ? everyCheck(audit, sheet) : []),
    ...(sheet.ledger ? ledger(audit, sheet) : []),
    ...openEnds(audit, sheet),
    ...summary(audit, sheet),
    '',
  ];
}

/** The file, whose report it is, and its year. */
export function heading({ file, entity, title, year, kind }: Audit, { paint, lang }: Sheet): string[] {
  const facts = [entity ?? title, year === null ? null : say(lang, 'report.year', { year }), kindWord(kind, lang)];
  const known = facts.filter(fact => fact !== null).map(fact => tidy(fact));
  return [paint.bold(inOneFolder(clean(file))), ...(known.length > 0 ? [paint.dim(known.join(' · '))] : [])];
}

function kindWord(kind: Audit['kind'], lang: Lang): string | null {
  return kind === 'unknown' ? null : say(lang, `kind.${kind}`);
}

/** Whether a report consists of several files. */
export function isJoined(audit: Audit): boolean {
  return audit.figures.some(figure => figure.place.file !== audit.figures[0]!.place.file);
}
