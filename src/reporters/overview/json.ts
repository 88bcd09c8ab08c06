import type { DistrictSum, Unit } from '../../model/index.ts';
import { VERSION } from '../json.ts';
import { jsonText } from '../parts/json-text.ts';
import { skippedTold } from '../parts/open.ts';
import { problemData } from '../parts/problems.ts';
import { factWords, sidesOf } from './parts.ts';
import type { OverviewReporter } from './reporter.ts';

/** The same for scripts; audit schema overview describes it. */
export const json: OverviewReporter = {
  name: 'json',
  endings: ['.json'],
  render({ units, failures, skipped, rules, slips, sums }, { lang, version }) {
    return jsonText({
      version: VERSION,
      tool: { name: 'audit', version },
      units: units.map(unitData),
      rules,
      slips,
      sums: sums.map(sumData),
      problems: failures.map(({ file, problem }) => problemData(file, problem, lang)),
      unread: skippedTold(skipped, lang).map(({ file, message }) => ({ file, why: message })),
    });
  },
};

function unitData({ largest, isBarren, errors, warnings, ...unit }: Unit) {
  const gulf = largest && { value: largest.printed.replace(/^[-−+]/, '').replaceAll(',', ''), unit: largest.unit };
  return { ...unit, problems: errors + warnings, errors, warnings, judged: !isBarren, largest: gulf };
}

function sumData(one: DistrictSum) {
  const { fact, unit, check, units, lacking, nested, isWhole } = one;
  const { stated, sum, difference } = sidesOf(one);
  const none = (text: string) => (text === '' ? null : text);
  const sides = { stated, sum: none(sum), difference: none(difference), unit };
  return { about: factWords(one), ...fact, ...sides, verdict: check.verdict, units, lacking, nested, complete: isWhole };
}
