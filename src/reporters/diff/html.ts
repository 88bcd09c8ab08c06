import type { Change, Diff, DraftDiff, Finding, YearDiff } from '../../model/index.ts';
import { type Pair, pairsPicture } from '../html/pictures/years.ts';
import { shell } from '../html/shell.ts';
import { xml } from '../parts/escape.ts';
import { placeWords } from '../parts/places.ts';
import { phrase } from '../parts/words/finding.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { editCounts, headOf } from './drafts.ts';
import { type Group, groupsOf } from './groups.ts';
import { alsoWords, countKey, editName, factName, kinWords, statedWords, withUnit, written, yearWords } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';
import { bodyOf, closingOf, faultsOf, loneWords } from './several.ts';

/** One page that needs nothing else, like that of a check: what does not agree first, then every change by section. */
export const html: DiffReporter = {
  name: 'html',
  endings: ['.html', '.htm'],
  render(diff, options) {
    const title = bodyOf(diff) + sidesOf(diff, options.lang);
    const body = diff.kind === 'years' ? years(diff, options) : drafts(diff, options);
    const head = `<header id="top"><h1>${xml(title)}</h1><p class="meta">${xml(filesOf(diff, options.lang))}</p>${body.head}</header>`;
    return shell(title, `${head}<main>${body.main}</main>`, options);
  },
  several(diffs, lone, options) {
    const { lang } = options;
    const [title = ''] = closingOf(diffs, lone, lang);
    const bad = diffs.some(diff => faultsOf(diff) > 0);
    const links = diffs.map((diff, i) => {
      const count = faultsOf(diff);
      const look = count > 0 ? ` <span class="now">${xml(say(lang, 'diff.all.count', { count }))}</span>` : '';
      return `<li><a href="#d${i + 1}">${xml(bodyOf(diff))}</a>${look}</li>`;
    });
    const left = lone.map(one => `<li>${xml(loneWords(one, lang))}</li>`);
    const unread = lone.length > 0 ? `<div class="unread"><ul>${left.join('')}</ul></div>` : '';
    const head = `<header id="top"><h1>${xml(say(lang, 'diff.all.title', { count: diffs.length }))}</h1><p class="state ${bad ? 'bad' : 'fine'}">${xml(title)}</p><ol>${links.join('')}</ol>${unread}</header>`;
    const sections = diffs.map((diff, i) => {
      const body = diff.kind === 'years' ? years(diff, options) : drafts(diff, options);
      return `<section class="report" id="d${i + 1}"><header><h2>${xml(bodyOf(diff) + sidesOf(diff, lang))}</h2><p class="meta">${xml(filesOf(diff, lang))}</p>${body.head}</header><main>${body.main}</main></section>`;
    });
    return shell(say(lang, 'diff.all.title', { count: diffs.length }), head + sections.join(''), options);
  },
};

const sidesOf = (diff: Diff, lang: Lang) =>
  diff.kind === 'years' ? ` ${['before' as const, 'after' as const].map(side => yearWords(diff, side, lang)).join(' → ')}` : '';

function filesOf(diff: Diff, lang: Lang): string {
  const { file } = diff.after;
  if (!diff.before) return file;
  return say(lang, diff.kind === 'years' ? 'diff.heading' : 'diff.drafts', { before: diff.before.file, after: file });
}

interface Body {
  readonly head: string;
  readonly main: string;
}

function years(diff: YearDiff, options: DiffOptions): Body {
  const { lang } = options;
  const groups = groupsOf(diff, lang, options);
  const { fails } = diff.counts;
  const state = `<p class="state ${fails > 0 ? 'bad' : 'fine'}">${xml(say(lang, `diff.html.${fails > 0 ? 'bad' : 'fine'}${diff.plan ? '.plan' : ''}`, { count: fails }))}</p>`;
  const counts = `<p class="meta">${xml(say(lang, countKey(diff), { ...diff.counts }))}</p>`;
  const tables = groups.map(
    ({ title, changes }) => (title === '' ? '' : `<h2>${xml(title)}</h2>`) + table(changes, diff, options),
  );
  const nothing = groups.length === 0 ? `<p>${xml(say(lang, 'diff.nothing'))}</p>` : '';
  const mark = `<p class="small">${xml(say(lang, 'diff.mark'))}</p>`;
  return { head: state + counts, main: [pictureOf(diff, groups, lang), ...tables, nothing, mark].join('') };
}

/** The largest amounts of both years beside each other. */
function pictureOf(diff: YearDiff, groups: readonly Group[], lang: Lang): string {
  const pairs = groups.flatMap(({ changes }) =>
    changes.flatMap((change): Pair[] => {
      const { before, after, verdict } = change;
      if (!before || after?.amount.kind !== 'money' || before.amount.kind !== 'money') return [];
      const values = { before: before.value, after: after.value, like: after.amount };
      return [{ name: factName(change), ...values, href: null, bad: verdict === 'fails' }];
    }),
  );
  const years = [yearWords(diff, 'before', lang), yearWords(diff, 'after', lang)] as const;
  return pairsPicture(pairs, years, lang) ?? '';
}

function table(changes: readonly Change[], diff: YearDiff, { lang, equation }: DiffOptions): string {
  const heads = [
    say(lang, 'diff.name'),
    yearWords(diff, 'before', lang),
    yearWords(diff, 'after', lang),
    ...['difference', 'rate', 'stated', 'verdict'].map(one => say(lang, `diff.${one}`)),
  ];
  const rows = changes.map(change => {
    const cells = written(change);
    const kin = kinWords(change, lang);
    const implied = change.before && change.before.source !== 'printed' ? '*' : '';
    const unit = cells.unit === '万元' || cells.after === '' ? '' : ` ${cells.unit}`;
    const numbers = [cells.before + implied, cells.after + unit, cells.difference, cells.rate];
    const equations =
      change.verdict === 'fails'
        ? change.checks.flatMap(check => (check.verdict === 'fails' ? (equation(check) ?? []) : []))
        : [];
    const place = change.verdict === 'fails' ? `<br><span class="small">${xml(alsoWords(change, lang))}</span>` : '';
    const why = equations.map(one => `<br><code class="small">${xml(one)}</code>`).join('') + place;
    return [
      `<tr><td class="name">${xml(factName(change))}${kin === '' ? '' : `<br><span class="small">${xml(kin)}</span>`}</td>`,
      ...numbers.map(one => `<td class="n">${xml(one)}</td>`),
      `<td class="name">${xml(statedWords(change, lang))}${why}</td><td>${verdictHtml(change, lang)}</td></tr>`,
    ].join('');
  });
  return tableHtml(heads, rows, [1, 2, 3, 4]);
}

function verdictHtml({ verdict }: Change, lang: Lang): string {
  if (verdict === null) return '';
  const words = xml(say(lang, `diff.verdict.${verdict}`));
  const look = { holds: 'tied', rounding: 'tied', fails: 'wrong', undecided: 'unchecked' }[verdict];
  return `<mark class="${look}">${words}</mark>`;
}

/** `numbers`: the columns that hold them. */
function tableHtml(heads: readonly string[], rows: readonly string[], numbers: readonly number[]): string {
  const head = heads.map((one, i) => `<th${numbers.includes(i) ? ' class="n"' : ''}>${xml(one)}</th>`).join('');
  return `<div class="scroll"><table class="units"><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function drafts(diff: DraftDiff, { lang }: DiffOptions): Body {
  const heads = ['edit', 'section', 'name', 'was', 'is', 'place'].map(column => say(lang, `diff.${column}`));
  const rows = diff.edits.map(edit => {
    const { before, after } = edit;
    const places = [before, after].flatMap(figure => (figure ? [placeWords(figure.place, lang)] : []));
    const [was, is] = [before, after].map(figure => `<td class="n">${figure ? xml(withUnit(figure)) : ''}</td>`);
    const words = (text: string) => `<td class="name">${xml(text)}</td>`;
    const kind = `<td>${xml(say(lang, `diff.edit.${edit.kind}`))}</td>`;
    return `<tr>${kind}${words(headOf(edit, lang))}${words(editName(edit))}${was}${is}${words([...new Set(places)].join(' → '))}</tr>`;
  });
  return {
    head: `<p class="meta">${xml(editCounts(diff, lang))}</p>`,
    main:
      list('appeared', diff.appeared, lang) +
      list('vanished', diff.vanished, lang) +
      (rows.length > 0 ? tableHtml(heads, rows, [3, 4]) : ''),
  };
}

function list(name: 'appeared' | 'vanished', findings: readonly Finding[], lang: Lang): string {
  if (findings.length === 0) return '';
  const items = findings.map(finding => `<li>${xml(phrase(finding, lang))} <span class="small">${xml(finding.rule)}</span></li>`);
  return `<h2>${xml(say(lang, `diff.${name}`, { count: findings.length }))}</h2><ul>${items.join('')}</ul>`;
}
