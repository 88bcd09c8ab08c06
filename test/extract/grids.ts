import { extract } from '../../src/extract/index.ts';
import { type Document, type Figure, type Statement, type Table, textAt } from '../../src/model/index.ts';

/**
 * A table written by hand: cells are divided by «|»; «<» continues the cell to its left, «^» the one above it.
 * The title may be left out with ''.
 */
export function tableOf(title: string, rows: string, options: { unit?: string; notes?: readonly string[] } = {}): Table {
  const grid = rows
    .trim()
    .split('\n')
    .map(line => line.split('|').map(cell => cell.trim()));
  const cols = Math.max(...grid.map(row => row.length));
  const at = (row: number, col: number) => grid[row]?.[col] ?? '';
  const cells = grid.flatMap((row, r) =>
    Array.from({ length: cols }, (_, c) => c).flatMap(c => {
      const content = at(r, c);
      if (content === '<' || content === '^') return [];
      let colSpan = 1;
      while (at(r, c + colSpan) === '<') colSpan++;
      let rowSpan = 1;
      while (at(r + rowSpan, c) === '^') rowSpan++;
      void row;
      const place = { file: 'report', tableNumber: 1, rowNumber: r + 1, columnNumber: c + 1 };
      return [{ row: r, col: c, rowSpan, colSpan, text: textAt(content, place) }];
    }),
  );
  return {
    kind: 'table',
    rows: grid.length,
    cols,
    cells,
    notes: (options.notes ?? []).map(note => textAt(note, { file: 'report' })),
    ...(options.unit ? { unit: options.unit } : {}),
    ...(title ? { title: textAt(title, { file: 'report' }) } : {}),
  };
}

/** A report of tables, paragraphs and headings («# …»), of 2024. */
export function documentOf(...blocks: readonly (Table | string)[]): Document {
  return {
    file: 'report',
    format: 'docx',
    year: 2024,
    notices: [],
    blocks: blocks.map((block, i) => {
      if (typeof block !== 'string') return block;
      const text = textAt(block.replace(/^# /, ''), { file: 'report', paragraph: i + 1 });
      return block.startsWith('# ') ? { kind: 'heading', level: 2, text } : { kind: 'paragraph', text };
    }),
  };
}

/** What a report of tables states. */
export const readingOf = (...blocks: readonly (Table | string)[]) => extract([documentOf(...blocks)]);

/** indicator[scope].measure = printed, for every figure of a report of tables. */
export const told = (figures: readonly Figure[]) =>
  figures.map(({ fact, printed }) => {
    const year = fact.period === 2024 || fact.period === null ? '' : `@${fact.period}`;
    return `${fact.indicator}[${fact.scope}].${fact.measure}${year}=${printed}`;
  });
export const factsOf = (...blocks: readonly (Table | string)[]) => told(readingOf(...blocks).figures);

/** The sums that tables state: their rule, and total = parts as printed. */
export const equationsOf = (statements: readonly Statement[]) =>
  statements.flatMap(one =>
    one.kind === 'equation'
      ? [`${one.rule} ${[one.total, one.parts].map(side => side.map(term => term.figure.printed).join('+')).join('=')}`]
      : [],
  );

/** The rules of which tables break the form. */
export const remarksOf = (statements: readonly Statement[]) =>
  statements.flatMap(one => (one.kind === 'remark' ? [one.rule] : []));
