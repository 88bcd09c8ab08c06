import { describe, expect, it } from 'vitest';
import { auditEach } from '../../src/audit.ts';
import { partsOf } from '../../src/extract/compendium.ts';
import { read } from '../../src/readers/index.ts';
import { makeCompendium, makeDepartments } from '../generator/compendium.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitPdf } from '../generator/emit/pdf.ts';
import { emitText } from '../generator/emit/text.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const partsIn = async (text: string) =>
  partsOf(await read({ file: '汇编.txt', bytes: bytesOf(text) }))?.map(({ entity }) => entity);

const departments = makeDepartments(6);
const names = departments.map(({ entity }) => entity);
const compendium = makeCompendium(departments);
/** In a text the charts stand behind the report they belong to. */
const asText = bytesOf([makeCompendium([]), ...departments].map(one => emitText(one).text).join('\n'));

describe.each([
  ['txt', asText, (i: number) => bytesOf(emitText(departments[i]!).text)],
  ['docx', emitDocx(compendium), (i: number) => emitDocx(departments[i]!)],
] as const)('a compendium in %s', (ending, bytes, alone) => {
  it('is audited as the reports it holds, each as if it stood alone', async () => {
    const parts = await auditEach([{ file: `汇编.${ending}`, bytes }]);
    expect(parts.map(({ file }) => file)).toEqual(names.map(name => `汇编.${ending}/${name}`));
    for (const [i, part] of parts.entries()) {
      if ('problem' in part) throw part.problem;
      expect(part).toMatchObject({ entity: names[i], year: 2023 });
      const [single] = await auditEach([{ file: 'a', bytes: alone(i) }]);
      if (!single || 'problem' in single) throw new Error('not audited alone');
      // How a whole file is laid out decides how a reader breaks its lines; what is wrong stays the same.
      const { problems, errors, warnings, checked } = single.summary;
      expect(part.summary).toMatchObject({ problems, errors, warnings });
      expect(part.summary.checked).toBeGreaterThan(0.95 * checked);
      expect(new Set(part.figures.map(({ place }) => place.file))).toEqual(new Set([`汇编.${ending}`]));
    }
  }, 300_000);
});

it('a compendium in pdf: each report has the pages it stands on', async () => {
  const parts = partsOf(await read({ file: '汇编.pdf', bytes: emitPdf(compendium) }))!;
  expect(parts.map(({ entity }) => entity)).toEqual(names);
  const pages = parts.map(({ document }) =>
    document.blocks.flatMap(block => (block.kind === 'paragraph' ? (block.text.runs[0]?.place.page ?? []) : [])),
  );
  for (const [i, own] of pages.slice(1).entries()) expect(Math.min(...own)).toBeGreaterThanOrEqual(Math.max(...pages[i]!));
}, 300_000);

const told = (name: string, more = '') => `${name}2023年度部门决算
第一部分 部门概况
一、主要职责
负责有关工作。
第二部分 2023年度部门决算情况说明
一、收入支出决算总体情况说明
2023年度收、支总计均为120.00万元。${more}`;

describe('what is one report, and what is several', () => {
  it('two departments one after the other', async () => {
    expect(await partsIn(`${told('青禾区水务局')}\n${told('青禾区林业局')}\n`)).toEqual(['青禾区水务局', '青禾区林业局']);
  });
  it('titles in two lines, the year in front, a number before the name', async () => {
    const two = told('青禾区水务局').replace('2023年度部门决算', '\n2023年度部门决算');
    const front = told('青禾区林业局').replace('青禾区林业局2023年度部门决算', '2023年度青禾区林业局部门决算');
    const third = told('三、青禾区档案局');
    expect(await partsIn(`${two}\n${front}\n${third}\n`)).toEqual(['青禾区水务局', '青禾区林业局', '青禾区档案局']);
  });
  it('a contents page alone makes no report', async () => {
    const entries = ['青禾区水务局', '青禾区林业局', '青禾区档案局'].map(name => `${name}2023年度部门决算`).join('\n');
    expect(await partsIn(`目录\n${entries}\n${told('青禾区水务局')}\n`)).toBeUndefined();
  });
  it('a report with the units that belong to it', async () => {
    const listed = told('青禾区水务局', '\n二、部门决算单位构成\n1.青禾区水务局本级\n2.青禾区河道管理所\n3.青禾区供水管理站');
    expect(await partsIn(listed)).toBeUndefined();
    // Units tell their own accounts inside it.
    const unit = told('青禾区河道管理所').replace('部门决算\n', '单位决算\n');
    expect(await partsIn(`${told('青禾区水务局')}\n${unit}\n`)).toBeUndefined();
    // Bodies that are called after it are part of it.
    expect(await partsIn(`${told('青禾区水务局')}\n${told('青禾区水务局河道管理所')}\n`)).toBeUndefined();
  });
  it('units with their department, between departments', async () => {
    const unit = told('青禾区河道管理所').replace('部门决算\n', '单位决算\n');
    expect(await partsIn(`${told('青禾区水务局')}\n${unit}\n${told('青禾区林业局')}\n`)).toEqual([
      '青禾区水务局',
      '青禾区林业局',
    ]);
  });
  it('a report that names itself in each part, and another report in passing', async () => {
    const again = told('青禾区水务局').replace('第二部分 ', '青禾区水务局2023年度部门决算情况说明\n第二部分 ');
    expect(await partsIn(`${again}\n${told('水务局')}\n`)).toBeUndefined();
    expect(await partsIn(told('青禾区水务局', '\n见青禾区林业局2023年度部门决算。\n一、名词解释'))).toBeUndefined();
  });
  it('one body twice, with another between: nobody can tell', async () => {
    const three = [told('青禾区水务局'), told('青禾区林业局'), told('青禾区水务局')].join('\n');
    expect(await partsIn(three)).toBeUndefined();
  });
  it('what the district tells before them stays, with the first', async () => {
    const text = `青禾区2023年度部门决算汇编\n全区2023年度支出合计240.00万元。\n${told('青禾区水务局')}\n${told('青禾区林业局')}\n`;
    const parts = partsOf(await read({ file: '汇编.txt', bytes: bytesOf(text) }))!;
    const blocks = parts.reduce((sum, { document }) => sum + document.blocks.length, 0);
    expect(blocks).toBe((await read({ file: '汇编.txt', bytes: bytesOf(text) })).blocks.length);
  });
});
