import { Chalk } from 'chalk';
import type { Audit } from '../../model/index.ts';
import { shortIds } from '../parts/ids.ts';
import type { Reporter } from '../reporter.ts';
import { everyCheck } from './checks.ts';
import { findings } from './findings.ts';
import { ledger } from './ledger.ts';
import { heading, isJoined, type Sheet } from './sheet.ts';
import { openEnds, summary, total } from './summary.ts';

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
