import { audit } from '../../src/audit.ts';
import type { Audit, Finding } from '../../src/model/index.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitText } from '../generator/emit/text.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { isLone } from '../generator/lone.ts';
import { type Mutation, mutate, mutations, SLIPS } from '../generator/mutate.ts';
import { type Random, randomOf } from '../generator/random.ts';
import { type Mark, mapMarks, marksOf, type Report } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';

/** How a generated report becomes a file. A workbook holds the tables alone. */
const FORMATS: Readonly<Record<string, (report: Report) => Uint8Array>> = {
  text: report => new TextEncoder().encode(emitText(report).text),
  docx: report => emitDocx(report),
  xlsx: report => emitXlsx(report),
};

export const formats = Object.keys(FORMATS);

/** What became of one or two figures that were changed at once. */
export interface Outcome {
  readonly report: string;
  readonly kinds: readonly string[];
  readonly facts: readonly string[];
  readonly what: readonly string[];
  /** Something new is found; every changed figure is among the first three suspects of something found. */
  readonly noticed: boolean;
  readonly located: boolean;
  /** The first suspect of some finding is the changed figure, and its value the right one. */
  readonly righted: boolean;
  readonly milliseconds: number;
}

/**
 * Changes figures of generated reports, `at` one time one or two of them, and says what the tool makes of it. A changed
 * figure is known again by what is printed: it is changed to a number that stands nowhere else in the report. Figures that stand
 * alone in the report, by the tool's own account, are left out (see lone.ts).
 */
export async function measure(
  format: string,
  [from, to]: readonly [number, number],
  count: number,
  at: 1 | 2,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const run = (report: Report) => audit([{ file: `report.${format}`, bytes: FORMATS[format]!(report) }]);
  for (let i = from; i < to; i++) {
    const { name, report: whole, accounts } = sample(i);
    const report = format === 'xlsx' ? tablesOnly(whole) : whole;
    if (report.blocks.length === 0) continue;
    const random = randomOf(`measure${i} ${at}`);
    const sound = await run(report);
    const known = new Set(sound.findings.map(keyOf));
    const seen = new Set(marksOf(report).map(mark => mark.printed));
    const isMeant = (one: Mutation) => isPlain(one, seen) && !isLone(one.mark, report, sound);
    const first = mutations(report, accounts, random, count * 8, SLIPS).filter(isMeant);
    for (const one of spread(first, count)) {
      const two = at === 2 ? another(one, accounts, random, isMeant) : undefined;
      if (at === 2 && !two) continue;
      const changed = two ? [one, two] : [one];
      const started = performance.now();
      const result = await run(
        retyped(
          (two ?? one).report,
          changed.map(({ index }) => index),
        ),
      );
      const milliseconds = performance.now() - started;
      const fresh = result.findings.filter(finding => !known.has(keyOf(finding)));
      outcomes.push({
        report: name,
        kinds: changed.map(({ kind }) => kind),
        facts: changed.map(({ mark }) => mark.fact),
        what: changed.map(({ mark, to }) => `${mark.printed} → ${to}`),
        noticed: fresh.length > 0,
        located: changed.every(({ to }) => result.findings.some(finding => namedIn(finding, 3).includes(to))),
        righted: changed.every(({ to, from: right }) => rightedIn(result, to, right)),
        milliseconds,
      });
    }
  }
  return outcomes;
}

const keyOf = (finding: Finding) => `${finding.fingerprint} ${finding.equation}`;

/** Who types another number over a cell leaves nothing of the exact one that was stored there. */
function retyped(report: Report, indices: readonly number[]): Report {
  return mapMarks(report, ({ exact, ...mark }, i) => (exact === undefined || indices.includes(i) ? mark : { ...mark, exact }));
}

/** Known again by what is printed. */
export function isPlain({ to, kind }: Mutation, seen: ReadonlySet<string>): boolean {
  return kind !== 'exchanged' && !seen.has(to) && to.replace(/\D/g, '').length >= 2;
}

/** Every figure of a report is as likely to be taken as any other, wherever it stands. */
function spread(list: readonly Mutation[], count: number): Mutation[] {
  const step = Math.max(1, Math.floor(list.length / count));
  return list.filter((_, i) => i % step === 0).slice(0, count);
}

/** A second change in the report that has been changed already. */
function another(
  one: Mutation,
  accounts: Parameters<typeof mutate>[1],
  random: Random,
  isMeant: (mutation: Mutation) => boolean,
) {
  const marks = marksOf(one.report);
  for (let tries = 0; tries < 60; tries++) {
    const index = random.int(0, marks.length - 1);
    if (index === one.index) continue;
    const two = mutate(one.report, accounts, random.pick(SLIPS), index, random);
    if (two && isMeant(two) && two.to !== one.to) return two;
  }
  return undefined;
}

function namedIn({ suspects, spots }: Finding, most: number): string[] {
  return suspects.slice(0, most).map(suspect => bare(spots[suspect.place]?.printed ?? ''));
}

function rightedIn({ findings }: Audit, to: string, right: string): boolean {
  return findings.some(({ suspects: [best], spots }) => {
    if (!best?.implied || bare(spots[best.place]?.printed ?? '') !== bare(to)) return false;
    return Number(bare(best.implied).replace(/,/g, '')) === Number(bare(right).replace(/,/g, ''));
  });
}

const bare = (printed: string) => printed.replace(/[%％\s]/g, '');

function tablesOnly(report: Report): Report {
  return { ...mapMarks(report, (mark: Mark) => mark), blocks: report.blocks.filter(block => block.kind === 'table') };
}
