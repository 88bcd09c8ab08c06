/**
 * Where the first line of a YAML mapping begins that has blanks before it though others stand at the margin: one slip, for which a
 * parser complains of every line that follows. Gives the offsets of its first word; undefined when there is no such slip.
 */
export function indentedFirst(source: string): readonly [number, number] | undefined {
  let at = 0;
  let first: readonly [number, number] | undefined;
  for (const line of source.split('\n')) {
    const word = /^([ \t]*)([^\s#][^\s:]*)/.exec(line);
    if (word) {
      const indent = word[1]!.length;
      if (first && indent === 0) return /^[^\s#:]+[ \t]*:(?:\s|$)/.test(line) ? first : undefined;
      if (!first && (indent === 0 || !/:\s/.test(`${line} `))) return undefined;
      first ??= [at + indent, at + word[0].length];
    }
    at += line.length + 1;
  }
  return undefined;
}
