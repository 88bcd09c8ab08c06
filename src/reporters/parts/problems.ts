import type { Problem } from '../../model/index.ts';
import { clean } from './clean.ts';
import { placeWords } from './places.ts';
import { type Lang, say } from './words/index.ts';

/** A problem as data, with all the mistakes of the same file. */
export function problemData(file: string, problem: Problem, lang: Lang) {
  const [first, ...others] = [problem, ...problem.others].map(one => ({
    code: one.code,
    message: say(lang, one.code, one.params),
    ...(one.place ? { place: one.place } : {}),
  }));
  return { file, ...first!, ...(others.length > 0 ? { others } : {}) };
}

/** «无法审核 FILE：…», one line for each mistake, with the line in question where it is known. */
export function problemWords(file: string, problem: Problem, lang: Lang): string {
  const all = [problem, ...problem.others].map(one => {
    const { file: _, ...where } = one.place ?? {};
    const place = placeWords(where, lang);
    const message = clean(say(lang, one.code, one.params));
    return place === '' ? message : say(lang, 'problem.at', { place, message });
  });
  const head = file === '' ? 'problem.general' : 'problem.file';
  if (all.length === 1) return say(lang, head, { file: clean(file), message: all[0]! });
  const message = say(lang, 'problem.several', { count: all.length });
  return [say(lang, head, { file: clean(file), message }), ...all.map(line => `  ${line}`)].join('\n');
}
