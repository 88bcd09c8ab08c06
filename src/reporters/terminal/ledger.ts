import { type Audit, type Check, type Figure, figuresOf, type Unchecked } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';

import { groupBy } from '../parts/group.ts';
import { aroundWords, briefWords } from '../parts/where.ts';
import { displayWidth, hang, pad } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';

/**
 * Every figure, by section: how many decided relations speak of it, by which rules, and which of them fail; or why none does.
 * Then the passages that could not be used, and the rules by name.
 */
export function ledger(audit: Audit, sheet: Sheet): string[] {
  const { lang, paint, width } = sheet;
  const by = checksOf(audit);
  const reasons = new Map(audit.unchecked.map(one => [one.place, one]));
  const sections = groupBy(audit.figures, figure => figure.section);
  const lines = sections.flatMap(figures => {
    const checked = figures.filter(figure => by.has(figure.id)).length;
    const share = say(lang, 'ledger.section', { checked, figures: figures.length });
    const title = `${tidy(figures[0]!.section) || say(lang, 'list.elsewhere')}  ${share}`;
    return [
      '',
      ...hang('', title, width).map(line => paint.underline(line)),
      ...figures.flatMap(figure => {
        const reason = reasons.get(figure.place);
        reasons.delete(figure.place);
        return entry(figure, by.get(figure.id) ?? [], { reason, bounded: audit.bounded.has(figure.id) }, sheet);
      }),
    ];
  });
  const used = new Set([...by.values()].flat().map(check => check.relation.rule));
  return [
    paint.bold(say(lang, 'list.ledger')),
    ...lines,
    ...passages([...reasons.values()], audit, sheet),
    ...names(used, sheet),
    '',
  ];
}

/** Figure id → the decided checks that speak of it. */
function checksOf({ checks }: Audit): ReadonlyMap<string, readonly Check[]> {
  const by = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.verdict === 'undecided') continue;
    for (const id of new Set(figuresOf(check.relation).map(figure => figure.id))) {
      const known = by.get(id);
      if (known) known.push(check);
      else by.set(id, [check]);
    }
  }
  return by;
}

/** Why a figure is not checked, or how weakly. */
interface Known {
  readonly reason: Unchecked | undefined;
  readonly bounded: boolean;
}

/** Columns kept for the number itself. */
const NUMBER = 14;

function entry(figure: Figure, checks: readonly Check[], { reason, bounded }: Known, sheet: Sheet): string[] {
  const { lang, paint, width, finder } = sheet;
  const unit = figure.printed.endsWith(figure.amount.unit) ? '' : figure.amount.unit;
  const where = [tidy(figure.label), briefWords({ ...figure, figure }, finder)].filter(Boolean).join('  ');
  const failing = checks.filter(check => check.verdict === 'fails');
  const words =
    checks.length === 0
      ? [
          reason
            ? say(lang, 'ledger.unchecked', { reason: tidy(say(lang, reason.why, reason.params)) })
            : say(lang, 'list.not-checked'),
        ]
      : [
          say(lang, 'ledger.checked', { count: checks.length, rules: counted(checks) }) +
            (bounded ? say(lang, 'ledger.bounded') : ''),
          ...(failing.length > 0 ? [say(lang, 'ledger.fails', { rules: counted(failing) })] : []),
        ];
  const lead = `  ${pad(tidy(figure.printed + unit), NUMBER, 'left')}  `;
  const text = words.join('  ');
  const colour = checks.length === 0 ? paint.yellow : failing.length > 0 ? paint.red : (line: string) => line;
  // One line where it fits; else the relations stand under the name.
  if (displayWidth(lead) + displayWidth(where) + 2 + displayWidth(text) <= width) return [colour(`${lead}${where}  ${text}`)];
  const under = hang(' '.repeat(displayWidth(lead)), text, width);
  return [...hang(lead, where, width), ...under].map(line => colour(line));
}

/** «SUM-001、TXT-001×2»: rules in the order of the checks. */
function counted(checks: readonly Check[]): string[] {
  return groupBy(checks, check => check.relation.rule).map(same =>
    same.length === 1 ? same[0]!.relation.rule : `${same[0]!.relation.rule}×${same.length}`,
  );
}

function passages(left: readonly Unchecked[], audit: Audit, { lang, paint, width }: Sheet): string[] {
  if (left.length === 0) return [];
  const lines = left.flatMap(({ place, printed, label, why, params }) => {
    const what = [tidy(label), tidy(printed), aroundWords(place, audit, lang)].filter(Boolean).join('  ');
    return hang('  ', `${what}  ${tidy(say(lang, why, params))}`, width).map(line => paint.yellow(line));
  });
  return ['', ...hang('', say(lang, 'ledger.passages'), width).map(line => paint.underline(line)), ...lines];
}

/** The rules that are named, with what they are called. */
function names(used: ReadonlySet<string>, { lang, paint, width, rules }: Sheet): string[] {
  const known = rules.filter(rule => used.has(rule.id));
  if (known.length === 0) return [];
  const lines = known.flatMap(rule => hang(`  ${rule.id}  `, tidy(lang === 'en' ? rule.en.title : rule.title), width));
  return ['', paint.underline(say(lang, 'ledger.rules')), ...lines];
}
