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

function escaped(text: string): string {
  return text.replace(
    /[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
