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

/** Targets over a list of formats, the first of which is the default. */
export function targetsOf<Format extends { readonly name: string }>(formats: readonly Format[]): Targets<Format> {
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
      const targets = (pairs.length > 0 ? pairs : [{}]).map(({ name, file }: { name?: string; file?: string }) => ({
        format: formats.find(format => format.name === name) ?? formats[0]!,
        file: file === undefined || file === '-' ? null : file,
      }));
      const shown = targets.filter(target => target.file === null).map(target => target.format.name);
      if (shown.length > 1) throw new Problem('cli.two-outputs', { names: shown });
      return targets;
    },
  };
}
