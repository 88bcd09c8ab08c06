import type { Block, Document, Reading } from '../model/index.ts';
import { ordinalStyle } from './ordinals.ts';
import { plain } from './plain.ts';

/** Whose report of which year this is. */
export interface Whose {
  readonly entity: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly kind: Reading['kind'];
}

/** The name of a body, as a source of patterns. */
export const BODY =
  '[\\u4e00-\\u9fa5（）·]{2,40}?(?:局|委员会|委|部|办公室|中心|院|校|厅|处|会|所|站|馆|社|团|队|政府|街道办事处|镇|乡|学|园)';
const TITLE = new RegExp(
  `(?:^(?:第[一二三四五六七八九十]+部分)?|\\d{4}年度?)(?<entity>${BODY})(?:（[^）]*）)?(?:\\d{4}年度?)?(?:(?:部门|单位)?(?:三公经费(?:支出)?)?决算|(?:部门|单位)预算(?=$|公开|信息|说明|情况|编制说明|报表|的说明))`,
);
const SUBJECT = new RegExp(
  `(?:^|[，。；：、]|\\d{4}年度?，?)(?<entity>${BODY})(?:\\d{4}年度?，?)?(?:机关运行经费|政府采购支出|政府采购金额|共有车辆|组织对)`,
);

/** Finds entity, year and kind by the formulas such reports use for their titles and subjects; null where none is found. */
export function whoseReport(documents: readonly Document[], blocks: readonly Block[]): Whose {
  const lines = blocks.flatMap(block =>
    block.kind === 'paragraph' || block.kind === 'heading' ? [{ heading: block.kind === 'heading', s: plain(block.text).s }] : [],
  );
  const stated = documents.find(document => document.entity || document.year);
  const corner = cornersOf(
    blocks,
    lines.map(line => line.s),
  );
  const isDataset = documents.some(document => document.format === 'yaml');
  return {
    entity: stated?.entity ?? entityIn(lines.map(line => line.s)) ?? corner.entity,
    year: stated?.year ?? yearIn(lines) ?? corner.year,
    title: documents.find(document => document.title)?.title ?? titleIn(lines.map(line => line.s)),
    kind: isDataset ? 'dataset' : kindIn([...lines.map(line => line.s), ...corner.texts]),
  };
}

/** So many rows of a table its header takes at most, with what stands above it. */
const DEEPEST = 8;
const YEAR_HEAD = /^20\d{2}年度?(?:[预决]算|执行)数?$/;

const MAKER =
  /^(?:编制|填报|公开|预算|编报|主管)?(?:单位|部门)(?:（[^）]*）)?(?:名称)?：(?<entity>[\u4e00-\u9fa5（）·]{3,40}?)(?:$|(?:金额|计量)?单位：|(?:编制|填报)?日期：|20\d{2}年)/;
/** «某局2023年度支出决算表», «2023年度某局收入支出决算总表»: the title of a table names whose it is. */
const TABLE_TITLE = new RegExp(
  `^(?:(?<first>${BODY})(?:（[^）]*）)?(?:部门|单位|本级)?20\\d{2}年度?|20\\d{2}年度?(?<second>${BODY})(?:（[^）]*）)?(?:部门|单位|本级)?(?=收入|支出|收支|财政拨款|一般公共预算|政府性基金|国有资本|三公))[^，。；]{0,40}表(?:（[^）]*）)?$`,
);

/** What the first rows of tables and their titles say, where there is no narrative: «部门：某局», «某局2023年度支出决算表». */
function cornersOf(
  blocks: readonly Block[],
  lines: readonly string[],
): { entity: string | null; year: number | null; texts: string[] } {
  const texts = blocks.flatMap(block =>
    block.kind === 'table'
      ? [
          ...(block.title ? [plain(block.title).s] : []),
          ...block.cells.filter(cell => cell.row < 4).map(cell => plain(cell.text).s),
          // «2024年预算数» over columns, below a title, a number, a unit and a blank row.
          ...block.cells
            .filter(cell => cell.row >= 4 && cell.row < DEEPEST)
            .flatMap(cell => YEAR_HEAD.exec(plain(cell.text).s)?.[0] ?? []),
        ]
      : [],
  );
  const short = [...texts, ...lines].filter(s => s.length <= 80);
  const made = short.map(s => MAKER.exec(s)?.groups?.entity).find(name => name && !/^(?:万?元|人民币)/.test(name));
  const titled = short.flatMap(s => {
    const { first, second } = TABLE_TITLE.exec(s)?.groups ?? {};
    return first ?? second ?? [];
  });
  return { entity: made ?? titled[0] ?? null, year: yearOfTables(texts), texts };
}

/** The year that titles and corners state; else, where columns of two years stand beside each other, the later one of 决算. */
function yearOfTables(texts: readonly string[]): number | null {
  const years = (some: readonly string[]) => some.flatMap(s => [...s.matchAll(/(20\d{2})年度?/g)].map(match => Number(match[1])));
  const [stated] = years(texts.filter(s => /^20\d{2}年度?$|表(?:（[^（）]*）)?$/.test(s)));
  const settled = years(texts.filter(s => /决算|执行/.test(s)));
  // «2023年执行数 | 2024年预算数»: a budget of 2024; «2023年决算数» beside it are accounts.
  const planned = years(texts.filter(s => s.includes('预算') && !/决算|执行/.test(s)));
  const isPlan =
    settled.length > 0 &&
    !texts.some(s => s.includes('决算')) &&
    planned.length > 0 &&
    Math.max(...planned) > Math.max(...settled);
  const named = isPlan ? planned : settled.length ? settled : years(texts);
  return stated ?? (named.length ? Math.max(...named) : null);
}

function entityIn(lines: readonly string[]): string | null {
  const votes = new Map<string, number>();
  for (const form of [TITLE, SUBJECT]) {
    for (const line of lines) {
      if (form === TITLE && line.length > 60) continue;
      const name = form.exec(line)?.groups?.entity;
      if (name && !/^(?:本|我|各|该)?(?:部门|单位)/.test(name))
        votes.set(name, (votes.get(name) ?? 0) + (form === TITLE ? 3 : 2));
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0] ?? onCover(lines);
}

const ALONE = new RegExp(`^(?<entity>${BODY})(?:（[^）]*）)?$`);

/** A name in a line of its own, and under it «2022年部门决算»: a title in two lines. */
function onCover(lines: readonly string[]): string | null {
  const filled = lines.slice(0, 2 * COVER).filter(line => line);
  const at = filled.findIndex((line, i) => ALONE.test(line) && /^20\d{2}年度?(?:部门|单位)?[决预]算/.test(filled[i + 1] ?? ''));
  return at < 0 ? null : ALONE.exec(filled[at]!)!.groups!.entity!;
}

/** The lines of a report among which its title stands. */
const COVER = 3;

function yearIn(lines: readonly { heading: boolean; s: string }[]): number | null {
  const votes = new Map<number, number>();
  const vote = (year: string, weight: number) => votes.set(Number(year), (votes.get(Number(year)) ?? 0) + weight);
  for (const [i, { heading, s }] of lines.entries()) {
    const isTitle = heading || (i < COVER && s.length <= 40 && /[决预]算(?:公开|报告|说明|情况|报表)*$/.test(s));
    // «与2022年度决算数相比» names the year before, however often it does.
    for (const match of s.matchAll(/(?<![与比较同])(20\d{2})年度?(?<what>(?:[\u4e00-\u9fa5]{0,24})?(?:决算|预算))?/g))
      vote(match[1]!, match.groups?.what ? (isTitle ? 6 : 3) : 1);
  }
  return [...votes].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? null;
}

function titleIn(lines: readonly string[]): string | null {
  return lines.find(line => line.length <= 60 && /(?:部门|单位|年度)(?:决算|预算(?=$|公开|信息|编制说明))/.test(line)) ?? null;
}

/** Words that hold 预算 and say nothing of whose report it is: names of funds, how a budget was kept, its evaluation. */
const NO_PLAN =
  /(?:一般公共|公共财政|政府性基金|国有资本经营|公共)预算|预算(?:绩效|管理|执行|单位|批复|编制|金额)|(?:完成|年初|全年|调整后?|占|比|与|较|小于|大于|低于|高于)(?:部门)?预算/g;

/** What the title says, else which word is told more often. */
function kindIn(lines: readonly string[]): Reading['kind'] {
  const titles = lines
    .filter(
      line =>
        line.length <= 40 &&
        ordinalStyle(line) === 0 &&
        /(?:决算|预算)(?:公开|报告|说明|情况|报表|信息|草案|编制)*(?:的?说明)?(?:（[^）]{0,40}）)?$/.test(line),
    )
    .slice(0, 3);
  const [title] = titles.filter(
    line => /20\d{2}年|部门|单位/.test(line) && /决算/.test(line) !== /(?<!公共|基金|经营)预算/.test(line),
  );
  if (title) return /决算/.test(title) ? 'final-accounts' : 'budget';
  const text = lines.join('\n');
  const settled = text.match(/决算|执行率|执行比例|完成预算|实际支出/g)?.length ?? 0;
  const planned = text.replace(NO_PLAN, '').match(/预算/g)?.length ?? 0;
  if (!settled && !planned && !/预算/.test(text)) return 'unknown';
  return settled * 3 >= planned && settled > 0 ? 'final-accounts' : 'budget';
}
