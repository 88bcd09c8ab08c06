import { Chalk, type ChalkInstance } from 'chalk';
import { type Audit, isBarren } from '../../model/index.ts';
import { shortIds } from '../parts/ids.ts';
import { finderOf } from '../parts/where.ts';
import type { Reporter, ReporterOptions } from '../reporter.ts';
import { everyCheck } from './checks.ts';
import { noteLines } from './findings.ts';
import { details, loudOf } from './issues.ts';
import { ledger } from './ledger.ts';
import { heading, type Sheet } from './sheet.ts';
import { openEnds, opening, summary, total } from './summary.ts';

export const terminal: Reporter = {
  name: 'terminal',
  endings: ['.txt'],
  render(audits, failures, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const sheets = audits.map(audit => sheetOf(audit, options, paint));
    const several = audits.length + failures.length > 1;
    const lines = audits.map((audit, i) => report(audit, sheets[i]!));
    const end = several ? total(audits, failures, sheetOf(null, options, paint)) : [];
    return [...lines.flat(), ...end].map(line => `${line.trimEnd()}\n`).join('');
  },
};

function sheetOf(audit: Audit | null, options: ReporterOptions, paint: ChalkInstance): Sheet {
  const finder = finderOf(audit ?? { figures: [] }, options.lang);
  return { ...options, paint, named: finder.named, finder, ids: shortIds(audit ? [audit] : []) };
}

/** Who and which year; what to change and what was not read; each problem in full; what stays open; the counts. */
function report(audit: Audit, sheet: Sheet): string[] {
  const loud = loudOf(audit, sheet);
  const first = [...heading(audit, sheet), ...opening(audit, sheet), ''];
  if (sheet.quiet) return loud.length + audit.gaps.length > 0 || isBarren(audit) ? [...first, ...details(audit, sheet)] : [];
  return [
    ...first,
    ...details(audit, sheet),
    ...noteLines(audit, sheet),
    ...(sheet.all ? everyCheck(audit, sheet) : []),
    ...(sheet.ledger ? ledger(audit, sheet) : []),
    ...openEnds(audit, sheet),
    ...summary(audit, sheet),
    '',
  ];
}
