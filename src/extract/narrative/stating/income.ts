import type { Topic } from '../topics.ts';

export const isIncome = ({ indicator, label, unit }: Topic): boolean =>
  unit === null && (indicator === '本年收入' || indicator === '收支总计' || /收入/.test(label.core)) && !/支出/.test(label.core);

/** What comes in by the name of the fund that gives it («一般公共预算拨款»), or from last year. */
export function sourceOf({ label, path }: Topic): string | null {
  if (!path && label.scope !== null && /(?:拨款|资金|收入|预算)$/.test(label.core)) return '本年收入';
  return /^(?:上年|以前年度|年初)(?:财政拨款)?结[转余]/.test(label.core) ? '年初结转和结余' : null;
}

/** «本年收入合计 9 万元，其中：财政拨款收入 9 万元。年初结转和结余 1 万元»: what was there before is no income of the year. */
export function isOfTheYear({ indicator, label }: Topic): boolean {
  if (indicator === '收支总计') return /总收入$/.test(label.core);
  return label.core === '收入' || (indicator === '本年收入' && /本年|当年|合计|总收入/.test(label.core));
}

/** What was there before the year began. */
export const OPENING: ReadonlySet<string> = new Set(['年初结转和结余', '使用非财政拨款结余']);
