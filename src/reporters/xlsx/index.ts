import type { Check } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { listed } from '../parts/listing.ts';
import type { FileReporter } from '../reporter.ts';
import { FIRST_ROW, workbook } from './book.ts';
import { coverageSheet } from './coverage.ts';
import { figuresSheet } from './figures.ts';
import { namesIn, verdictsIn } from './names.ts';
import { problemsSheet } from './problems.ts';
import { nameOf, Register } from './register.ts';
import { relationsSheet, type Uses } from './relations.ts';

/**
 * The working paper (勾稽关系核对表): problems, figures, relations and what was checked, a sheet each. Relations are formulas over the
 * figures: whoever changes a figure sees what turns.
 */
export const xlsx: FileReporter = {
  name: 'xlsx',
  endings: ['.xlsx'],
  whole: true,
  bytes(audits, failures, options) {
    const { lang, equation, rules } = options;
    const [only] = audits;
    const names = namesIn(lang, only && audits.length === 1 && failures.length === 0 ? nameOf(only) : '');
    const words = verdictsIn(lang);
    const register = new Register(audits);
    const relating = audits.flatMap(audit => audit.checks.map(check => ({ check, audit })));
    const rowOf = new Map<Check, number>(relating.map(({ check }, i) => [check, FIRST_ROW + i]));
    const list = listed(audits, failures, options);
    const explained = new Map<Check, number>();
    for (const [i, { issue }] of list.entries())
      for (const { check } of issue?.findings ?? []) if (!explained.has(check)) explained.set(check, FIRST_ROW + i);
    const titles = new Map(rules.map(rule => [rule.id, tidy(lang === 'en' ? rule.en.title : rule.title)]));
    const uses: Uses = new Map();
    const relations = relationsSheet(relating, uses, {
      lang,
      names,
      words,
      register,
      equation,
      title: rule => titles.get(rule) ?? '',
      problem: check => explained.get(check),
    });
    return workbook([
      problemsSheet(list, rowOf, register, names, words, lang),
      figuresSheet(register, uses, names, words, lang),
      relations,
      coverageSheet(audits, names, words, lang),
    ]);
  },
};
