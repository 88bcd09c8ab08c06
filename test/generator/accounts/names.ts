import data from '../data/classification.yaml';

const { functional, economic, lines } = data as {
  functional: Record<string, string>;
  economic: Record<string, string>;
  lines: [string, string][];
};

/** The 26 function lines of the general table: 3-digit code and name. */
export const FUNCTION_LINES: readonly (readonly [code: string, name: string])[] = lines;

/** All 项 (7 digits) known here. */
export const ITEM_CODES: readonly string[] = Object.keys(functional).filter(code => code.length === 7);
/** All economic 款 (5 digits) known here. */
export const ECONOMIC_CODES: readonly string[] = Object.keys(economic).filter(code => code.length === 5);
export const ECONOMIC_CLASSES: readonly string[] = Object.keys(economic).filter(code => code.length === 3);

/** The name of a functional (类款项) code. */
export function functionName(code: string): string {
  const name = functional[code];
  if (name === undefined) throw new Error(`no name for ${code}`);
  return name;
}

/** The name of an economic (类款) code. */
export function economicName(code: string): string {
  const name = economic[code];
  if (name === undefined) throw new Error(`no name for ${code}`);
  return name;
}

/** 类 and 款 of a 项: 2010101 → 201, 20101, 2010101. */
export const levelsOf = (item: string): readonly [string, string, string] => [item.slice(0, 3), item.slice(0, 5), item];

/** All 类, 款 and 项 codes that some items need, in the order of a table. */
export function treeOf(items: readonly string[]): string[] {
  return [...new Set(items.flatMap(levelsOf))].sort();
}
