import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/model/index.ts';
import { ruled, type Sheet } from './make/pdf.ts';
import { outline, readSheets, rowsOf, tablesOf } from './make/read.ts';

const ROWS = [
  ['项目', '决算数'],
  ['收入', '1,234.56'],
];
const upright = ruled([50, 200, 300], [100, 120, 140], ROWS);

/** The same sheet, drawn so that it has to be turned by `turn` degrees clockwise to stand as it is drawn here. */
function turned(sheet: Sheet, width: number, height: number, turn: 90 | 180 | 270): Sheet {
  const at = (x: number, y: number): [number, number] =>
    turn === 90 ? [height - y, x] : turn === 180 ? [width - x, height - y] : [y, width - x];
  return {
    width: turn === 180 ? width : height,
    height: turn === 180 ? height : width,
    words: sheet.words!.map(({ x, y, ...rest }) => ({ ...rest, x: at(x, y)[0], y: at(x, y)[1], turn })),
    lines: sheet.lines!.map(([a, b, c, d]) => [...at(a, b), ...at(c, d)] as [number, number, number, number]),
  };
}

describe('pages', () => {
  it.each([90, 180, 270] as const)(
    'whose content is turned by %i degrees are read upright, boxes are where the page shows them',
    async turn => {
      const document = await readSheets([turned(upright, 842, 595, turn)]);
      const [table] = tablesOf(document);
      expect(rowsOf(table!)).toEqual(['项目|决算数', '收入|1,234.56']);
      const { box } = placeOf(table!.cells.at(-1)!.text);
      const [x, y] = turn === 90 ? [595 - 134, 277] : turn === 180 ? [842 - 277, 595 - 134] : [134, 842 - 277];
      expect(box![0] - 25).toBeLessThan(x);
      expect(box![2] + 25).toBeGreaterThan(x);
      expect(box![1] - 25).toBeLessThan(y);
      expect(box![3] + 25).toBeGreaterThan(y);
      expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.turned']);
    },
  );

  it.each([90, 180, 270] as const)('that the viewer turns by %i degrees give boxes of the page as shown', async rotate => {
    const turn = (360 - rotate) as 90 | 180 | 270;
    const document = await readSheets([{ ...turned(upright, 842, 595, turn), rotate }]);
    const [table] = tablesOf(document);
    expect(rowsOf(table!)).toEqual(['项目|决算数', '收入|1,234.56']);
    const { box } = placeOf(table!.cells.at(-1)!.text);
    expect(box![0]).toBeCloseTo(257, 0);
    expect(box![1]).toBeGreaterThan(120);
    expect(box![3]).toBeLessThan(140);
    expect(document.notices).toEqual([]);
  });

  it('set vertically are read in columns from right to left', async () => {
    const column = (x: number, text: string) => [...text].map((c, i) => ({ x, y: 100 + i * 14, text: c, size: 12 }));
    const words = [
      ...column(400, '本年收入合计为一千二百万元其中财政拨款'),
      ...column(376, '收入为一千万元占本年收入合计的八成以上'),
    ];
    const document = await readSheets([{ words }]);
    expect(outline(document).join('')).toBe('本年收入合计为一千二百万元其中财政拨款收入为一千万元占本年收入合计的八成以上');
    expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.vertical']);
  });

  it('lose a watermark that runs aslant, and say so', async () => {
    const document = await readSheets([
      { words: [...upright.words!, { x: 100, y: 500, text: '仅供公开', size: 40, turn: 315 }], lines: upright.lines! },
    ]);
    expect(outline(document)).toEqual(['[2x2]']);
    expect(document.notices).toEqual([
      { code: 'reader.pdf.aslant', params: { pages: '1', count: 4 }, place: { file: 'a.pdf', page: 1 } },
    ]);
  });
});
