import {
  type Block,
  type Cell,
  type Document,
  type Figure,
  type Place,
  placeOf,
  type Table,
  type Text,
} from '../../model/index.ts';
import { xml } from '../parts/escape.ts';
import type { Lang } from '../parts/words/index.ts';
import { pageHtml } from './pictures/pages.ts';
import type { Noted, Said, Says } from './said.ts';

/**
 * The documents of a report as they were read, every figure marked; in front of the text of a page its picture, where there is one,
 * with boxes around figures and `words`. Blocks are numbered over all of them.
 */
export function documentsHtml(
  documents: readonly Document[],
  figures: readonly Figure[],
  says: Says,
  words: readonly Noted[],
  lang: Lang,
): string {
  const byBlock = new Map<number, Figure[]>();
  for (const figure of [...figures].sort(asTheyStand)) {
    const block = figure.place.block ?? -1;
    const same = byBlock.get(block);
    if (same) same.push(figure);
    else byBlock.set(block, [figure]);
  }
  let n = 0;
  return documents
    .map(document => {
      const name = documents.length > 1 ? `<p class="meta">${xml(document.file)}</p>` : '';
      const noted = [...words, ...figures.flatMap(({ id, place }) => ({ place, ...says.get(id)! }))];
      const own = noted.filter(({ place }) => place.file === document.file);
      const pictures = [...(document.pictures ?? [])];
      const before = (page: number) => {
        const due = pictures.findIndex(picture => picture.page > page);
        const shown = pictures.splice(0, due < 0 ? pictures.length : due);
        return shown.map(picture => pageHtml(picture, own, lang)).join('\n');
      };
      const blocks = document.blocks.map(block => before(pageOf(block)) + blockHtml(block, byBlock.get(n++) ?? [], says));
      return [name, ...blocks, before(Number.POSITIVE_INFINITY)].join('\n');
    })
    .join('\n');
}

/** The page on which a block begins; 0 where it has none. */
function pageOf(block: Block): number {
  if (block.kind === 'facts' || block.kind === 'chart') return 0;
  const [first] = block.kind === 'table' ? block.cells.map(({ text }) => text) : [block.text];
  return first?.runs[0]?.place.page ?? 0;
}

function asTheyStand(a: Figure, b: Figure): number {
  return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);
}

function blockHtml(block: Block, figures: readonly Figure[], says: Says): string {
  switch (block.kind) {
    case 'heading': {
      const level = Math.min(5, block.level + 2);
      return `<h${level}>${textHtml(block.text, figures, says)}</h${level}>`;
    }
    case 'paragraph':
      return `<p>${textHtml(block.text, figures, says)}</p>`;
    case 'table':
      return tableHtml(block, figures, says);
    case 'chart': {
      const title = block.title ? `<caption>${xml(block.title.content)}</caption>` : '';
      const rows = block.points.map(
        ({ label, value }) =>
          `<tr><td>${xml(label.content)}</td><td class="n">${textHtml(value, at(figures, value), says)}</td></tr>`,
      );
      return `<div class="scroll"><table>${title}<tbody>${rows.join('')}</tbody></table></div>`;
    }
    case 'facts':
      return `<ul>${block.facts
        .map(fact => `<li>${xml(fact.label)} ${textHtml(fact.text, at(figures, fact.text), says)} ${xml(fact.unit)}</li>`)
        .join('')}</ul>`;
  }
}

const NUMBER = /^[-−+(（]?[\d０-９][\d０-９.,，]*[)）]?[%％]?$/;

function tableHtml(table: Table, figures: readonly Figure[], says: Says): string {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of [...table.cells].sort((a, b) => a.row - b.row || a.col - b.col)) {
    const span = (cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : '') + (cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : '');
    const own = figures.filter(figure => inCell(figure.place, cell));
    // Codes are no numbers: they stand at the left.
    const number = own.length > 0 && NUMBER.test(cell.text.content.trim()) ? ' class="n"' : '';
    rows[cell.row]?.push(`<td${number}${span}>${textHtml(cell.text, own, says)}</td>`);
  }
  const title = table.title ? `<caption>${xml(table.title.content)}</caption>` : '';
  const notes = table.notes
    .map(
      note =>
        `<p class="small">${textHtml(
          note,
          figures.filter(one => within(one.place, note)),
          says,
        )}</p>`,
    )
    .join('');
  return `<div class="scroll"><table>${title}<tbody>${rows.map(row => `<tr>${row.join('')}</tr>`).join('')}</tbody></table></div>${notes}`;
}

/** The figures that stand where a text does, or within it. */
function at(figures: readonly Figure[], text: Text): Figure[] {
  return figures.filter(one => sameSpot(one.place, placeOf(text)) || within(one.place, text));
}

function inCell(place: Place, cell: Cell): boolean {
  const own = cell.text.runs[0]?.place;
  return own !== undefined && (sameSpot(place, own) || within(place, cell.text));
}

/** Whether two places are one but for the column. */
function sameSpot(a: Place, b: Place): boolean {
  if (a.file !== b.file) return false;
  if (a.cell !== undefined || b.cell !== undefined) return a.cell === b.cell && a.sheet === b.sheet && a.embedded === b.embedded;
  if (a.tableNumber !== undefined || b.tableNumber !== undefined)
    return a.tableNumber === b.tableNumber && a.rowNumber === b.rowNumber && a.columnNumber === b.columnNumber;
  return a.page === undefined && a.line === undefined && a.paragraph === b.paragraph && a.chart === b.chart;
}

/** Whether a place with lines or boxes lies in a text. */
function within(place: Place, text: Text): boolean {
  return text.runs.some((run, i) => {
    const end = (text.runs[i + 1]?.start ?? text.content.length) - run.start;
    const own = run.place;
    if (own.file !== place.file) return false;
    if (own.box && place.box) {
      const [x, y] = [(place.box[0] + place.box[2]) / 2, (place.box[1] + place.box[3]) / 2];
      return own.page === place.page && x >= own.box[0] && x <= own.box[2] && y >= own.box[1] && y <= own.box[3];
    }
    if (own.line === undefined || own.line !== place.line) return false;
    const at = (place.column ?? 1) - (own.column ?? 1);
    return at >= 0 && at <= end;
  });
}

/** A text with its figures marked, in the order they stand. A figure that is not found in it is left unmarked, never misplaced. */
function textHtml(text: Text, figures: readonly Figure[], says: Says): string {
  const { content } = text;
  let html = '';
  let from = 0;
  for (const figure of figures) {
    const at = wholeFrom(content, figure.printed, from);
    const said = says.get(figure.id);
    if (at < 0 || !said) continue;
    html += lines(content.slice(from, at)) + markHtml(figure, said);
    from = at + figure.printed.length;
  }
  return html + lines(content.slice(from));
}

/** Where a number stands from a position on, not as a part of a longer one; −1 for nowhere. */
function wholeFrom(text: string, printed: string, from: number): number {
  for (let at = text.indexOf(printed, from); at >= 0; at = text.indexOf(printed, at + 1)) {
    const before = DIGIT.test(printed[0] ?? '') && /[\d０-９][.,，]?$/.test(text.slice(Math.max(0, at - 2), at));
    const behind =
      DIGIT.test(printed.at(-1) ?? '') && /^[.,，]?[\d０-９]/.test(text.slice(at + printed.length, at + printed.length + 2));
    if (!before && !behind) return at;
  }
  return -1;
}

const DIGIT = /[\d０-９]/;

const lines = (text: string) => xml(text).replaceAll('\n', '<br>');

function markHtml(figure: Figure, { id, state, problems, title }: Said): string {
  const p = problems.length ? ` data-p="${problems.map(xml).join(' ')}"` : '';
  return `<mark id="${id}" class="${state}"${p} title="${xml(title)}">${xml(figure.printed)}</mark>`;
}
