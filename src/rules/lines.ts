import { bareSubject, functionalCodes, functionalNames } from '../domain/index.ts';
import type { Fact, Figure, Reading } from '../model/index.ts';

/** A line of a table by function or by economy, as addresses name it: 本年支出/2010601, 基本支出/30201. */
export interface CodedLine {
  readonly family: string;
  readonly code: string;
}

/** The lines of one family within one scope, year and measure, by code. */
interface Told {
  readonly tables: Map<string, Figure>;
  readonly text: Map<string, Figure>;
}

/** The figures of a reading that state a line of the classification, to be found by its code. */
export class Lines {
  private readonly byKey = new Map<string, Told>();
  private readonly lost = new Map<string, string[]>();
  /** The lines of tables by what names them: their code by economy, their names by function, whether these have a code or not. */
  private readonly byName = new Map<string, Map<string, { readonly figure: Figure; readonly economic: boolean }>>();

  constructor(reading: Reading) {
    // Tables state the same lines in many columns.
    const known = new Map<string, CodedLine | null>();
    const byIndicator = (indicator: string) => {
      const line = known.get(indicator);
      if (line !== undefined) return line;
      const coded = codedIn(indicator);
      known.set(indicator, coded);
      return coded;
    };
    for (const figure of reading.figures) {
      if (figure.amount.kind !== 'money' || !figure.fact.measure) continue;
      if (figure.at) this.name(figure);
      const line = lineOf(figure, byIndicator);
      if (!line) continue;
      const key = keyOf(line.family, figure.fact);
      const told = this.byKey.get(key) ?? { tables: new Map(), text: new Map() };
      const own = figure.at ? told.tables : told.text;
      if (!own.has(line.code)) own.set(line.code, figure);
      this.byKey.set(key, told);
    }
    for (const fact of reading.lost ?? []) {
      const line = fact.indicator ? codedIn(fact.indicator) : null;
      if (line) this.lost.set(keyOf(line.family, fact), [...(this.lost.get(keyOf(line.family, fact)) ?? []), line.code]);
    }
  }

  private name(figure: Figure): void {
    const { indicator } = figure.fact;
    const coded = indicator === null ? null : economic(indicator);
    const [, head, path] = coded || indicator === null ? [] : (/^(功能[^/]*)\/(.+)$/.exec(indicator) ?? []);
    const line = coded ?? (head && path ? { family: familyOf(head), code: path } : null);
    if (!line) return;
    const key = keyOf(line.family, figure.fact);
    const own = this.byName.get(key) ?? new Map<string, { readonly figure: Figure; readonly economic: boolean }>();
    if (!own.has(line.code)) own.set(line.code, { figure, economic: coded !== null });
    this.byName.set(key, own);
  }

  /** What names the lines of a family in tables: those by economy whose codes begin with `prefix`, or (2 or '') those by function. */
  each(family: string, prefix: string, fact: Omit<Fact, 'indicator'>): readonly string[] {
    const all = [...(this.byName.get(keyOf(family, fact)) ?? [])];
    const isMeant = (name: string, economic: boolean) =>
      prefix.startsWith('3') ? economic && name.startsWith(prefix) : !economic;
    return all.flatMap(([name, line]) => (isMeant(name, line.economic) ? [name] : []));
  }

  /** One of those, by what names it. */
  named(family: string, name: string, fact: Omit<Fact, 'indicator'>): Figure | undefined {
    return this.byName.get(keyOf(family, fact))?.get(name)?.figure;
  }

  /** The line of one code: from a table, else from the text. */
  one(family: string, code: string, fact: Omit<Fact, 'indicator'>): Figure | undefined {
    const told = this.byKey.get(keyOf(family, fact));
    return told?.tables.get(code) ?? told?.text.get(code);
  }

  /**
   * Lines whose codes begin with some digits, each amount once: none whose class or group is among them. Or (`below`) those of the
   * next level. All from tables, or all from the text, which may leave some out: then they are `open`.
   */
  all(
    family: string,
    code: string,
    below: boolean,
    fact: Omit<Fact, 'indicator'>,
  ): { lines: Figure[]; open: boolean; lost: string[] } {
    const key = keyOf(family, fact);
    const told = this.byKey.get(key);
    const from = told?.tables.size ? told.tables : (told?.text ?? new Map<string, Figure>());
    const codes = [...from.keys()].sort();
    const level = code === '' ? 3 : code.length + 2;
    // Both classifications divide one total: «/*» means that of functions, where there is one.
    const ofAll = code === '' && codes.some(one => one.startsWith('2')) ? '2' : code;
    const isIn = (one: string) => one.startsWith(ofAll) && (!below || one.length === level);
    const chosen = codes.filter(isIn).filter((one, _, all) => !all.some(other => other !== one && one.startsWith(other)));
    const lost = (this.lost.get(key) ?? []).filter(one => isIn(one) && !chosen.some(other => one.startsWith(other)));
    return { lines: chosen.map(one => from.get(one)!), open: from === told?.text, lost };
  }
}

const keyOf = (family: string, { scope, period, measure }: Omit<Fact, 'indicator'>) =>
  `${family}|${scope ?? ''}|${period ?? ''}|${measure ?? ''}`;

/** What line a figure states: by the code that is printed with it, else by its names. */
export function lineOf({ fact: { indicator }, at, label }: Figure, byIndicator = codedIn): CodedLine | null {
  if (!indicator?.startsWith('功能')) return indicator ? byIndicator(indicator) : null;
  const printed = /^(?<code>2\d{2}(?:\d{2}){0,2})(?!\d)/.exec(at?.row ?? label)?.groups?.code;
  const [head = '', ...names] = indicator.split('/');
  if (printed && printed.length === 1 + 2 * names.length) return { family: familyOf(head), code: printed };
  return byIndicator(indicator);
}

/** «功能基本支出/教育/普通教育», «经济/302/30201» as family and code; null for other indicators and names that have no code. */
function codedIn(indicator: string): CodedLine | null {
  return economic(indicator) ?? byNames(indicator);
}

function economic(indicator: string): CodedLine | null {
  if (!indicator.startsWith('经济')) return null;
  const found = /^(?:经济\/(?:\d{3}\/)?|(?<spent>经济支出))(?<code>3\d{2}(?:\d{2})?)$/.exec(indicator)?.groups;
  return found ? { family: found.spent ? '本年支出' : '基本支出', code: found.code! } : null;
}

function byNames(indicator: string): CodedLine | null {
  const [head = '', ...names] = indicator.split('/');
  if (!head.startsWith('功能') || names.length === 0 || names.length > 3) return null;
  const isNamed = (code: string, name: string) => functionalNames(code).some(one => bareSubject(one.name) === bareSubject(name));
  const code = functionalCodes(names.at(-1)!).find(
    one => one.length === 1 + 2 * names.length && names.every((name, i) => isNamed(one.slice(0, 3 + 2 * i), name)),
  );
  return code === undefined ? null : { family: familyOf(head), code };
}

/** «功能» is of 本年支出, «功能基本支出» of what it says. */
const familyOf = (head: string) => head.slice(2) || '本年支出';
