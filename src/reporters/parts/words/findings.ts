import type { Messages } from './messages.ts';

/** What is wrong, one sentence for each kind of relation; the words for form are by rule. */
export const findings: Messages = {
  'finding.sum': {
    zh: '“{total}”写的是 {stated}，而其中各项相加是 {expected}，相差 {difference}。',
    en: '“{total}” is stated as {stated}, but its parts add up to {expected}; the difference is {difference}.',
  },
  'finding.sum.rounding': {
    zh: '“{total}”写的是 {stated}，其中各项相加是 {expected}，尾数相差 {difference}，四舍五入可以解释。',
    en: '“{total}” is stated as {stated}, its parts add up to {expected}; rounding can explain the difference of {difference}.',
  },
  'finding.same': {
    zh: '“{total}”写的是 {stated}，而{parts}是 {expected}，两者应当相等，相差 {difference}。',
    en: '“{total}” is stated as {stated}, but {parts} as {expected}; they should be equal, the difference is {difference}.',
  },
  'finding.same.rounding': {
    zh: '“{total}”写的是 {stated}，{parts}是 {expected}，尾数相差 {difference}，四舍五入可以解释。',
    en: '“{total}” is stated as {stated}, {parts} as {expected}; rounding can explain the difference of {difference}.',
  },
  'finding.computed': {
    zh: '“{total}”写的是 {stated}，而按{parts}计算是 {expected}，相差 {difference}。',
    en: '“{total}” is stated as {stated}, but computed from {parts} it is {expected}; the difference is {difference}.',
  },
  'finding.computed.rounding': {
    zh: '“{total}”写的是 {stated}，按{parts}计算是 {expected}，尾数相差 {difference}，四舍五入可以解释。',
    en: '“{total}” is stated as {stated}, computed from {parts} it is {expected}; rounding can explain the difference of {difference}.',
  },
  'finding.sides': {
    zh: '{totals}合计 {stated}，而{parts}合计 {expected}，两边应当相等，相差 {difference}。',
    en: '{totals} come to {stated}, but {parts} come to {expected}; the two sides should be equal, the difference is {difference}.',
  },
  'finding.sides.rounding': {
    zh: '{totals}合计 {stated}，{parts}合计 {expected}，尾数相差 {difference}，四舍五入可以解释。',
    en: '{totals} come to {stated}, {parts} come to {expected}; rounding can explain the difference of {difference}.',
  },
  'finding.mean': {
    zh: '“{total}”写的是 {stated}，而所列 {count} 项平均是 {expected}。',
    en: '“{total}” is stated as {stated}, but the mean of the {count} listed is {expected}.',
  },
  'finding.mean.rounding': {
    zh: '“{total}”写的是 {stated}，所列 {count} 项平均是 {expected}，只差尾数。',
    en: '“{total}” is stated as {stated}, the mean of the {count} listed is {expected}; only the last digit differs.',
  },
  'finding.exceeds': {
    zh: '{parts}（{expected}）不应大于{totals}（{stated}），现多出 {difference}。',
    en: '{parts} ({expected}) should not exceed {totals} ({stated}), but do so by {difference}.',
  },
  'finding.exceeds.rounding': {
    zh: '{parts}（{expected}）比{totals}（{stated}）多出尾数 {difference}，四舍五入可以解释。',
    en: '{parts} ({expected}) exceed {totals} ({stated}) by {difference}; rounding can explain it.',
  },
  'finding.short': {
    zh: '{totals}（{stated}）不应大于{parts}（{expected}），现多出 {difference}。',
    en: '{totals} ({stated}) should not exceed {parts} ({expected}), but do so by {difference}.',
  },
  'finding.short.rounding': {
    zh: '{totals}（{stated}）比{parts}（{expected}）多出尾数 {difference}，四舍五入可以解释。',
    en: '{totals} ({stated}) exceed {parts} ({expected}) by {difference}; rounding can explain it.',
  },
  'finding.share': {
    zh: '“{about}”写的占比是 {stated}，按 {part}除以{whole}计算是 {expected}。',
    en: 'The share of “{about}” is stated as {stated}, but {part} divided by {whole} gives {expected}.',
  },
  'finding.growth': {
    zh: '“{about}”写的增减比例是 {stated}，按增减额 {part}除以{whole}计算是 {expected}。',
    en: 'The growth of “{about}” is stated as {stated}, but the change of {part} divided by {whole} gives {expected}.',
  },
  'finding.completion': {
    zh: '“{about}”写的完成比例是 {stated}，按 {part}除以{whole}计算是 {expected}。',
    en: 'The completion rate of “{about}” is stated as {stated}, but {part} divided by {whole} gives {expected}.',
  },
  'finding.rate.rounding': {
    zh: '“{about}”写的比例是 {stated}，按印出的数计算是 {expected}，在四舍五入的误差以内。',
    en: 'The rate of “{about}” is stated as {stated}, the printed figures give {expected}; rounding can explain it.',
  },
  'finding.rate.truncation': {
    zh: '“{about}”写的比例是 {stated}，四舍五入应为 {expected}，像是直接舍去了尾数。',
    en: 'The rate of “{about}” is stated as {stated}; rounded it is {expected}. The last digits look cut off.',
  },
  'finding.rate.plug': {
    zh: '“{about}”写的比例是 {stated}，单独计算是 {expected}，像是为使各项占比合计为 100% 作了轧差。',
    en: 'The rate of “{about}” is stated as {stated}, by itself it is {expected}; it looks bent so that the shares add up to 100%.',
  },
  'finding.rate.last-digit': {
    zh: '“{about}”写的比例是 {stated}，计算是 {expected}，只有末位相差一。',
    en: 'The rate of “{about}” is stated as {stated}, computed it is {expected}; only the last digit differs, by one.',
  },
  'finding.zero-base.something': {
    zh: '“{about}”写的比例是 {stated}，但作为基数的数是 0，这个比例无法计算。',
    en: 'A rate of {stated} is stated for “{about}”, but its base is 0, so that there is no such rate.',
  },
  'finding.zero-base.nothing': {
    zh: '“{about}”写的比例是 {stated}，但相比的两个数都是 0，应写 0% 或不写比例。',
    en: 'A rate of {stated} is stated for “{about}”, but both figures are 0; write 0% or no rate.',
  },
  'finding.agree': {
    zh: '“{about}”前后写得不一致：{values}，应为同一个数。',
    en: '“{about}” is stated differently in several places: {values}; it should be one number.',
  },
  'finding.agree.rounding': {
    zh: '“{about}”前后写得末位不同：{values}，相差在尾数以内。',
    en: '“{about}” is stated with different last digits: {values}.',
  },
  'finding.order': {
    zh: '“{about}”写的是“{word}”，但{left}{relation}{right}。',
    en: 'The text on “{about}” says {word}, but {left} is {relation} {right}.',
  },
  'finding.implied': {
    zh: '由各项金额和完成比例推算的预算数之和，与“{about}”的预算数对不上，某一项的金额或完成比例有误。',
    en: 'The budgets implied by the completion rates of the items do not add up to that of “{about}”; an amount or a rate is wrong.',
  },
  'finding.form': { zh: '“{printed}”处的写法不合要求：{about}。', en: '“{printed}” is not written as required: {about}.' },
  'finding.form.expected': {
    zh: '这里写的是“{printed}”，应为“{expected}”。',
    en: 'It says “{printed}” where “{expected}” should stand.',
  },
  'finding.form.FRM-001': { zh: '“{printed}”多了一个百分号。', en: '“{printed}” has one percent sign too many.' },
  'finding.form.FRM-002': {
    zh: '年度写的是“{printed}”，与报告年度不符，应为“{expected}”。',
    en: 'The year “{printed}” is not the report’s; it should be “{expected}”.',
  },
  'finding.form.FRM-003': {
    zh: '“{printed}”没有写单位，应为“{expected}”。',
    en: '“{printed}” carries no unit; it should be “{expected}”.',
  },
  'finding.form.FRM-004': {
    zh: '标点“{printed}”重复或多余。',
    en: 'The punctuation “{printed}” is doubled, or has a mark too many.',
  },
  'finding.form.FRM-005': {
    zh: '“{printed}”是模板的占位符，还没有填写。',
    en: '“{printed}” is a placeholder of the template that was not filled in.',
  },
  'finding.form.FRM-006': {
    zh: '“{printed}”是模板的选项，应只保留一个。',
    en: '“{printed}” is a choice of the template; keep the right one.',
  },
  'finding.form.FRM-014': {
    zh: '“{printed}”既写增减为零，又写持平，应只写“持平”。',
    en: '“{printed}” tells twice that nothing changed; 持平 is enough.',
  },
  'finding.form.FRM-007': { zh: '括号“{printed}”不成对。', en: 'The bracket “{printed}” has no counterpart.' },
  'finding.form.FRM-008': {
    zh: '这一段以“{printed}”结束，应为句号。',
    en: 'The passage ends with “{printed}” instead of a full stop.',
  },
  'finding.form.FRM-009': {
    zh: '“{printed}”有 {decimals} 位小数，全文其他数最多 {usual} 位，可能多打了一位数字。',
    en: '“{printed}” has {decimals} decimals, all others at most {usual}: a digit may have been typed twice.',
  },
  'finding.form.FRM-010': {
    zh: '“{printed}”是模板里给填写人看的说明，应删去。',
    en: '“{printed}” is an instruction of the template to whoever fills it in; delete it.',
  },
  'finding.form.FRM-011': {
    zh: '这里写的单位是“{printed}”，全文其他处是“{expected}”。',
    en: 'The body named here is “{printed}”, everywhere else “{expected}”.',
  },
  'finding.form.FRM-012': {
    zh: '“{name}”的用途写的是“{printed}”，像是另一个科目的说明。',
    en: 'The use of “{name}” is told as “{printed}”, which belongs to another subject.',
  },
  'finding.form.FRM-015': {
    zh: '编号“{printed}”与前面的第 {before} 项不连续：漏了一项、两项连成了一段，或者编号写错。',
    en: 'The number “{printed}” does not follow {before}: an item is missing or run together with another, or the number is wrong.',
  },
  'finding.form.FRM-017': {
    zh: '“{printed}”是范本的两种写法，应只保留一个。',
    en: '“{printed}” leaves both choices of the template; keep the right one.',
  },
  'finding.form.FRM-018': {
    zh: '“{printed}”把两个相反的词写在了一起，应删去不对的一个。',
    en: '“{printed}” joins two opposites; delete the wrong one.',
  },
  'finding.form.FRM-019': { zh: '引号“{printed}”不成对。', en: 'The quotation mark “{printed}” has no counterpart.' },
  'finding.form.FRM-025': {
    zh: '“{printed}”漏字或写错了字，应为“{expected}”。',
    en: '“{printed}” is misspelled; it should be “{expected}”.',
  },
  'finding.form.FRM-016': { zh: '“{printed}”写了两遍。', en: '“{printed}” is written twice.' },
  'finding.form.FRM-013': {
    zh: '“{printed}”处该填的内容还空着。',
    en: 'Something is left blank at “{printed}”.',
  },
  'finding.form.YOY-006': {
    zh: '对比的年度写的是 {stated} 年，应为上一年 {expected} 年。',
    en: 'It is compared with {stated}; the year before is {expected}.',
  },
  'finding.form.YOY-007': {
    zh: '“{name}”的增减额写的是{way} {amount}，增减率写的是{other} {rate}，方向相反。',
    en: 'For “{name}” the amount ({amount}, {way}) and the rate ({rate}, {other}) point in opposite directions.',
  },
  'finding.form.YOY-005': {
    zh: '“{name}”写的是与上年持平，而各项合计{way} {sum}。',
    en: '“{name}” is told to be unchanged, but its parts changed by {sum} in all ({way}).',
  },
  'finding.form.YOY-009': {
    zh: '“{name}”既写与上年持平，又写增减了 {amount}，只能有一种。',
    en: '“{name}” is told to be unchanged and to have changed by {amount}; only one can be.',
  },
  'finding.form.YOY-010': {
    zh: '“{name}”写的是{way} {amount}，后面说的却是“{printed}”，方向相反。',
    en: '“{name}” is told to have changed by {amount} ({way}), but “{printed}” is the reason of the opposite.',
  },
  'finding.form.PCT-006': {
    zh: '“{name}”的完成率是 {rate}，没有写大于还是小于预算数，也没有写原因。',
    en: 'The completion rate of “{name}” is {rate}, without a word about why.',
  },
  'finding.form.PCT-008': {
    zh: '“{name}”写的是 {stated}，按货物、工程、服务各自的占比推算约为 {computed}。',
    en: '“{name}” is {stated}, but the shares of goods, works and services come to about {computed}.',
  },
  'finding.form.PCT-007': {
    zh: '“{name}”写的是 {printed}，超过了预算；“三公”经费不应超预算。',
    en: '“{name}” is {printed}: above its budget; the three public expenses are not to exceed theirs.',
  },
  'finding.form.PCT-011': {
    zh: '“{name}”的 {rate} 是按{meant} {budget} 算出的，文字却写“{word}”；应写{meant}。',
    en: 'The {rate} of “{name}” was computed from {meant} {budget}, but the words say {word}; it should say {meant}.',
  },
  'finding.form.PCT-012': {
    zh: '“{name}”的增减率写成了“{printed}”，按增减额和上年数计算应为“{rate}”。',
    en: 'The rate of “{name}” is written “{printed}”; by its change and last year’s amount it should be “{rate}”.',
  },
  'finding.form.PCT-010': {
    zh: '“{name}”写的是 {stated}，按所写的金额和数量计算是 {computed}。',
    en: '“{name}” is {stated}, but the amount and the number told come to {computed}.',
  },
  'finding.form.PCT-009': {
    zh: '“{name}”写的占比是 {printed}，占比不应大于 100%。',
    en: '“{name}” has a share of {printed}; a share is at most 100%.',
  },
  'finding.form.SUM-006': {
    zh: '写的是 {stated} 个，后面列出的名称是 {found} 个。',
    en: 'It says {stated}, but {found} names follow.',
  },
  'finding.form.SUM-007': {
    zh: '“{name}”是 {amount}，对应的数量是 {count}，一个为零另一个不为零。',
    en: '“{name}” is {amount} while its count is {count}: one is nothing, the other is not.',
  },

  'finding.less': { zh: '小于', en: 'less than' },
  'finding.more': { zh: '大于', en: 'greater than' },
  'finding.equal': { zh: '等于', en: 'equal to' },
  'finding.and': { zh: '、', en: ', ' },
  'finding.and-others': { zh: '{first}等 {count} 项', en: '{first} and others ({count} in all)' },
  'finding.last-year-of': {
    zh: '上年的“{name}”（由本年数和增减额推算）',
    en: 'last year’s “{name}” (by this year’s and its change)',
  },
  'finding.quoted-with': { zh: '“{name}”（{apart}）', en: '“{name}” ({apart})' },
  'finding.measure.outcome': { zh: '决算数', en: 'the outcome' },
  'finding.measure.budget': { zh: '预算数', en: 'the budget' },
  'finding.measure.initial': { zh: '年初预算数', en: 'the initial budget' },
  'finding.measure.adjusted': { zh: '全年预算数', en: 'the adjusted budget' },
  'finding.measure.sum': { zh: '各项合计', en: 'the sum of its parts' },
  'finding.measure.change': { zh: '增减额', en: 'the change' },
  'finding.measure.previous': { zh: '上年数', en: 'last year’s' },
  'finding.quoted': { zh: '“{name}”', en: '“{name}”' },

  'locate.why.no-counterpart': { zh: '报告中没有别的数与它相关', en: 'no other figure of the report relates to it' },
  'locate.why.unbound': { zh: '没有认出它说的是哪一项', en: 'what it states was not recognised' },
  'locate.why.approximate': { zh: '是约数，不能精确核对', en: 'it is only approximate' },
  'locate.why.neighbour-unreadable': {
    zh: '与它相关的数缺失或读不出：{missing}',
    en: 'what it relates to is missing or cannot be read: {missing}',
  },
};
