import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeAccounts } from './accounts.ts';
import { emitDocx } from './emit/docx.ts';
import { emitText } from './emit/text.ts';
import { emitXlsx } from './emit/xlsx.ts';
import { mayStandAlone } from './lone.ts';
import { mutations } from './mutate.ts';
import { writeReport } from './narrative/index.ts';
import { mixedStyle } from './narrative/style.ts';
import { randomOf } from './random.ts';

/** What a district hands in: where each report lies, which of them have a mistake, which are no files that can be read. */
export interface District {
  readonly reports: readonly string[];
  readonly planted: readonly string[];
  readonly damaged: readonly string[];
}

/**
 * Writes so many units' reports into a folder: every twentieth with a planted mistake, every hundredth a damaged file, every tenth in
 * a folder of its own with its tables beside it. The same count gives the same bytes.
 */
export function writeDistrict(folder: string, count: number): District {
  const planted: string[] = [];
  const damaged: string[] = [];
  const reports = Array.from({ length: count }, (_, i) => {
    const accounts = makeAccounts(`district${i}`, { size: 'small' });
    const random = randomOf(`district${i}`);
    const sound = writeReport(accounts, mixedStyle(random), i);
    const wrong = i % 20 === 3 ? mutations(sound, accounts, random, 20).find(one => !mayStandAlone(one.mark, sound)) : undefined;
    const report = wrong?.report ?? sound;
    const name = String(i).padStart(4, '0');
    const file = i % 10 === 5 ? `单位${name}/说明.docx` : i % 3 === 0 ? `单位${name}.txt` : `单位${name}.docx`;
    const bytes = file.endsWith('.txt') ? new TextEncoder().encode(emitText(report).text) : emitDocx(report);
    const isDamaged = i % 100 === 7;
    // Of another length each: files that are alike are audited once.
    write(join(folder, file), isDamaged ? bytes.subarray(0, 100 + (file.endsWith('.docx') ? i : 0)) : bytes);
    if (i % 10 === 5) write(join(folder, `单位${name}/报表.xlsx`), emitXlsx(report));
    if (isDamaged) damaged.push(file);
    else if (wrong) planted.push(file);
    return file;
  });
  return { reports, planted, damaged };
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
