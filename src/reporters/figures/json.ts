import { type Audit, type Figure, formatLike } from '../../model/index.ts';
import { VERSION } from '../json.ts';
import { placeData } from '../parts/data.ts';
import { jsonText } from '../parts/json-text.ts';
import { problemData } from '../parts/problems.ts';
import type { FigureReporter } from './reporter.ts';

export const json: FigureReporter = {
  name: 'json',
  endings: ['.json'],
  render(audits, failures, { lang }) {
    const problems = failures.map(({ file, problem }) => problemData(file, problem, lang));
    const data = { version: VERSION, reports: audits.map(report), ...(problems.length > 0 ? { problems } : {}) };
    return jsonText(data);
  },
};

function report({ file, year, figures, ties }: Audit) {
  return { file, year, figures: figures.map(one => figure(one, ties.get(one.id) ?? 0)) };
}

function figure(one: Figure, checks: number) {
  const { printed, amount, label, fact, place, at, section, quote, derived, stored } = one;
  return {
    printed,
    value: formatLike(amount.value, amount),
    unit: amount.unit,
    kind: amount.kind,
    label,
    ...fact,
    place: placeData(place, at, { section, quote }),
    checks,
    ...(amount.approximate ? { approximate: true } : {}),
    ...(stored ? { stored } : {}),
    ...(derived ? { derived } : {}),
  };
}
