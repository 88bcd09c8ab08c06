import { type Input, Problem } from '../../model/index.ts';
import { builtInFormat } from '../parts/number-format.ts';
import { openPackage, type Package } from '../parts/package.ts';
import { at, child, type Element } from '../parts/xml.ts';

/** What a workbook's parts say before its sheets are read (ECMA-376 part 1, 18). */
export interface Workbook {
  readonly pkg: Package;
  readonly sheets: readonly SheetEntry[];
  /** Undefined where the part that holds them is promised and missing. */
  readonly strings: readonly string[] | undefined;
  /** Number formats by cell style. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
  /** The name of the sheet that was open when the workbook was saved. */
  readonly active: string | undefined;
}

/** A sheet as the workbook lists it; `part` undefined where nothing leads to it. */
export interface SheetEntry {
  readonly name: string;
  readonly part: string | undefined;
  readonly hidden: boolean;
}

export function openWorkbook(input: Input): Workbook {
  const { file } = input;
  const pkg = openPackage(input, 'xl/workbook.xml');
  const { main } = pkg;
  const root = pkg.xml(main);
  if (!root) throw new Problem('reader.damaged-part', { part: main }, { file });
  const relations = pkg.relations(main);
  const partOf = (type: string) => [...relations.values()].find(one => one.type === type && !one.external)?.target;
  const sheets = (child(root, 'sheets')?.children ?? []).flatMap(({ attrs }): SheetEntry[] => {
    const relation = relations.get(attrs.id ?? '');
    // Sheets of other kinds (a chart alone, a dialogue) have relations of their own types.
    if (relation && relation.type !== 'worksheet') return [];
    const hidden = attrs.state === 'hidden' || attrs.state === 'veryHidden';
    return [{ name: attrs.name ?? '', part: relation?.target, hidden }];
  });
  if (sheets.length === 0) throw new Problem('reader.damaged-part', { part: main }, { file });
  const tab = Number(at(root, 'bookViews', 'workbookView')?.attrs.activeTab ?? 0);
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    pkg,
    sheets,
    strings: strings === undefined ? undefined : pkg.xml(strings)?.children.map(stringOf),
    formats: styles ? formatsOf(pkg.promised(styles)) : [],
    date1904: ['1', 'true'].includes(child(root, 'workbookPr')?.attrs.date1904 ?? ''),
    active: child(root, 'sheets')?.children[tab]?.attrs.name,
  };
}

/** A string of one or several runs; readings above the characters (rPh) are no text of their own. */
export function stringOf(item: Element): string {
  return item.children
    .map(one => (one.name === 't' ? one.text : one.name === 'r' ? (child(one, 't')?.text ?? '') : ''))
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\r\n?/g, '\n');
}

function formatsOf(root: Element | undefined): string[] {
  const own = new Map(
    (child(root, 'numFmts')?.children ?? []).map(({ attrs }) => [attrs.numFmtId, attrs.formatCode ?? 'General']),
  );
  return (at(root, 'cellXfs')?.children ?? []).map(
    ({ attrs }) => own.get(attrs.numFmtId) ?? builtInFormat(Number(attrs.numFmtId ?? 0)),
  );
}
