import { describe, expect, it } from 'vitest';
import { audit } from '../../src/index.ts';

const read = (content: string, format = 'txt') => audit([{ file: `报告.${format}`, bytes: new TextEncoder().encode(content) }]);
const TITLE = '柳溪县农机站2023年度部门决算';
const firstOf = async (content: string, format?: string) => {
  const { findings } = await read(content, format);
  const [found] = findings.filter(one => one.severity !== 'note');
  const suspect = found!.suspects[0]!;
  return `${found!.spots[suspect.place]!.printed}→${suspect.implied}`;
};
const row = (...cells: readonly string[]) => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`;

describe('a correction', () => {
  it('is never a number that its place could not hold', async () => {
    const table = (item: string) => `<h1>${TITLE}</h1><p>五、一般公共预算财政拨款支出决算表</p><table>
${row('科目编码', '科目名称', '合计', '基本支出', '项目支出')}
${row('213', '农林水支出', '40.00', '40.00', '')}
${row('21301', '农业农村', '40.00', '40.00', '')}
${row('2130104', '事业运行', item, item, '')}
${row('2130106', '科技转化与推广服务', '55.00', '55.00', '')}
${row('', '合计', '40.00', '40.00', '')}</table>`;
    const { findings } = await read(table('3.00'), 'html');
    const advised = findings.flatMap(one => one.suspects.map(({ implied }) => implied ?? ''));
    expect(findings.length).toBeGreaterThan(0);
    expect(advised.filter(value => value.startsWith('-'))).toEqual([]);
  });

  it('is of the rate, where a rate of one digit would fit an amount moved by any power of ten', async () => {
    const item = '1.农林水支出（类）农业农村（款）事业运行（项）：年初预算4.20万元，支出决算3.57万元，完成年初预算的0.1%。';
    expect(await firstOf(`${TITLE}\n（三）一般公共预算财政拨款支出决算具体情况\n${item}`)).toBe('0.1%→85.0%');
  });

  it('names the part that was given its whole’s amount before the one that would have to be nothing', async () => {
    const table = `<h1>${TITLE}</h1><p>六、一般公共预算财政拨款基本支出决算表</p><table>
${row('科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数')}
${row('301', '工资福利支出', '120.00', '302', '商品和服务支出', '30.00')}
${row('30101', '基本工资', '70.00', '30201', '办公费', '12.00')}
${row('30102', '津贴补贴', '50.00', '30211', '差旅费', '18.00')}
${row('303', '对个人和家庭的补助', '58.60', '', '', '')}
${row('30305', '生活补助', '9.30', '', '', '')}
${row('30399', '其他对个人和家庭的补助', '58.60', '', '', '')}
${row('', '人员经费合计', '178.60', '', '公用经费合计', '30.00')}</table>`;
    expect(await firstOf(table, 'html')).toBe('58.60→49.30');
  });
});

describe('two figures that were copied from elsewhere together', () => {
  const report = (basic: string, staff: string) => `<h1>${TITLE}</h1><p>六、一般公共预算财政拨款基本支出决算表</p><table>
${row('科目编码', '科目名称', '决算数', '科目编码', '科目名称', '决算数')}
${row('301', '工资福利支出', '52.00', '302', '商品和服务支出', '14.00')}
${row('30101', '基本工资', '52.00', '30201', '办公费', '14.00')}
${row('', '人员经费合计', '52.00', '', '公用经费合计', '14.00')}
${row('', '合计', '66.00', '', '', '')}</table>
<p>五、一般公共预算财政拨款支出决算情况说明</p><p>一般公共预算财政拨款基本支出66.00万元，项目支出0万元。</p>
<p>六、一般公共预算财政拨款基本支出决算情况说明</p>
<p>一般公共预算财政拨款基本支出${basic}万元。其中：人员经费${staff}万元；公用经费14.00万元。</p>`;
  const causes = async (basic: string, staff: string) => {
    const { findings } = await read(report(basic, staff), 'html');
    return new Set(findings.filter(one => one.severity === 'error').map(one => one.cause)).size;
  };

  it('are one mistake where they still add up', async () => {
    expect(await causes('66.00', '52.00')).toBe(0);
    expect(await causes('71.00', '57.00')).toBe(1);
  });
});

describe('a rate of the other budget', () => {
  const told = (first: string, rate: string, base = '年初预算') =>
    `${TITLE}\n五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出年初预算为${first}万元，全年预算为64.00万元，支出决算为48.16万元，完成${base}的${rate}。`;
  const rules = async (content: string) =>
    (await read(content)).findings.filter(one => one.severity !== 'note').map(({ rule, expected }) => `${rule} ${expected}`);

  it('is a wrong word', async () => {
    expect(await rules(told('0', '75.25%'))).toEqual(['PCT-011 全年预算']);
    expect(await rules(told('151.00', '75.25%'))).toEqual(['PCT-011 全年预算']);
    expect(await rules(told('151.00', '75.25%', '全年预算'))).toEqual([]);
  });

  it('is none where nothing fits, where whole per cent prove nothing, or where the named budget is a misprint of the other', async () => {
    for (const content of [told('151.00', '71.25%'), told('151.00', '75%'), told('64.10', '75.25%')])
      expect((await rules(content)).map(one => one.split(' ')[0])).toEqual(['PCT-002']);
  });
});

describe('the first to doubt', () => {
  it('is the one of whom another rule says just what should stand there', async () => {
    const sheet = (score: string) => `${TITLE}
项目支出绩效自评表
（2023年度）
项目名称\t\t深耕示范
主管部门\t\t柳溪县农机站\t\t\t实施单位\t柳溪县农机站
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t50.00\t64.00\t48.00\t10\t75.00%\t${score}
\t其中：当年财政拨款\t50.00\t64.00\t48.00\t—\t75.00%\t—
\t上年结转资金\t0.00\t0.00\t0.00\t—\t\t—
\t其他资金\t0.00\t0.00\t0.00\t—\t\t—
年度总体目标\t\t按计划完成\t\t\t已完成\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因
产出指标\t数量指标\t示范面积\t≥10亩\t12亩\t20\t20\t
产出指标\t质量指标\t合格率\t100%\t100%\t20\t20\t
产出指标\t时效指标\t及时率\t≥95%\t100%\t10\t10\t
效益指标\t社会效益指标\t示范作用\t提升\t提升\t30\t30\t
满意度指标\t服务对象满意度\t群众满意度\t≥90%\t95%\t10\t10\t
总分\t\t\t\t\t100\t97.50\t
`;
    expect(await firstOf(sheet('3.50'))).toBe('3.50→7.50');
  });

  it('is corrected to what the printed amounts make it, not to a number beside that', async () => {
    const item = `${TITLE}\n七、“三公”经费
公务用车运行维护费预算10.00万元，支出决算8.10万元，完成预算的80.01%；公务接待费预算2.00万元，支出决算1.50万元，完成预算的75.00%。
“三公”经费预算12.00万元，支出决算9.60万元，其中公务用车运行维护费8.10万元，公务接待费1.50万元。`;
    expect(await firstOf(item)).toBe('80.01%→81.00%');
  });
});
