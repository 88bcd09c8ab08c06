import { type Audit, type Change, type Diff, decimalsOf, type Edit, type Figure, type Level } from '../../model/index.ts';
import { VERSION } from '../json.ts';
import { placeData } from '../parts/data.ts';
import { jsonText } from '../parts/json-text.ts';
import { phrase } from '../parts/words/finding.ts';
import { written } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';

export const json: DiffReporter = {
  name: 'json',
  endings: ['.json'],
  render(diff, options) {
    return jsonText({ version: VERSION, tool: { name: 'audit', version: options.version }, ...body(diff, options) });
  },
  several(diffs, lone, options) {
    return jsonText({
      version: VERSION,
      tool: { name: 'audit', version: options.version },
      kind: 'several',
      comparisons: diffs.map(diff => body(diff, options)),
      unpaired: lone.map(({ side: which, audit, why }) => ({ side: which, why, ...side(audit) })),
    });
  },
};

function body(diff: Diff, options: DiffOptions) {
  const sides = { before: diff.before ? side(diff.before) : null, after: side(diff.after) };
  if (diff.kind === 'years') {
    return {
      kind: diff.kind,
      ...(diff.plan ? { plan: true } : {}),
      ...sides,
      changes: diff.changes.map(one => change(one, options)),
      unnamed: diff.unnamed,
    };
  }
  const { edits, kept, appeared, vanished } = diff;
  const finding = (one: (typeof appeared)[number]) => ({
    rule: one.rule,
    severity: one.severity,
    message: phrase(one, options.lang),
    fingerprint: one.fingerprint,
    places: one.spots.map(({ place, printed, figure }) => ({ printed, ...placeData(place, figure?.at) })),
  });
  return {
    kind: diff.kind,
    ...sides,
    edits: edits.map(edit),
    kept,
    appeared: appeared.map(finding),
    vanished: vanished.map(finding),
  };
}

function side({ file, entity, year }: Audit) {
  return { file, entity, year };
}

function change(one: Change, { equation }: DiffOptions) {
  const { kinship, name, formerly, code, section, indicator, scope, measure, before, after, difference, rate, stated, verdict } =
    one;
  const { amount } = (after ?? before)!;
  const text = written(one);
  return {
    kinship,
    name,
    formerly,
    code,
    section,
    table: one.table,
    indicator,
    scope,
    measure,
    unit: amount.unit,
    before: before && value(before),
    after: after && value(after),
    difference: difference && text.difference.replace('+', ''),
    rate: rate?.toFixed(2) ?? null,
    stated: stated.map(({ direction, change, rate, previous }) => ({
      direction,
      change: change && figure(change),
      rate: rate && figure(rate),
      previous: previous && figure(previous),
    })),
    verdict,
    checks: one.checks.map(check => ({ rule: check.relation.rule, verdict: check.verdict, equation: equation(check) })),
  };
}

function value({ value: level, amount, figures, source }: Level) {
  return {
    value: level.div(amount.factor).toFixed(decimalsOf(amount)),
    unit: amount.unit,
    source,
    places: figures.map(({ printed, place, at }) => ({ printed, ...placeData(place, at) })),
  };
}

function figure({ printed, amount, place, at }: Figure) {
  return { printed, unit: amount.unit, place: placeData(place, at) };
}

function edit({ kind, before, after }: Edit) {
  const one = (side: Figure | null) => side && { label: side.label, section: side.section, ...figure(side) };
  return { kind, before: one(before), after: one(after) };
}
