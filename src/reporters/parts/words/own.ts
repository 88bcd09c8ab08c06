import type { Messages } from './messages.ts';

/** Rules, forms and settings that a bureau brings itself; the tool beside Word. */
export const own: Messages = {
  'cli.rules.usage': { zh: '[选项]', en: '[options]' },
  'cli.rules.summary': { zh: '列出全部规则', en: 'list all rules' },
  'cli.rules.description': {
    zh: '列出全部核对规则：编号、级别、必须成立的关系。--check 和 --test 检查自己写的规则文件：退出码 2 写错，1 例子不符。',
    en: 'Lists all rules: id, severity, what must hold. --check and --test are for files of your own rules: exit code 2 for mistakes, 1 for examples that come out otherwise.',
  },
  'cli.rules.examples': {
    zh: `  audit rules
  audit rules --format markdown --output 规则.md
  audit rules --check 省规则.yaml              自己的规则写得对不对
  audit rules --test 省规则.yaml               规则里的例子是否如所说`,
    en: `  audit rules
  audit rules --format markdown --output rules.md
  audit rules --check ours.yaml               are our own rules written rightly
  audit rules --test ours.yaml                do their examples come out as they say`,
  },
  'cli.rules.check': {
    zh: '检查自己写的规则文件，一次指出全部写错的地方；可多次使用',
    en: 'check a file of your own rules and tell all its mistakes at once; may be repeated',
  },
  'cli.rules.test': {
    zh: '运行规则文件里的例子（examples）；可多次使用',
    en: 'run the examples of a file of your own rules; may be repeated',
  },
  'cli.figures.addresses': {
    zh: '列出报告里可以写进规则的地址和它们的数',
    en: 'list the addresses a report offers to rules, with their figures',
  },
  'cli.check.own-rules': {
    zh: '再用这个文件里自己的规则（audit rules --check 检查它）；可多次使用',
    en: 'apply the rules of this file as well (audit rules --check checks it); may be repeated',
  },
  'figures.address': { zh: '地址', en: 'address' },
  'figures.addresses-total': {
    zh: '共 {count} 个地址；方括号里不写口径的，按指标通常的口径',
    en: '{count} addresses; without brackets the money is what the indicator usually counts',
  },
};
