import { Big } from '../../model/index.ts';
import { rangesIn } from '../parts/formulas.ts';
import { LIMITS } from '../parts/limits.ts';
import type { Package } from '../parts/package.ts';
import { cellName } from '../parts/sheet.ts';
import { child, descendants, type Element } from '../parts/xml.ts';
import { isZip } from '../parts/zip.ts';
import { readSheetPart } from '../xlsx/sheet.ts';
import { openWorkbook } from '../xlsx/workbook.ts';

/** A value that a chart shows, and another one that the cell of its own data sheet holds. */
export interface Stale {
  readonly shown: string;
  readonly stored: string;
  readonly cell: string;
}

/** Where a chart (part `name`, parsed as `root`) shows other values than its data sheet holds: it was not refreshed. */
export function staleValues(file: string, pkg: Package, name: string, root: Element): Stale[] {
  const data = [...pkg.relations(name).values()].find(one => one.type === 'package' && !one.external);
  const bytes = data && pkg.promisedBytes(data.target);
  if (!bytes || !isZip(bytes)) return [];
  const values = valuesOf(file, bytes);
  return [...descendants(root, 'numRef')].flatMap(reference => {
    const [range] = rangesIn(child(reference, 'f')?.text ?? '');
    if (!range || (range.left !== range.right && range.top !== range.bottom)) return [];
    return [...descendants(reference, 'pt')].flatMap(point => {
      const index = Number(point.attrs.idx);
      const across = range.left !== range.right;
      const name = cellName(range.top + (across ? 0 : index), range.left + (across ? index : 0));
      const shown = child(point, 'v')?.text.trim() ?? '';
      const stored = values.get(`${range.sheet ?? ''}!${name}`);
      return stored === undefined || isSame(shown, stored)
        ? []
        : [{ shown, stored, cell: `${range.sheet ?? ''} ${name}`.trim() }];
    });
  });
}

/** The numbers of all sheets by «sheet!cell». */
function valuesOf(file: string, bytes: Uint8Array): Map<string, string> {
  const workbook = openWorkbook({ file, bytes });
  const values = new Map<string, string>();
  for (const { name, part } of workbook.sheets) {
    const sheet = part === undefined ? undefined : workbook.pkg.archive.part(part);
    for (const { row, col, type, value } of sheet && part ? readSheetPart(sheet, { file, part }, LIMITS.cells).cells : [])
      if (type === 'n' && value !== undefined) values.set(`${name}!${cellName(row, col)}`, value);
  }
  return values;
}

const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d{1,2})?$/;

/** Binary dust behind the 12th digit is no difference. */
function isSame(shown: string, stored: string): boolean {
  if (!NUMBER.test(shown) || !NUMBER.test(stored)) return true;
  return new Big(shown).prec(12).eq(new Big(stored).prec(12));
}
