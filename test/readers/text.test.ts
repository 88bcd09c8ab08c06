import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';

const bytes = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);
const open = (...lines: string[]) => read({ file: '报告.txt', bytes: bytes(lines) });
const noticed = async (...lines: string[]) =>
  (await open(...lines)).notices.map(({ code, params, place }) => [code, params.lines, place?.line]);

describe('tables whose columns stand apart by blanks', () => {
  it('are tables where every row has all its cells', async () => {
    const document = await open(
      '项目        本年数      占比',
      '基本支出    210.00      70%',
      '项目支出     90.00      30%',
      '本年支出合计  300.00     100%',
    );
    expect(outlineOf(document).slice(-4)).toEqual([
      '项目|本年数|占比',
      '基本支出|210.00|70%',
      '项目支出|90.00|30%',
      '本年支出合计|300.00|100%',
    ]);
    expect(document.notices).toEqual([]);
  });
  it('are told as lost where cells are empty: nothing says which', async () => {
    const lines = [
      '项目      合计      基本支出   项目支出',
      '合计      300.00    210.00     90.00',
      '群众文化   210.00    210.00',
      '图书馆     90.00                 90.00',
    ];
    expect(await noticed(...lines)).toEqual([['reader.scattered', 3, 2]]);
    expect(outlineOf(await open(...lines)).join()).not.toContain('210.00');
  });
  it('are told as lost where every cell is a line of its own', async () => {
    expect(await noticed('决算数', '300.00', '', '2,100.00', '90.00', '群众文化')).toEqual([['reader.scattered', 3, 2]]);
  });
  it('amounts without a unit here and there are none', async () => {
    expect(await noticed('本年支出合计 300.00', '基本支出 210.00', '情况如下。')).toEqual([]);
  });
});

/** A paragraph as a page breaks it, in lines of about one width. */
const PAGE = [
  '清江县文化馆2023年度部门决算',
  '三、一般公共预算财政拨款支出决算情况说明',
  '一般公共预算财政拨款支出300.00万元，比上年增加60.00万元，',
  '增长25%。主要用于以下方面：文化旅游体育与传媒支出（类）支出',
  '210.00万元，占70%；社会保障和就业支出（类）支出60.00万元，占',
  '20%；卫生健康支出（类）支出30.00万元，占10%。主要原因是馆舍改',
  '造项目在年内完工，并且增加了乡镇流动演出和图书下乡的次数，相应',
  '增加了场租、交通和设备维护的支出，人员经费则与上年大体相同，没',
  '有新增人员；另外，县里的非遗展厅在下半年开放，增加了讲解和安保',
  '的支出，其余项目都按年初的计划执行，没有发生大的变化和调整事项，',
  '具体的用途和金额在以下各段分别加以说明，各段的数都以决算为准，并',
  '且与报表中的数一一对应，没有另行估算或者调整过的数，也没有遗漏。',
];

describe('a page that was saved as text', () => {
  const findings = async (lines: readonly string[]) => {
    const { findings: found, summary } = await audit([{ file: '报告.txt', bytes: bytes(lines) }]);
    return { found: found.map(({ rule, equation }) => `${rule} ${equation}`), holds: summary.holds };
  };
  const scattered = Array.from({ length: 40 }, (_, i) => [`科目${'甲乙丙丁'[i % 4]}`, `${i + 10}.00`]).flat();
  it('reads on over the ends of its lines, however many cells of tables stand between', async () => {
    const plain = await findings(PAGE);
    expect(plain.found).toEqual([]);
    expect(plain.holds).toBeGreaterThan(5);
    expect(await findings([...scattered, ...PAGE])).toEqual(plain);
  });
  it('reads on over items that end a line before their last word, before a stop, or after their number', async () => {
    const items = [
      '1、文化旅游体育与传媒支出（类）文化和旅游（款）群众文化',
      '（项）。年初预算为80.00万元，支出决算为90.00万元。',
      '2、文化旅游体育与传媒支出（类）文化和旅游（款）图书馆（项）',
      '。年初预算为110.00万元，支出决算为120.00万元。',
      '。',
      '（三）',
      '政府采购支出决算为15.00万元。',
    ];
    const texts = outlineOf(await open(...PAGE, ...items)).slice(-3);
    expect(texts).toEqual([`${items[0]}${items[1]}`, `${items[2]}${items[3]}`, `${items[5]}${items[6]}`]);
  });
  it('puts a line that begins with digits behind the line it goes on from', async () => {
    const [before, early, late] = [PAGE.slice(0, 4), PAGE[4]!, PAGE[5]!];
    const torn = [...before.slice(0, 3), early, '', before[3]!, late, ...PAGE.slice(6)];
    expect(await findings(torn)).toEqual(await findings(PAGE));
  });
  it('leaves lines alone whose digits follow a word that wants them', async () => {
    const wrong = PAGE.map(line => line.replace('20%', '21%'));
    expect((await findings(wrong)).found).not.toEqual([]);
  });
});

describe('lines that are torn in a text of any layout', () => {
  it.each([
    ['in front of amounts', ['三公经费9.50万元，其中：公务用车运行费支出', '6.00万元，公务接待费支出', '3.50万元。']],
    ['inside a number', ['本年支出12.50万元，占本年支出合计的33', '.67%。']],
    ['inside the name of a subject', ['1．行政事业单位养老支出（款）机关事业单位职业', '年金缴费支出（项）8.00万元。']],
    ['in front of a mark', ['2．图书馆（项）', '：年初预算8.00万元。']],
    ['inside a bracket', ['会议费支出（含视频会议', '和现场会议）8.00万元。']],
  ])('are joined: %s', async (_, lines) => {
    expect(outlineOf(await open('一、支出情况', ...lines, '二、其他情况'))).toEqual([
      '## 一、支出情况',
      lines.join(''),
      '## 二、其他情况',
    ]);
  });
  it('are joined over a page number that is set as one', async () => {
    const [first, second] = ['机关事业单位基本养老', '保险缴费支出（项）8.00万元。'];
    const head = '3．行政事业单位养老支出（款）';
    expect(outlineOf(await open(`${head}${first}`, '─ 11 ─', second))).toEqual([`${head}${first}${second}`]);
    expect(outlineOf(await open('支出增加，主要用于', '', '- 3 -', '', '设备更新。'))).toEqual(['支出增加，主要用于设备更新。']);
  });
  it('stay apart where each is something of its own', async () => {
    const lines = [
      '## 一、收入支出决算总体情况说明',
      '2023年度收入8.00万元。',
      '### （一）支出合计',
      '12.00万元，与上年持平。',
      '支出增加',
    ];
    expect(outlineOf(await open(...lines.map(line => line.replace(/^#+ /, ''))))).toEqual(lines);
  });
});

describe('tables whose cells are parted by bars', () => {
  it('are tables, empty cells and all', async () => {
    const document = await open(
      '| 项目 | 本年数 |  |',
      '|---|:-:|---|',
      '| 基本支出 |  | 210.00 |',
      '| 本年支出合计 | 300.00 |  |',
    );
    expect(
      outlineOf(document)
        .slice(-3)
        .map(row => row.replace(/\s/g, '')),
    ).toEqual(['项目|本年数|', '基本支出||210.00', '本年支出合计|300.00|']);
    expect(document.notices).toEqual([]);
  });
  it('with no bar before the first cell', async () => {
    const document = await open('项目 | 预算数 | 决算数', '公务接待费 | 9.00 | 8.00');
    expect(
      outlineOf(document)
        .slice(-2)
        .map(row => row.replace(/\s/g, '')),
    ).toEqual(['项目|预算数|决算数', '公务接待费|9.00|8.00']);
  });
  it('a bar in one line alone is none', async () => {
    const document = await open('首页 | 公开 | 决算', '本年支出合计300.00万元。');
    expect(document.blocks.some(block => block.kind === 'table')).toBe(false);
  });
});
