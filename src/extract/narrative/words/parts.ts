import type { Label } from '../../labels.ts';
import type { Draft, PartList, Topic } from '../topics.ts';

/** «总收入 9 万元，其中：收入 4 万元»: the first part of a list bears its whole's name but for one word, and is less. */
export function isPartOf(list: PartList | null, label: Label, { amount }: Draft): boolean {
  const whole = list?.parent.level?.amount;
  if (!list || list.children.length || !whole || whole.kind !== amount.kind) return false;
  return amount.value.lt(whole.value) && isTotalOf(list.parent, label);
}

/** «总收入», of «收入»: all of it, and the year's own. */
export function isTotalOf({ label }: Topic, part: Label): boolean {
  return label.core !== part.core && label.core.replace('总', '') === part.core;
}
