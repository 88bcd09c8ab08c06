import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, BAD, folderWith, GOOD } from './run.ts';

const root = join(import.meta.dirname, '../..');
const EARLIER = GOOD.replaceAll('2023', '2022')
  .replace('2022年度相比，收、支总计各增加20.00万元，增长20%', '2021年度相比，收、支总计各增加10.00万元，增长11.11%')
  .replaceAll('120.00', '100.00')
  .replace('70.00万元，占58.33%', '60.00万元，占60%')
  .replace('50.00万元，占41.67%', '40.00万元，占40%');
const folder = folderWith({
  '2022.txt': EARLIER,
  '2023.txt': GOOD,
  '错.txt': GOOD.replace('各增加20.00万元', '各增加22.00万元'),
  '坏.txt': BAD,
  '空.txt': '',
  '2020.txt': EARLIER.replaceAll('2022', '2020'),
});
const of = (name: string, text: string) => text.replaceAll('某某市测试局', name);
const folders = folderWith({
  '前/甲.txt': of('某某市甲局', EARLIER),
  '前/乙.txt': of('某某市乙局', EARLIER),
  '前/丙.txt': of('某某市丙局', EARLIER),
  '后/1.txt': of('某某市乙局', GOOD.replace('各增加20.00万元', '各增加22.00万元')),
  '后/2.txt': of('某某市甲局', GOOD),
  '后/3.txt': of('某某市丁局', GOOD),
});
const diff = (...args: string[]) => audit(['diff', ...args], { cwd: folder });

describe('audit diff', () => {
  it('the fixtures: every pair that the later report implies agrees', () => {
    const { code, out } = audit(['diff', 'fixtures/2020.yaml', 'fixtures/2021.yaml'], { cwd: root });
    expect(code).toBe(0);
    expect(out).toMatch(/收支总计 +614\.56 +516\.82 +-97\.74 +-15\.9%/);
    expect(out).toContain('减少 97.74 万元，下降 16% · 相符');
    const { changes } = JSON.parse(
      audit(['diff', 'fixtures/2020.yaml', 'fixtures/2021.yaml', '--format', 'json'], { cwd: root }).out,
    );
    const judged = changes.filter((change: { verdict: string | null }) => change.verdict !== null);
    expect(judged.length).toBeGreaterThan(5);
    for (const { verdict, name } of judged) expect(verdict, name).toBe('holds');
  });
  it('0 when all agrees, 1 when a stated change does not, and shows why', () => {
    expect(diff('2022.txt', '2023.txt')).toMatchObject({ code: 0, err: '' });
    const { code, out } = diff('2022.txt', '错.txt');
    expect(code).toBe(1);
    expect(out).toContain('120.00 − 100.00 = 20.00 ≠ 22.00');
    expect(out).toContain('不符 1');
  });
  it('puts the years in order and says so', () => {
    const { code, err, out } = diff('2023.txt', '2022.txt');
    expect(code).toBe(0);
    expect(err).toContain('已按年度先后对调');
    expect(out).toContain('2022年 -> 2023年');
  });
  it('does not judge years that are apart', () => {
    const { code, err } = diff('2020.txt', '错.txt');
    expect(code).toBe(0);
    expect(err).toContain('相隔 3 年');
  });
  it('one report: the year before is implied', () => {
    const { code, out } = diff('2023.txt');
    expect(code).toBe(0);
    expect(out).toMatch(/收支总计 +100\.00\* +120\.00 +\+20\.00 +\+20\.0%/);
  });
  it('two folders: body by body, whatever the files are called; what has no counterpart is told', () => {
    const { code, out } = audit(['diff', '前', '后'], { cwd: folders });
    expect(code).toBe(1);
    expect(out).toContain('前/乙.txt 与 后/1.txt 比较');
    expect(out).toContain('前/甲.txt 与 后/2.txt 比较');
    const closing = out.slice(out.lastIndexOf('===')).split('\n').slice(1);
    expect(closing).toEqual([
      '比较了 2 个单位，1 个有不符',
      '某某市乙局：不符 1 项',
      '没有比较：某某市丙局（前/丙.txt），另一个文件夹里没有这个单位的报告',
      '没有比较：某某市丁局（后/3.txt），另一个文件夹里没有这个单位的报告',
      '',
    ]);
    const csv = audit(['diff', '前', '后', '--format', 'csv'], { cwd: folders }).out.split('\r\n');
    expect(csv[0]).toContain('单位,章节,编码,项目');
    expect(csv.filter(line => line.startsWith('某某市甲局,')).length).toBeGreaterThan(0);
    const json = JSON.parse(audit(['diff', '前', '后', '--format', 'json'], { cwd: folders }).out);
    expect(json.comparisons.map((one: { after: { file: string } }) => one.after.file)).toEqual(['后/1.txt', '后/2.txt']);
    expect(json.unpaired.map((one: { side: string; entity: string }) => [one.side, one.entity])).toEqual([
      ['before', '某某市丙局'],
      ['after', '某某市丁局'],
    ]);
  });
  it('two folders without a body in common, or a format that holds one body alone: a word', () => {
    expect(audit(['diff', '前/丙.txt', '后'], { cwd: folders })).toMatchObject({ code: 2 });
    expect(audit(['diff', '前/丙.txt', '后'], { cwd: folders }).err).toContain('没有同一单位的报告');
    const { code, err } = audit(['diff', '前', '后', '--output', '比较.xlsx'], { cwd: folders });
    expect(code).toBe(2);
    expect(err).toContain('不能写成 xlsx');
  });
  it('two drafts: what changed, where, and which findings appeared', () => {
    const { code, out } = diff('2023.txt', '坏.txt');
    expect(code).toBe(1);
    expect(out).toContain('改动  基本支出  70.00 万元 -> 76.00 万元');
    expect(out).toMatch(/（第 9 行）/);
    expect(out).toMatch(/^新出现 [1-9]/m);
    expect(diff('坏.txt', '2023.txt')).toMatchObject({ code: 0 });
  });
  it('goes by audit.yaml: what does not count does not appear', () => {
    const { appeared } = JSON.parse(diff('2023.txt', '坏.txt', '--format', 'json').out);
    const rules = [...new Set(appeared.map((one: { rule: string }) => one.rule))];
    const cwd = folderWith({
      '2023.txt': GOOD,
      '坏.txt': BAD,
      '配置.yaml': `suppress:\n${rules.map(rule => `  - {rule: ${rule}, reason: 已说明}\n`).join('')}`,
    });
    const { code, out } = audit(['diff', '2023.txt', '坏.txt', '--config', '配置.yaml'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('新出现的问题 0 条');
    expect(audit(['diff', '2023.txt', '--config', '没有.yaml'], { cwd }).code).toBe(2);
  });
  it('picks, sorts and formats', () => {
    const rows = (...args: string[]) =>
      diff('2022.txt', '错.txt', '--format', 'csv', ...args)
        .out.trim()
        .split('\r\n')
        .slice(1);
    expect(rows('--only', 'disagreements')).toHaveLength(1);
    expect(rows('--indicator', '基本支出').every(row => row.includes('基本支出'))).toBe(true);
    expect(rows('--min-change', '15').map(row => row.split(',')[2])).toEqual(['收支总计', '本年支出']);
    expect(rows('--min-change', '150000元')).toEqual(rows('--min-change', '15'));
    const sizes = rows('--sort', 'change', '--only', 'changed').map(row => Math.abs(Number(row.split(',')[7])));
    expect(sizes.slice(0, 3)).toEqual([20, 20, 10]);
    expect(diff('2022.txt', '2023.txt', '--format', 'markdown').out).toMatch(/^## /);
  });
  it.each([
    [['2022.txt', '2023.txt', '坏.txt'], '现在给了 3 份'],
    [['2022.txt', '没有.txt'], '文件不存在'],
    [['2022.txt', '空.txt'], '无法审核 空.txt'],
    [['202*.txt', '2023.txt'], '这里有 3 份报告'],
    [['2022.txt', '2023.txt', '--min-change', '很多'], '不是变动的大小'],
    [['2022.txt', '2023.txt', '--only', 'disagreement'], '是不是“disagreements”'],
    [[], '没有说要处理什么'],
  ])('%j: exit 2, nothing on standard output', (args, told) => {
    const { code, out, err } = diff(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});
