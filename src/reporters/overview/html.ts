import type { DistrictSum } from '../../model/index.ts';
import { failuresHtml } from '../html/index.ts';
import { shell } from '../html/shell.ts';
import { headHtml, unitTable } from '../html/units.ts';
import { xml } from '../parts/escape.ts';
import { HITS, hitsRow } from '../parts/hits.ts';
import { skippedTold } from '../parts/open.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { factWords, notWholeWords, openWords, sidesOf, slipWords } from './parts.ts';
import type { OverviewReporter } from './reporter.ts';

/** The index of the page of many reports, by itself: units to be sifted, what was not audited, rules, slips, and the district's sums. */
export const html: OverviewReporter = {
  name: 'html',
  endings: ['.html', '.htm'],
  render({ units, failures, skipped, rules, slips, sums }, options) {
    const { lang } = options;
    const title = say(lang, 'overview.title', { count: units.length });
    const words = (prefix: string, names: readonly string[]) => names.map(name => say(lang, `${prefix}.${name}`));
    const left = skippedTold(skipped, lang).map(({ message }) => `<li>${xml(message)}</li>`);
    const body = [
      headHtml(title, units, failures.length + skipped.length, lang),
      unitTable(
        units.map(unit => ({ unit, href: null })),
        options.rules,
        lang,
      ),
      failuresHtml(failures, options),
      left.length > 0 ? section('overview.failures', `<ul>${left.join('')}</ul>`, lang) : '',
      sums.length > 0 ? section('overview.sums', sumsHtml(sums, lang), lang) : '',
      rules.length > 0
        ? section(
            'statistics.title',
            table(
              words('statistics', HITS),
              rules.map(one => hitsRow(one, options.rules, lang)),
              2,
            ),
            lang,
          )
        : '',
      slips.length > 0
        ? section(
            'overview.slips',
            table(
              words('overview', ['slip', 'count', 'reports']),
              slips.map(one => [slipWords(one.slip, lang), one.count, one.reports]),
              1,
            ),
            lang,
          )
        : '',
    ];
    return shell(title, body.join(''), options);
  },
};

const section = (title: string, content: string, lang: Lang) => `<main><h2>${xml(say(lang, title))}</h2>${content}</main>`;

/** `words`: so many columns at the beginning are no numbers. */
function table(head: readonly string[], rows: readonly (readonly (string | number)[])[], words: number): string {
  const kind = (i: number) => (i < words ? ' class="name"' : ' class="n"');
  const heads = head.map((text, i) => `<th${kind(i)}>${xml(text)}</th>`).join('');
  const cells = rows.map(row => `<tr>${row.map((cell, i) => `<td${kind(i)}>${xml(String(cell))}</td>`).join('')}</tr>`);
  return `<div class="scroll"><table class="units"><thead><tr>${heads}</tr></thead><tbody>${cells.join('')}</tbody></table></div>`;
}

function sumsHtml(sums: readonly DistrictSum[], lang: Lang): string {
  const head = ['fact', 'stated', 'sum', 'difference', 'money', 'verdict'].map(name => say(lang, `overview.${name}`));
  const rows = sums.map(one => {
    const { stated, sum, difference } = sidesOf(one);
    return [factWords(one), stated, sum, difference, one.unit, say(lang, `verdict.${one.check.verdict}`)];
  });
  const open = sums
    .filter(({ check }) => check.verdict === 'undecided')
    .flatMap(one => openWords(one, lang).map(text => `${factWords(one)}：${text}`));
  const why = [...open, notWholeWords(sums, lang)].flatMap(text => (text === '' ? [] : `<li>${xml(text)}</li>`));
  return table(head, rows, 1) + (why.length > 0 ? `<ul class="small">${why.join('')}</ul>` : '');
}
