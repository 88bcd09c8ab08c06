import { describe, expect, it } from 'vitest';
import { audit, equationOf } from '../../src/audit.ts';
import { reporters } from '../../src/reporters/index.ts';
import { inert } from '../../src/reporters/parts/clean.ts';
import { OPTIONS } from '../reporters/sample.ts';

/** What makes a terminal do something, or turns what is read: escapes, bells, page feeds, C1, marks of direction. */
const NASTY = '\u001b[2J\u001b]0;x\u0007\u009b31m\u000b\u000c\u202e\u2066\u061c\u200e';
const FOUND = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const page = `<html><body><h1>清江县文化馆${NASTY}2023年度部门决算</h1>
<table><caption>收入支出决算总表 单位：万元</caption><tr><td>项目${NASTY}<td>决算${NASTY}数<td>项目<td>决算${NASTY}数
<tr><td>一、一般公共预算财政拨款收入<td>100.00<td>一、一般公共服务支出<td>100.00
<tr><td>八、其他收入<td>2.00<td>二、外交支出<td>见附${NASTY}件
<tr><td>本年收入合计<td>103.00<td>本年支出合计<td>102.00</table>
<p>2023年度${NASTY}本年收入合计103.00万元，其中：${NASTY}其他收入2.50万元，占2.4%。</p></body></html>`;

describe('what acts on a terminal or turns the reading direction', () => {
  it.each(reporters.map(one => one.name))('never comes out of a report by way of %s, whatever is asked for', async name => {
    const audited = await audit([{ file: `报告${NASTY}.html`, bytes: new TextEncoder().encode(page) }], { documents: true });
    expect(audited.findings.length).toBeGreaterThan(0);
    const reporter = reporters.find(one => one.name === name)!;
    for (const lang of ['zh', 'en'] as const)
      for (const all of [true, false]) {
        const options = { ...OPTIONS, lang, all, ledger: true, equation: equationOf };
        const rendered = await reporter.render([audited], [], options);
        const shown = typeof rendered === 'string' ? rendered : new TextDecoder().decode(rendered as Uint8Array);
        expect(FOUND.exec(shown)?.[0]).toBeUndefined();
        expect(FOUND.exec(inert(shown))?.[0]).toBeUndefined();
      }
  });

  it('is taken from whole output as well, the tool’s own colours left', () => {
    expect(inert(`\u001b[31m红\u001b[39m\t${NASTY}\n`)).toBe('\u001b[31m红\u001b[39m\t[2J]0;x31m\n');
  });
});
