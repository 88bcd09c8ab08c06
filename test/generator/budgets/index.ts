import type { Accounts } from '../accounts.ts';
import { Pen } from '../narrative/pen.ts';
import type { Style } from '../narrative/style.ts';
import { STYLES } from '../narrative/styles.ts';
import { randomOf } from '../random.ts';
import type { Block, Report } from '../report.ts';
import { jiangsu } from './jiangsu.ts';
import { shanghai } from './shanghai.ts';
import { southwest } from './southwest.ts';

export { type BudgetOptions, makeBudget, makePair } from './plan.ts';

interface Form {
  readonly style: Style;
  readonly tell: (pen: Pen) => Block[];
}

const base: Style = { ...STYLES.delta, contents: 'none', corner: 'plain' };

/** Forms of budgets by province: their layouts and their wordings. */
export const FORMS = {
  shanghai: {
    style: { ...base, name: 'shanghai', tableUnit: '元', codeColumns: 'split', totalRow: 'last', zeroCells: '0' },
    tell: shanghai,
  },
  jiangsu: {
    style: {
      ...base,
      name: 'jiangsu',
      codeColumns: 'joined',
      totalRow: 'first',
      numbers: { ...base.numbers, thousands: 0.5, decimals: 'trim' },
    },
    tell: jiangsu,
  },
  southwest: {
    style: { ...base, name: 'southwest', codeColumns: 'split', totalRow: 'first', zeroCells: '0.00' },
    tell: southwest,
  },
} as const satisfies Record<string, Form>;

export type FormName = keyof typeof FORMS;

/** A budget told as a province publishes it. */
export function writeBudget(budget: Accounts, form: FormName, seed: number | string = 0): Report {
  const { style, tell } = FORMS[form];
  const pen = new Pen(budget, style, randomOf(`budget/${form}/${seed}`));
  const { entity } = budget;
  const { year } = budget.current;
  return { title: `${entity}${year}年部门预算`, entity, year, style: form, blocks: tell(pen) };
}
