import { issuesOf } from '../../src/locate/index.ts';
import {
  type Audit,
  amountOf,
  Big,
  type Check,
  type Figure,
  type Finding,
  formatLike,
  type LinearRelation,
  type Place,
  Problem,
  type Summary,
  type Verdict,
} from '../../src/model/index.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';

/** An invented report with one finding of every sort, built by hand, so that reporters are tested without the road. */
const FILE = '决算公开.txt';
const SECTION = '第二部分 情况说明 › 三、支出决算情况说明';
let count = 0;

export function figure(printed: string, label: string, place: Omit<Place, 'file'>, quote: string, unit = '万元'): Figure {
  count += 1;
  const amount = amountOf(printed, unit === '%' ? 'percent' : 'money', unit)!;
  const fact = { indicator: label, scope: '财政拨款', period: 2023, measure: unit === '%' ? '占比' : '决算' } as const;
  return { id: `f${count}`, printed, amount, place: { file: FILE, ...place }, label, section: SECTION, quote, fact };
}

export function sum(rule: string, verdict: Verdict, total: Figure, parts: readonly Figure[], missing: string[] = []): Check {
  const term = (one: Figure) => ({ figure: one, sign: 1 as const });
  const relation: LinearRelation = {
    kind: 'linear',
    rule,
    about: total.label,
    total: [term(total)],
    parts: parts.map(term),
    compare: '=',
  };
  const middle = parts.reduce((value, part) => value.plus(part.amount.value), new Big(0));
  const residual = middle.minus(total.amount.value);
  const computed = { low: middle, high: middle };
  return { relation, verdict, stated: total.amount.value, computed, residual, slack: new Big(0), tail: null, missing };
}

/** What reporters are asked for where nothing is asked for, without a rule that they would name. */
export const OPTIONS: ReporterOptions = {
  lang: 'zh',
  version: '0.0.0',
  width: 80,
  color: false,
  all: false,
  ledger: false,
  quiet: false,
  bom: false,
  rules: [],
  equation,
};

/** Every addend written out, as the road's own function does it. */
export function equation(check: Check): string | null {
  const { relation } = check;
  if (relation.kind !== 'linear' || check.verdict === 'undecided') return null;
  const sign = check.verdict === 'holds' ? '=' : '≠';
  return `${relation.parts.map(part => part.figure.printed).join(' + ')} ${sign} ${relation.total[0]!.figure.printed}`;
}

export function finding(check: Check, more: Partial<Finding> & Pick<Finding, 'severity' | 'cause'>): Finding {
  const { relation } = check;
  const figures = relation.kind === 'linear' ? [...relation.total, ...relation.parts].map(term => term.figure) : [];
  return {
    rule: relation.rule,
    slug: 'stated-sum',
    verdict: check.verdict === 'rounding' ? 'rounding' : 'fails',
    check,
    tail: check.tail,
    about: relation.about,
    params: {},
    equation: equation(check),
    stated: figures[0]?.printed ?? null,
    expected: check.computed ? formatLike(check.computed.low, figures[0]!.amount) : null,
    difference: check.residual ? formatLike(check.residual.times(-1), figures[0]!.amount) : null,
    unit: '万元',
    spots: figures.map(one => ({ ...one, figure: one })),
    suspects: [],
    fingerprint: `${relation.rule}-${more.cause}`,
    ...more,
  };
}

export function sampleAudit(): Audit {
  count = 0;
  const sentence = '2023年财政拨款支出530.82万元，其中：基本支出444.76万元，项目支出71.73万元，占13.9%。';
  const total = figure('530.82', '财政拨款支出', { line: 111, column: 12 }, sentence);
  const basic = figure('444.76', '基本支出', { line: 111, column: 28 }, sentence);
  const project = figure('71.73', '项目支出', { line: 111, column: 40 }, sentence);
  const share = figure('13.9', '项目支出占比', { line: 111, column: 49 }, sentence, '%');
  const row = 'T2 合计 | 516.49 | 444.76 | 71.74';
  const cell = {
    ...figure('516.49', '合计', { sheet: '公开03表', cell: 'B7' }, row),
    at: { table: '支出决算表', row: '合计', col: '本年支出' },
  };
  const copy = figure('71.74', '项目支出', { sheet: '公开03表', cell: 'D7' }, row);
  const evil = figure('9.99', '培训费\u001b[31m红\u202e', { page: 3 }, '培训费\u001b]8;;http://x\u0007 9.99 万元\u0000');

  const broken = sum('SUM-001', 'fails', total, [basic, project]);
  const follows = sum('TXT-001', 'fails', total, [cell]);
  const tail = { ...sum('SUM-002', 'rounding', cell, [basic, copy]), tail: 'rounding' as const };
  const holds = sum('SUM-003', 'holds', cell, [basic, project]);
  const open = sum('TIE-004', 'undecided', evil, [], ['培训费预算数', '上年决算数']);
  const even = { explains: 1, breaks: 0, slip: null };
  const findings: Finding[] = [
    finding(tail, { severity: 'note', cause: 'c3', tail: 'rounding' }),
    finding(follows, { severity: 'error', cause: 'c1' }),
    finding(broken, {
      severity: 'error',
      cause: 'c1',
      expected: '516.49',
      difference: '14.33',
      suspects: [{ place: 0, implied: '516.49', explains: 2, breaks: 0, slip: 'stale' }],
    }),
    finding(broken, {
      severity: 'warning',
      cause: 'c2',
      suspects: [
        { place: 0, implied: '516.49', ...even },
        { place: 1, implied: '459.09', ...even },
      ],
    }),
  ];
  const checks = [broken, follows, tail, holds, open];
  const figures = [total, basic, project, share, cell, copy, evil];
  return {
    file: FILE,
    format: 'text',
    title: '2023年度部门决算',
    entity: '某某局',
    year: 2023,
    kind: 'final-accounts',
    figures,
    statements: [],
    bounded: new Set(),
    ties: new Map([
      [total.id, 2],
      [basic.id, 3],
      [project.id, 2],
      [cell.id, 3],
      [copy.id, 1],
    ]),
    checks,
    findings,
    issues: issuesOf(findings.map(one => ({ finding: one }))),
    gaps: [],
    unchecked: [share, evil].map(({ place, printed, label, section }) => ({
      place,
      printed,
      label,
      section,
      why: 'summary.barren',
      params: {},
    })),
    undecided: [{ rule: 'TIE-004', about: '培训费', missing: ['培训费预算数', '上年决算数'] }],
    notices: [
      {
        code: 'files.joined',
        params: { files: ['说明.docx', '报表.xls'], entity: '某某局', year: 2023 },
        place: { file: FILE, page: 3 },
      },
    ],
    summary: summaryOf(
      { figures: 7, checked: 5, bounded: 0, unchecked: 2, holds: 1, rounding: 1, fails: 2, undecided: 1, problems: 3 },
      [2, 1, 1],
    ),
  };
}

/** A report that was read but where no relation could be decided. */
export function barrenAudit(): Audit {
  const audit = sampleAudit();
  const summary = summaryOf(
    { figures: 7, checked: 0, bounded: 0, unchecked: 7, holds: 0, rounding: 0, fails: 0, undecided: 1, problems: 0 },
    [0, 0, 0],
  );
  return {
    ...audit,
    file: '目录/空表.docx',
    findings: [],
    issues: [],
    checks: audit.checks.slice(-1),
    ties: new Map(),
    unchecked: [],
    summary,
  };
}

export const failure = { file: '损坏.docx', problem: new Problem('files.unreadable', { reason: 'EIO' }, { file: '损坏.docx' }) };

function summaryOf(
  counts: Omit<Summary, 'errors' | 'warnings' | 'notes'>,
  [errors, warnings, notes]: [number, number, number],
): Summary {
  return { ...counts, errors, warnings, notes };
}
