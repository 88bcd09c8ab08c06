import { audit } from '../../src/audit.ts';

const cells = (row: string) =>
  row
    .split('|')
    .map(cell => `<td>${cell.trim()}</td>`)
    .join('');

/** Lines above a table, and its rows, cells apart by «|», as HTML. */
export const table = (above: readonly string[], ...rows: string[]) =>
  `${above.map(line => `<p>${line}</p>`).join('')}<table>${rows.map(row => `<tr>${cells(row)}</tr>`).join('')}</table>`;

export const paragraphs = (...lines: string[]) => lines.map(line => `<p>${line}</p>`).join('');

/** The rules of the errors and warnings that a page of that title and those parts gives, each once. */
export async function loudIn(title: string, ...parts: string[]): Promise<string[]> {
  const page = `<html><body><h1>${title}</h1>${parts.join('')}</body></html>`;
  const { findings } = await audit([{ file: 'a.html', bytes: new TextEncoder().encode(page) }]);
  return [...new Set(findings.filter(one => one.severity !== 'note').map(one => one.rule))].sort();
}
