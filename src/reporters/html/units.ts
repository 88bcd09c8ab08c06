import type { Audit, Failure } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { xml } from '../parts/escape.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

/** The index of many reports: one row a unit, the worst first; `href`: where a report stands, if not on the same page. */
export function unitsHtml(
  audits: readonly Audit[],
  failures: readonly Failure[],
  { lang, rules }: ReporterOptions,
  href?: (audit: Audit) => string,
): string {
  const row = (audit: Audit, nth: number) => {
    const count = (severity: string) => audit.issues.filter(issue => issue.severity === severity).length;
    return { nth, audit, errors: count('error'), warnings: count('warning'), gaps: audit.gaps.length };
  };
  const rows = audits.map(row).sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.gaps - a.gaps || a.nth - b.nth);
  const cells = rows.map(({ audit, nth, errors, warnings, gaps }) => {
    const name = `<td class="name"><a href="${xml(href ? href(audit) : `#r${nth + 1}-`)}">${xml(audit.entity ?? audit.title ?? audit.file)}</a></td>`;
    const { figures, checked } = audit.summary;
    const rate = figures === 0 ? '' : `${Math.floor((100 * checked) / figures)}%`;
    const numbers = [errors, warnings, gaps].map(n => `<td class="n">${n}</td>`).join('');
    return `<tr data-rules="${xml(rulesOf(audit).join(' '))}">${name}<td>${audit.year ?? ''}</td>${numbers}<td class="n">${rate}</td><td class="name">${xml(audit.file)}</td></tr>`;
  });
  const head = ['unit', 'year', 'errors', 'warnings', 'unread', 'checked', 'file'].map(
    code => `<th>${xml(say(lang, `html.col.${code}`))}</th>`,
  );
  const title = say(lang, 'html.many', { count: audits.length });
  const found = new Set(audits.flatMap(rulesOf));
  const known = rules.filter(({ id }) => found.has(id)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const choices = known.map(rule => {
    const text = `${rule.id} ${tidy(lang === 'en' ? rule.en.title : rule.title)}`;
    return `<option value="${xml(rule.id)}">${xml(text)}</option>`;
  });
  const all = `<option value="">${xml(say(lang, 'html.every-rule'))}</option>`;
  const label = (code: string) => `aria-label="${xml(say(lang, code))}"`;
  const select = `<select id="rule" ${label('html.by-rule')}>${all}${choices.join('')}</select>`;
  const find = `<p class="noscript tools" hidden><input id="find" type="search" ${label('html.find')} placeholder="${xml(say(lang, 'html.find'))}">${select}</p>`;
  return `<header id="top"><h1>${xml(title)}</h1><p class="meta">${xml(say(lang, 'html.totals', { errors: sum(rows, 'errors'), warnings: sum(rows, 'warnings'), failures: failures.length }))}</p></header><main>${find}<div class="scroll"><table class="units"><thead><tr>${head.join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div></main>`;
}

/** The rules whose problems a report has. */
const rulesOf = ({ issues }: Audit): string[] => [...new Set(issues.flatMap(issue => issue.findings.map(({ rule }) => rule)))];

const sum = (rows: readonly { readonly errors: number; readonly warnings: number }[], key: 'errors' | 'warnings') =>
  rows.reduce((all, row) => all + row[key], 0);
