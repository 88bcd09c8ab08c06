import { expect, it } from 'vitest';
import { audit, folderWith } from './run.ts';

const RULES = `rules:
  - id: OWN-001
    title: 项目支出不超过支出合计的四成
    severity: warning
    formula: 项目支出 <= 40% × 本年支出
    message: 项目支出 {左}，超过 {右}。
    examples:
      - holds: {项目支出: 3.00万元, 本年支出: 10.00万元}
      - breaks: {项目支出: 5.00万元, 本年支出: 10.00万元}
`;
const WRONG = RULES.replace('breaks: {项目支出: 5', 'breaks: {项目支出: 4').replace('OWN-001', 'OWN-002');
const BROKEN = RULES.replace('severity: warning', 'severity: eror').replace('{右}', '{限}');
const REPORT = `某某市测试局2023年度部门决算

2023年度本年支出合计120.00万元，其中：基本支出70.00万元，占58.33%；项目支出50.00万元，占41.67%。
`;
const folder = folderWith({ '报告.txt': REPORT, '规则.yaml': RULES, '例子错.yaml': WRONG, '写错.yaml': BROKEN });
const run = (...args: string[]) => audit(args, { cwd: folder });

it('--check: 0 for a sound file, 2 for a broken one, all mistakes with their lines', () => {
  expect(run('rules', '--check', '规则.yaml')).toEqual({ code: 0, out: '规则.yaml：1 条规则，没有写错的地方。\n', err: '' });
  const { code, err } = run('rules', '--check', '写错.yaml', '--check', '规则.yaml');
  expect(code).toBe(2);
  expect(err).toContain('规则文件 写错.yaml 有误：共 2 处错误。');
  expect(err).toContain('第 4 行第 15 字：“severity”不能写“eror”，是不是“error”？');
  expect(err).toMatch(/第 6 行第 \d+ 字：提示语里的“\{限\}”不认识/);
});

it('--test: 1 where an example comes out otherwise, with its equation', () => {
  expect(run('rules', '--test', '规则.yaml')).toMatchObject({ code: 0, err: '' });
  const { code, out } = run('rules', '--test', '例子错.yaml');
  expect(code).toBe(1);
  expect(out).toContain('✗ OWN-002 第 2 个例子应当是“不成立”，实际是“成立”（40% × 10.00 = 4.00）');
  expect(out).toContain('1 条规则，2 个例子，1 个不符');
});

it('check applies them, with their message, severity and name', () => {
  const { code, out } = run('check', '报告.txt', '--own-rules', '规则.yaml', '--fail-on', 'warning');
  expect(code).toBe(1);
  expect(out).toContain('项目支出 50.00 万元，超过 48.00 万元。');
  expect(out).toContain('OWN-001 项目支出不超过支出合计的四成');
  expect(run('check', '报告.txt', '--fail-on', 'warning').code).toBe(0);
  expect(run('check', '报告.txt', '--own-rules', '规则.yaml', '--skip', 'OWN-001', '--fail-on', 'warning').code).toBe(0);
  expect(run('check', '报告.txt', '--own-rules', '规则.yaml', '--severity', 'OWN-001=note', '--fail-on', 'warning').code).toBe(0);
});

it('a broken file, or a rule that no file has, is a loud stop', () => {
  expect(run('check', '报告.txt', '--own-rules', '写错.yaml')).toMatchObject({ code: 2, out: '' });
  expect(run('check', '报告.txt', '--own-rules', '没有.yaml')).toMatchObject({ code: 2, out: '' });
  expect(run('check', '报告.txt', '--rule', 'OWN-001')).toMatchObject({ code: 2, err: expect.stringContaining('OWN-001') });
});

it('figures --addresses lists what a rule can name', () => {
  const { code, out } = run('figures', '报告.txt', '--addresses');
  expect(code).toBe(0);
  for (const address of ['本年支出', '基本支出', '项目支出']) expect(out).toMatch(new RegExp(`^${address} `, 'm'));
  const { reports } = JSON.parse(run('figures', '报告.txt', '--addresses', '--format', 'json').out);
  expect(reports[0].addresses[0]).toMatchObject({ address: '本年支出', printed: '120.00', unit: '万元' });
  expect(run('figures', '报告.txt', '--addresses', '--format', 'csv').out).toContain('项目支出');
});

it('rules and explain know the rules of audit.yaml', () => {
  const own = folderWith({ 'audit.yaml': 'own-rules: 规则.yaml\nskip: [OWN-001]\n', '规则.yaml': RULES });
  expect(audit(['explain', 'OWN-001'], { cwd: own }).out).toContain('项目支出 <= 40% × 本年支出');
  expect(audit(['rules'], { cwd: own }).out).toContain('OWN-001');
});
