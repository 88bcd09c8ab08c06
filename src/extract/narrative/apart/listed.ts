import { type Block, type Remark, remarkAtFigure } from '../../../model/index.ts';
import { leadingNumber, numberOf, ordinalStyle } from '../../ordinals.ts';
import { plain } from '../../plain.ts';
import type { Draft } from '../topics.ts';
import { figureIn, type Standing } from '../words/drafts.ts';

/** «编制范围的单位包括以下4家单位：», «下属预算单位共 3 个，具体如下：»: how many names follow. */
const ANNOUNCED =
  /(?<!\d)(?<stated>\d{1,3})(?:个|家)(?<what>(?<=(?:单位|机构|部门|学校)[\u4e00-\u9fa5]{0,4}\d{1,3}[个家])|[\u4e00-\u9fa5]{0,8}?(?:单位|机构|部门|学校|科室|处室|股室|中心))(?:，?(?:具体|分别|详细)?(?:包括|包含|为|是|有|名单|名称|情况|构成)*(?:如下)?)(?<mark>[：:])/g;
/** Units beside the body itself; whether it counts among them, nothing says. */
const BESIDE = /下属|所属|二级|直属|下级|基层/;
const OWN = /本级|机关|本部|局本|委本|厅本/;
/** «1.某中心（公益一类）»: a name and what is added to it; no sentence, no amount. */
const NAME = /^(?:（?[\d一二三四五六七八九十]{1,3}[）.、．]|[①-⑳])\s*(?<name>[^，。；：\d]{2,40})[，。；]?$/;
const INLINE =
  /(?:(?:^|[，。；、])(?:（?(?<a>\d{1,2})）|(?<b>\d{1,2})[.、．])|[，。；、]?(?<c>[①-⑳]))(?<name>[^，。；：、\d①-⑳]{2,40})/g;
const NEAR = 12;
/** Fewer are no list; the numbers of more are seldom kept. */
const [LEAST, MOST] = [2, 60];

/** Names in a numbered list, in the same paragraph or one a paragraph, against how many are said to follow. */
export function numberedNames(standing: Standing, own: readonly Draft[], blocks: readonly Block[]): Remark[] {
  const { s } = standing.passage.plain;
  return [...s.matchAll(ANNOUNCED)].flatMap(match => {
    const from = match.index + match[0].length;
    const stop = s.indexOf('。', from);
    const rest = s.slice(from, stop < 0 ? s.length : stop);
    const before = s.slice(s.lastIndexOf('。', match.index) + 1, match.index);
    // «行政单位 1 家：…；事业单位 3 家：…», «单位 5 个，其中甲类 2 个、乙类 3 个，包括：»: which of them the names are, is not sure.
    if (/\d(?:个|家)/.test(before + rest)) return [];
    const names = rest === '' && stop < 0 ? namesBelow(blocks, standing.block) : namesInside(rest);
    return namedAs(standing, match, before, names, own);
  });
}

/** `before`: what its sentence says before the number. */
function namedAs(
  standing: Standing,
  match: RegExpExecArray,
  before: string,
  names: readonly string[] | null,
  own: readonly Draft[],
): Remark[] {
  const { s } = standing.passage.plain;
  const { stated, what } = match.groups as { stated: string; what: string };
  if (names === null || names.length < LEAST || names.length > MOST || names.some(name => /等$|^其他|省略/.test(name))) return [];
  const figure = figureIn(standing, match.index, match.index + stated.length, own);
  if (!figure) return [];
  // «局本级和 3 家下属单位：1.局本级。2.…»: the body itself is named first and not counted.
  const isBeside = BESIDE.test(s.slice(Math.max(0, match.index - NEAR), match.index) + what) || OWN.test(before);
  const counts = isBeside && OWN.test(names[0]!) ? [names.length - 1, names.length] : [names.length];
  return [
    remarkAtFigure('SUM-006', 'narrative', figure, {
      holds: counts.includes(Number(stated)),
      quote: match[0].slice(0, 80),
      expected: String(names.length),
      params: { stated, found: names.length },
    }),
  ];
}

/** The names in paragraphs numbered from one on, up to the first that is none; null where they are no plain names. */
function namesBelow(blocks: readonly Block[], from: number): string[] | null {
  const names: string[] = [];
  let style = 0;
  for (const block of blocks.slice(from + 1)) {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') break;
    const { s } = plain(block.text);
    const own = ordinalStyle(s);
    if (own === 0 || (style && own !== style)) {
      // A line without a number may be the rest of a name, or one more: nobody knows where the list ends.
      if (own === 0 && block.kind === 'paragraph' && s.length < 20 && !/[。：]/.test(s)) return null;
      break;
    }
    style = own;
    if (leadingNumber(s)?.number !== names.length + 1) break;
    const name = NAME.exec(s)?.groups?.name;
    if (!name) return null;
    names.push(name);
  }
  return names;
}

/** «1.A；2.B；3.C。» and nothing behind it. */
function namesInside(rest: string): string[] | null {
  const all = [...rest.matchAll(INLINE)];
  const isWhole = all.length > 0 && all.map(one => one[0]).join('') === rest.replace(/[。；，]$/, '');
  return isWhole && all.every((one, i) => numberOf(one.groups!.a ?? one.groups!.b ?? one.groups!.c!) === i + 1)
    ? all.map(one => one.groups!.name!)
    : null;
}
