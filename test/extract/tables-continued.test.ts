import { describe, expect, it } from 'vitest';
import { type Table, textAt } from '../../src/model/index.ts';
import { equationsOf, readingOf, tableOf } from './grids.ts';

// One table in two pieces: on two sheets of a workbook, or flattened to text without its merged cells.

const TITLE = '支出决算表';
const HEAD = '科目编码|<|<|科目名称|本年支出合计|基本支出|项目支出\n类|款|项|栏次|1|2|3';
const FIRST = '^|^|^|合计|50.00|30.00|20.00\n205|<|<|教育支出|30.00|30.00|\n20502|<|<|普通教育|30.00|30.00|';
const REST = '221|<|<|住房保障支出|20.00||20.00\n22102|<|<|住房改革支出|20.00||20.00';
const WHOLE = ['SUM-103 50.00=30.00+20.00', 'SUM-103 20.00=20.00', 'SUM-102 20.00=20.00'];

/** A table as a sheet holds it: its title over all columns, columns that hold nothing left out, cells with their names. */
function sheetOf(name: string, rows: string, title = ''): Table {
  const table = tableOf('', title ? `${title}|<|<|<|<|<|<\n${rows}` : rows);
  const filled = table.cells.filter(cell => cell.text.content !== '');
  const used = [...new Set(filled.map(cell => cell.col))].sort((a, b) => a - b);
  const cells = filled.map(cell => {
    const place = { file: 'report', sheet: name, cell: `${String.fromCharCode(65 + cell.col)}${cell.row + 1}` };
    const col = used.indexOf(cell.col);
    const covered = used.filter(one => one >= cell.col && one < cell.col + cell.colSpan).length;
    return { ...cell, col, colSpan: covered, text: textAt(cell.text.content, place) };
  });
  const caption = textAt(title.includes('表') ? title : name, { file: 'report', sheet: name, cell: 'A1' });
  return { ...table, cols: used.length, cells, title: caption };
}

/** A table as text extractors leave it: cells of one row beside each other, merged ones lost, those below a merged one blank. */
function flattened(rows: string): Table {
  const lines = rows.split('\n').map(row => row.split('|').filter(cell => cell !== '<'));
  const cells = lines.flatMap((line, row) =>
    line.map((cell, col) => ({ row, col, rowSpan: 1, colSpan: 1, text: textAt(cell === '^' ? '' : cell, { file: 'report' }) })),
  );
  return { kind: 'table', rows: lines.length, cols: 7, cells, notes: [], irregular: true };
}

const sums = (...tables: (Table | string)[]) => equationsOf(readingOf(...tables).statements);

describe('a table that goes on', () => {
  const first = sheetOf('公开03表', `${HEAD}\n${FIRST}`, TITLE);

  it.each([
    ['under the same title and header', sheetOf('公开03表(2)', `${HEAD}\n${REST}`, TITLE)],
    ['under «（续）»', sheetOf('公开03表续', `${HEAD}\n${REST}`, `${TITLE}（续）`)],
    ['under «续表»', sheetOf('Sheet4', `${HEAD}\n${REST}`, '续表')],
    ['under its header alone', sheetOf('公开03表 续', `${HEAD}\n${REST}`)],
    ['without a header, its columns by their letters', sheetOf('3-2', REST)],
  ])('on the next sheet, %s', (_, rest) => {
    expect(sums(first, rest)).toEqual(expect.arrayContaining(WHOLE));
  });

  it.each([
    ['with its header', `${HEAD}\n${REST}`],
    ['without', REST],
  ])('in flattened text, %s', (_, rest) => {
    const titled = { ...flattened(`${HEAD}\n${FIRST}`), title: textAt(TITLE, { file: 'report' }) };
    expect(sums(titled, flattened(rest))).toEqual(expect.arrayContaining(WHOLE));
  });
});

describe('a table of its own', () => {
  const first = sheetOf('公开03表', `${HEAD}\n合计|<|<|<|30.00|30.00|\n205|<|<|教育支出|30.00|30.00|`, TITLE);
  const notJoined = (next: Table) => expect(sums(first, next)).toContain('SUM-103 30.00=30.00');

  it('has a sheet whose name is another table’s', () => notJoined(sheetOf('一般公共预算财政拨款支出决算表', REST)));
  it('has another title', () => notJoined(sheetOf('4', `${HEAD}\n${REST}`, '一般公共预算财政拨款支出决算表')));
  it('has columns that the first has not', () => notJoined(sheetOf('4', `${REST}|1.00`)));
  it('has another header', () => notJoined(sheetOf('4', `编码|<|<|名称|一|二|三\n${REST}`)));
});
