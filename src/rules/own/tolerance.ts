import { Big, moneyFactor } from '../../model/index.ts';

/** How far the two sides of a rule may be apart: as the printed digits explain, by so much (元), or by so much of the left side. */
export type Tolerance = 'digits' | { readonly by: Big } | { readonly share: Big };

/** What can be written, for people: the first is what holds where nothing is said. */
export const TOLERANCES: readonly string[] = ['尾差以内', '一分不差', '相差 1 万元以内', '相差 5% 以内'];

/** «尾差以内», «一分不差», «相差 0.5 万元以内», «相差 5% 以内»; undefined for anything else. */
export function parseTolerance(words: string): Tolerance | undefined {
  const said = words.replace(/\s/g, '');
  if (/^(?:允许)?尾差(?:以内)?$/.test(said)) return 'digits';
  if (/^(?:一分不差|完全相等|不许有差)$/.test(said)) return { by: new Big(0) };
  const match = /^(?:相差|允许相差|误差)?(?:不超过)?(?<n>\d[\d,]*(?:\.\d+)?)(?<unit>%|％|[百千]?万?元|亿元)(?:以内|之内)?$/.exec(
    said,
  );
  if (!match) return undefined;
  const value = new Big(match.groups!.n!.replaceAll(',', ''));
  const factor = moneyFactor(match.groups!.unit!);
  return factor ? { by: value.times(factor) } : { share: value.div(100) };
}
