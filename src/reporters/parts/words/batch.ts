import type { Messages } from './messages.ts';

/** Many reports: several threads, what is said meanwhile, results that are kept, and parts that are put together. */
export const batch: Messages = {
  'cli.check.jobs': {
    zh: '同时核对几份（默认：处理器的核数；只有少数小文件时为 1）',
    en: 'how many reports at a time (default: the cores of this machine; 1 for a few small files)',
  },
  'cli.check.cache': {
    zh: '把结果存进这个文件夹，没有变的报告下次不再核对',
    en: 'keep results in this folder; reports that did not change are not audited again',
  },
  'cli.check.resume': {
    zh: '从上次没有做完的结果（--format ndjson 写出的文件）接着做',
    en: 'go on from the results of a run that was stopped (a file of --format ndjson)',
  },
  'cli.check.shard': {
    zh: '只核对其中一份，如 3/16 是十六份里的第三份；同一报告的文件总在一份里',
    en: 'only a part of the reports, such as 3/16: the third of sixteen; files of one report are always in one part',
  },
  'cli.bad-jobs': {
    zh: '“{given}”不是 1 到 999 的整数。请写成 --jobs 4 的样子。',
    en: '“{given}” is no whole number from 1 to 999. Write it like --jobs 4.',
  },
  'cli.bad-shard': {
    zh: '“{given}”不是“第几份/共几份”。请写成 --shard 3/16 的样子。',
    en: '“{given}” is no part of a whole. Write it like --shard 3/16.',
  },
  'cache.no-folder': {
    zh: '这里有一个同名的文件，不能当缓存文件夹用。请给 --cache 另一个文件夹。',
    en: 'There is a file of this name; it cannot be the folder of a cache. Give --cache another folder.',
  },

  'cli.merge.sample': { zh: '部分1.ndjson 部分2.ndjson', en: 'part-1.ndjson part-2.ndjson' },
  'cli.merge.usage': { zh: '[选项] <结果.ndjson...>', en: '[options] <results.ndjson...>' },
  'cli.merge.summary': { zh: '把分几台机器核对的结果合在一起', en: 'put the parts of a run together' },
  'cli.merge.description': {
    zh: '把 audit check --shard 写出的几份结果合在一起，输出与一次核对全部报告完全相同。缺了哪一份会说明，并以退出码 2 结束。\nhtml、junit、xlsx 等输出和 --all、--ledger 要用到全部核对，分开核对时也要加 --all。',
    en: 'Puts the results of audit check --shard together; the output is that of one run over all reports. A part that is missing is told, with exit code 2.\nhtml, junit, xlsx, --all and --ledger need every check: give --all to the parts as well.',
  },
  'cli.merge.examples': {
    zh: `  audit merge 部分-*.ndjson
  audit merge 部分-*.ndjson --format csv --bom --output 全部.csv`,
    en: `  audit merge part-*.ndjson
  audit merge part-*.ndjson --format csv --bom --output all.csv`,
  },
  'cli.merge.paths': { zh: 'audit check --format ndjson 写出的文件', en: 'files that audit check --format ndjson wrote' },
  'merge.broken': {
    zh: '这一行不是 audit check --format ndjson 写出的结果，或者不完整。请把这一份重新核对。',
    en: 'This line is no result of audit check --format ndjson, or it breaks off. Audit this part again.',
  },
  'merge.version': {
    zh: '这份结果是 {theirs} 版写出的，现在是 {own} 版。请用同一个版本核对和合并。',
    en: 'These results are of version {theirs}, this is {own}. Use one version for all parts and for putting them together.',
  },
  'merge.not-whole': {
    zh: '这份结果里只有问题，没有全部核对，不够写出所要的格式。请在 audit check 时加上 --all。',
    en: 'These results hold problems only, not every check, which this output needs. Give --all to audit check.',
  },
  'merge.nothing': { zh: '这里没有一份结果。', en: 'There is not a single result in it.' },
  'merge.missing': {
    zh: '缺少这几份，合并的结果不完整：{parts}',
    en: 'The result is not whole, these parts are missing: {parts}',
  },

  progress: {
    zh: '已核对 {done}/{count} · 每秒 {rate} 份 · 还需约 {left}',
    en: '{done} of {count} audited · {rate} a second · about {left} left',
  },
  'progress.seconds': { zh: '{seconds} 秒', en: '{seconds} s' },
  'progress.minutes': { zh: '{minutes} 分 {seconds} 秒', en: '{minutes} min {seconds} s' },
  'progress.hours': { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
  'run.stopped': {
    zh: '已停止：{count} 份中核对了 {done} 份，结果如上；其余没有核对。',
    en: 'Stopped: {done} of {count} were audited, with the results above; the others were not.',
  },
  'run.go-on-cache': {
    zh: '接着做：再运行同一条命令，“{folder}”里已有的不再核对。',
    en: 'To go on, run the same command again: what is in “{folder}” is not audited anew.',
  },
  'run.go-on-resume': {
    zh: '接着做：再运行同一条命令，加上 --resume {file}',
    en: 'To go on, run the same command with --resume {file}',
  },
  'run.go-on': {
    zh: '要能接着做，请加 --cache 文件夹，或者 --format ndjson --output 结果.ndjson。',
    en: 'To be able to go on next time, add --cache FOLDER, or --format ndjson --output results.ndjson.',
  },
};
