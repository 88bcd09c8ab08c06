import { Big, type Notice, parseNumber } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import type { Merge, SheetCell } from '../parts/sheet.ts';
import type { Listed } from '../parts/sheet-notices.ts';
import { descendants, type Element, TEXT } from '../parts/xml.ts';
import { cellsOf, type PlacedCell } from './rows.ts';
import type { Styles } from './styles.ts';

/**
 * The sheets of a workbook. What a cell shows stands in it as text, so no number format has to be worked out; the exact number stands
 * beside it.
 */
export function sheetsOf(body: Element, styles: Styles, file: string): { listed: Listed[]; notices: Notice[] } {
  const listed: Listed[] = [];
  const notices: Notice[] = [];
  let budget: number = LIMITS.cells;
  for (const table of body.children) {
    if (table.name !== 'table') continue;
    const name = table.attrs.name ?? '';
    const { cells: placed, hiddenRows, hiddenCols } = cellsOf(table, file, budget);
    budget -= placed.length;
    const seen = placed.filter(one => !one.covered);
    const merges = seen.filter(one => one.rowSpan * one.colSpan > 1).map(mergeOf);
    const hidden = styles.of('table', table.attrs['style-name']).shown === false;
    listed.push({ sheet: { name, cells: seen.map(cellOf), merges, hiddenRows, hiddenCols }, hidden });
    const objects = hidden ? [] : descendants(table, 'object');
    if (objects.length > 0) notices.push({ code: 'reader.chart-without-values', params: {}, place: { file, sheet: name } });
  }
  return { listed, notices };
}

const mergeOf = ({ row, col, rowSpan, colSpan }: PlacedCell): Merge => ({ row, col, rowSpan, colSpan });

const ERROR = /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!)|Err:\d{3})$/;
const NUMBERS = new Set(['float', 'currency', 'percentage']);

function cellOf({ element, row, col }: PlacedCell): SheetCell {
  const { attrs } = element;
  const text = element.children
    .filter(one => one.name === 'p')
    .map(shownIn)
    .join('\n')
    .trim();
  const formula = attrs.formula === undefined ? {} : { formula: formulaOf(attrs.formula) };
  const type = attrs['value-type'] ?? '';
  const at = { row, col, text, ...formula };
  if (ERROR.test(text)) return { ...at, kind: 'error' };
  if (NUMBERS.has(type) && attrs.value !== undefined && NUMBER.test(attrs.value))
    return { ...at, kind: 'number', ...storedOf(text, attrs.value, type) };
  return { ...at, kind: text === '' ? 'blank' : 'text' };
}

/** The text of a paragraph in a cell; remarks and drawings are none of it. */
function shownIn(paragraph: Element): string {
  return paragraph.children
    .map(one => {
      if (one.name === TEXT) return one.text.replace(/[ \t\r\n]+/g, ' ');
      if (one.name === 's') return ' '.repeat(Math.min(1000, Number(one.attrs.c ?? 1) || 1));
      if (one.name === 'tab') return '\t';
      if (one.name === 'line-break') return '\n';
      return /^(?:annotation|frame|g|custom-shape|rect|ruby-text)$/.test(one.name) ? '' : shownIn(one);
    })
    .join('');
}

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][-+]?\d{1,2})?$/;
/** What a number may be shown in: itself, per cent, thousands and up to 亿. */
const SCALES = [0, 2, -3, -4, -6, -8];

/** The exact number in the unit that is shown, where it is another than the one that is shown. */
function storedOf(text: string, value: string, type: string): { stored?: string } {
  const exact = new Big(value).prec(15, Big.roundHalfUp);
  const shown = parseNumber(text.replace(/[%％]$/, ''))?.value;
  if (!shown) return text !== '' && !/\d/.test(text) ? { stored: exact.toFixed() } : {};
  const places = /[.．](\d+)/.exec(text)?.[1]?.length ?? 0;
  for (const scale of type === 'percentage' ? [2] : SCALES) {
    const scaled = exact.times(new Big(`1e${scale}`));
    if (scaled.round(places, Big.roundHalfUp).abs().eq(shown.abs()))
      return scaled.abs().eq(shown.abs()) ? {} : { stored: scaled.toFixed() };
  }
  return {};
}

/** `of:=SUM([.B7:.B8];[$底稿.C2])` as other workbooks write it: SUM(B7:B8,底稿!C2). */
function formulaOf(written: string): string {
  return written
    .replace(/^[\w.-]{0,12}:(?==)/, '')
    .replace(/^=/, '')
    .replace(/\[([^[\]]*)\]/g, (_, reference: string) =>
      reference
        .split(':')
        .map((one, i) => {
          const dot = one.lastIndexOf('.');
          const sheet = dot <= 0 || i > 0 ? '' : one.slice(0, dot).replace(/^\$/, '');
          return (sheet ? `${sheet}!` : '') + one.slice(dot + 1);
        })
        .join(':'),
    )
    .replaceAll(';', ',');
}
