import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, equationOf, loadRules } from '../../../src/audit.ts';
import type { Audit } from '../../../src/model/index.ts';
import { drawPages } from '../../../src/readers/pdf/pictures.ts';
import { html } from '../../../src/reporters/html/index.ts';
import { label } from '../../../src/reporters/html/pictures/svg.ts';
import { GOOD } from '../../commands/run.ts';
import { emitDocx } from '../../generator/emit/docx.ts';
import { emitPdf } from '../../generator/emit/pdf.ts';
import { mapMarks, type Report } from '../../generator/report.ts';
import { sample } from '../../generator/sweep.ts';
import { OPTIONS } from '../sample.ts';

const { report, accounts } = sample(3);
/** A class of functions in the first table. */
const FACT = 'T1.f.221';

async function read(file: string, bytes: Uint8Array): Promise<Audit> {
  return audit([{ file, bytes }], { documents: true });
}
const page = (...audits: Audit[]) => html.render(audits, [], { ...OPTIONS, rules: loadRules().rules, equation: equationOf });
const texts = (markup: string) => [...markup.matchAll(/<text[^>]*>(?:<title>[^<]*<\/title>)?([^<]*)</g)].map(match => match[1]);
function wrong(of: Report): Report {
  return mapMarks(of, mark => (mark.fact.endsWith(FACT) ? { ...mark, printed: '999.99' } : mark));
}

describe('the pictures of the page', () => {
  it('draw where the money comes from and what it is spent on, with the figures as printed', async () => {
    const drawn = texts(page(await read('r.docx', emitDocx(report))));
    expect(drawn).toContain('事业收入 88.71');
    expect(drawn).toContain('住房保障 109.87');
    expect(drawn).toContain('项目支出 305.82');
    expect(accounts).toBeDefined();
  });

  it('lead from a figure that is to be corrected to its place in the report', async () => {
    const found = await read('r.docx', emitDocx(wrong(report)));
    const [correction] = found.issues.flatMap(({ corrections }) => corrections);
    expect(correction?.now).toBe('999.99');
    const markup = page(found);
    expect(markup).toContain(`<a href="#${correction!.spot.figure!.id}"><text`);
    expect(markup).toMatch(/class="bad"[^>]*>[^<]*999\.99/);
  });

  it('put this year beside last: the change that is printed leads back', async () => {
    const drawn = texts(page(await read('r.docx', emitDocx(report))));
    expect(drawn).toContain('1,672.73 → 1,530.51 (-8.5%)');
  });

  it('show of each table how its relations came out', async () => {
    const fine = page(await read('r.docx', emitDocx(report)));
    expect(fine).not.toContain('class="cell fails"');
    expect(page(await read('r.docx', emitDocx(wrong(report))))).toContain('class="cell fails"');
  });

  it('give every figure an id of its own, also where several reports are on one page', async () => {
    const found = await read('r.docx', emitDocx(wrong(report)));
    const markup = page(found, { ...found, file: 'b.docx' });
    const ids = [...markup.matchAll(/ id="([^"]*)"/g)].map(match => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    const known = new Set(ids);
    for (const [, target] of markup.matchAll(/href="#([^"]*)"/g)) expect(known, target).toContain(target);
  });

  it('escape what comes out of the report', async () => {
    const evil = '二、"><script>alert(1)</script>支出';
    const text = GOOD.replace(/^[一二三四]、.*$/m, evil);
    expect(text).toContain(evil);
    const markup = page(await read('a.txt', new TextEncoder().encode(text)));
    expect(markup).toMatch(/<text[^>]*>[^<]*&lt;script&gt;/);
    expect(markup.match(/<script>/g)).toHaveLength(1);
  });
});

describe('a label', () => {
  it('gives up of its name what does not fit, never of its number', () => {
    const text = label({ x: 0, y: 0, text: '一般公共预算财政拨款', kept: ' 11,341,070.80', room: 150 });
    expect(text).toMatch(/<title>一般公共预算财政拨款 11,341,070.80<\/title>一般[^<]*… 11,341,070.80<\/text>$/);
  });
});

describe('pages of a PDF', () => {
  it('are shown as they are printed where something is to be changed, with boxes that lead to the problems', async () => {
    const found = await read('r.pdf', emitPdf(wrong(report)));
    const [issue] = found.issues.filter(({ corrections }) => corrections.length > 0);
    const { place, id } = issue!.corrections[0]!.spot.figure!;
    const markup = page(found);
    const shown = [...markup.matchAll(/<details class="page".*?<\/details>/gs)].map(match => match[0]);
    expect(shown).toHaveLength(found.documents![0]!.pictures!.length);
    const own = shown.find(one => one.includes(`第 ${place.page} 页`))!;
    const png = atob(/data:image\/png;base64,([^"]*)"/.exec(own)![1]!);
    expect(png.slice(1, 4)).toBe('PNG');
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(own)!;
    const [, x, y] = new RegExp(`<a href="#p-${issue!.id}"[^>]*><rect x="([\\d.]+)" y="([\\d.]+)"[^>]*class="wrong"`).exec(own)!;
    expect(Number(x)).toBeCloseTo(place.box![0] - 1.5, 0);
    expect(Number(y)).toBeCloseTo(place.box![1] - 1.5, 0);
    expect(place.box![2]).toBeLessThan(Number(width));
    expect(place.box![3]).toBeLessThan(Number(height));
    expect(markup).toContain(`<mark id="${id}" class="wrong"`);
  });

  it('say what they lack where the file brings no font for its Chinese text', async () => {
    const told = /文件没有带这一页的汉字字体/;
    expect(page(await read('r.pdf', emitPdf(wrong(report))))).toMatch(told);
    const embedded = new Uint8Array(readFileSync(join(import.meta.dirname, '../../../fixtures/readers/pdf/three-pages.pdf')));
    const pages = await drawPages({ file: 'a.pdf', bytes: embedded }, [1]);
    expect(pages.map(({ lacking }) => lacking)).toEqual([undefined]);
  });

  it('are not drawn where nothing is to be changed', async () => {
    const found = await read('r.pdf', emitPdf(report));
    expect(found.documents![0]!.pictures).toBeUndefined();
  });
});
