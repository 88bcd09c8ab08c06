import { describe, expect, it } from 'vitest';
import { auditDropped, named } from '../../src/page/audits.ts';
import { copiesOf, pairOf, resultOf } from '../../src/page/outputs.ts';
import { BAD, GOOD } from '../commands/run.ts';

const file = (name: string, content: string) => ({ file: name, bytes: new TextEncoder().encode(content) });

describe('what is dropped onto the page', () => {
  it('is told of one by one before it is read', async () => {
    const seen: string[] = [];
    await auditDropped([file('a.txt', GOOD), file('b.txt', BAD)], 'zh', (at, name) => seen.push(`${at} ${name}`));
    expect(seen).toEqual(['0 a.txt', '1 b.txt']);
  });

  it('is known by a name of its own', () => {
    expect(named([file('a.txt', '1'), file('a.txt', '2'), file('b', '3'), file('b', '4')]).map(one => one.file)).toEqual([
      'a.txt',
      'a (2).txt',
      'b',
      'b (2)',
    ]);
  });

  it('counts once when it is there twice, and says so', async () => {
    const { audits, told } = await auditDropped([file('a.txt', BAD), file('副本.txt', BAD)], 'zh', () => {});
    expect(audits.length).toBe(1);
    expect(told.join()).toContain('与 a.txt 完全相同');
  });

  it('is not audited when it is an output of this tool', async () => {
    const { audits } = await auditDropped([file('a.txt', BAD)], 'zh', () => {});
    const { views } = resultOf({ audits, failures: [], told: [] }, 'zh', '1');
    const again = await auditDropped([file('核对.html', views[0]!.html)], 'zh', () => {});
    expect(again.failures.map(({ problem }) => problem.code)).toEqual(['files.own-output']);
  });

  it('makes a comparison of two years of one body only', async () => {
    const of = async (...contents: readonly string[]) =>
      pairOf(
        (
          await auditDropped(
            contents.map((content, i) => file(`${i}.txt`, content)),
            'zh',
            () => {},
          )
        ).audits,
      );
    const later = GOOD.replaceAll('2023', '2024').replaceAll('2022', '2023');
    expect((await of(later, GOOD))?.map(({ year }) => year)).toEqual([2023, 2024]);
    expect(await of(later, GOOD.replace('测试局', '另一局'))).toBeNull();
    expect(await of(GOOD)).toBeNull();
  });

  it('comes back as a page where its format carries no marks', async () => {
    const inputs = [file('a.txt', BAD)];
    const { audits } = await auditDropped(inputs, 'zh', () => {});
    const options = { lang: 'zh', version: '1', track: false, ticks: false } as const;
    const { files, told } = await copiesOf(audits, new Map(inputs.map(one => [one.file, one])), options);
    expect(files.map(({ name }) => name)).toEqual(['a（核对）.html']);
    expect(told.join()).toContain('a.txt');
  });
});
