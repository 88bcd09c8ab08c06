import type { Figure, FormRelation } from '../model/index.ts';

/** What was observed at a figure: it stands where the figure does and takes part alone, unless `said` tells otherwise. */
export function observedAt(
  rule: string,
  figure: Figure,
  said: Pick<FormRelation, 'holds'> & Partial<FormRelation>,
): FormRelation {
  const { place, printed, quote, section, label } = figure;
  return { kind: 'form', rule, place, printed, quote, section, expected: null, figures: [figure], about: label, ...said };
}
