import { belonging, economicItem } from '../../../domain/index.ts';
import { lookUp } from '../../../model/index.ts';
import { type Label, labelOf } from '../../labels.ts';
import type { PartList, Section } from '../topics.ts';

/** «主要包括基本工资 6 万元、奖金 3 万元». */
const NAMES_ONLY = /^主要(?:包括|用于|为|是)[：，]?/;

const NAMED = /^(?<name>[\u4e00-\u9fa5]{4,14}?)(?:主要)?(?:包括|包含|用于)[^，；。]{1,200}$/;

/** Whether what is told is a part of basic expenditure, or of a subject of it. */
export function isBasic(list: PartList | null, { label }: Section): boolean {
  const { whole } = belonging.subjectsOfBasic;
  if (!list) return label?.indicator === whole[0];
  const { indicator } = list.parent;
  return indicator !== null && (whole.includes(indicator) || indicator.startsWith('经济/'));
}

/** «公用经费 9 万元，包括：办公费 8 万元，公务接待费 1 万元»: what basic expenditure has of it, not the expenses of all funds by that name. */
export function asSubject(label: Label): Label {
  const { indicator, path, core } = label;
  // «工资福利支出包括基本工资、奖金等 9 万元»: of what names it, not of what that is made up of.
  const whole = indicator === null && !path ? NAMED.exec(core)?.groups?.name : undefined;
  const named = whole === undefined ? null : labelOf(whole, null).indicator;
  if (named?.startsWith('经济/')) return { ...label, indicator: named };
  const code =
    indicator === null && !path
      ? economicItem(core.replace(NAMES_ONLY, ''))
      : lookUp(belonging.subjectsOfBasic.subjects, indicator ?? '');
  return code ? { ...label, indicator: `经济/${code.slice(0, 3)}/${code}` } : label;
}
