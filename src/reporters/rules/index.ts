import { Chalk } from 'chalk';
import type { Rule } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { columnsOf } from '../parts/columns.ts';
import { jsonText } from '../parts/json-text.ts';
import { wrap } from '../parts/width.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { passages, titleOf } from './parts.ts';

export interface RuleOptions {
  readonly lang: Lang;
  readonly width: number;
  readonly color: boolean;
}

/** One format of the list of rules. Pure. */
export interface RuleReporter {
  readonly name: string;
  render(rules: readonly Rule[], options: RuleOptions): string;
}

const table: RuleReporter = {
  name: 'table',
  render(rules, { lang, width }) {
    const head = ['id', 'severity', 'title'].map(column => say(lang, `rules.${column}`));
    const rows = rules.map(rule => [rule.id, say(lang, `severity.${rule.severity}`), tidy(titleOf(rule, lang))]);
    const total = say(lang, 'rules.total', { count: rules.length });
    return `${[...columnsOf(head, rows, { width, right: [], shrink: [2] }), '', total].join('\n')}\n`;
  },
};

const json: RuleReporter = {
  name: 'json',
  render: rules => jsonText({ version: 1, rules }),
};

const markdown: RuleReporter = {
  name: 'markdown',
  render(rules, { lang }) {
    const columns = ['id', 'severity', 'title'].map(column => say(lang, `rules.${column}`));
    const contents = rules.map(rule => [
      `[${rule.id}](#${rule.id.toLowerCase()})`,
      say(lang, `severity.${rule.severity}`),
      escapeMarkdown(titleOf(rule, lang)),
    ]);
    const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const index = [row(columns), '|---|---|---|', ...contents.map(row)].join('\n');
    const entries = rules.map(rule => {
      const head = `**${escapeMarkdown(titleOf(rule, lang))}** · ${say(lang, `severity.${rule.severity}`)} · \`${rule.slug}\``;
      const texts = passages(rule, lang).map(({ title, text }) => `- **${title}** ${escapeMarkdown(text)}`);
      return [`## ${rule.id}`, '', head, '', ...texts].join('\n');
    });
    return `${[`# ${say(lang, 'rules.heading')}`, say(lang, 'rules.about'), index, ...entries].join('\n\n')}\n`;
  },
};

/** Only a list; the first is the default. */
export const ruleReporters: readonly RuleReporter[] = [table, json, markdown];

/** One rule told in full, for `audit explain`. */
export function explain(rule: Rule, { lang, width, color }: RuleOptions): string {
  const paint = new Chalk({ level: color ? 1 : 0 });
  const title = `${rule.id} ${titleOf(rule, lang)} · ${say(lang, `severity.${rule.severity}`)} · ${rule.slug}`;
  const head = wrap(title, width).map((line, i) => (i === 0 ? line.replace(rule.id, paint.bold(rule.id)) : line));
  const texts = passages(rule, lang).flatMap(({ title, text }) => [
    '',
    paint.bold(title),
    ...wrap(text, width - 2).map(line => `  ${line}`),
  ]);
  return `${[...head, ...texts].join('\n')}\n`;
}

function escapeMarkdown(text: string): string {
  return tidy(text).replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}
