import { bench, describe } from 'vitest';
import { decideWith, implied, run } from '../../src/check/index.ts';
import { locate } from '../../src/locate/index.ts';
import { Big, type Figure, type Relation } from '../../src/model/index.ts';
import { agree, fig, share, sum } from '../check/build.ts';
import { readingOf } from '../locate/scene.ts';

/** A report of n figures in tables of 10 rows and 6 columns that are all tied to each other, with some figures wrong. */
function report(tables: number, wrong: number): { readonly figures: Figure[]; readonly relations: Relation[] } {
  const figures: Figure[] = [];
  const relations: Relation[] = [];
  const spoilt = new Set(Array.from({ length: wrong }, (_, i) => Math.floor(((i + 0.5) * tables * 60) / wrong)));
  const put = (cents: number) => {
    const value = new Big(spoilt.has(figures.length) ? cents + 31_400 : cents).div(100).toFixed(2);
    const figure = fig(value, { at: { table: '表', row: '行', col: '列' } });
    figures.push(figure);
    return figure;
  };
  let before: Figure[][] | null = null;
  for (let table = 0; table < tables; table++) {
    const cells = Array.from({ length: 9 }, (_, row) =>
      Array.from({ length: 5 }, (_, col) => 100_000 + row * 7_919 + col * 104_729),
    );
    const rows = cells.map(row => [...row, row.reduce((a, b) => a + b, 0)]);
    const last = rows[0]!.map((_, col) => rows.reduce((total, row) => total + row[col]!, 0));
    const grid = [...rows, last].map(row => row.map(put));
    for (const row of grid) relations.push(sum(row[5]!, row.slice(0, 5)));
    for (let col = 0; col < 6; col++)
      relations.push(
        sum(
          grid[9]![col]!,
          grid.slice(0, 9).map(row => row[col]!),
        ),
      );
    grid.slice(0, 9).forEach((row, i) => {
      relations.push(share(fig(`${new Big(rows[i]![5]!).times(100).div(last[5]!).toFixed(2)}%`), row[5]!, grid[9]![5]!, table));
    });
    if (before) for (const [r, row] of grid.entries()) relations.push(agree(before[r]![5]!, row[5]!));
    before = grid;
  }
  return { figures, relations };
}

describe('locating', () => {
  for (const [tables, wrong] of [
    [34, 0],
    [34, 10],
    [34, 20],
    [34, 60],
  ] as const) {
    const { figures, relations } = report(tables, wrong);
    const checks = run(relations);
    const broken = checks.filter(check => check.verdict === 'fails').length;
    bench(`${figures.length} figures, ${checks.length} relations, ${wrong} wrong, ${broken} broken`, () => {
      locate(checks, readingOf(figures), { rules: [] }, { implied, decideWith });
    });
  }
});
