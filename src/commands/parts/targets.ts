import { Problem } from '../../model/index.ts';
import { oneOf } from './guess.ts';

/** One output: a format, and the file it goes to (null: standard output). */
export interface Target<Format> {
  readonly format: Format;
  readonly file: string | null;
}

/** Collects `--format X --output FILE` pairs as they are typed; either may come first, several pairs may be given. */
export interface Targets<Format> {
  readonly names: readonly string[];
  take(option: string, value: string): string;
  list(): Target<Format>[];
}

/** A format by its name; `endings`: of files that it is meant for, the first of which is the usual one. */
interface Named {
  readonly name: string;
  readonly endings?: readonly string[];
  /** No text: it goes into a file, and only into one of its own ending. */
  readonly bytes?: unknown;
}

/** Endings of documents: a text under such a name would be opened by the wrong program, or overwrite a report. */
const DOCUMENT = /\.(?:docx?|wps|xlsx?|xlsm|et|pdf|pptx?|ofd)$/i;

/** Targets over a list of formats, the first of which is the default. Without a format the file's ending tells it. */
export function targetsOf<Format extends Named>(formats: readonly Format[]): Targets<Format> {
  const names = formats.map(format => format.name);
  const pairs: { name?: string; file?: string }[] = [];
  return {
    names,
    take(option, value) {
      const key = option === '--format' ? 'name' : 'file';
      if (key === 'name') oneOf(option, names, value);
      const last = pairs[pairs.length - 1];
      if (last && last[key] === undefined) last[key] = value;
      else pairs.push({ [key]: value });
      return value;
    },
    list() {
      const targets = (pairs.length > 0 ? pairs : [{}]).map(({ name, file }: { name?: string; file?: string }) => {
        const ending = file === undefined ? '' : (/\.[^./\\]+$/.exec(file)?.[0].toLowerCase() ?? '');
        const format =
          formats.find(one => (name === undefined ? one.endings?.includes(ending) : one.name === name)) ?? formats[0]!;
        const { endings = [] } = format;
        if (format.bytes !== undefined) intoFile(format.name, endings, ending, file);
        if (DOCUMENT.test(ending) && !endings.includes(ending)) {
          const params = { format: format.name, ending, instead: endings[0] ?? '.txt' };
          throw new Problem('output.document', params, { file: file! });
        }
        return { format, file: file === undefined || file === '-' ? null : file };
      });
      const shown = targets.filter(target => target.file === null).map(target => target.format.name);
      if (shown.length > 1) throw new Problem('cli.two-outputs', { names: shown });
      return targets;
    },
  };
}

/** Throws `output.binary` where no file is named, `output.binary-ending` where another program would open it. */
function intoFile(format: string, endings: readonly string[], ending: string, file: string | undefined): void {
  const params = { format, ending: endings[0] ?? '' };
  if (file === undefined || file === '-') throw new Problem('output.binary', params);
  if (!endings.includes(ending)) throw new Problem('output.binary-ending', params, { file });
}
