import { audit } from '../../src/audit.ts';
import type { Finding } from '../../src/model/index.ts';
import { emitText } from '../generator/emit/text.ts';
import { isLone } from '../generator/lone.ts';
import { type Mutation, mutate, SLIPS } from '../generator/mutate.ts';
import { randomOf } from '../generator/random.ts';
import { marksOf, type Report } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { isPlain } from './measure.ts';

/** What became of a report with several mistakes. */
export interface Planted {
  readonly report: string;
  /** What was planted, and whether a finding points at it and names it among its first three suspects. */
  readonly mistakes: readonly { readonly what: string; readonly noticed: boolean; readonly located: boolean }[];
  readonly causes: number;
  /** Causes for which one figure, and no other, is told to be the likeliest; those that accuse a figure which is right. */
  readonly accusations: number;
  readonly innocent: readonly string[];
  readonly milliseconds: number;
}

/** Plants three to eight mistakes, each of another kind, in each generated report, and says what the tool makes of it. */
export async function planted(from: number, to: number): Promise<Planted[]> {
  const results: Planted[] = [];
  const run = (report: Report) => audit([{ file: 'report.txt', bytes: new TextEncoder().encode(emitText(report).text) }]);
  for (let i = from; i < to; i++) {
    const { name, report, accounts } = sample(i);
    const random = randomOf(`planted${i}`);
    const sound = await run(report);
    const known = new Set(sound.findings.map(finding => `${finding.fingerprint} ${finding.equation}`));
    const seen = new Set(marksOf(report).map(mark => mark.printed));
    const done: Mutation[] = [];
    const wanted = random.int(3, 8);
    const kinds = random.shuffle(SLIPS.filter(kind => kind !== 'exchanged'));
    for (let tries = 0; done.length < wanted && tries < 400; tries++) {
      const current = done.at(-1)?.report ?? report;
      const index = random.int(0, seen.size - 1);
      const one = mutate(current, accounts, kinds[(done.length + tries) % kinds.length]!, index, random);
      if (!one || done.some(other => other.index === index || other.kind === one.kind)) continue;
      if (!isPlain(one, seen) || isLone(one.mark, report, sound)) continue;
      seen.add(one.to);
      done.push(one);
    }
    const started = performance.now();
    const { findings } = await run(done.at(-1)?.report ?? report);
    const milliseconds = performance.now() - started;
    const fresh = findings.filter(
      finding => !known.has(`${finding.fingerprint} ${finding.equation}`) && finding.severity !== 'note',
    );
    const wrong = new Set(done.map(({ to }) => bare(to)));
    const accused = [...new Map(fresh.map(finding => [finding.cause, finding])).values()].filter(isSure);
    results.push({
      report: name,
      mistakes: done.map(({ to, from: right, mark, kind }) => ({
        what: `${kind} ${mark.fact} ${right} → ${to}`,
        noticed: fresh.some(({ spots }) => spots.some(({ printed }) => bare(printed ?? '') === bare(to))),
        located: fresh.some(finding => suspectsOf(finding).slice(0, 3).includes(bare(to))),
      })),
      causes: new Set(fresh.map(({ cause }) => cause)).size,
      accusations: accused.length,
      innocent: accused
        .filter(finding => !wrong.has(suspectsOf(finding)[0]!))
        .map(
          finding => `${finding.rule} ${finding.equation} accuses ${suspectsOf(finding)[0]} → ${finding.suspects[0]!.implied}`,
        ),
      milliseconds,
    });
  }
  return results;
}

/** Whether one figure is told to be the likeliest. */
const isSure = ({ suspects, params }: Finding) => suspects.length > 0 && Number(params.tied ?? 1) < 2;
const suspectsOf = ({ suspects, spots }: Finding) => suspects.map(({ place }) => bare(spots[place]?.printed ?? ''));
const bare = (printed: string) => printed.replace(/[%％\s]/g, '');
