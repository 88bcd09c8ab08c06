import { audit } from '../../src/audit.ts';
import type { Audit, Finding, Severity } from '../../src/model/index.ts';

/** «516.82{SUM-001 !}»: behind the number (or the words) that the finding of this rule must speak of. */
export interface Mark {
  readonly rule: string;
  readonly severity: Severity;
  /** 1-based line and the offset of the mark in its line, both in the text without marks. */
  readonly line: number;
  readonly offset: number;
}

/** One half of a fixture: a report of a few lines, and what must be found in it. */
export interface Part {
  readonly text: string;
  /** As written, with its marks. */
  readonly source: string;
  readonly marks: readonly Mark[];
}

export interface Fixture {
  readonly title: string;
  /** The half in which the rule is broken; absent for rules that are told only where they hold. */
  readonly broken: Part | null;
  readonly sound: Part;
}

const SIGNS: Readonly<Record<string, Severity>> = { '!': 'error', '?': 'warning', '~': 'note' };
const MARK = /\{([A-Z]{3}-\d{3}) ([!?~])\}/g;

/** Reads fixtures/rules/<ID>.txt: a title, then «==== 不成立 ====» and «==== 成立 ====» with a report each. */
export function parseFixture(source: string): Fixture {
  const [title = '', ...rest] = source.split(/^==== (不成立|成立) ====\n/m);
  const parts = new Map<string, Part>();
  for (let i = 0; i < rest.length; i += 2) parts.set(rest[i]!, partOf(rest[i + 1]!));
  const sound = parts.get('成立');
  if (!sound || parts.size * 2 !== rest.length) throw new Error(`needs one part 成立, and at most one 不成立: ${title}`);
  return { title: title.trim(), broken: parts.get('不成立') ?? null, sound };
}

function partOf(source: string): Part {
  const marks: Mark[] = [];
  const lines = source.split('\n').map((line, i) => {
    let removed = 0;
    return line.replace(MARK, (mark, rule: string, sign: string, at: number) => {
      marks.push({ rule, severity: SIGNS[sign]!, line: i + 1, offset: at - removed });
      removed += mark.length;
      return '';
    });
  });
  return { text: lines.join('\n'), source, marks };
}

export const auditText = (text: string): Promise<Audit> => audit([{ file: 'report.txt', bytes: new TextEncoder().encode(text) }]);

/** Whether a finding is the one a mark asks for: its rule, its severity, and a passage that ends where the mark stands. */
export function isMarked(finding: Finding, mark: Mark): boolean {
  const ends = finding.spots.some(
    ({ place }) => place.line === mark.line && (place.column ?? 0) - 1 + (place.length ?? 0) === mark.offset,
  );
  return finding.rule === mark.rule && finding.severity === mark.severity && ends;
}

/** Marks nothing was found for, and findings nothing is marked for, in words. */
export function differences(findings: readonly Finding[], { marks, text }: Part): string[] {
  const open = [...marks];
  const surplus: string[] = [];
  for (const finding of findings) {
    const at = open.findIndex(mark => isMarked(finding, mark));
    if (at >= 0) open.splice(at, 1);
    else surplus.push(`not marked: ${finding.rule} ${finding.severity} ${finding.equation ?? finding.spots[0]?.printed ?? ''}`);
  }
  const lines = text.split('\n');
  const missing = open.map(({ rule, line, offset }) => `not found: ${rule} at «${lines[line - 1]!.slice(0, offset).slice(-20)}»`);
  return [...missing, ...surplus];
}
