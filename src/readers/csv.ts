import { type Document, type Input, type Place, Problem, parseNumber } from '../model/index.ts';
import { decode } from './parts/decode.ts';
import { LIMITS, megabytes } from './parts/limits.ts';
import { blocksOfSheet, type SheetCell } from './parts/sheet.ts';
import type { Reader } from './reader.ts';

interface Field {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly row: number;
  readonly col: number;
}

const DELIMITERS = [',', '\t', ';', '，', '|'] as const;

/** Comma-separated tables, as spreadsheets export them (RFC 4180), also with tabs or semicolons, in UTF-8, UTF-16 or GB18030. */
export const csv: Reader = {
  format: 'csv',
  recognises(input) {
    const named = /\.(?:csv|tsv)$/i.test(input.file);
    const head = opening(input);
    // Without the name, only a file whose lines all have the same number of commas is taken for one.
    return head !== undefined && (named || isRegular(head));
  },
  read(input: Input): Document {
    const { file, bytes } = input;
    if (bytes.length > LIMITS.part)
      throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.part) }, { file });
    const text = decode(bytes, file).replace(/^\ufeff/, '');
    const fields = parse(text, delimiterOf(text), file);
    const places = new Map<number, Field>();
    const cells: SheetCell[] = fields.map(field => {
      places.set(field.row * LIMITS.columns + field.col, field);
      return { row: field.row, col: field.col, text: field.text.trim(), kind: parseNumber(field.text) ? 'number' : 'text' };
    });
    const placeAt = (row: number, col: number): Place => {
      const field = places.get(row * LIMITS.columns + col);
      return {
        file,
        ...(field ? { line: field.line, column: field.column } : {}),
        tableNumber: 1,
        rowNumber: row + 1,
        columnNumber: col + 1,
      };
    };
    const sheet = { name: '', cells, merges: [], hiddenRows: new Set<number>(), hiddenCols: new Set<number>() };
    return { file, format: 'csv', blocks: blocksOfSheet(sheet, placeAt), notices: [] };
  },
};

function opening(input: Input): string | undefined {
  try {
    // An even cut keeps UTF-16 whole; a character cut in two at the end would fail the decoder, so the last line is left out.
    const { bytes } = input;
    if (bytes.length <= 16_384) return decode(bytes, input.file);
    const cut = bytes.lastIndexOf(10, 16_384);
    return cut > 0 ? decode(bytes.subarray(0, cut), input.file) : undefined;
  } catch {
    return undefined;
  }
}

function isRegular(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/).filter(Boolean);
  const counts = lines.map(line => line.replace(/"[^"]*"/g, '').split(',').length);
  // Sentences of one form have as many commas each: an item told on every line is prose.
  const sentences = lines.filter(line => /[。；]\s*$/.test(line)).length;
  return lines.length >= 3 && counts[0]! > 1 && counts.every(count => count === counts[0]) && sentences * 2 < lines.length;
}

/** The delimiter that the first lines agree on best, outside of quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 16_384)
    .split(/\r\n|\n|\r/)
    .filter(Boolean)
    .slice(0, 20);
  const score = (delimiter: string) => {
    const counts = lines.map(line => line.replace(/"[^"]*"/g, '').split(delimiter).length - 1).sort((a, b) => a - b);
    return counts[counts.length >> 1] ?? 0;
  };
  return DELIMITERS.reduce<string>((best, one) => (score(one) > score(best) ? one : best), ',');
}

function parse(text: string, delimiter: string, file: string): Field[] {
  const fields: Field[] = [];
  let [row, col, line, lineStart, i] = [0, 0, 1, 0, 0];
  const newLine = () => {
    line++;
    lineStart = i;
  };
  while (i < text.length) {
    const start = i;
    const startLine = line;
    const column = start - lineStart + 1;
    let value = '';
    if (text[i] === '"') {
      for (i++; i < text.length; i++) {
        if (text[i] === '"' && text[i + 1] !== '"') break;
        if (text[i] === '"') i++;
        if (text[i] === '\n') {
          value += '\n';
          line++;
          lineStart = i + 1;
        } else if (text[i] !== '\r') value += text[i];
      }
      i++;
    }
    const from = i;
    while (i < text.length && text[i] !== delimiter && text[i] !== '\n' && text[i] !== '\r') i++;
    value += text.slice(from, i);
    if (value.trim() !== '')
      fields.push({ text: value, line: startLine, column: column + (text[start] === '"' ? 1 : 0), row, col });
    if (fields.length > LIMITS.cells || col > LIMITS.columns)
      throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file });
    if (text[i] === delimiter) {
      col++;
      i++;
      continue;
    }
    if (text[i] === '\r' && text[i + 1] === '\n') i++;
    i++;
    newLine();
    row++;
    col = 0;
  }
  return fields;
}
