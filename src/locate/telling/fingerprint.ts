import { type Check, digest, type Figure, figuresOf } from '../../model/index.ts';

/**
 * What stays the same about a finding when the report is corrected, moved or laid out anew: its rule and the addresses
 * of its figures in words. Neither numbers nor positions go into it. Findings that are alike even so are counted.
 */
export function fingerprints(year: number | null): (check: Check) => string {
  const seen = new Map<string, number>();
  return check => {
    const hash = digest(addressOf(check, year)).slice(0, 12);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? hash : `${hash}-${count}`;
  };
}

function addressOf({ relation }: Check, year: number | null): string {
  const form = relation.kind === 'form' ? [words(relation.section), words(relation.quote)] : [];
  return [relation.rule, relation.kind, ...form, ...figuresOf(relation).map(figure => figureAddress(figure, year))].join('\n');
}

function figureAddress({ section, label, fact, at }: Figure, year: number | null): string {
  const period = fact.period === null || year === null ? '' : String(fact.period - year);
  const table = at ? [at.table, at.row, at.col] : [];
  return [section, label, fact.indicator ?? '', fact.scope ?? '', fact.measure ?? '', ...table]
    .map(words)
    .concat(period)
    .join('|');
}

/** Without digits and blanks. */
function words(text: string): string {
  return text.replace(/[\d\s０-９.,，%％]/g, '');
}
