import { type Figure, type Params, type Place, placeOf, type Remark, type Text } from '../../../model/index.ts';

/** An observation about a table, at a text of the report. */
export function remarkOn(
  rule: string,
  text: Text,
  at: { readonly block: number; readonly section: string; readonly quote?: string; readonly expected?: string },
  params: Params,
  figures: readonly Figure[] = [],
): Remark {
  const printed = text.content.replace(/\s+/g, ' ').trim();
  const place: Place = { ...placeOf(text), block: at.block };
  return {
    kind: 'remark',
    source: 'table',
    rule,
    holds: false,
    place,
    printed,
    quote: at.quote ?? printed,
    section: at.section,
    ...(at.expected === undefined ? {} : { expected: at.expected }),
    params,
    figures,
  };
}
