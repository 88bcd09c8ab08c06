import { describe, expect, it } from 'vitest';
import { decodeList, pathsIn } from '../../src/commands/parts/listing.ts';
import { alone } from '../../src/commands/parts/unreadable.ts';
import { isOwnOutput } from '../../src/joining/index.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a list of paths on standard input', () => {
  const paths = ['报告/甲.docx', '报告/b c.pdf'];
  const text = `${paths.join('\r\n')}\r\n`;
  const wide = Buffer.from(text, 'utf16le');
  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with a mark', bytes(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16 without a mark', wide],
    ['zero bytes between', bytes(paths.join('\0'))],
  ])('in %s', (_, list) => expect(pathsIn(decodeList(list))).toEqual(paths));
  it('in the Chinese code page', () => {
    const gbk = Buffer.concat([Buffer.from([0xb1, 0xa8, 0xb8, 0xe6]), Buffer.from('/a.txt\n')]);
    expect(pathsIn(decodeList(gbk))).toEqual(['报告/a.txt']);
  });
});

describe('a file that cannot be read is all that a unit has sent', () => {
  it.each([
    ['in a folder of its own', ['收/乙/决算.ofd'], ['收/甲/决算.docx'], ['收/乙/决算.ofd']],
    ['under a name made like the others', ['收/单位03.zip'], ['收/单位01.docx', '收/单位02.docx'], ['收/单位03.zip']],
    ['under the name of another office', ['收/水利局.rtf'], ['收/园林局.docx'], ['收/水利局.rtf']],
    ['not beside the same report in another format', ['收/决算.ofd'], ['收/决算.docx'], []],
    ['not as a picture beside a report', ['收/甲/图片.jpg'], ['收/甲/决算.docx'], []],
  ])('%s', (_, unreadable, readable, expected) => expect(alone(unreadable, readable)).toEqual(expected));
});

describe('the tool knows its own outputs', () => {
  it.each([
    ['terminal', '某报告.txt\n\n核对结果  相符 3 · 四舍五入可解释 0 · 不符 1 · 未核对 0\n'],
    ['terminal of today', '某报告.txt\n\n核对结果  4 条关系：相符 3 · 四舍五入可解释 0 · 不符 1 · 未核对 0\n'],
    ['terminal of many', '合计 2 份报告\n  4 条关系：相符 3 · 四舍五入可解释 0 · 不符 1 · 未核对 0\n'],
    ['terminal in English', 'Checks       4 relations: holds 3 · rounding 0 · fails 1 · undecided 0\n'],
    ['figures', '文件,填报单位,年度,表,行,列,指标,口径\n'],
    ['csv', '\ufeff序号,级别,填报单位,年度,文件,要改的位置,现为\r\n'],
    ['junit', '<?xml version="1.0"?>\n<testsuites name="audit" tests="1">\n'],
    ['markdown', '## 决算核对\n\n| 报告 |\n'],
  ])('%s', (_, text) => expect(isOwnOutput(bytes(text))).toBe(true));
  it('and takes no report for one', () => {
    expect(isOwnOutput(bytes('某局2023年度部门决算\n核对结果相符。支出合计 100.00 万元\n'))).toBe(false);
    expect(isOwnOutput(bytes('科目,年初预算数,决算数\n基本支出,1.00,2.00\n'))).toBe(false);
  });
});
