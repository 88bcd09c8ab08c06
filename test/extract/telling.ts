import { audit } from '../../src/audit.ts';
import { extract } from '../../src/extract/index.ts';
import type { Figure, Reading, Statement } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';

const TITLE = '清江县文化馆2023年度部门决算\n';

/** Reads lines of text as a report of 2023 (a title is put before them), or as they are when they bring one. */
export async function readingOf(text: string): Promise<Reading> {
  const whole = /[决预]算$/m.test(text.split('\n')[0]!) && /年度/.test(text.split('\n')[0]!) ? text : TITLE + text;
  return extract([await read({ file: 'report.txt', bytes: new TextEncoder().encode(whole) })]);
}

/** «12.36 三公经费[财政拨款].决算»; @2022 for another year, – for a number that was not bound. */
export function bound({ printed, fact }: Figure): string {
  const { indicator, scope, period, measure } = fact;
  if (!measure) return `${printed} –`;
  const year = period === 2023 || period === null ? '' : `@${period}`;
  return `${printed} ${indicator ?? '…'}${scope ? `[${scope}]` : ''}.${measure}${year}`;
}

/** «30.00 年度资金总额/全年预算数» for a figure of a self-evaluation. */
export function standing({ printed, at }: Figure): string {
  return at ? `${printed} ${at.row}/${at.col}` : `${printed} –`;
}

const shown = (figure: Figure | null) => figure?.printed ?? '?';
const ARROWS = new Map([
  [1, '↑'],
  [-1, '↓'],
  [0, '='],
]);

/** A statement as an accountant would write it. */
export function told(one: Statement): string {
  switch (one.kind) {
    case 'sum':
      return `${shown(one.total)} ${{ yes: '=', no: '>', unknown: '≥' }[one.complete]} ${one.parts.map(shown).join(' + ')}`;
    case 'share':
      return `${shown(one.part)} / ${one.parts?.length ? `(${one.parts.map(shown).join(' + ')})` : shown(one.whole)} = ${shown(one.rate)}`;
    case 'completion': {
      const order = one.orderWord === null ? '' : ` ${one.loose ? '~' : ''}${one.orderWord}`;
      const gap = one.gap ? `${shown(one.outcome)} ${one.gap.sign === 1 ? '-' : '+'} ${shown(one.gap.figure)}` : null;
      return `${shown(one.outcome)} of ${gap ?? shown(one.budget)} = ${shown(one.rate)}${order}${one.carry ? ` carry ${shown(one.carry)}` : ''}`;
    }
    case 'change': {
      const arrow = ARROWS.get(one.direction ?? 9) ?? '·';
      const against = one.base === 'budget' ? ' against budget' : '';
      return `${shown(one.current)} from ${shown(one.previous)} ${arrow} ${shown(one.change)} ${shown(one.rate)}${against}`;
    }
    case 'same':
      return one.figures.map(shown).join(' == ');
    case 'bound':
      return `${shown(one.smaller)} ≤ ${shown(one.larger)}`;
    case 'equation':
      return one.fixed ? `${one.total.map(term => shown(term.figure)).join(' + ')} = ${one.fixed}` : one.rule;
    case 'remark':
      return `${one.rule} ${one.holds ? 'holds' : 'broken'} ${one.printed}`;
  }
}

/** What loud findings of a report of 2023 say: the rule, what is stated, what it should be. */
export async function loud(text: string): Promise<string[]> {
  const { findings } = await audit([{ file: 'report.txt', bytes: new TextEncoder().encode(TITLE + text) }]);
  return findings.filter(one => one.severity !== 'note').map(({ rule, stated, expected }) => `${rule} ${stated} ${expected}`);
}

/** The same of a page: paragraphs and tables («a|b» a row, rows on lines of their own) under the title of a report of 2023. */
export async function loudPage(...parts: readonly string[]): Promise<string[]> {
  const rowOf = (row: string) =>
    `<tr>${row
      .split('|')
      .map(cell => `<td>${cell}</td>`)
      .join('')}</tr>`;
  const body = parts.map(part =>
    part.includes('|') ? `<table>${part.trim().split('\n').map(rowOf).join('')}</table>` : `<p>${part}</p>`,
  );
  const html = `<html><body><h1>${TITLE.trim()}</h1>${body.join('')}</body></html>`;
  const { findings } = await audit([{ file: 'report.html', bytes: new TextEncoder().encode(html) }]);
  return findings.filter(one => one.severity !== 'note').map(({ rule, stated, expected }) => `${rule} ${stated} ${expected}`);
}

/** What the numbers of a report state, and what it says about them; remarks on the year of the title are left out. */
export async function story(text: string): Promise<{ figures: string[]; statements: string[] }> {
  const reading = await readingOf(text);
  return {
    figures: reading.figures.map(bound),
    statements: reading.statements.filter(one => one.kind !== 'remark' || one.rule !== 'FRM-002').map(told),
  };
}
