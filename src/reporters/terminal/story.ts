import { Chalk } from 'chalk';
import type { Audit, Finding, Rule, Story, Turn } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { shortIds } from '../parts/ids.ts';
import { evenSuspects, impliedWords } from '../parts/suspects.ts';
import { finderOf, whereWords } from '../parts/where.ts';
import { displayWidth, hang } from '../parts/width.ts';
import { phrase } from '../parts/words/finding.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { mark, oneLine, places } from './findings.ts';
import { heading, type Sheet } from './sheet.ts';
import { suspectLines } from './suspects.ts';

export interface StoryOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly color: boolean;
  readonly rules: readonly Rule[];
  /** What would follow if the nth suspect were set right. */
  readonly story: (nth: number) => Story | null;
}

/**
 * The whole story of one finding, for `audit explain FILE#id`: what does not hold and where, which figure is likely wrong,
 * the equations before and after the change, what else would move, and the other findings of the same cause.
 */
export function tellFinding(audit: Audit, finding: Finding, { story, ...options }: StoryOptions): string {
  const paint = new Chalk({ level: options.color ? 1 : 0 });
  const finder = finderOf(audit, options.lang);
  const more = { version: '', all: true, ledger: false, quiet: false, bom: false, equation: () => null };
  const sheet: Sheet = { ...more, ...options, paint, named: finder.named, finder, ids: shortIds([audit]), tight: false };
  const lines = [
    ...heading(audit, sheet),
    '',
    ...told(finding, sheet),
    ...section('story.places', places(finding, sheet, options.width - 2), sheet),
    ...ruleLines(finding, sheet),
    ...section('story.suspects', suspectLines(finding, sheet, options.width - 2), sheet),
    ...evenSuspects(finding).flatMap((_, nth) => storyLines(finding, nth, story(nth), sheet)),
    ...causeLines(audit, finding, sheet),
  ];
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`;
}

function told(finding: Finding, sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const label = `${say(lang, `severity.${finding.severity}`)}  `;
  const equation = finding.equation === null ? [] : hang(' '.repeat(displayWidth(label)), tidy(finding.equation), width);
  return [
    ...hang(label, `${tidy(phrase(finding, lang))} ${mark(finding, sheet)}`, width),
    ...equation.map(line => paint.bold(line)),
  ];
}

function section(code: string, lines: readonly string[], { lang, paint }: Sheet): string[] {
  return lines.length === 0 ? [] : ['', paint.bold(say(lang, code)), ...lines.map(line => `  ${line}`)];
}

/** What must hold, and what to do when it does not. */
function ruleLines(finding: Finding, sheet: Sheet): string[] {
  const rule = sheet.rules.find(one => one.id === finding.rule);
  if (!rule) return [];
  const { must, fix } = sheet.lang === 'en' ? rule.en : rule;
  const inner = sheet.width - 2;
  return [
    ...section('rules.must', hang('', tidy(must), inner), sheet),
    ...(fix === '' ? [] : section('rules.fix', hang('', tidy(fix), inner), sheet)),
  ];
}

/** Columns of turns that are told before the rest is counted: what does not change its verdict is less telling. */
const QUIET = 6;

function storyLines(finding: Finding, nth: number, story: Story | null, sheet: Sheet): string[] {
  if (!story) return [];
  const { lang, width, paint, finder } = sheet;
  const changes = story.changes.map(({ figure, implied }, i) =>
    say(lang, 'story.change', {
      place: whereWords({ ...figure, figure }, finder),
      printed: tidy(figure.printed),
      implied: i === 0 ? impliedWords(finding, finding.suspects[nth]!) : implied,
    }),
  );
  const title = say(lang, 'story.if', { changes });
  const groups = [
    ['story.mended', story.mended, paint.green],
    ['story.broken', story.broken, paint.red],
    ['story.moved', story.moved, paint.dim],
  ] as const;
  return [
    '',
    ...hang('', title, width).map(line => paint.bold(line)),
    ...groups.flatMap(([code, turns, colour]) => {
      if (turns.length === 0) return [];
      const shown = code === 'story.moved' ? turns.slice(0, QUIET) : turns;
      const left = turns.length - shown.length;
      return [
        `  ${colour(say(lang, code, { count: turns.length }))}`,
        ...shown.flatMap(turn => turnLines(turn, sheet)),
        ...(left > 0 ? [`    ${say(lang, 'list.more', { count: left })}`] : []),
      ];
    }),
  ];
}

/** One relation before and after; what has no equation is told by what it is about. */
function turnLines({ check, before, after }: Turn, { lang, width }: Sheet): string[] {
  const { about, rule } = check.relation;
  const rows = [
    [say(lang, 'story.before'), before],
    [say(lang, 'story.after'), after],
  ] as const;
  return [
    ...hang('    - ', `${tidy(about)} ${rule}`.trim(), width),
    ...rows.flatMap(([label, text]) => (text === null ? [] : hang(`      ${label} `, tidy(text), width))),
  ];
}

/** What else has the same cause. */
function causeLines({ findings }: Audit, finding: Finding, sheet: Sheet): string[] {
  const others = findings.filter(other => other !== finding && other.cause === finding.cause);
  const lines = others.flatMap(other => hang('- ', `${oneLine(other, sheet)} ${mark(other, sheet)}`, sheet.width - 2));
  return section('story.cause', lines, sheet);
}
