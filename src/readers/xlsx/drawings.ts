import { type Block, type Notice, type Place, textAt } from '../../model/index.ts';
import { chartOf } from '../parts/chart.ts';
import { type Package, relationsOf } from '../parts/package.ts';
import { cellName, lineOf } from '../parts/sheet.ts';
import { child, chosen, descendants, type Element } from '../parts/xml.ts';

/** What lies on the sheets of a workbook (ECMA-376 part 1, 20.5): charts and text boxes, each at the cell its corner lies on. */
export class Drawings {
  readonly notices: Notice[] = [];
  private readonly file: string;
  private readonly pkg: Package;

  constructor(file: string, pkg: Package) {
    this.file = file;
    this.pkg = pkg;
  }

  /** The charts and text boxes of a sheet, from top to bottom; `id` is the relation that the sheet names for them. */
  of(part: string, sheet: string, id: string | undefined): Block[] {
    const drawing = this.target(part, id, { file: this.file, sheet });
    const root = drawing === undefined ? undefined : this.pkg.promised(drawing);
    if (!drawing || !root) return [];
    const found = shown(root).map(anchor => {
      const [row, col] = ['row', 'col'].map(side => Number(child(child(anchor, 'from'), side)?.text ?? 0) || 0) as [
        number,
        number,
      ];
      const place: Place = { file: this.file, sheet, cell: cellName(row, col) };
      const charts = allShown(anchor, 'chart').flatMap(({ attrs }) => {
        return this.chart(drawing, attrs.id, place);
      });
      return { row, col, blocks: [...charts, ...boxesOf(anchor, place)] };
    });
    return found.sort((a, b) => a.row - b.row || a.col - b.col).flatMap(({ blocks }) => blocks);
  }

  /** The part that a relation leads to; undefined for one outside of the file. One that leads nowhere is told. */
  private target(part: string, id: string | undefined, place: Place): string | undefined {
    const relation = id === undefined ? undefined : this.pkg.relations(part).get(id);
    if (id !== undefined && !relation) this.pkg.tellMissing(`${relationsOf(part)}#${id}`, place);
    return relation && !relation.external ? relation.target : undefined;
  }

  private chart(drawing: string, id: string | undefined, place: Place): Block[] {
    const part = this.target(drawing, id, place);
    const root = part === undefined ? undefined : this.pkg.promised(part);
    if (!root && !this.pkg.relations(drawing).get(id ?? '')?.external) return [];
    const chart = root && chartOf(root, place);
    if (chart) return [chart];
    this.notices.push({ code: 'reader.chart-without-values', params: {}, place });
    return [];
  }
}

/** The paragraphs of text boxes, and of shapes with words in them. */
function boxesOf(anchor: Element, place: Place): Block[] {
  return allShown(anchor, 'txBody').flatMap(body =>
    [...descendants(body, 'p')].flatMap(paragraph => {
      const text = [...descendants(paragraph, 't')]
        .map(one => one.text)
        .join('')
        .trim();
      return text ? [lineOf(textAt(text, place))] : [];
    }),
  );
}

/** The children of an element, of alternatives the one that is shown. */
const shown = (element: Element): Element[] =>
  element.children.flatMap(one => (one.name === 'AlternateContent' ? [...chosen(one)] : [one]));

function allShown(element: Element, name: string): Element[] {
  return shown(element).flatMap(one => [...(one.name === name ? [one] : []), ...allShown(one, name)]);
}
