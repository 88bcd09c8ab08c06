import { clean } from './clean.ts';

const BOM = '\ufeff';

/**
 * Rows as comma-separated values (RFC 4180: CRLF, quotes doubled). A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front, unless it is a plain number.
 */
export function csvText(rows: readonly (readonly (string | number | null)[])[], bom = false): string {
  return (bom ? BOM : '') + rows.map(row => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = clean(String(value));
  const safe = /^\s*[=+\-@＝＋－＠]/.test(text) && !/^[+-]?\d+(?:\.\d+)?%?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
