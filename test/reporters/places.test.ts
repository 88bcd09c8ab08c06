import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/model/index.ts';
import { Problem } from '../../src/model/index.ts';
import { clean, tidy } from '../../src/reporters/parts/clean.ts';
import { placeWords } from '../../src/reporters/parts/places.ts';
import { problemWords } from '../../src/reporters/parts/problems.ts';

describe('places', () => {
  it.each<[Partial<Place>, string, string]>([
    [{ line: 111, column: 12 }, '第 111 行第 12 字', 'line 111, character 12'],
    [{ line: 3 }, '第 3 行', 'line 3'],
    [{ page: 21, box: [1, 2, 3, 4] }, '第 21 页', 'page 21'],
    [{ paragraph: 12 }, '第 12 段', 'paragraph 12'],
    [{ sheet: '公开03表', cell: 'C7' }, '公开03表 C7', '公开03表 C7'],
    [{ tableNumber: 2, rowNumber: 4 }, '表 2 第 4 行', 'table 2, row 4'],
    [{ tableNumber: 2, rowNumber: 4, columnNumber: 3, paragraph: 9 }, '表 2 第 4 行第 3 列', 'table 2, row 4, column 3'],
    [{ tableNumber: 2, line: 8, column: 2 }, '第 8 行第 2 字', 'line 8, character 2'],
    [{}, '', ''],
  ])('%j', (place, zh, en) => {
    expect(placeWords(place, 'zh')).toBe(zh);
    expect(placeWords(place, 'en')).toBe(en);
  });
  it('name their file where there are several', () => {
    expect(placeWords({ file: '目录/报表.xls', sheet: '公开03表', cell: 'C7' }, 'zh', true)).toBe('报表.xls 公开03表 C7');
    expect(placeWords({ file: 'C:\\目录\\决算说明.docx', paragraph: 12 }, 'zh', true)).toBe('决算说明.docx 第 12 段');
  });
});

describe('document text', () => {
  it.each([
    ['\u001b[31m红\u001b[0m', '红'],
    ['\u001b]0;title\u0007支出', '支出'],
    ['\u001b]8;;http://x\u001b\\支出', '支出'],
    ['\u009b31m支出', '31m支出'],
    ['收\u202e入\u2066', '收入'],
    ['支\r\n出\t1', '支 出 1'],
    ['a\u0000b\u0008', 'ab'],
  ])('%j is shown as %j', (raw, shown) => expect(clean(raw)).toBe(shown));
  it('is tidied of repeated and full-width blanks', () => expect(tidy('　支出　　 合计 ')).toBe('支出 合计'));
});

describe('problems', () => {
  const at = (line: number, column: number, length: number) => ({ file: '甲.yaml', line, column, length });
  const source = new TextEncoder().encode('年度: 2023\n支处: 3\n');
  it('say what, where and in which line', () => {
    const problem = new Problem('files.missing-near', { guess: '乙' }, at(2, 1, 2));
    expect(problemWords('甲.yaml', problem, 'zh', source).split('\n')).toEqual([
      '无法审核 甲.yaml：第 2 行第 1 字：文件不存在，是不是“乙”？请检查路径和文件名。',
      '      支处: 3',
      '      ^^^^',
    ]);
  });
  it('are told all at once', () => {
    const problem = new Problem('files.missing', {}, at(1, 1, 2), [new Problem('files.no-match', {}, at(2, 5, 1))]);
    const lines = problemWords('甲.yaml', problem, 'zh', source).split('\n');
    expect(lines[0]).toBe('无法审核 甲.yaml：共 2 处错误。');
    expect(lines.filter(line => line.startsWith('  第 '))).toHaveLength(2);
    expect(lines).toContain('            ^');
  });
  it('never let what was typed act on the terminal', () => {
    const problem = new Problem('cli.unknown-option', { given: '--\u001b[31mx', command: 'audit' });
    expect(problemWords('', problem, 'zh')).not.toContain('\u001b');
  });
});
