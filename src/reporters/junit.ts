import type { Audit, Check, Failure, Finding, Suppressed } from '../model/index.ts';
import { tidy } from './parts/clean.ts';
import { xml } from './parts/escape.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { reasonOf } from './parts/spots.ts';
import { suspectSentences } from './parts/suspects.ts';
import { doubtWords } from './parts/words/doubt.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/**
 * JUnit XML, as Jenkins and GitLab read it: a report is a suite, every relation a case. What fails is a failure, what
 * could not be decided or does not count is skipped, a file that could not be audited is a suite with an error.
 */
export const junit: Reporter = {
  name: 'junit',
  render(audits, failures, options) {
    const suites = [...audits.map(audit => suite(audit, options)), ...failures.map(failure => unread(failure, options))];
    const total = count(suites.flatMap(one => one.cases));
    const inner = suites.flatMap(({ name, cases }) => [
      `  <testsuite name="${xml(name)}"${count(cases)} time="0">`,
      ...cases.flatMap(lines),
      '  </testsuite>',
    ]);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="audit"${total} time="0">`,
      ...inner,
      '</testsuites>',
      '',
    ].join('\n');
  },
};

type Outcome = {
  readonly kind: 'failure' | 'error' | 'skipped';
  readonly message: string;
  readonly type?: string;
  readonly text?: string;
};
interface Case {
  readonly rule: string;
  readonly name: string;
  readonly outcome: Outcome | null;
}

function suite(audit: Audit, options: ReporterOptions): { name: string; cases: Case[] } {
  const found = new Map<Check, Finding>(audit.findings.map(finding => [finding.check, finding]));
  const dropped = new Map<Check, Suppressed>((audit.suppressed ?? []).map(one => [one.finding.check, one]));
  const names = new Map<string, number>();
  const cases = audit.checks.map((check): Case => {
    const { rule, about } = check.relation;
    const title = tidy(about) || rule;
    const number = (names.get(`${rule} ${title}`) ?? 0) + 1;
    names.set(`${rule} ${title}`, number);
    const name = number === 1 ? title : say(options.lang, 'format.number', { about: title, number });
    return { rule, name, outcome: outcome(check, found.get(check), dropped.get(check), options) };
  });
  return { name: audit.file, cases };
}

function outcome(check: Check, finding: Finding | undefined, dropped: Suppressed | undefined, options: ReporterOptions) {
  const { lang } = options;
  const { verdict, missing, doubt } = check;
  if (verdict === 'undecided') {
    const lacking = say(lang, missing.length > 0 ? 'format.missing' : 'format.undecided', { missing: missing.map(tidy) });
    const message = doubt ? doubtWords(doubt, lang) : lacking;
    return { kind: 'skipped', message } as const;
  }
  if (verdict !== 'fails') return null;
  if (dropped) return { kind: 'skipped', message: say(lang, 'format.suppressed', { reason: reasonOf(dropped, lang) }) } as const;
  // A rule that was switched off leaves a failing check without a finding.
  if (!finding) return { kind: 'skipped', message: say(lang, 'format.off') } as const;
  return { kind: 'failure', message: phrase(finding, lang), type: finding.severity, text: details(finding, lang) } as const;
}

function details(finding: Finding, lang: ReporterOptions['lang']): string {
  const places = finding.spots.map(({ place, printed, section }) =>
    [placeWords(place, lang, true), tidy(printed), tidy(section)].filter(Boolean).join(' · '),
  );
  return [finding.equation ?? '', ...places, ...suspectSentences(finding, { lang, named: false })].filter(Boolean).join('\n');
}

function unread({ file, problem }: Failure, { lang }: ReporterOptions): { name: string; cases: Case[] } {
  const cases = mistakesOf(problem, lang).map(({ code, message }, i): Case => {
    const name = i === 0 ? file : say(lang, 'format.number', { about: file, number: i + 1 });
    return { rule: code, name, outcome: { kind: 'error', message, type: code, text: message } };
  });
  return { name: file, cases };
}

function count(cases: readonly Case[]): string {
  const of = (kind: Outcome['kind']) => cases.filter(one => one.outcome?.kind === kind).length;
  return ` tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function lines({ rule, name, outcome }: Case): string[] {
  const head = `    <testcase classname="${xml(rule)}" name="${xml(name)}" time="0"`;
  if (!outcome) return [`${head}/>`];
  const { kind, message, type, text } = outcome;
  const open = `      <${kind} message="${xml(message)}"${type === undefined ? '' : ` type="${xml(type)}"`}`;
  return [`${head}>`, text === undefined ? `${open}/>` : `${open}>${xml(text)}</${kind}>`, '    </testcase>'];
}
