import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { parseConfig } from '../../src/config/index.ts';
import { type Input, moneyFactor, Problem } from '../../src/model/index.ts';
import { docx, p } from '../readers/make/docx.ts';

/** What every object of the language has, whether a table of the program names it or not. */
const INHERITED = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__'];
const utf8 = (text: string) => new TextEncoder().encode(text);

/** How a run ends: with an audit, or with a Problem; anything else is a defect and thrown. */
async function ends(input: Input): Promise<string> {
  try {
    await audit([input]);
    return 'audited';
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
}

describe.each(INHERITED)('the word %s', name => {
  it('is no unit of money', () => expect(moneyFactor(name)).toBeUndefined());

  it('is no unit, key, entity or direction of a dataset', async () => {
    for (const text of [
      `年度: 2023\n单位: 某某馆\n金额单位: ${name}\n收入:\n  合计: 3.00\n`,
      `年度: 2023\n单位: 某某馆\n金额单位: 万元\n${name}:\n  合计: 3.00\n`,
      `年度: 2023\n单位: 某某馆\n金额单位: 万元\n收入:\n  ${name}: 3.00\n  合计: 3.00\n`,
      `年度: 2023\n单位: 某某馆\n金额单位: 万元\n支出:\n  合计: {决算: 3.00, 较上年: ${name}}\n`,
    ])
      expect(await ends({ file: 'd.yaml', bytes: utf8(text) })).not.toBe('');
  });

  it('is no way to count, no element of Word that is a sign', async () => {
    const item = p(
      '<w:r><w:t>本年收入合计 3.00 万元。</w:t></w:r>',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    );
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${name}"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`;
    const sign = p(`<w:r><w:${name}>x</w:${name}><w:t>本年支出合计 3.00 万元。</w:t></w:r>`);
    expect(await ends({ file: 'n.docx', bytes: docx(item + sign, { numbering }) })).toBe('audited');
  });

  it('is no table heading, no name of a row, no attribute of a page', async () => {
    const html = `<html><body><ol type="${name}"><li>本年收入合计 3.00 万元。</ol><table type="${name}"><${name}></${name}><tr><td>项目<td>${name}<tr><td>${name}<td>3.00<tr><td>合计<td>3.00</table></body></html>`;
    expect(await ends({ file: 'n.html', bytes: utf8(html) })).toBe('audited');
    const csv = `收入支出决算总表,,,单位：${name}\n项目,决算数,项目,${name}\n${name},3.00,${name},3.00\n总计,3.00,总计,3.00\n`;
    expect(await ends({ file: 'n.csv', bytes: utf8(csv) })).toBe('audited');
    const text = `${name}2023年度部门决算\n2023年度本年支出合计3.00万元，其中：${name}2.00万元，占${name}；项目支出1.00万元。\n`;
    expect(await ends({ file: 'n.txt', bytes: utf8(text) })).toBe('audited');
  });

  it('is no rule whose severity could be set', () => {
    const code = (text: string) => {
      try {
        parseConfig({ file: 'audit.yaml', text }, ['SUM-001']);
        return 'accepted';
      } catch (error) {
        return (error as Problem).code;
      }
    };
    expect(code(`severity: {${name}: note}`)).toMatch(/^config\./);
    expect(code(`${name}: note`)).toMatch(/^config\./);
  });
});
