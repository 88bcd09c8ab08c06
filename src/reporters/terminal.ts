import type { Audit } from '../model/index.ts';
import type { Reporter, ReporterOptions } from './index.ts';
import { tidy } from './parts/clean.ts';
import { placeWords } from './parts/places.ts';
import { phrase } from './parts/words/finding.ts';

export const terminal: Reporter = {
  name: 'terminal',
  render: (audits, _failures, options) =>
    audits
      .flatMap(audit => report(audit, options))
      .join('\n')
      .concat('\n'),
};

function report(audit: Audit, { lang }: ReporterOptions): string[] {
  const { summary } = audit;
  return [
    audit.file,
    ...audit.findings.map(
      one =>
        `${one.severity} ${one.rule} ${tidy(phrase(one, lang))} ${placeWords(one.spots[0]?.place ?? {}, lang)} ${one.equation}`,
    ),
    `成立 ${summary.holds} · 舍入内 ${summary.rounding} · 不成立 ${summary.fails} · 未能判断 ${summary.undecided}`,
  ];
}
