import type { Params, Problem } from '../../model/index.ts';
import { clean } from './clean.ts';
import { placeData } from './data.ts';
import { placeWords } from './places.ts';
import { displayWidth } from './width.ts';
import { type Lang, say } from './words/index.ts';

/** A problem as data, with all the mistakes of the same file. */
export function problemData(file: string, problem: Problem, lang: Lang) {
  const [first, ...others] = [problem, ...problem.others].map(one => ({
    code: one.code,
    message: say(lang, one.code, one.params),
    ...(one.place ? { place: placeData(one.place) } : {}),
  }));
  return { file, ...first!, ...(others.length > 0 ? { others } : {}) };
}

/**
 * «无法审核 FILE：…», one entry for each mistake, with the line in question where it is known.
 * `source`: the bytes of the file, for text files whose mistakes have a line.
 */
export function problemWords(file: string, problem: Problem, lang: Lang, source?: Uint8Array): string {
  const all = [problem, ...problem.others];
  const name = clean(file);
  const { of } = problem.params;
  const head = of === 'baseline' || of === 'rules' || of === 'forms' ? `problem.${of}` : headOf(problem.code, name);
  const lines = source && all.some(one => one.place?.line) ? new TextDecoder().decode(source).split(/\r\n|\n|\r/) : [];
  if (all.length === 1) {
    return [say(lang, head, { file: name, message: sentence(problem, lang) }), ...excerpt(problem, lines)].join('\n');
  }
  const more = Number(all.at(-1)!.code === 'problem.more' ? all.at(-1)!.params.count : 0);
  const message = say(lang, 'problem.several', { count: all.length - (more ? 1 : 0) + more });
  const entries = all.flatMap(one => [`  ${sentence(one, lang)}`, ...excerpt(one, lines)]);
  return [say(lang, head, { file: name, message }), ...entries].join('\n');
}

/** Every mistake of a file that could not be audited: a sentence with its place in words, the line, and the code. */
export function mistakesOf(problem: Problem, lang: Lang) {
  return [problem, ...problem.others].map(one => ({
    code: one.code,
    message: sentence(one, lang),
    line: one.place?.line,
    column: one.place?.column,
  }));
}

function headOf(code: string, name: string): string {
  if (code.startsWith('config.') && name !== '') return 'problem.config';
  if (code.startsWith('rule.')) return 'problem.rule';
  if (name === '') return 'problem.general';
  return code.startsWith('output.') ? 'problem.write' : 'problem.file';
}

function sentence(problem: Problem, lang: Lang): string {
  const { file: _, ...where } = problem.place ?? {};
  const place = placeWords(where, lang);
  const message = say(lang, problem.code, cleanParams(problem.params));
  return place === '' ? message : say(lang, 'problem.at', { place, message });
}

/** Whatever comes from a file or a command line is cleaned before it fills a message. */
function cleanParams(params: Params): Params {
  const one = (value: string | number) => (typeof value === 'string' ? clean(value) : value);
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? value.map(clean) : one(value),
  ]);
  return Object.fromEntries(entries);
}

/** The line a mistake stands in, and a mark under it. */
function excerpt({ place }: Problem, lines: readonly string[]): string[] {
  const raw = place?.line === undefined ? undefined : lines[place.line - 1];
  if (raw === undefined || place?.column === undefined || raw.trim() === '') return [];
  const start = Math.max(0, place.column - 1 - EXCERPT);
  const before = clean(raw.slice(start, place.column - 1));
  const at = clean(raw.slice(place.column - 1, place.column - 1 + Math.min(place.length ?? 1, EXCERPT)));
  const shown = clean(raw.slice(start, start + EXCERPT * 2));
  const lead = start > 0 ? '…' : '';
  const mark = ' '.repeat(displayWidth(lead + before)) + '^'.repeat(Math.max(1, displayWidth(at)));
  return [`      ${lead}${shown}`, `      ${mark}`];
}

/** How many characters of a long line are shown before and after a mistake. */
const EXCERPT = 40;
