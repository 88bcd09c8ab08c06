import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readFacts } from '../../src/extract/dataset.ts';
import { Big, type Facts } from '../../src/model/index.ts';
import { dataset } from '../../src/readers/dataset/index.ts';
import { type Key, shapes } from '../../src/readers/dataset/keys.ts';
import { datasetSchema } from '../../src/readers/dataset/schema.ts';

const root = resolve(import.meta.dirname, '../..');
const accepts = new Ajv({ allErrors: true, strict: false }).compile(datasetSchema());

describe('the schema of the dataset', () => {
  // A change of keys.yaml shows here; `npx vitest run test/readers/dataset-schema.test.ts -u` writes the file anew.
  it('is checked in as it follows from keys.yaml', async () => {
    await expect(`${JSON.stringify(datasetSchema(), null, 2)}\n`).toMatchFileSnapshot(join(root, 'fixtures/dataset.schema.json'));
  });

  it.each(['2021', '2020'])('accepts fixtures/%s.yaml', name => {
    expect(accepts(parse(readFileSync(join(root, `fixtures/${name}.yaml`), 'utf8'))), JSON.stringify(accepts.errors)).toBe(true);
  });

  it.each([
    ['no year', '总计: 1.00'],
    ['an unknown key', '年度: 2021\n收入总记: 1.00'],
    ['words for an amount', '年度: 2021\n总计: 很多'],
    ['a share without its sign', '年度: 2021\n收入: {其他收入: {决算: 1, 占比: 86}}'],
    ['a list that is none', '年度: 2021\n项目自评: {名称: 培训}'],
    ['an item without a name', '年度: 2021\n项目自评: [{资金: {本级: 3}}]'],
    ['a word that is none', '年度: 2021\n三公: {合计: 1, 决算与预算: 高于}'],
    ['an unknown unit', '年度: 2021\n金额单位: 块'],
    ['an amount counted in heads', '年度: 2021\n总计: 30人'],
  ])('rejects %s', (_what, source) => {
    expect(accepts(parse(source))).toBe(false);
  });

  it.each([
    ['a figure with its own unit', '年度: 2021\n总计: 30万元'],
    ['thousands separators', '年度: 2021\n总计: 1,234.56'],
    ['a quoted figure', '年度: 2021\n总计: "12.50"'],
    ['a blank', '年度: 2021\n总计:'],
    ['no change', '年度: 2021\n总计: {决算: 1, 比上年: 持平}'],
    ['names of one’s own', '年度: 2021\n总计: {决算: 1, 明细: {甲: 1, 乙: {决算: 0}}}'],
  ])('accepts %s', (_what, source) => {
    expect(accepts(parse(source)), JSON.stringify(accepts.errors)).toBe(true);
  });
});

describe('keys.yaml', () => {
  const keys = [...shapes.values()].flatMap(shape =>
    [...shape.keys.values()].map((key): [string, Key] => [`${shape.id}.${key.name}`, key]),
  );

  it.each(keys)('%s names only what there is', (_name, key) => {
    expect(key.says).not.toBe('');
    if (key.shape) expect(shapes.has(key.shape)).toBe(true);
    else expect(['one', 'map', 'list']).not.toContain(key.is);
    if (['money', 'percent', 'count', 'value'].includes(key.is)) expect(key.role).toBeDefined();
  });

  it.each([...shapes.values()])('$id knows the keys it refers to', shape => {
    if (shape.level) expect(shape.keys.has(shape.level)).toBe(true);
    if (shape.title) expect(shape.keys.get(shape.title)?.required).toBe(true);
    for (const key of shape.keys.values()) {
      for (const other of [key.to, key.within, ...(key.base ?? [])])
        if (other) expect(shape.keys.has(other), `${key.name} → ${other}`).toBe(true);
    }
  });
});

describe('the guide to the dataset', () => {
  const guide = readFileSync(join(root, 'fixtures/README.md'), 'utf8');

  it('lists every key', () => {
    expect(/<!-- keys -->\n([\s\S]*?)<!-- \/keys -->/.exec(guide)?.[1]).toBe(keyTable());
  });

  it('shows an example without mistakes, in which every sum is exact', async () => {
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)![1]!;
    expect(accepts(parse(example)), JSON.stringify(accepts.errors)).toBe(true);
    const document = await dataset.read({ file: 'example.yaml', bytes: new TextEncoder().encode(example) });
    const sums = readFacts(document.blocks[0] as Facts).statements.filter(one => one.kind === 'sum');
    expect(sums.length).toBeGreaterThan(5);
    for (const { total, parts } of sums) {
      const sum = parts.reduce((value, part) => value.plus(part.amount.value), new Big(0));
      expect(sum.toFixed(), total.label).toBe(total.amount.value.toFixed());
    }
  });
});

const CONTENTS: Readonly<Record<Key['is'], string>> = {
  year: '年份',
  text: '文字',
  unit: '金额单位',
  code: '编码',
  money: '金额',
  percent: '百分比',
  count: '数量',
  word: '词',
  value: '数量、金额或文字',
  one: '',
  map: '自拟的名称 → ',
  list: '列表，每项：',
};

/** The table of all keys as the guide shows it. */
function keyTable(): string {
  const amount = shapes.get('金额')!.keys;
  const rows = [...shapes.values()].flatMap(shape => {
    const inherits = shape.id !== '金额' && shape.keys.has('其中');
    const own = [...shape.keys.values()].filter(key => !inherits || amount.get(key.name)?.says !== key.says);
    const name = `**${shape.id}**${inherits ? '（另可写“金额”的各键）' : ''}`;
    return own.map((key, i) => {
      const content =
        CONTENTS[key.is] + (key.shape ? `“${key.shape}”` : '') + (key.words ? `：${Object.keys(key.words).join('、')}` : '');
      return `| ${i === 0 ? name : ''} | ${key.name} | ${content} | ${key.says} |`;
    });
  });
  return `\n| 写在 | 键 | 内容 | 说明 |\n|---|---|---|---|\n${rows.join('\n')}\n\n`;
}
