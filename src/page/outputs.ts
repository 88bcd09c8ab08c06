import { strToU8 } from 'fflate';
import { annotators } from '../annotate/index.ts';
import { diff, equationOf, loadRules, startEngine } from '../audit.ts';
import type { Audit, Input } from '../model/index.ts';
import { csv } from '../reporters/csv.ts';
import { html as diffHtml } from '../reporters/diff/html.ts';
import { html } from '../reporters/html/index.ts';
import { listOf, marksOf } from '../reporters/marks/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { xlsx } from '../reporters/xlsx/index.ts';
import type { Dropped } from './audits.ts';
import type { Made, Result, View } from './messages.ts';

function optionsOf(lang: Lang, version: string): ReporterOptions {
  const shown = { lang, version, all: true, ledger: false, quiet: false, bom: true, width: 100, color: false };
  return { ...shown, rules: loadRules().rules, equation: equationOf };
}

/** What is shown of audits and can be kept: the page, for two reports of one body their comparison, the list and the working paper. */
export function resultOf({ audits, failures, told }: Dropped, lang: Lang, version: string): Result {
  if (audits.length === 0) return { views: [], list: null, paper: null, told };
  const options = optionsOf(lang, version);
  const name = nameOf(audits);
  const main: View = {
    label: say(lang, 'page.results'),
    file: `${name}${say(lang, 'annotate.suffix')}.html`,
    html: html.render(audits, failures, options),
  };
  const list = { name: `${name}${say(lang, 'page.list-suffix')}.csv`, bytes: strToU8(csv.render(audits, failures, options)) };
  const paper = { name: `${name}${say(lang, 'page.paper-suffix')}.xlsx`, bytes: xlsx.bytes(audits, failures, options) };
  const compared = pairOf(audits);
  return { views: compared ? [main, comparison(...compared, lang, options)] : [main], list, paper, told };
}

/** Two years of one body, or two drafts of one report; the earlier first. */
export function pairOf(audits: readonly Audit[]): readonly [Audit, Audit] | null {
  const [a, b, ...more] = audits;
  if (!a || !b || more.length > 0 || a.kind !== b.kind) return null;
  if (a.entity !== null && b.entity !== null && a.entity !== b.entity) return null;
  return a.year !== null && b.year !== null && a.year > b.year ? [b, a] : [a, b];
}

function comparison(before: Audit, after: Audit, lang: Lang, options: ReporterOptions): View {
  const told = diff(before, after);
  const shown = { ...options, all: false, sections: true };
  return {
    label: say(lang, told.kind === 'years' ? 'page.years' : 'page.drafts'),
    file: `${stem(after.file)}${say(lang, 'page.diff-suffix')}.html`,
    html: diffHtml.render(told, shown),
  };
}

/** The marked copies of all files of all reports; of formats that carry no marks a page each. */
export async function copiesOf(
  audits: readonly Audit[],
  files: ReadonlyMap<string, Input>,
  { lang, version, track, ticks }: { readonly lang: Lang; readonly version: string; track: boolean; ticks: boolean },
): Promise<{ readonly files: readonly Made[]; readonly told: readonly string[] }> {
  const made: Made[] = [];
  const told: string[] = [];
  for (const audit of audits) {
    const marks = marksOf(audit, lang, ticks);
    const list = listOf(audit, lang);
    for (const { code, params } of audit.notices) if (code === 'files.once') told.push(say(lang, 'annotate.once', params));
    for (const { file, format } of audit.documents ?? []) {
      const { bytes } = files.get(file) ?? {};
      const annotate = annotators[format];
      const name = `${stem(file)}${say(lang, 'annotate.suffix')}`;
      if (!annotate || !bytes) {
        made.push({ name: `${name}.html`, bytes: strToU8(html.render([audit], [], optionsOf(lang, version))) });
        told.push(say(lang, 'annotate.other', { file: clean(file), format, copy: `${name}.html` }));
        continue;
      }
      const own = marks.filter(({ place }) => place.file === file);
      const engine = format === 'pdf' ? await startEngine() : null;
      const marked = annotate({ bytes, marks: own, list, engine, options: { track } });
      made.push({ name: name + (/\.[^.]*$/.exec(file)?.[0] ?? ''), bytes: marked.bytes });
      const lost = [...new Set(marked.missed.filter(({ state }) => state !== 'tied').map(({ printed }) => clean(printed)))];
      if (lost.length > 0)
        told.push(say(lang, 'annotate.missed', { file: clean(file), format, count: lost.length, numbers: lost }));
    }
  }
  return { files: unlike(made), told };
}

/** Two copies never have one name. */
function unlike(made: readonly Made[]): Made[] {
  const seen = new Map<string, number>();
  return made.map(({ name, bytes }) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return { name: count === 1 ? name : name.replace(/(\.[^.]*)$/, ` ${count}$1`), bytes };
  });
}

const stem = (file: string) =>
  file
    .split(' + ')[0]!
    .replace(/^.*[/\\]/, '')
    .replace(/\.[^.]*$/, '');

function nameOf(audits: readonly Audit[]): string {
  return stem(audits[0]!.file);
}
