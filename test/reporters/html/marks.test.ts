import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit, equationOf, loadRules } from '../../../src/audit.ts';
import { html } from '../../../src/reporters/html/index.ts';
import { GOOD } from '../../commands/run.ts';
import { OPTIONS } from '../sample.ts';

async function pageOf(file: string, content: string): Promise<string> {
  const found = await audit([{ file, bytes: new TextEncoder().encode(content) }], { documents: true });
  return html.render([found], [], { ...OPTIONS, rules: loadRules().rules, equation: equationOf });
}

describe('the marks of the page', () => {
  it('stand on the figures of a dataset as on those of a text', async () => {
    const dataset = readFileSync(join(import.meta.dirname, '../../../fixtures/2020.yaml'), 'utf8');
    const page = await pageOf('2020.yaml', dataset);
    expect(page).toMatch(/<li>总计 <mark [^>]*class="\w+"[^>]*>614\.56<\/mark>/);
  });

  it('stand on a number, never on a part of a longer one', async () => {
    const text = `${GOOD}\n截至2023年12月31日，单价50万元以上通用设备0台（套），单价100万元以上专用设备1台（套）。`;
    const page = await pageOf('a.txt', text);
    expect(page).toMatch(/单价(?:<mark[^>]*>)?50(?:<\/mark>)?万元以上通用设备<mark [^>]*>0<\/mark>台/);
    expect(page).toMatch(/单价(?:<mark[^>]*>)?100(?:<\/mark>)?万元以上专用设备<mark [^>]*>1<\/mark>台/);
  });

  it('say of a figure that is only noted that it is involved, not that it is to be changed', async () => {
    // The last digit is cut off instead of rounded: innocent, and told as a note.
    const page = await pageOf('a.txt', GOOD.replace('占41.67%', '占41.66%'));
    expect(page).toContain('data-level="note"');
    expect(page).not.toMatch(/<mark id="[^"]*" class="(?:wrong|candidate)"/);
  });
});
