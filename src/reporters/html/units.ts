import type { Audit, Failure } from '../../model/index.ts';
import { xml } from '../parts/escape.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

/** The index of many reports: one row a unit, the worst first. */
export function unitsHtml(audits: readonly Audit[], failures: readonly Failure[], { lang }: ReporterOptions): string {
  const row = (audit: Audit, nth: number) => {
    const count = (severity: string) => audit.issues.filter(issue => issue.severity === severity).length;
    return { nth, audit, errors: count('error'), warnings: count('warning'), gaps: audit.gaps.length };
  };
  const rows = audits.map(row).sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.gaps - a.gaps || a.nth - b.nth);
  const cells = rows.map(({ audit, nth, errors, warnings, gaps }) => {
    const name = `<td class="name"><a href="#r${nth + 1}-">${xml(audit.entity ?? audit.title ?? audit.file)}</a></td>`;
    const { figures, checked } = audit.summary;
    const rate = figures === 0 ? '' : `${Math.floor((100 * checked) / figures)}%`;
    const numbers = [errors, warnings, gaps].map(n => `<td class="n">${n}</td>`).join('');
    return `<tr>${name}<td>${audit.year ?? ''}</td>${numbers}<td class="n">${rate}</td><td class="name">${xml(audit.file)}</td></tr>`;
  });
  const head = ['unit', 'year', 'errors', 'warnings', 'unread', 'checked', 'file'].map(
    code => `<th>${xml(say(lang, `html.col.${code}`))}</th>`,
  );
  const title = say(lang, 'html.many', { count: audits.length });
  const find = `<p class="noscript" hidden><input id="find" type="search" placeholder="${xml(say(lang, 'html.find'))}"></p>`;
  return `<header id="top"><h1>${xml(title)}</h1><p class="meta">${xml(say(lang, 'html.totals', { errors: sum(rows, 'errors'), warnings: sum(rows, 'warnings'), failures: failures.length }))}</p></header><main>${find}<div class="scroll"><table class="units"><thead><tr>${head.join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div></main>`;
}

const sum = (rows: readonly { readonly errors: number; readonly warnings: number }[], key: 'errors' | 'warnings') =>
  rows.reduce((all, row) => all + row[key], 0);
