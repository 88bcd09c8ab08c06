import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../src/reporters/parts/csv.ts';

/** A reader of RFC 4180, written apart from the writer. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quoted && char === '"' && text[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (char === '"') quoted = !quoted;
    else if (char === ',' && !quoted) {
      row.push(cell);
      cell = '';
    } else if (char === '\r' && !quoted) {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i++;
    } else cell += char;
  }
  return rows;
}

describe('csv', () => {
  it('comes back as it went in', () => {
    const cell = fc.stringMatching(/^[一-龥a-z0-9 ,"'.%]{0,12}$/);
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(rows, data => {
        expect(parse(csvText(data))).toEqual(data);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
  it.each(['=1+1', '+cmd', '-2+3', '@SUM(A1)', ' =A1', '＝1', '\t=1'])('never lets %j become a formula', evil => {
    expect(parse(csvText([[evil, 'x']]))[0]![0]).toMatch(/^'/);
  });
  it.each(['-97.74', '+3', '-16%', '516.82'])('leaves the number %s a number', number => {
    expect(csvText([[number]])).toBe(`${number}\r\n`);
  });
  it('leaves null empty and takes control characters out', () => {
    expect(csvText([[null, 'a\u001b[31mb\u0000', 3]])).toBe(',ab,3\r\n');
  });
});
