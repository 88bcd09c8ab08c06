import { audit } from '../../src/audit.ts';
import type { Audit, Finding } from '../../src/model/index.ts';
import { type Accounts, makeAccounts } from './accounts.ts';
import { emitText, type Spot } from './emit/text.ts';
import { isLone } from './lone.ts';
import { mutations, SLIPS } from './mutate.ts';
import { writeReport } from './narrative/index.ts';
import { mixedStyle, type Style } from './narrative/style.ts';
import { STYLES } from './narrative/styles.ts';
import { randomOf } from './random.ts';
import type { Report } from './report.ts';

/** One generated report: the styles by name first, then drawn ones. Every third has tails, every fifth is large. */
export function sample(i: number): { name: string; accounts: Accounts; style: Style; report: Report } {
  const named = Object.values(STYLES);
  const style: Style = named[i] ?? mixedStyle(randomOf(`sample${i}`));
  const accounts = makeAccounts(`sample${i}`, { tails: i % 3 === 2, size: i % 5 === 4 ? 'large' : 'small' });
  return { name: `${style.name}-${i}`, accounts, style, report: writeReport(accounts, style, i) };
}

const auditText = (text: string): Promise<Audit> => audit([{ file: 'report.txt', bytes: new TextEncoder().encode(text) }]);

/** What the tool said about a report in which nothing is wrong. */
export interface Alarm {
  readonly report: string;
  readonly rule: string;
  readonly severity: string;
  readonly equation: string | null;
  /** The sentences or cells that the finding points at, around the figure. */
  readonly quotes: readonly string[];
}

export interface Quiet {
  readonly report: string;
  readonly alarms: readonly Alarm[];
  readonly figures: number;
  readonly checked: number;
  /** Marked figures of the report that the tool did not read, with what stands around them. */
  readonly unread: readonly string[];
  readonly marked: number;
}

const around = (line: string, column: number, entity = '') =>
  line
    .slice(Math.max(0, column - 50), column + 30)
    .replace(/\t/g, '→')
    .replaceAll(entity || '\0', '某部门');

/** Audits reports that hold: whatever is found (notes left out) is a false alarm. */
export async function quiet(from: number, to: number): Promise<Quiet[]> {
  const results: Quiet[] = [];
  for (let i = from; i < to; i++) {
    const { name, report } = sample(i);
    const { text, spots } = emitText(report);
    const lines = text.split('\n');
    const result = await auditText(text);
    const alarms = result.findings
      .filter(finding => finding.severity !== 'note')
      .map(finding => ({
        report: name,
        rule: finding.rule,
        severity: finding.severity,
        equation: finding.equation,
        quotes: placesOf(finding).map(({ line, column }) => around(lines[line - 1] ?? '', column, report.entity)),
      }));
    const read = new Set(result.figures.map(figure => `${figure.place.line}:${figure.place.column}`));
    const unread = spots
      .filter(spot => !read.has(`${spot.line}:${spot.column}`))
      .map(spot => `${spot.mark.fact} ${around(lines[spot.line - 1]!, spot.column)}`);
    results.push({
      report: name,
      alarms,
      figures: result.figures.length,
      checked: result.summary.checked,
      unread,
      marked: spots.length,
    });
  }
  return results;
}

function placesOf(finding: Finding): { line: number; column: number }[] {
  return finding.spots.map(spot => ({ line: spot.place.line ?? 0, column: spot.place.column ?? 0 }));
}

/** What became of one changed figure. */
export interface Outcome {
  readonly report: string;
  readonly kind: string;
  readonly fact: string;
  readonly where: 'narrative' | 'table';
  readonly noticed: boolean;
  /** Nothing else of the report speaks of it, and the tool says so (see lone.ts). */
  readonly lone: boolean;
  readonly located: boolean;
  readonly quote: string;
  readonly from: string;
  readonly to: string;
}

const key = (finding: Finding) => `${finding.rule}|${placesOf(finding).map(({ line, column }) => `${line}:${column}`)}`;

/** Changes `count` figures of each report, one at a time: is there a new finding, and is the figure among its first three suspects? */
export async function changed(from: number, to: number, count: number): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let i = from; i < to; i++) {
    const { name, report, accounts } = sample(i);
    const sound = await auditText(emitText(report).text);
    const before = new Set(sound.findings.map(key));
    for (const mutation of mutations(report, accounts, randomOf(`changed${i}`), count, SLIPS)) {
      const { text, spots } = emitText(mutation.report);
      const spot = spotOf(mutation.report, spots, mutation.index);
      const result = await auditText(text);
      const at = (place: { line?: number; column?: number }) => place.line === spot.line && place.column === spot.column;
      const fresh = result.findings.filter(finding => !before.has(key(finding)) || finding.spots.some(one => at(one.place)));
      const located = fresh.some(finding =>
        finding.suspects.slice(0, 3).some(suspect => at(finding.spots[suspect.place]?.place ?? {})),
      );
      const line = text.split('\n')[spot.line - 1]!;
      outcomes.push({
        report: name,
        kind: mutation.kind,
        fact: mutation.mark.fact,
        where: line.startsWith('\t') ? 'table' : 'narrative',
        noticed: fresh.length > 0,
        lone: isLone(mutation.mark, report, sound),
        located,
        quote: around(line, spot.column),
        from: mutation.from,
        to: mutation.to,
      });
    }
  }
  return outcomes;
}

/** The spot of the nth figure in reading order; a chart's figures stand at the end of the text but are counted in their place. */
function spotOf(report: Report, spots: readonly Spot[], index: number): Spot {
  const order = report.blocks.flatMap(block => {
    if (block.kind === 'chart') return block.points.map(point => point.value);
    const inlines = block.kind === 'table' ? block.cells.map(cell => cell.inline) : [block.inline];
    return inlines.flatMap(inline => inline.flatMap(piece => (typeof piece === 'string' ? [] : [piece])));
  });
  return spots.find(spot => spot.mark === order[index])!;
}
