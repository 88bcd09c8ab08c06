import { functionalCodes } from '../../../domain/index.ts';
import { ORDINAL } from '../../ordinals.ts';

/**
 * The codes of a table by function that prints names only: each name is looked for among the 项 of the 款 and the 款 of the 类 above
 * it. Null where a name is not known there, or stands twice: then no level is.
 */
export function impliedCodes(names: readonly string[]): readonly string[] | null {
  let before = '';
  const codes: string[] = [];
  for (const name of names) {
    const code = codeUnder(before, functionalCodes(name.replace(ORDINAL, '')));
    if (!code || codes.includes(code)) return null;
    codes.push(code);
    before = code;
  }
  return codes;
}

function codeUnder(before: string, candidates: readonly string[]): string | undefined {
  const inside = (length: number, depth: number) =>
    before.length >= depth
      ? candidates.find(code => code.length === length && code.startsWith(before.slice(0, depth)))
      : undefined;
  const found = inside(7, 5) ?? inside(5, 3) ?? inside(7, 3);
  // «其他支出» is a 类, its 款 and its 项.
  const own = candidates.find(code => code.length === 3 && !(found && before.startsWith(code)));
  return own ?? found ?? (candidates.length === 1 ? candidates[0] : undefined);
}
