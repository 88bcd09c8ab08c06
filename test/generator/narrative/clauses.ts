import type { Big } from '../../../src/model/index.ts';
import { functionName, levelsOf } from '../accounts/names.ts';
import { type Block, type Inline, t } from '../report.ts';
import type { Pen } from './pen.ts';

export const paragraph = (inline: Inline): Block => ({ kind: 'paragraph', inline });
export const heading = (level: 1 | 2 | 3 | 4, text: string): Block => ({ kind: 'heading', level, inline: [text] });
/** The title of a section of the narrative: «…情况说明» or «…情况». */
export const section = (pen: Pen, text: string): Block =>
  heading(2, pen.style.titles === 'short' ? text.replace(/说明$/, '') : text);

const REASONS = [
  '本年工作任务有所调整',
  '人员数量发生变化',
  '缴费基数按政策调整',
  '部分采购安排到下一年度实施',
  '上年一次性任务本年不再安排',
  '进一步压减一般性开支',
  '年中追加了工作任务',
  '在职人员较上年增加2人',
  '上年10月起执行新的标准',
  '本年新增3个项目、取消1个项目',
  '按照有关文件要求压减5%的一般性开支',
];

/** A made-up reason; it states no figures. */
export const reason = (pen: Pen): string => pen.random.pick(REASONS);

export const numeral = (n: number): string => {
  const digits = '零一二三四五六七八九';
  if (n < 10) return digits[n]!;
  return `${n < 20 ? '' : digits[Math.floor(n / 10)]!}十${n % 10 ? digits[n % 10]! : ''}`;
};

/** The nth of a numbered list. */
export function ordinal(pen: Pen, n: number): string {
  switch (pen.style.numbering) {
    case '①':
      return n <= 20 ? String.fromCharCode(0x2460 + n - 1) : `${n}.`;
    case '（1）':
      return `（${n}）`;
    case '1、':
      return `${n}、`;
    default:
      return `${n}.`;
  }
}

export const more = (value: Big) => (value.gt(0) ? '增加' : '减少');
export const growing = (value: Big) => (value.gt(0) ? '增长' : '下降');

/** «与上年相比，…增加 d，增长 p%。»; `each` for a joint label of two totals. */
export function change(pen: Pen, fact: string, label: string, each = false): Inline {
  const { style, year } = pen;
  const d = pen.difference(fact);
  const base = pen.before(fact);
  const against = {
    versusYear: `与${year - 1}年相比，${label}`,
    lastYear: '较上年',
    lastFinal: '比上年决算数',
    sameTime: '同比',
    previous: '',
    signed: '',
    rateFirst: '较上年',
    lastTotal: '较上年',
  }[style.change];
  if (d.eq(0))
    return style.change === 'sameTime'
      ? ['同比', style.flat, '。']
      : [`与${year - 1}年度${style.change === 'lastFinal' ? '决算数' : ''}${style.flat}。`];
  if (style.nearlyFlat && !base.eq(0) && d.abs().div(base).lt('0.01')) return [`与${year - 1}年度基本持平。`];
  const word = (each ? '各' : '') + more(d);
  if (base.eq(0)) return t`${against || '较上年'}${word}${pen.change(fact)}，上年无此项。`;
  const growth = style.times && d.gt(base) ? t`增长${pen.times(fact)}` : t`${growing(d)}${pen.growth(fact)}`;
  const why = pen.random.chance(0.7) ? `。主要原因是${reason(pen)}。` : '。';
  if (style.change === 'signed') return t`较上年增减额为${pen.signedChange(fact)}，增减率为${pen.signedGrowth(fact)}${why}`;
  if (style.change === 'rateFirst' && !style.times) return t`${against}${growth}，${word}${pen.change(fact)}${why}`;
  if (style.change === 'lastTotal' && label.endsWith('总计') && !each)
    return t`上年总计${pen.previous(fact)}，${against}${word}${pen.change(fact)}，${growth}${why}`;
  if (style.change === 'previous') return t`较上年${pen.previous(fact)}${word}${pen.change(fact)}，${growth}${why}`;
  return t`${against}${word}${pen.change(fact)}，${growth}${why}`;
}

/** Joins the parts of a list and ends it. */
export function list(pen: Pen, parts: readonly Inline[], separator: string = pen.style.separator): Inline {
  return [...parts.flatMap((part, i) => (i === 0 ? [...part] : [separator, ...part])), '。'];
}

/** «，较上年增加 d，增长 p%» behind a part of a list. */
function partChange(pen: Pen, fact: string): Inline {
  const d = pen.difference(fact);
  if (d.eq(0)) return ['，与上年持平'];
  const amount = t`，较上年${more(d)}${pen.change(fact)}`;
  return pen.before(fact).eq(0) ? amount : t`${amount}，${growing(d)}${pen.growth(fact)}`;
}

/** «B〈A〉，占〈P〉» or without 占. */
export function portion(pen: Pen, label: string, part: string, whole: string, wholeName: string): Inline {
  if (pen.style.composition === 'amounts') return t`${label}${pen.money(part)}`;
  const named = pen.style.shareOf === 'name' ? wholeName : pen.style.shareOf;
  const base = pen.random.chance(0.25) ? `${named}的` : '';
  const points = pen.style.points && pen.random.chance(0.4) ? pen.points(part, whole) : undefined;
  const against = points ? t`，占比较上年${points.sign > 0 ? '提高' : '下降'}${points.text}` : [];
  const grown = pen.style.composition === 'withChange' ? partChange(pen, part) : [];
  return t`${label}${pen.money(part)}，占${base}${pen.share(part, whole)}${against}${grown}`;
}

/** A whole with its parts: in one sentence, or each part a paragraph of its own. */
export function composition(
  pen: Pen,
  opening: Inline,
  parts: readonly { label: string; fact: string }[],
  whole: string,
  wholeName: string,
  introduction = '其中：',
): Block[] {
  const told = pen.style.composition === 'allSources' ? parts : parts.filter(part => !pen.now(part.fact).eq(0));
  const texts = told.map(part => portion(pen, part.label, part.fact, whole, wholeName));
  if (texts.length === 0) return [paragraph(t`${opening}。`)];
  if (pen.style.composition === 'numbered') {
    return [
      paragraph(t`${opening}，${introduction}`),
      ...texts.map((text, i) => paragraph(t`${ordinal(pen, i + 1)}${text}${i + 1 < texts.length ? '；' : '。'}`)),
    ];
  }
  return [paragraph(t`${opening}，${introduction}${list(pen, texts)}`)];
}

/** The name of a 类 as this style writes it. */
export function className(pen: Pen, code: string, name = functionName(code)): string {
  const { className: form } = pen.style;
  return form === 'quoted' ? `“${name}”（类）` : form === 'coded' ? `${name}（${code}类）` : `${name}（类）`;
}

/** «〈类〉（类）〈款〉（款）〈项〉（项）» */
export function itemName(pen: Pen, item: string): string {
  const levels = levelsOf(item);
  const coded = pen.style.items === 'coded';
  return levels.map((code, i) => `${functionName(code)}（${coded ? code : ''}${'类款项'[i]}）`).join('');
}

/** The words before the rate; where two budgets are printed they say which one is meant. */
export const completionWord = (pen: Pen): string =>
  pen.style.items === 'adjusted' && !/年初|全年/.test(pen.style.completion) ? '完成全年预算数的' : pen.style.completion;

/** Which budget the style's rates are of. */
export const budgetOf = (pen: Pen): 'initial' | 'adjusted' =>
  /全年|^预算执行率/.test(completionWord(pen)) ? 'adjusted' : 'initial';

/** «完成预算〈P〉»; nothing where there is no budget. */
export function completion(pen: Pen, outcome: string, budget: string, word: string = completionWord(pen)): Inline {
  if (pen.now(budget).eq(0)) return [];
  return t`，${word.endsWith('执行率') ? `${word}为` : word}${pen.rate(outcome, budget)}`;
}

/** «，决算数大于预算数的主要原因是…» */
export function order(pen: Pen, outcome: string, budget: string, cause = true): Inline {
  const sign = pen.now(outcome).cmp(pen.now(budget));
  // Beside two budgets the difference is from the one that is named.
  if (pen.style.order === 'gap' && sign !== 0 && pen.style.items !== 'adjusted')
    return t`，决算数${sign > 0 ? '大于' : '小于'}预算数${pen.gap(outcome, budget)}`;
  const text = orderText(pen, outcome, budget, cause);
  // Beside two budgets the word says which one it means.
  const said =
    pen.style.items === 'adjusted' && budgetOf(pen) === 'initial' && budget.endsWith('.initial')
      ? text.replace('预算数', '年初预算数')
      : text;
  return said ? [said] : [];
}

function orderText(pen: Pen, outcome: string, budget: string, cause: boolean): string {
  const sign = pen.now(outcome).cmp(pen.now(budget));
  const { order: form } = pen.style;
  if (form === 'none') return '';
  if (sign === 0) {
    return {
      larger: '，决算数等于预算数',
      outcomeLarger: '，决算数与预算数持平',
      flatWith: '，与预算数持平',
      sameAs: '，决算数同预算数持平',
      gap: '，决算数与预算数持平',
    }[form];
  }
  const word = `，决算数${sign > 0 ? '大于' : '小于'}预算数`;
  return cause && pen.random.chance(0.7) ? `${word}的主要原因是${reason(pen)}` : word;
}

/** Who the sentence is about. */
export const subject = (pen: Pen): string => ({ entity: pen.accounts.entity, none: '', department: '本部门' })[pen.style.subject];
