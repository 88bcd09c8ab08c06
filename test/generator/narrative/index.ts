import type { Accounts } from '../accounts.ts';
import { randomOf } from '../random.ts';
import type { Block, Report } from '../report.ts';
import { selfEvaluation } from '../tables/selfeval.ts';
import { statutoryTables } from '../tables/statutory.ts';
import { heading, paragraph } from './clauses.ts';
import { glossary, profile } from './frame.ts';
import { other } from './other.ts';
import { Pen } from './pen.ts';
import { basic, spending } from './spending.ts';
import type { Style } from './style.ts';
import { totals } from './totals.ts';
import { funds, travel } from './travel.ts';

/** Tells a department's accounts as a whole report in one style; the same accounts, style and seed give the same report. */
export function writeReport(accounts: Accounts, style: Style, seed: number | string = 0): Report {
  const pen = new Pen(accounts, style, randomOf(`report/${style.name}/${seed}`));
  const year = accounts.current.year;
  const told: Block[] = [...totals(pen), ...spending(pen), ...basic(pen), ...travel(pen), ...funds(pen), ...other(pen)];
  const tables = style.tables ? statutoryTables(pen) : [];
  const forms = selfEvaluation(pen);
  const { entity } = accounts;
  const title = `${entity}${year}年度部门决算`;
  const blocks: Block[] =
    style.layout === 'sichuan'
      ? [
          paragraph([title]),
          heading(1, '第一部分 部门概况'),
          ...profile(pen),
          heading(1, `第二部分 ${year}年度部门决算情况说明`),
          ...told,
          heading(1, '第三部分 名词解释'),
          ...glossary(pen),
          ...(forms.length > 0 ? [heading(1, '第四部分 附件'), ...forms] : []),
          ...(tables.length > 0 ? [heading(1, forms.length > 0 ? '第五部分 附表' : '第四部分 附表'), ...tables] : []),
        ]
      : [
          paragraph([title]),
          heading(1, `第一部分 ${entity}概况`),
          ...profile(pen),
          ...(tables.length > 0 ? [heading(1, `第二部分 ${year}年度部门决算表`), ...tables] : []),
          heading(1, `第${tables.length > 0 ? '三' : '二'}部分 ${year}年度部门决算情况说明`),
          ...told,
          heading(1, `第${tables.length > 0 ? '四' : '三'}部分 名词解释`),
          ...glossary(pen),
          ...(forms.length > 0 ? [heading(1, `第${tables.length > 0 ? '五' : '四'}部分 附件`), ...forms] : []),
        ];
  return { title, entity, year, style: style.name, blocks };
}
