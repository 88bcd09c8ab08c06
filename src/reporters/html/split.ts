import type { Audit, Failure } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';
import { failuresHtml, html } from './index.ts';
import { shell } from './shell.ts';
import { unitsHtml } from './units.ts';

/** A page under the name of its file. */
export interface Page {
  readonly name: string;
  readonly html: string;
}

/** Characters a file's name has at most, so that its path stays short enough for Windows. */
const LONGEST = 60;

/** A page for each unit, to be sent back to it, and in front of them an index that leads there, the worst first. */
export function splitPages(audits: readonly Audit[], failures: readonly Failure[], options: ReporterOptions): Page[] {
  const { lang } = options;
  const groups = groupBy(audits, audit => tidy(audit.entity ?? '') || audit.file);
  const taken = new Set(['index.html']);
  const names = new Map<Audit, string>();
  const pages = groups.map((group): Page => {
    const [first] = group;
    const name = fileName(tidy(first!.entity ?? '') || baseOf(first!.file).replace(/\.[^.]*$/, ''), taken);
    for (const audit of group) names.set(audit, name);
    // What is sent away names no folder of this computer.
    const sent = group.map(audit => ({ ...audit, file: baseOf(audit.file) }));
    return { name, html: html.render(sent, [], options) };
  });
  const href = (audit: Audit) => encodeURIComponent(names.get(audit)!);
  const body = unitsHtml(audits, failures, options, href) + failuresHtml(failures, options);
  return [{ name: 'index.html', html: shell(say(lang, 'html.many', { count: audits.length }), body, options) }, ...pages];
}

/** Of a report of several files, each by its own name. */
const baseOf = (file: string) =>
  file
    .split(' + ')
    .map(path => path.replace(/^.*[/\\]/, ''))
    .join(' + ');

/** What every system takes for the name of a file, and no other page has: also where case makes no difference. */
function fileName(unit: string, taken: Set<string>): string {
  const whole = unit.replace(/[\\/:*?"<>|#%\s]+/g, '_').replace(/^[._]+/, '');
  let end = whole.length;
  while (end > 0 && '._'.includes(whole[end - 1]!)) end--;
  const plain = whole.slice(0, end);
  const stem = [...plain].slice(0, LONGEST).join('') || '_';
  for (let n = 1; ; n++) {
    const name = `${stem}${n === 1 ? '' : `-${n}`}.html`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}
