import { amountOf, type Document, type Figure, placeOf, type Reading } from '../model/index.ts';

/** Documents of one report → what they state. */
export function extract(input: Document | readonly Document[]): Reading {
  const documents = 'blocks' in input ? [input] : input;
  const figures: Figure[] = [];
  for (const block of documents.flatMap(document => document.blocks)) {
    if (block.kind !== 'paragraph') continue;
    for (const match of block.text.content.matchAll(/(\d+(?:\.\d+)?)(万元|%)/g)) {
      const [, printed, unit] = match;
      const amount = amountOf(printed!, unit === '%' ? 'percent' : 'money', unit!);
      if (!amount) continue;
      const end = match.index + printed!.length;
      figures.push({
        id: `f${figures.length + 1}`,
        printed: printed!,
        amount,
        place: placeOf(block.text, match.index, end),
        label: block.text.content.slice(Math.max(0, match.index - 8), match.index),
        section: '',
        quote: block.text.content.slice(Math.max(0, match.index - 20), end + 20),
        fact: { indicator: null, scope: null, period: null, measure: null },
      });
    }
  }
  return { entity: null, year: null, title: null, kind: 'unknown', figures, statements: [], unread: [] };
}
