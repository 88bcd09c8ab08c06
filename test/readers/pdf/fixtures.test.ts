import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, placeOf, type Table } from '../../../src/model/index.ts';
import { readPdf } from '../../../src/readers/pdf/read.ts';

/** What make-fixtures.mjs wrote down before the report became a PDF. */
interface Expected {
  readonly title: string;
  readonly unit: string | null;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly string[];
  readonly notes: readonly string[];
}

const folder = resolve(import.meta.dirname, '../../../fixtures/readers/pdf');
const names = readdirSync(folder).flatMap(name => (name.endsWith('.pdf') ? [name.slice(0, -4)] : []));
const bare = (text: string) => text.replace(/[\s\u3000]+/g, '');
const cellsOf = (table: Table) =>
  table.cells.map(c => `${c.row},${c.col} ${c.rowSpan}x${c.colSpan} ${bare(c.text.content)}`.trimEnd()).sort();

describe.each(names)('%s.pdf, made by LibreOffice', name => {
  const expected = JSON.parse(readFileSync(resolve(folder, `${name}.json`), 'utf8')) as (Expected | string)[];
  const reading: Promise<Document> = readPdf({ file: `${name}.pdf`, bytes: readFileSync(resolve(folder, `${name}.pdf`)) });
  const wanted = expected.filter(block => typeof block !== 'string');
  const found = async () => (await reading).blocks.filter(block => block.kind === 'table');

  it('has as many tables as the report, with their titles, units and notes', async () => {
    const read = (await found()).map(({ title, unit, notes }) => [
      bare(title?.content ?? ''),
      unit ?? null,
      notes.map(note => bare(note.content)),
    ]);
    expect(read).toEqual(wanted.map(({ title, unit, notes }) => [bare(title), unit, notes.map(bare)]));
  });

  it.each(wanted.map((table, i) => [table.title, i] as const))('has every cell of %s', async (_, i) => {
    const table = (await found())[i]!;
    expect([table.rows, table.cols]).toEqual([wanted[i]!.rows, wanted[i]!.cols]);
    const cells = wanted[i]!.cells.map(cell =>
      cell.replace(/^(\S+ \S+)([\s\S]*)$/, (_, at: string, text: string) => `${at} ${bare(text)}`.trimEnd()),
    );
    expect(cellsOf(table)).toEqual([...cells].sort());
  });

  it('has a place on a page for every cell', async () => {
    for (const table of await found()) {
      for (const { text } of table.cells) {
        const { page, box } = placeOf(text);
        expect(page).toBeGreaterThan(0);
        expect(box![2]).toBeGreaterThan(box![0]);
        expect(box![3]).toBeGreaterThan(box![1]);
      }
    }
  });

  it('has every paragraph and heading of the report, and notices nothing', async () => {
    const { blocks, notices } = await reading;
    const texts = blocks.flatMap(block =>
      block.kind === 'paragraph' || block.kind === 'heading' ? [bare(block.text.content)] : [],
    );
    const paragraphs = expected.flatMap(block => (typeof block === 'string' ? [bare(block)] : []));
    expect(texts.filter(text => paragraphs.includes(text))).toEqual(paragraphs);
    expect(notices).toEqual([]);
  });
});
