import { describe, expect, it } from 'vitest';
import { placeOf, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';

const open = (text: string, file = '报表.csv') => read({ file, bytes: new TextEncoder().encode(text) });

describe('csv', () => {
  it('reads quoted fields, with title, unit, and the place in the file', async () => {
    const document = await open(
      '\ufeff收入决算表,,\r\n,,单位：万元\r\n项目,"预算,数",决算数\r\n"甲\n乙","1,343.56",2.00\r\n注：本表为样表,,\r\n',
    );
    expect(document.format).toBe('csv');
    expect(outlineOf(document)).toEqual([
      '<收入决算表 万元>',
      '收入决算表',
      '单位：万元',
      '项目|预算,数|决算数',
      '甲/乙|1,343.56|2.00',
      '注：本表为样表',
      '^ 注：本表为样表',
    ]);
    const table = document.blocks[0] as Table;
    expect(placeOf(table.cells.find(cell => cell.text.content === '2.00')!.text)).toEqual({
      file: '报表.csv',
      line: 5,
      column: 15,
      length: 4,
      tableNumber: 1,
      rowNumber: 4,
      columnNumber: 3,
    });
  });
  it('finds tabs and semicolons, and a table without the file name', async () => {
    expect(outlineOf(await open('项目\t金额\n合计\t1.00\n', '表.tsv'))).toEqual(['<>', '项目|金额', '合计|1.00']);
    expect(outlineOf(await open('项目;金额\n合计;1.00\n'))).toEqual(['<>', '项目|金额', '合计|1.00']);
    expect((await open('项目,金额\n合计,1.00\n其中,0.50\n', '数据')).format).toBe('csv');
  });
  it('leaves sentences that are all of one form to the text reader', async () => {
    const item = (name: string) => `教育支出(类)普通教育(款)${name}(项):支出决算为4.00万元,完成预算100%,决算数与预算数持平。`;
    const text = ['小学教育', '初中教育', '高中教育'].map(item).join('\n');
    const document = await read({ file: 'items.txt', bytes: new TextEncoder().encode(text) });
    expect(document.format).toBe('text');
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph', 'paragraph']);
  });

  it('leaves prose to the text reader', async () => {
    expect((await open('收入合计1,343.56万元。\n支出合计1.00万元。\n与上年持平。\n', '说明.txt')).format).toBe('text');
  });
});
