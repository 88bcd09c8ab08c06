import { phrase } from '../../phrases.ts';
import { besideIn, type Clause, isOpener, type Passage } from '../words/clauses.ts';
import { tellsNext } from '../words/roles.ts';

/** A list that a clause opens: what it is a list of, and how it is told. */
export interface Opening {
  /** Whole: all parts are meant to be told; part: some may be. */
  readonly kind: 'whole' | 'part';
  /** The words that name its topic («支出总计包括：»); empty: what is spoken of. */
  readonly name: string;
  /** The clause begins its paragraph. */
  readonly leads: boolean;
  /** By words that classify («按支出功能分类»). */
  readonly byClass: boolean;
  /** A sentence of its own opens it. */
  readonly fresh: boolean;
}

/** «重点项目包括：A 9 万元，B 5 万元等。»: some of them. */
function isOpenEnded({ plain }: Passage, { text, end }: Clause): boolean {
  const sentence = /^[^。]{0,1000}/.exec(plain.s.slice(end))![0];
  return /重点|部分|例如|比如/.test(text) || /元[）)]?等(?:方面|项目|支出)?[；]?$/.test(sentence);
}

/** «按支出经济分类划分：支出预算总额 9 万元，其中：A …»: a whole that is divided by a classification has no other parts. */
function isDivided({ clauses }: Passage, clause: Clause): boolean {
  const before = clauses.slice(0, clauses.indexOf(clause));
  const from = before.findLastIndex(({ mark }) => mark === '。') + 1;
  const [head] = before.slice(from);
  return head?.mentions.length === 0 && /^按[^，。；：]{2,16}$/.test(head.text) && phrase.classified.test(head.text);
}

/** «其中：», «具体情况如下：», «分为 A 和 B。»; null where a clause opens no list. `last`: of its paragraph. */
export function openingIn(passage: Passage, clause: Clause, last: boolean): Opening | null {
  const { text, mark } = clause;
  const told = tellsNext(passage, clause);
  const names = phrase.namesOnly.test(text) && !/主要用于[以下如]/.test(text);
  if (names && !(told && mark === '：')) return null;
  const closes = mark === '：' || last;
  // «按支出功能分类，主要用于：A …», «按支出结构分类划分，分为 A 和 B。»
  const before = names || /^分为/.test(text) ? (besideIn(passage, clause, -1)?.text ?? '') : text;
  const byClass = phrase.classified.test(before);
  const whole = names ? byClass : isOpener(clause) && (closes || (told && byClass));
  // «三公经费 9 万元：A 1 万元；B 8 万元»: the mark alone opens it.
  const amount = clause.mentions.at(-1);
  const counted = told && mark === '：' && amount?.amount.kind === 'money' && amount.unitEnd === clause.end;
  const inside = /其中$/.test(text) && closes;
  const part = (names && closes) || inside || counted;
  if (!whole && !part) return null;
  const isAll = whole || (inside && isDivided(passage, clause));
  return {
    kind: isAll && !isOpenEnded(passage, clause) ? 'whole' : 'part',
    name: whole ? text.replace(phrase.listWhole, '') : '',
    leads: clause === passage.clauses[0],
    byClass,
    fresh: whole && besideIn(passage, clause, -1)?.mark === '。',
  };
}
