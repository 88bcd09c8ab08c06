import type { Accounts } from '../accounts.ts';
import { randomOf } from '../random.ts';
import { type Block, isMark, plain, type Report } from '../report.ts';
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
  const whole = style.contents === 'none' ? blocks : [blocks[0]!, ...contents(pen, blocks.slice(1)), ...blocks.slice(1)];
  return { title, entity, year, style: style.name, blocks: whole.map(block => narrowed(pen, block)) };
}

/** 目录: every heading of the first three levels, with a page number that means nothing. */
function contents(pen: Pen, blocks: readonly Block[]): Block[] {
  let page = 2;
  const lines = blocks.flatMap(block => {
    if (block.kind !== 'heading' || block.level > 2) return [];
    page += pen.random.int(0, 2);
    return [paragraph([`${plain(block.inline)}${pen.style.contents === 'tabs' ? '\t' : '……………………'}${page}`])];
  });
  return [paragraph(['目  录']), ...lines];
}

const HALF: Record<string, string> = { '：': ':', '，': ',', '；': ';', '（': '(', '）': ')' };

/** Half-width punctuation here and there in paragraphs, as often as the style has it. */
function narrowed(pen: Pen, block: Block): Block {
  if (block.kind !== 'paragraph' || pen.style.halfWidth === 0) return block;
  const half = (text: string) => text.replace(/[：，；（）]/g, c => (pen.random.chance(pen.style.halfWidth) ? HALF[c]! : c));
  return { ...block, inline: block.inline.map(piece => (isMark(piece) ? piece : half(piece))) };
}
