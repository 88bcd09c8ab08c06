import type { Messages } from './messages.ts';

/** How sure a reading is: what was inferred, which reading was taken, and why nothing was decided. */
export const doubts: Messages = {
  'inferred.base': { zh: '以哪个总额为基数', en: 'which total it is of' },
  'inferred.owner': { zh: '说的是哪一项', en: 'whose figure it is' },
  'inferred.completeness': { zh: '所列是否齐全', en: 'whether the list is whole' },
  'inferred.overlap': { zh: '各项是否互相包含', en: 'whether the parts overlap' },
  'inferred.year': { zh: '是哪一年的数', en: 'which year it is of' },
  'inferred.scope': { zh: '是哪个口径的数', en: 'whose money it is' },
  'inferred.name': { zh: '两个名称是否指同一项', en: 'whether two names mean one thing' },
  'doubt.inferred': {
    zh: '按推定的读法不相符，但报告没有写明{inferred}，不能据此认定有误',
    en: 'does not hold as it was read, but the report does not say {inferred}; that is no proof of a mistake',
  },
  'doubt.chance': {
    zh: '换一种读法（{inferred}）相符，但也可能只是巧合，不能据此判断',
    en: 'holds in another reading ({inferred}), which may be chance; nothing follows from it',
  },
  'doubt.withdrawn': {
    zh: '同一读法下有 {count} 处不相符，又不是某一个数写错所致，应是读法不对，这 {count} 处未作判断',
    en: '{count} relations read in this way do not hold, and no single figure explains it: the reading must be wrong, and nothing was decided from it',
  },
  'readings.title': {
    zh: '报告的文字可以有几种读法的地方，是这样读的：',
    en: 'Where the words of the report leave a choice, they were read like this:',
  },
  'readings.none': { zh: '这份报告没有需要选择读法的地方。', en: 'The words of this report leave no choice of reading.' },
  'reading.taken': { zh: '按“{words}”理解（{inferred}）', en: 'read as “{words}” ({inferred})' },
  'locate.why.doubtful': {
    zh: '涉及它的关系读法没有把握，未作判断',
    en: 'the relations that speak of it are read with too little certainty to decide',
  },
  'finding.exceeds.units': {
    zh: '{parts}（{expected}）不应大于{totals}（{stated}）。',
    en: '{parts} ({expected}) should not exceed {totals} ({stated}).',
  },
  'finding.short.units': {
    zh: '{totals}（{stated}）不应大于{parts}（{expected}）。',
    en: '{totals} ({stated}) should not exceed {parts} ({expected}).',
  },
};
