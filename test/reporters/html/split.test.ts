import { describe, expect, it } from 'vitest';
import { splitPages } from '../../../src/reporters/html/split.ts';
import { loadRules } from '../../../src/rules/index.ts';
import { failure, OPTIONS, sampleAudit } from '../sample.ts';

const options = { ...OPTIONS, rules: loadRules().rules };

describe('pages by unit', () => {
  it('have names that every system takes, each its own', () => {
    const units = ['甲局', '甲 局', '../甲:局', 'index', 'A', 'a', '%23', '长'.repeat(300), null];
    const audits = units.map((entity, i) => ({ ...sampleAudit(), entity, file: `夹/${i}.txt` }));
    const names = splitPages(audits, [], options).map(({ name }) => name);
    expect(names[0]).toBe('index.html');
    expect(new Set(names.map(name => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[^\\/:*?"<>|#%\s.]{1,64}\.html$/);
    expect(names.at(-1)).toBe('8.html');
    // What is sent away names no folder of this computer.
    expect(splitPages(audits, [], options).at(-1)!.html).not.toContain('夹/8.txt');
  });

  it('put the years of one unit on one page, and failures into the index', () => {
    const audits = [2022, 2023].map(year => ({ ...sampleAudit(), year, file: `${year}.txt` }));
    const pages = splitPages(audits, [failure], options);
    expect(pages).toHaveLength(2);
    expect(pages[0]!.html).toContain(failure.file);
    expect(pages[1]!.html).not.toContain(failure.file);
    for (const year of ['2022.txt', '2023.txt']) expect(pages[1]!.html).toContain(year);
  });
});
