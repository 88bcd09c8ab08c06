import { type Block, t } from '../report.ts';
import { heading, ordinal, paragraph } from './clauses.ts';
import type { Pen } from './pen.ts';

const DUTIES = [
  '拟订并组织实施本行业的年度计划',
  '负责日常管理和公共服务',
  '承担统计、监测和信息发布',
  '指导下属单位开展业务工作',
  '完成上级交办的其他事项',
];

/** 部门概况: duties, units and staff, with numbers that state no accounts. */
export function profile(pen: Pen): Block[] {
  const { accounts, year, random } = pen;
  const phone = `0${random.int(300, 899)}-${random.int(2000000, 8999999)}`;
  return [
    heading(2, '一、主要职责'),
    paragraph([`${accounts.entity}的主要职责是：${DUTIES.map((duty, i) => `${i + 1}.${duty}`).join('；')}。`]),
    paragraph([
      `${year}年，按照《关于做好预决算公开工作的通知》（财办〔${year - 1}〕${random.int(2, 60)}号）要求，全年开展业务培训${random.int(3, 20)}期，培训${random.int(90, 900)}余人，其中35岁以下占比超过${random.int(3, 6)}成；办理群众来电${random.int(1000, 9000)}件，办结率达到9${random.int(1, 9)}%以上。`,
    ]),
    heading(2, '二、机构设置'),
    paragraph(
      t`${accounts.entity}下属预算单位${pen.count('count.units', '个')}，其中：行政单位${pen.count('count.units.0', '个')}，参照公务员法管理的事业单位${pen.count('count.units.1', '个')}，其他事业单位${pen.count('count.units.2', '个')}。`,
    ),
    paragraph(
      t`截至${year}年12月31日，实有人员${pen.count('count.staff', '人')}，其中：在职人员${pen.count('count.staff.0', '人')}，离退休人员${pen.count('count.staff.1', '人')}，编外人员${pen.count('count.staff.2', '人')}，其他人员${pen.count('count.staff.3', '人')}。联系电话：${phone}。`,
    ),
  ];
}

const TERMS = [
  ['财政拨款收入', '指从同级财政取得的各类预算资金'],
  ['事业收入', '指事业单位开展专业活动取得的收入'],
  ['其他收入', '指上述各项以外取得的收入，以利息为主'],
  ['年初结转和结余', '指上年没有用完、按规定转到本年继续使用的资金'],
  ['基本支出', '指维持机构运转、完成日常任务的支出，分人员经费和公用经费'],
  ['项目支出', '指在基本支出以外，为特定任务发生的支出'],
  ['“三公”经费', '指用财政拨款安排的因公出国（境）、公务用车购置及运行维护、公务接待三项支出'],
  ['机关运行经费', '指保障行政单位运行、用于购买货物和服务的支出'],
];

/** 名词解释: names, no figures. */
export const glossary = (pen: Pen): Block[] =>
  TERMS.map(([term, meaning], i) => paragraph([`${ordinal(pen, i + 1)}${term}：${meaning}。`]));
