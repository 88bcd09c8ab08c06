import { words } from '../domain/index.ts';
import { ORDINALS } from './ordinals.ts';

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Alternatives of a word list, longest first, as the source of a regular expression. */
export function anyOf(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');
}

/**
 * A list whose words may follow one another: without those that are others of the list put together («额为» beside «额» and «为»),
 * so that there is one way only to read a row of them; two ways would be doubled by every word.
 */
function rowOf(list: readonly string[]): string {
  const isMade = (word: string, rest: string): boolean =>
    rest === '' ||
    list.some(part => part !== word && part !== '' && rest.startsWith(part) && isMade(word, rest.slice(part.length)));
  return `(?:${anyOf(list.filter(word => !isMade(word, word)))})`;
}

const links = `${rowOf(words.changeLinks)}*`;
const year = '(?:\\d{4}年度?)';
/** «2022年度[三公经费预算]»: what is compared with is a plan; a fund's name holds the word as well, and so may what was done with a plan. */
const plannedAfter =
  '(?:[^，。；\\d增减升降]{0,20}?(?:(?<!公共|基金|经营)预算(?!财政|支出|收入|执行|完成)|(?:年初|全年|调整|部门)预算))';

/** No name in a sentence, and no list of uses, is longer; without a limit each word that opens one would look to the end of its line. */
const [NAME, USES] = [100, 400];

/** The word lists of src/domain/wording.yaml, compiled once. All work on plain text (see plain.ts). */
export const phrase = {
  /** «…各减少» directly before a number. */
  changeBefore: new RegExp(
    `(?<twice>${anyOf([...words.up, ...words.down].filter(word => word.length > 1))})?(?<word>${anyOf([...words.signed, ...words.difference, ...words.up, ...words.down])})${links}$`,
  ),
  /** «下降（增长）», «增加/减少»: a choice of the template that was left open, before a number. */
  choice: new RegExp(
    `(?<word>${anyOf([...words.up, ...words.down])})(?:（或?(?:${anyOf([...words.up, ...words.down])})(?:、[^（）]{1,4})?）|/(?:${anyOf([...words.up, ...words.down])}))(?=(?:${anyOf(words.changeLinks)}){0,3}$)`,
  ),
  up: new RegExp(`^(?:${anyOf([...words.signed, ...words.up])})`),
  reached: new RegExp(`(?:${anyOf([...words.up, ...words.down])})(?:到|至)了?$`),
  difference: new RegExp(`^(?:${anyOf(words.difference)})`),
  same: new RegExp(`(?<!${anyOf(words.sameNot)})(?:${anyOf(words.same)})(?!${anyOf(words.sameNot)})`),
  loose: new RegExp(anyOf(words.loose)),
  adjusted: new RegExp(anyOf(words.adjusted)),
  shareBefore: new RegExp(
    `(?:${anyOf(words.share)})(?<base>[^，；。：]{0,${NAME}}?)(?:的|比重为|的比重为|的比例为|比例为|比为)?$`,
  ),
  /** «增长 17.00。»: words that are followed by a rate, whether its sign stands or not. */
  rateBefore: new RegExp(`(?:${anyOf(words.rates)})(?:了|为|约|达|：)*$`),
  /** «年初预算执行率»: with the budget it is a rate of. */
  rateName: new RegExp(
    `(?:${anyOf([...words.budgets.年初预算, ...words.budgets.全年预算])}|年初|全年|调整后?)?(?:的|数)?(?:${anyOf(words.completion)})(?:为|达到|达|是|：)?$`,
  ),
  completionBefore:
    /(?:完成|为|占|达到|达|是)(?:了)?(?<base>[^，；。：]{0,100}?(?:预算|预算数|预算安排数?|预算总额|预算指标|批复数))(?:的|率为|率)?$/,
  budgetNames: {
    年初预算: new RegExp(anyOf(words.budgets.年初预算)),
    全年预算: new RegExp(anyOf(words.budgets.全年预算)),
    预算: new RegExp(anyOf(words.budgets.预算)),
  },
  /** «2023年度预算» is the budget of a year, «年度预算» that of the whole year. */
  budgetBefore: new RegExp(
    `(?<!\\d{4}(?=年度))(?:${anyOf([...words.budgets.年初预算, ...words.budgets.全年预算, ...words.budgets.预算])})(?:金额|总额)?(?:为|是|共计|合计|安排|均为|的|：)*$`,
  ),
  outcomeBefore: new RegExp(`(?:${anyOf(words.outcomes)})(?:为|是|共计|：)*$`),
  unbudgeted: new RegExp(`(?:${anyOf(words.unbudgeted)})$`),
  order: new RegExp(
    `(?:(?:支出)?决算数?|实际支出数?|支出数?|执行数)?(?:较|比|与|同)?(?:年初|全年|调整)?(?:预算数?)?(?<word>${anyOf([...words.above, ...words.below, ...words.equal])})(?<object>(?:年初|全年|调整)?预算数?)?`,
  ),
  /** «小于年初预算数», «超上年» before a number: the difference. */
  gapBefore: new RegExp(
    `(?<word>${anyOf([...words.above, ...words.below])}|超)(?:了)?(?:(?<planned>(?:${year})?(?:${anyOf(words.budgets.年初预算)}|${anyOf(words.budgets.全年预算)}|预算数?))|${anyOf(words.lastYear)}(?:同期)?(?:决算)?数?)(?:的)?$`,
  ),
  above: new RegExp(`^(?:${anyOf(words.above)})`),
  below: new RegExp(`^(?:${anyOf(words.below)})`),
  /** «（含外宾 1 批次）». */
  bracketStart: /^(?:其中|包括|包含|含|具体为|具体是)/,
  /** «其中A 1 万元», and «支出 3 万元，（1）A 1 万元；（2）B 2 万元». */
  listStart: /^(?:其中|包括|包含|具体为|具体是|（[1一]）|①)/,
  /** «主要用于燃料费 4 万元»; not «主要用于支付燃料费等支出 4 万元», which tells one amount once more. */
  usesStart: new RegExp(`^(?:${anyOf(words.namesOnly)})(?!以下)[^，；。：\\d]{1,12}(?<!支出|等|共计|合计)\\d`),
  listWhole: new RegExp(`(?:${anyOf(words.lists.whole)})[^，；。]{0,${NAME}}：?$`),
  /** «支出按功能分类科目分，A …»: a list follows without a colon. */
  classified: /(?:分类|类别|品目|科目|来源|用途|性质|类型)(?=[^，；。]{0,4}$)(?<=[按从][^，；。]*)/,
  listPart: new RegExp(`(?:${anyOf(words.lists.part)})[：，]?$|^(?:${anyOf(words.lists.part)})`),
  namesOnly: new RegExp(anyOf(words.namesOnly)),
  reason: new RegExp(`(?:${anyOf(words.reasons)})`),
  reasonNot: new RegExp(anyOf(words.reasonNot)),
  /** «；二是…»: a list of reasons goes on. */
  reasonGoesOn: /^(?:[二三四五六七八九]是|其[二三四五]|[②-⑨]|（[二三四五2-9]）|[2-9][.、．])/,
  carryOver: new RegExp(`(?:${anyOf(words.carryOver)})(?:资金|经费|和结余)*(?:为|的)?$`),
  againOnly: new RegExp(`^${rowOf(words.again)}+$`),
  /** «合计增加 d», after changes of parts. */
  allTold: /^[，、；]?(?:合计|总计|共计|总共|共|累计|总体|总体上|整体)$/,
  againStart: new RegExp(`^(?:${anyOf(words.again)})`),
  /** «与2020年相比», «较上年», «同比», «比2020年决算数»; «较202年度» has lost a digit. */
  yearBase: new RegExp(
    `(?:与|比|较|同)(?:(?<year>${year}|${anyOf(words.lastYear)})(?:度)?|[02]\\d{2}年度)(?!度|${plannedAfter})(?:[^，；。]{0,12}?)(?:相比|比较|对比)?|同比`,
  ),
  compared: new RegExp(
    `相比|比较|对比|${anyOf([...words.up, ...words.down, ...words.same, ...words.difference].filter(word => word.length > 1))}|变化|变动|决算|[增减降多少][加长了]?\\d`,
  ),
  budgetBase: new RegExp(
    `(?:与|比|较)(?<year>${year})?(?:[^，。；\\d]{0,20}?(?:年初|全年|调整)|初|本年|当年)?(?:部门)?预算数?(?:相比|比较)?|(?:与|比|较)(?<planned>${year}|${anyOf(words.lastYear)})(?:度)?${plannedAfter}数?(?:相比|比较)?`,
  ),
  /** «公务接待费支出决算情况说明»: what stands before is what it is about. */
  about: /(?:费用)?(?:支出)?(?:决算)?(?:具体)?(?:使用)?情况(?:的)?(?:说明)?。?$/,
  plan: new RegExp(`^(?:${year})?(?:(?:年初|全年|调整)?预算|(?:支出)?决算)数?(?:安排)?[为是：]?$`),
  /** «2020年执行数» behind a year. */
  estimated: new RegExp(`^度?(?:${anyOf(words.estimates)})`),
  /** «加上年初结转和结余 1 万元，»: what adds to what was told. */
  added: new RegExp(`^(?:${anyOf(words.added)})(?![大快强])`),
  /** «截至2020年12月31日，», «2020年末，»: a date that stands before what it is of. */
  dated: new RegExp(`^(?:截[至止]|[至到])?(?<year>${year})(?:年?[末底]|\\d{1,2}月(?:\\d{1,2}日|[末底])?)?$`),
  /** «A 2013年为», «A 由上年的»: the year behind the name of what is told. */
  yearBehind: new RegExp(
    `^(?<name>.{0,60}?[\u4e00-\u9fa5）])(?:则|，)?(?:(?<year>${year})|[由从](?:(?<from>${year})|${anyOf(words.lastYear)}))度?(?:的|为|是|达到?)?$`,
  ),
  lastYearLevel: new RegExp(
    `(?:${year}|${anyOf(words.lastYear)})(?:度)?(?:累计|实际|共计?)?(?:支出|收入|收支)?(?:总计|合计|总额|总数|决算数?|执行数|实际数|同期数?)?(?:为|的|是)?$`,
  ),
  /** «相比2020年的总收入 8 万元», «由上年的 8 万元»: words before the year of what is compared with. */
  against: /^[，、]?(?:同比|相比于?|相较于?|对比|较|比|与|同|由|从)/,
  /** Last year, not what was left of it. */
  lastYearStart: new RegExp(`^(?:${anyOf(words.lastYear)})(?:同期)?(?!度?(?:结转|结余|末|预算|底))度?`),
  leading: new RegExp(
    `^(?:(?:${anyOf(words.leading)})(?<!(?:本年|当年)(?=度?(?:财政拨款)?(?:收入|支出)))|[，、：；。和及与]|${year})+`,
  ),
  spentOn: new RegExp(`(?:^|[，；])(?:${year})?(?:${anyOf(words.spentOn)})[^。；]{0,${USES}}支出$`),
  ordinal: new RegExp(`(?:${ORDINALS.map(form => form.source).join('|')}) ?`),
  thresholdBefore: new RegExp(`(?:${anyOf(words.thresholdsBefore)})(?:为|的)?$`),
  thresholdAfter: new RegExp(`^(?:${anyOf(words.thresholdsAfter)})`),
  /** «约 9 万元»; not «节约 9 万元». */
  approximateBefore: new RegExp(`(?<!节|契|签|合)(?:${anyOf(words.approximateBefore)})$`),
  approximateAfter: new RegExp(`^(?:${anyOf(words.approximateAfter)})(?!于|少)`),
  involved: new RegExp(anyOf(words.involved)),
  /** «人均 1.79 万元»: a quotient, no amount of the accounts. */
  average: new RegExp(`(?:${anyOf(words.averages)})[^，。；]{0,16}$`),
  /** «支出合计 XX 万元»: a sign, or nothing, where an amount should be. */
  placeholder: /^(?<name>.*?[\u4e00-\u9fa5）])(?:[—–－/／XxＸ×*＊□○_＿…-]+|（）)?(?:亿|万)?元$/,
  counts: new RegExp(`^(?!${anyOf(words.countsNot)})(?:${anyOf(words.counts)})`),
  scores: new RegExp(`^(?:${anyOf(words.scores)})(?!别|类|为|部|局|行|支|中|项|析|期)`),
} as const;

/** A lead without what it compares with: «A较上年», «A比年初预算». */
export function withoutBase(lead: string): string {
  return lead.replace(phrase.yearBase, '').replace(phrase.budgetBase, '');
}
