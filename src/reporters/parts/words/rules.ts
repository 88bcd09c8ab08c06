import type { Messages } from './messages.ts';

/** The list of rules and the explanation of one. */
export const rules: Messages = {
  'rules.id': { zh: '编号', en: 'id' },
  'rules.severity': { zh: '级别', en: 'severity' },
  'rules.title': { zh: '规则', en: 'rule' },
  'rules.must': { zh: '必须成立', en: 'What must hold' },
  'rules.why': { zh: '为什么', en: 'Why' },
  'rules.basis': { zh: '依据', en: 'Basis' },
  'rules.example': { zh: '例子', en: 'Example' },
  'rules.exceptions': { zh: '例外', en: 'Exceptions' },
  'rules.fix': { zh: '怎么改', en: 'How to fix it' },
  'rules.formula': { zh: '公式', en: 'Formula' },
  'rules.formula.legend': { zh: '（{signs}）', en: ' ({signs})' },
  'rules.formula.scope': { zh: '方括号内是资金口径', en: 'square brackets: which money is counted' },
  'rules.formula.sum': {
    zh: 'Σ 是各项之和：/201* 以 201 开头的编码，/201/* 它的下一级，/* 各类；同一笔钱只算一次',
    en: 'Σ: the sum of lines; /201* codes that begin with 201, /201/* those right below it, /* the classes; each amount once',
  },
  'rules.formula.each': {
    zh: '每行：表里的每一行各算一次，/2每行 是功能分类的各行，/3每行 是经济分类的各行',
    en: '每行: once for each line of the table; /2每行 the lines by function, /3每行 those by economy',
  },
  'rules.formula.optional': {
    zh: '带 ? 的一项报告没有写时按没有计',
    en: '? : counts as nothing where the report does not state it',
  },
  'rules.formula.last-year': { zh: '@上年是上一年度的数', en: '@上年: last year’s figure' },
  'rules.total': {
    zh: '共 {count} 条规则；audit explain 编号 说明其中一条',
    en: '{count} rules; audit explain ID explains one',
  },
  'rules.heading': { zh: '规则目录', en: 'Catalogue of rules' },
  'rules.about': {
    zh:
      '每条规则的编号固定不变，可以引用。SUM：合计与明细；TIE：同一个数在各处、各表之间；PCT：占比与完成率；YOY：与上年相比；' +
      'PRJ：绩效自评表；FRM：文字与格式；CPL：应公开的内容是否齐全，可以整组关闭。级别是规则不成立时的级别：错误（必有一处写错）、警告（很可能有错，或口径需要说明）、提示；' +
      '只差末位、写出的位数可以解释的，一律只作提示。',
    en:
      'Ids never change and can be quoted. SUM: totals and parts; TIE: one figure in several places and tables; PCT: shares and ' +
      'completion rates; YOY: against last year; PRJ: project self-evaluation; FRM: wording and form; CPL: completeness, can be left out as a group. The severity is that of a rule ' +
      'that does not hold; a difference that the printed digits explain is never more than a note.',
  },

  'rule.schema': {
    zh: '“{path}”写得不对：{reason}。请对照别的规则改正。',
    en: '“{path}” is not right: {reason}. Compare it with the other rules.',
  },
  'rule.duplicate': {
    zh: '编号 {rule} 用了两次。每条规则的编号只能用一次，请换一个新的编号。',
    en: 'The id {rule} is used twice. Give one of the rules a new id.',
  },
  'rule.formula': {
    zh: '规则 {rule} 的公式“{formula}”在第 {column} 字读不下去，这里应当是：{expected}。',
    en: 'The formula “{formula}” of rule {rule} cannot be read at character {column}; expected: {expected}.',
  },
  'rule.unknown-indicator': {
    zh: '不认识指标“{given}”。audit figures 报告 --addresses 列出报告里有的地址。',
    en: 'Unknown indicator “{given}”. “audit figures FILE --addresses” lists the addresses a report offers.',
  },
  'rule.unknown-indicator-near': {
    zh: '不认识指标“{given}”，是不是“{guess}”？',
    en: 'Unknown indicator “{given}”. Did you mean “{guess}”?',
  },
  'rule.unknown-scope-near': {
    zh: '不认识资金口径“{given}”，是不是“{guess}”？可以写：{names}。',
    en: 'Unknown scope “{given}”. Did you mean “{guess}”? Possible are {names}.',
  },
  'rule.unknown-measure-near': {
    zh: '不认识度量“{given}”，是不是“{guess}”？可以写：{names}。',
    en: 'Unknown measure “{given}”. Did you mean “{guess}”? Possible are {names}.',
  },
  'rule.bad-id': {
    zh: '编号“{given}”不合要求。请写成三个大写字母、短横线、三位数字，如 OWN-001。',
    en: '“{given}” is no id. Write three capital letters, a hyphen and three digits, such as OWN-001.',
  },
  'rule.bad-slug': {
    zh: '“{given}”只能用小写字母、数字和短横线。',
    en: '“{given}” can only have small letters, digits and hyphens.',
  },
  'rule.taken': {
    zh: '编号 {rule} 是程序自带规则的编号。请换一个，如 OWN-001。',
    en: 'The id {rule} belongs to a built-in rule. Take another one, such as OWN-001.',
  },
  'rule.twice': { zh: '编号 {rule} 用了两次。请换一个新的编号。', en: 'The id {rule} is used twice. Take another one.' },
  'rule.tolerance': {
    zh: '看不懂“{given}”。允许相差多少，可以写：{names}。',
    en: '“{given}” is not understood. How far apart the sides may be is written as {names}.',
  },
  'rule.blank': {
    zh: '提示语里的“{given}”不认识。可以写：{names}。',
    en: '“{given}” is no blank of a message. Possible are {names}.',
  },
  'rule.blank-near': {
    zh: '提示语里的“{given}”不认识，是不是“{guess}”？可以写：{names}。',
    en: '“{given}” is no blank of a message. Did you mean “{guess}”? Possible are {names}.',
  },
  'rule.example-outcome': {
    zh: '每个例子写 holds（应当成立）、breaks（应当不成立）或 silent（不适用）中的一个，而且只写一个。',
    en: 'An example is one of holds, breaks or silent (does not apply), and only one.',
  },
  'rule.example-amount': {
    zh: '“{given}”不是金额。请写成 60.00万元 的样子，带上单位。',
    en: '“{given}” is no amount. Write it like 60.00万元, with its unit.',
  },
  'finding.own': {
    zh: '{title}：一边是 {left}，一边是 {right}，相差 {difference}。',
    en: '{title}: {left} on one side, {right} on the other, {difference} apart.',
  },
  'finding.own.rounding': {
    zh: '{title}：一边是 {left}，一边是 {right}，相差尾数 {difference}，四舍五入可以解释。',
    en: '{title}: {left} on one side, {right} on the other; {difference} apart, which rounding can explain.',
  },
  'rules.checked': { zh: '{file}：{count} 条规则，没有写错的地方。', en: '{file}: {count} rule(s), no mistakes.' },
  'rules.tested': {
    zh: '{file}：{rules} 条规则，{count} 个例子，{failed} 个不符。',
    en: '{file}: {rules} rule(s), {count} example(s), {failed} of them not as said.',
  },
  'rules.tested-wrong': {
    zh: '✗ {rule} 第 {nth} 个例子应当是“{expected}”，实际是“{actual}”{equation}',
    en: '✗ {rule}, example {nth}: should be “{expected}”, is “{actual}”{equation}',
  },
  'rules.tested-right': { zh: '✓ {rule} 第 {nth} 个例子：{actual}{equation}', en: '✓ {rule}, example {nth}: {actual}{equation}' },
  'rules.tested-none': { zh: '· {rule} 没有写例子', en: '· {rule} has no examples' },
  'rules.outcome.holds': { zh: '成立', en: 'holds' },
  'rules.outcome.breaks': { zh: '不成立', en: 'breaks' },
  'rules.outcome.silent': { zh: '不适用', en: 'does not apply' },
  'rules.outcome.undecided': { zh: '未能判断', en: 'undecided' },
};
