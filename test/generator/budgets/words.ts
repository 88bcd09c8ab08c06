import { functionName, levelsOf } from '../accounts/names.ts';
import { reason } from '../narrative/clauses.ts';
import type { Pen } from '../narrative/pen.ts';
import { type Inline, t } from '../report.ts';
import { codesOf } from '../tables/functional.ts';

/** «比上年预算增加 d，增长 p%», «与上年持平»; `than` says what it is compared with. */
export function changed(pen: Pen, fact: string, than: string, rate = true, level = '持平'): Inline {
  const d = pen.difference(fact);
  if (d.eq(0)) return t`${than}${level}`;
  const word = d.gt(0) ? '增加' : '减少';
  if (!rate || pen.before(fact).eq(0)) return t`${than}${word}${pen.change(fact)}`;
  return t`${than}${word}${pen.change(fact)}，${d.gt(0) ? '增长' : '下降'}${pen.growth(fact)}`;
}

export const because = (pen: Pen): string => `主要原因是${reason(pen)}`;

/** The 项 of the general budget. */
export const itemsOf = (pen: Pen, table = 'T5'): string[] => codesOf(pen, table, 'sum').filter(code => code.length === 7);

/** 类, 款 and 项 by name. */
export const namesOf = (code: string): readonly string[] => levelsOf(code).map(functionName);

/** What money is planned for, without figures. */
const USES = ['保障单位日常运转', '完成年度专项工作任务', '开展业务活动', '发放人员工资及缴纳社会保险', '设施设备维护'] as const;
export const use = (pen: Pen): string => pen.random.pick(USES);
