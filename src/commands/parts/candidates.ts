import type { Command, Option } from 'commander';

/** A word that may stand at the cursor, and what it does. */
export interface Candidate {
  readonly word: string;
  readonly does: string;
}

/**
 * What may stand at the cursor of a command line. `typed` are the words before it, the subcommand's own name left out;
 * `word` is what stands there so far. Nothing: a file, a folder or a free text belongs there.
 * Everything comes from the declared options and arguments, so that a new format completes by being in its list.
 */
export function candidatesAt(command: Command, typed: readonly string[], word: string): Candidate[] {
  // bash hands over «--format=json» as three words
  const words = typed.at(-1) === '=' ? typed.slice(0, -1) : typed;
  const begun = word === '=' ? '' : word;
  const [, flag, value] = /^(--[\w-]+=)(.*)$/.exec(begun) ?? [];
  if (flag)
    return fitting(valuesOf(optionOf(command, flag.slice(0, -1))), value!).map(one => ({ ...one, word: flag + one.word }));
  const open = optionOf(command, words.at(-1));
  if (open?.required) return fitting(valuesOf(open), begun);
  if (begun.startsWith('-')) return fitting(flagsOf(command), begun);
  return fitting(values(command.registeredArguments[positionals(command, words)]?.argChoices), begun);
}

/** Candidates that go on from what was typed, capital or small. */
export function fitting(candidates: readonly Candidate[], begun: string): Candidate[] {
  return candidates.filter(({ word }) => word.toLowerCase().startsWith(begun.toLowerCase()));
}

function flagsOf(command: Command): Candidate[] {
  const { options } = command;
  const help = command.createHelp().visibleOptions(command);
  return [...new Set([...options, ...help])].flatMap(({ long, description }) =>
    long ? [{ word: long, does: description }] : [],
  );
}

function optionOf(command: Command, flag: string | undefined): Option | undefined {
  return command.options.find(option => flag !== undefined && (option.long === flag || option.short === flag));
}

function valuesOf(option: Option | undefined): Candidate[] {
  return values(option?.argChoices);
}

function values(words: readonly string[] = []): Candidate[] {
  return words.map(word => ({ word, does: '' }));
}

/** How many of the words are neither options nor values of options. */
export function positionals(command: Command, words: readonly string[]): number {
  return words.filter((word, i) => !word.startsWith('-') && !optionOf(command, words[i - 1])?.required).length;
}
