import { type Audit, byNeed, type Failure, type Rule, type Unit, unitOf } from '../../model/index.ts';
import { coverageOf, gulfWords, nameOf } from '../overview/parts.ts';
import { xml } from '../parts/escape.ts';
import { ruleTitle } from '../parts/hits.ts';
import { type Lang, say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

/** The index of many reports, the worst first; `href`: where a report stands, if not on the same page. */
export function unitsHtml(
  audits: readonly Audit[],
  failures: readonly Failure[],
  { lang, rules }: ReporterOptions,
  href?: (audit: Audit) => string,
): string {
  const rows = audits.map((audit, nth) => ({ unit: unitOf(audit), href: href ? href(audit) : `#r${nth + 1}-` }));
  const sorted = rows.sort((a, b) => byNeed(a.unit, b.unit));
  return (
    headHtml(
      say(lang, 'html.many', { count: audits.length }),
      sorted.map(({ unit }) => unit),
      failures.length,
      lang,
    ) + unitTable(sorted, rules, lang)
  );
}

/** Title and totals. `lost`: files that could not be checked. */
export function headHtml(title: string, units: readonly Unit[], lost: number, lang: Lang): string {
  const sum = (key: 'errors' | 'warnings') => units.reduce((all, unit) => all + unit[key], 0);
  const totals = say(lang, 'html.totals', { errors: sum('errors'), warnings: sum('warnings'), failures: lost });
  return `<header id="top"><h1>${xml(title)}</h1><p class="meta">${xml(totals)}</p></header>`;
}

/** One row a report, with what it takes to filter them by unit and by rule. */
export function unitTable(
  rows: readonly { readonly unit: Unit; readonly href: string | null }[],
  rules: readonly Rule[],
  lang: Lang,
): string {
  const cells = rows.map(({ unit, href }) => {
    const name = xml(nameOf(unit));
    const linked = href === null ? name : `<a href="${xml(href)}">${name}</a>`;
    const rate = coverageOf(unit);
    const numbers = [unit.errors, unit.warnings, unit.unread].map(n => `<td class="n">${n}</td>`).join('');
    const checked = unit.isBarren ? say(lang, 'overview.barren') : rate === null ? '' : `${rate}%`;
    return `<tr data-rules="${xml(unit.rules.join(' '))}"><td class="name">${linked}</td><td>${unit.year ?? ''}</td>${numbers}<td class="n">${xml(checked)}</td><td class="n">${xml(gulfWords(unit))}</td><td class="name">${xml(unit.file)}</td></tr>`;
  });
  const head = ['unit', 'year', 'errors', 'warnings', 'unread', 'checked', 'largest', 'file'].map(
    code => `<th>${xml(say(lang, `html.col.${code}`))}</th>`,
  );
  const found = [...new Set(rows.flatMap(({ unit }) => unit.rules))].sort();
  const choices = found.map(id => `<option value="${xml(id)}">${xml(`${id} ${ruleTitle(id, rules, lang)}`.trim())}</option>`);
  const all = `<option value="">${xml(say(lang, 'html.every-rule'))}</option>`;
  const label = (code: string) => `aria-label="${xml(say(lang, code))}"`;
  const select = `<select id="rule" ${label('html.by-rule')}>${all}${choices.join('')}</select>`;
  const find = `<p class="noscript tools" hidden><input id="find" type="search" ${label('html.find')} placeholder="${xml(say(lang, 'html.find'))}">${select}</p>`;
  return `<main>${find}<div class="scroll"><table class="units"><thead><tr>${head.join('')}</tr></thead><tbody>${cells.join('')}</tbody></table></div></main>`;
}
