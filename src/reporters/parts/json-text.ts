/**
 * Data as JSON text. Characters that a terminal would take for commands, or that turn the reading direction, are written
 * as escapes; JSON itself only escapes those below U+0020.
 */
export function jsonText(data: unknown): string {
  return `${escaped(JSON.stringify(data, null, 2))}\n`;
}

/** The same in one line. */
export function jsonLine(data: unknown): string {
  return `${escaped(JSON.stringify(data))}\n`;
}

/** An object with a list in it, told entry by entry: the text is that of `jsonText({...before, [name]: entries, ...after})`. */
export function jsonInPieces(before: object, name: string) {
  let isEmpty = true;
  const indented = (data: unknown, blanks: string) => escaped(JSON.stringify(data, null, 2)).replaceAll('\n', `\n${blanks}`);
  const fields = (data: object) =>
    Object.entries(data).map(([key, value]) => `  ${JSON.stringify(key)}: ${indented(value, '  ')}`);
  return {
    begin: () => `{\n${[...fields(before), `  ${JSON.stringify(name)}: [`].join(',\n')}`,
    entry(data: unknown) {
      const lead = isEmpty ? '' : ',';
      isEmpty = false;
      return `${lead}\n    ${indented(data, '    ')}`;
    },
    end: (after: object) => `${[isEmpty ? ']' : '\n  ]', ...fields(after)].join(',\n')}\n}\n`,
  };
}

function escaped(text: string): string {
  return text.replace(
    /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
