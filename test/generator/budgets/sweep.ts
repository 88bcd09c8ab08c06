import { audit } from '../../../src/audit.ts';
import type { Audit, Finding } from '../../../src/model/index.ts';
import type { Accounts } from '../accounts.ts';
import { emitDocx } from '../emit/docx.ts';
import { emitHtml } from '../emit/html.ts';
import { emitPdf } from '../emit/pdf.ts';
import { emitXlsx } from '../emit/xlsx.ts';
import { isLone } from '../lone.ts';
import { mutations, SLIPS } from '../mutate.ts';
import { randomOf } from '../random.ts';
import { type Mark, marksOf, type Report } from '../report.ts';
import { FORMS, type FormName, makeBudget, writeBudget } from './index.ts';

const EMIT = {
  html: (report: Report) => new TextEncoder().encode(emitHtml(report)),
  docx: (report: Report) => emitDocx(report),
  xlsx: (report: Report) => emitXlsx(report),
  pdf: (report: Report) => emitPdf(report),
} as const;
const FORMATS = Object.keys(EMIT) as (keyof typeof EMIT)[];
const NAMES = Object.keys(FORMS) as FormName[];

export interface Sample {
  readonly name: string;
  readonly budget: Accounts;
  readonly report: Report;
  readonly run: (report: Report) => Promise<Audit>;
}

/** One generated budget in one of the forms and one of the formats. Each form meets each format; every fifth is large. */
export function budgetSample(i: number): Sample {
  const form = NAMES[i % NAMES.length]!;
  const format = FORMATS[Math.floor(i / NAMES.length) % FORMATS.length]!;
  const budget = makeBudget(`budget${i}`, {
    size: i % 5 === 4 ? 'large' : 'small',
    decimals: form === 'shanghai' ? 4 : 2,
    ...(form === 'shanghai' ? { carries: false } : {}),
  });
  const whole = writeBudget(budget, form, i);
  const report = format === 'xlsx' ? { ...whole, blocks: whole.blocks.filter(block => block.kind === 'table') } : whole;
  const run = (one: Report) => audit([{ file: `${whole.title}.${format}`, bytes: EMIT[format](one) }]);
  return { name: `${form}-${format}-${i}`, budget, report, run };
}

/** What was said of a budget in which nothing is wrong, and how much of it was read. */
export interface Quiet {
  readonly name: string;
  readonly kind: string;
  readonly alarms: readonly { readonly rule: string; readonly text: string }[];
  readonly figures: number;
  readonly checked: number;
  readonly marked: number;
}

export async function quiet(from: number, to: number): Promise<Quiet[]> {
  const results: Quiet[] = [];
  for (let i = from; i < to; i++) {
    const { name, report, run } = budgetSample(i);
    const result = await run(report);
    results.push({
      name,
      kind: result.kind,
      alarms: result.findings
        .filter(finding => finding.severity !== 'note')
        .map(finding => ({ rule: finding.rule, text: `${finding.equation ?? ''} ${quotesOf(finding)}` })),
      figures: result.figures.length,
      checked: result.summary.checked,
      marked: marksOf(report).length,
    });
  }
  return results;
}

const quotesOf = ({ spots }: Finding) => spots.map(spot => `${spot.label}=${spot.printed}`).join(' | ');

/** What became of one changed figure; `lone`: nothing else of the budget speaks of it, and the tool says so. */
export interface Outcome {
  readonly name: string;
  readonly kind: string;
  readonly fact: string;
  readonly what: string;
  readonly lone: boolean;
  readonly noticed: boolean;
  readonly located: boolean;
}

/** Changes figures of each budget, one at a time, into numbers that stand nowhere else in it: by them they are known again. */
export async function changed(from: number, to: number, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let i = from; i < to; i++) {
    const { name, report, budget, run } = budgetSample(i);
    const sound = await run(report);
    const known = new Set(sound.findings.map(keyOf));
    const seen = new Set(marksOf(report).map(mark => mark.printed));
    const all = mutations(report, budget, randomOf(`changed${i}`), count * 6, SLIPS).filter(
      one => one.kind !== 'exchanged' && !seen.has(one.to) && one.to.replace(/\D/g, '').length >= 2,
    );
    for (const one of all.slice(0, count)) {
      const { findings } = await run(one.report);
      const fresh = findings.filter(finding => !known.has(keyOf(finding)));
      const located = findings.some(({ suspects, spots }) =>
        suspects.slice(0, 3).some(suspect => bare(spots[suspect.place]?.printed ?? '') === bare(one.to)),
      );
      outcomes.push({
        name,
        kind: one.kind,
        fact: one.mark.fact,
        what: `${one.from} → ${one.to}`,
        lone: isLone(one.mark, report, sound) || isChangeAlone(one.mark, marksOf(report), report.year),
        noticed: fresh.length > 0,
        located,
      });
    }
  }
  return outcomes;
}

const keyOf = (finding: Finding) => `${finding.fingerprint} ${finding.equation}`;
/** A number, however a format prints it. */
const bare = (printed: string) => Number(printed.replace(/[%％\s,]/g, ''));

/** «增加 3.00 万元» without its rate or last year's amount. */
function isChangeAlone({ fact }: Mark, marks: readonly Mark[], year: number): boolean {
  const [head, ...address] = fact.split('/');
  const beside = [`growth/${address.join('/')}`, `${year - 1}/${address.join('/')}`];
  return head === 'change' && !marks.some(mark => beside.includes(mark.fact));
}
