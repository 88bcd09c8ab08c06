import type { Messages } from './messages.ts';

/** Many reports at a look. */
export const overview: Messages = {
  'cli.overview.sample': { zh: '报告/', en: 'reports/' },
  'cli.overview.usage': { zh: '[选项] <文件夹|结果.ndjson...>', en: '[options] <folder|results.ndjson...>' },
  'cli.overview.summary': { zh: '许多报告一览：一个单位一行', en: 'many reports at a look: one row a unit' },
  'cli.overview.description': {
    zh: '核对文件夹里的全部报告，或者读 audit check --format ndjson 写出的结果，一个单位一行：问题、核对率、未读、最大相差；再按规则、按写错的样子计数。\n用 --total 给出写明全区合计的数据集，就核对各单位之和与全区合计。\n退出码：同 audit check；全区合计与各单位之和不符也是 1。',
    en: 'Audits all reports of a folder, or reads results of audit check --format ndjson, and gives one row a unit: problems, coverage, what was not read, the largest difference; then the rules and the slips by number.\nWith --total and a dataset that states the totals of the district, the sums of the units are held against them.\nExit code: as audit check; 1 also where a total of the district is not the sum of its units.',
  },
  'cli.overview.examples': {
    zh: `  audit overview 报告/
  audit overview 结果.ndjson --format html --output 一览.html
  audit overview 报告/ --cache 缓存/ --output 一览.xlsx
  audit overview 报告/ --total 全区.yaml      各单位之和与全区合计`,
    en: `  audit overview reports/
  audit overview results.ndjson --format html --output overview.html
  audit overview reports/ --cache cache/ --output overview.xlsx
  audit overview reports/ --total district.yaml   sums of the units against the district`,
  },
  'cli.overview.paths': {
    zh: '文件夹、报告文件，或 audit check --format ndjson 写出的结果',
    en: 'folders or reports, or results of audit check --format ndjson',
  },
  'cli.overview.total': { zh: '写明全区合计的数据集（YAML）', en: 'a dataset (YAML) that states the totals of the district' },
  'overview.mixed': {
    zh: '结果（.ndjson）和报告不能放在一起。请只给结果，或者只给报告。',
    en: 'Results (.ndjson) and reports cannot be mixed. Give results only, or reports only.',
  },
  'overview.no-dataset': {
    zh: '这不是手写的数据集。全区合计请写成 YAML 数据集，写法见 fixtures/README.md。',
    en: 'This is no hand-written dataset. Write the totals of the district as a YAML dataset; fixtures/README.md tells how.',
  },
  'overview.no-total': {
    zh: '这份数据集里没有一个可以相加的全区合计（如收入合计、支出合计）。',
    en: 'This dataset states no total that units can be added up to (income or expenditure in total, say).',
  },

  'overview.title': { zh: '{count} 份报告一览', en: '{count} reports at a look' },
  'overview.total': {
    zh: '{reports} 份报告：{bad} 份有要改的（错误 {errors} · 警告 {warnings}），核对率 {percent}%',
    en: '{reports} report(s): {bad} to be corrected (errors {errors} · warnings {warnings}), {percent}% of the figures checked',
  },
  'overview.total-failed': { zh: '；另有 {count} 个文件没有核对', en: '; {count} file(s) not audited' },
  'overview.unit': { zh: '单位', en: 'unit' },
  'overview.year': { zh: '年度', en: 'year' },
  'overview.problems': { zh: '问题', en: 'problems' },
  'overview.errors': { zh: '错误', en: 'errors' },
  'overview.warnings': { zh: '警告', en: 'warnings' },
  'overview.notes': { zh: '提示', en: 'notes' },
  'overview.coverage': { zh: '核对率', en: 'checked' },
  'overview.coverage-percent': { zh: '核对率%', en: 'checked %' },
  'overview.figures': { zh: '数', en: 'figures' },
  'overview.checked-figures': { zh: '有关系核对', en: 'figures checked' },
  'overview.unread': { zh: '未读', en: 'unread' },
  'overview.largest': { zh: '最大相差', en: 'largest difference' },
  'overview.money': { zh: '金额单位', en: 'in' },
  'overview.rules': { zh: '规则', en: 'rules' },
  'overview.state': { zh: '状态', en: 'state' },
  'overview.file': { zh: '文件', en: 'file' },
  'overview.checked': { zh: '已核对', en: 'audited' },
  'overview.barren': { zh: '无法判断', en: 'nothing' },
  'overview.failures': { zh: '没有核对的文件', en: 'Files that were not audited' },
  'overview.slips': { zh: '写错的样子', en: 'How numbers were got wrong' },
  'overview.slip': { zh: '像是', en: 'looks like' },
  'overview.count': { zh: '次数', en: 'times' },
  'overview.reports': { zh: '报告', en: 'reports' },
  'overview.slip.unknown': { zh: '看不出怎样写错', en: 'no slip that is known' },
  'overview.slip.undecided': { zh: '不能确定是哪一处', en: 'nobody can tell which number it is' },
  'overview.sums': { zh: '全区合计与各单位之和', en: 'Totals of the district and sums of the units' },
  'overview.fact': { zh: '指标 · 口径 · 年度 · 度量', en: 'indicator · scope · year · measure' },
  'overview.stated': { zh: '全区合计', en: 'district' },
  'overview.sum': { zh: '各单位之和', en: 'units' },
  'overview.difference': { zh: '相差', en: 'difference' },
  'overview.units': { zh: '单位数', en: 'units' },
  'overview.verdict': { zh: '结论', en: 'verdict' },
  'overview.why': { zh: '说明', en: 'why' },
  'overview.none': { zh: '没有一个单位写明这个数。', en: 'No unit states this amount.' },
  'overview.lacking': {
    zh: '{count} 个单位没有写明这个数，合计可能不全：{names}{more}',
    en: '{count} unit(s) do not state this amount, the sum may not be whole: {names}{more}',
  },
  'overview.nested': {
    zh: '{count} 个单位可能已包含在另一单位里，合计可能重复：{names}{more}',
    en: '{count} unit(s) may be part of another, the sum may hold them twice: {names}{more}',
  },
  'overview.not-whole': {
    zh: '有报告没有核对，合计不全。',
    en: 'A report could not be audited; the sum is not whole.',
  },
  'overview.sheet.units': { zh: '单位', en: 'Units' },
  'overview.sheet.rules': { zh: '规则', en: 'Rules' },
  'overview.sheet.slips': { zh: '写错的样子', en: 'Slips' },
  'overview.sheet.sums': { zh: '全区合计', en: 'District' },
  'overview.hint': {
    zh: '各单位核对一览，问题多的在前；可以排序、筛选',
    en: 'Overview of the units, the worst first; to be sorted and filtered',
  },
};
