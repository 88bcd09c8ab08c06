import { Chalk, type ChalkInstance } from 'chalk';
import { type Audit, type Failure, Tally } from '../../model/index.ts';
import { inert } from '../parts/clean.ts';
import { shortIds } from '../parts/ids.ts';
import { gathered, whole as rendered } from '../parts/pieces.ts';
import { finderOf } from '../parts/where.ts';
import type { Reporter, ReporterOptions, Streamed } from '../reporter.ts';
import { everyCheck } from './checks.ts';
import { noteLines } from './findings.ts';
import { details } from './issues.ts';
import { ledger } from './ledger.ts';
import { heading, type Sheet } from './sheet.ts';
import { again, closing, openEnds, opening, summary } from './summary.ts';
import { type Brief, briefOf, calls, statistics, total, worstFirst } from './totals.ts';

export const terminal: Reporter = {
  name: 'terminal',
  endings: ['.txt'],
  stream,
  render: (audits, failures, options) => rendered(stream, audits, failures, options),
};

/** A report alone is told in full; of several, each as it comes, and what is said is kept to be sorted. */
function stream(options: ReporterOptions): Streamed {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const sheet = (audit: Audit | null) => sheetOf(audit, options, paint);
  const told: { readonly brief: Brief; readonly lines: readonly string[] }[] = [];
  const failures: Failure[] = [];
  const tally = new Tally();
  let first: Audit | null = null;
  const tell = (audit: Audit) => {
    const isTold = calls(audit) || options.all || options.ledger;
    told.push({ brief: briefOf(audit), lines: isTold ? one(audit, sheet(audit)) : [] });
  };
  const flush = () => {
    if (first) tell(first);
    first = null;
  };
  return gathered(
    {
      audit(audit) {
        tally.take(audit);
        if (told.length === 0 && first === null) {
          first = audit;
          return;
        }
        flush();
        tell(audit);
      },
      failure: failure => void failures.push(failure),
      skip: () => {},
    },
    () => {
      const alone = failures.length === 0 ? first : null;
      if (!alone) flush();
      const sorted = worstFirst(told.map(({ brief, lines }) => ({ ...brief, lines })));
      const lines = alone ? report(alone, sheet(alone)) : sorted.flatMap(({ lines }) => lines);
      const counts = options.statistics ? statistics(tally, sheet(null)) : [];
      const end = told.length + failures.length > 1 ? total(sorted, failures, sheet(null)) : [];
      return inert([...lines, ...counts, ...end].map(line => `${line.trimEnd()}\n`).join(''));
    },
  );
}

export function sheetOf(audit: Audit | null, options: ReporterOptions, paint: ChalkInstance): Sheet {
  const finder = finderOf(audit ?? { figures: [] }, options.lang);
  return { ...options, paint, named: finder.named, finder, ids: shortIds(audit ? [audit] : []), tight: false };
}

/** Lines that one look takes in. */
const SCREEN = 45;
/** What hardly exceeds it is better told in few words as well. */
const ALMOST = 1.1;

/**
 * Who and which year; what to change and what was not read; each problem in full; what stays open; the counts. What does not fit
 * into one look is told in fewer words where that makes it fit, else its list stands at its end as well.
 */
function report(audit: Audit, sheet: Sheet): string[] {
  if (sheet.quiet) return calls(audit) ? first(audit, sheet) : [];
  const full = whole(audit, sheet);
  if (full.length <= SCREEN) return full;
  const tight = whole(audit, { ...sheet, tight: !sheet.all });
  if (tight.length <= SCREEN) return tight;
  return [...(tight.length <= SCREEN * ALMOST ? tight : full), ...again(audit, sheet)];
}

function whole(audit: Audit, sheet: Sheet): string[] {
  const body = [
    ...first(audit, sheet),
    ...noteLines(audit, sheet),
    ...(sheet.all ? everyCheck(audit, sheet) : []),
    ...(sheet.ledger ? ledger(audit, sheet) : []),
    ...openEnds(audit, sheet),
  ];
  return [...(body.at(-1) === '' ? body.slice(0, -1) : body), ...summary(audit, sheet)];
}

function first(audit: Audit, sheet: Sheet): string[] {
  return [...heading(audit, sheet), ...opening(audit, sheet), '', ...details(audit, sheet)];
}

/** One of several reports: what has to be done about it; what is only noted is told where it is asked for. */
function one(audit: Audit, sheet: Sheet): string[] {
  if (sheet.quiet) return first(audit, sheet);
  return [
    ...first(audit, sheet),
    ...(sheet.all ? [...noteLines(audit, sheet), ...everyCheck(audit, sheet)] : []),
    ...(sheet.ledger ? ledger(audit, sheet) : []),
    ...(sheet.all ? openEnds(audit, sheet) : []),
    ...closing(audit, sheet),
  ];
}
