import type { Audit, Check, Failure, Finding, Issue, Suppressed } from '../model/index.ts';
import { tidy } from './parts/clean.ts';
import { xml } from './parts/escape.ts';
import { groupBy } from './parts/group.ts';
import { cureWords, isInnocent } from './parts/issues.ts';
import { barrenTold, gapsTold, skippedTold } from './parts/open.ts';
import { gathered, whole } from './parts/pieces.ts';
import { mistakesOf } from './parts/problems.ts';
import { reasonOf } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { doubtWords } from './parts/words/doubt.ts';
import { phrase } from './parts/words/finding.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/**
 * JUnit XML, as Jenkins and GitLab read it: a suite for each rule of a report, every relation a case. What fails is a failure that
 * says what the problem behind it is; what could not be decided, was not read or does not count is skipped; a file that could not be
 * audited is a suite with an error.
 */
export const junit: Reporter = {
  name: 'junit',
  whole: true,
  endings: ['.xml'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang } = options;
  const [audited, failed, left]: string[][] = [[], [], []];
  const total = { tests: 0, errors: 0, failures: 0, skipped: 0 };
  const add = (to: string[] | undefined, all: readonly Suite[]) => {
    for (const { name, cases } of all) {
      const own = count(cases);
      for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += own[key];
      const lead = `  <testsuite name="${xml(name)}"${counted(own)} time="0">`;
      to!.push([lead, ...cases.flatMap(lines), '  </testsuite>', ''].join('\n'));
    }
  };
  return gathered(
    {
      audit: audit => add(audited, suites(audit, options)),
      failure: one => add(failed, [unread(one, options)]),
      skip: one =>
        add(
          left,
          skippedTold([one], lang).map(({ file, code, message }): Suite => {
            return { name: file, cases: [{ rule: code, name: file, outcome: { kind: 'skipped', message } }] };
          }),
        ),
    },
    () =>
      [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        `<testsuites name="audit"${counted(total)} time="0">\n`,
        ...audited!,
        ...failed!,
        ...left!,
        '</testsuites>\n',
      ].join(''),
  );
}

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

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** The relations of a report by their rules, then what of it was not read. */
function suites(audit: Audit, options: ReporterOptions): Suite[] {
  const { lang, rules } = options;
  const found = new Map<Check, Issue>(
    audit.issues.flatMap(issue => issue.findings.map(finding => [finding.check, issue] as const)),
  );
  const dropped = new Map<Check, Suppressed>((audit.suppressed ?? []).map(one => [one.finding.check, one]));
  const finder = finderOf(audit, lang);
  const byRule = groupBy(audit.checks, check => check.relation.rule).map((checks): Suite => {
    const { rule } = checks[0]!.relation;
    const known = rules.find(({ id }) => id === rule);
    const title = known ? ` ${lang === 'en' ? known.en.title : known.title}` : '';
    const names = new Map<string, number>();
    const cases = checks.map((check): Case => {
      const about = tidy(check.relation.about) || rule;
      const number = (names.get(about) ?? 0) + 1;
      names.set(about, number);
      const name = number === 1 ? about : say(lang, 'format.number', { about, number });
      return { rule, name, outcome: outcome(check, found.get(check), dropped.get(check), finder) };
    });
    return { name: `${audit.file} · ${rule}${title}`, cases };
  });
  return [...byRule, ...open(audit, lang)];
}

/** Passages that were not read are skipped cases; a report of which nothing could be judged is an error. */
function open(audit: Audit, lang: Lang): Suite[] {
  const barren = barrenTold(audit, lang);
  const error = barren === null ? [] : [erring('audit.barren', audit.file, barren)];
  const gaps = gapsTold(audit, lang).map(({ code, message, what }, i): Case => {
    const name = say(lang, 'format.number', { about: say(lang, `unread.${what}`), number: i + 1 });
    return { rule: code, name, outcome: { kind: 'skipped', message } };
  });
  const cases = [...error, ...gaps];
  return cases.length > 0 ? [{ name: `${audit.file} · ${say(lang, 'unread.level')}`, cases }] : [];
}

function erring(rule: string, name: string, message: string): Case {
  return { rule, name, outcome: { kind: 'error', message, type: rule, text: message } };
}

function outcome(check: Check, issue: Issue | undefined, dropped: Suppressed | undefined, finder: Finder): Outcome | null {
  const { lang } = finder;
  const { verdict, missing, doubt } = check;
  if (verdict === 'undecided') {
    const lacking = say(lang, missing.length > 0 ? 'format.missing' : 'format.undecided', { missing: missing.map(tidy) });
    const message = doubt ? doubtWords(doubt, lang) : lacking;
    return { kind: 'skipped', message };
  }
  if (verdict !== 'fails') return null;
  if (dropped) return { kind: 'skipped', message: say(lang, 'format.suppressed', { reason: reasonOf(dropped, lang) }) };
  // A rule that was switched off leaves a failing check without a finding.
  if (!issue) return { kind: 'skipped', message: say(lang, 'format.off') };
  const finding = issue.findings.find(one => one.check === check)!;
  const cure = cureWords(issue, finder);
  return {
    kind: 'failure',
    message: [...cure, ...(isInnocent(issue) ? [phrase(finding, lang)] : []), `[${issue.id}]`].join(' '),
    type: issue.severity,
    text: details(finding, issue, finder),
  };
}

function details(finding: Finding, issue: Issue, finder: Finder): string {
  const { lang } = finder;
  const places = finding.spots.map(spot => [whereWords(spot, finder), tidy(spot.printed)].filter(Boolean).join(' · '));
  return [...cureWords(issue, finder), phrase(finding, lang), finding.equation ?? '', ...places].filter(Boolean).join('\n');
}

function unread({ file, problem }: Failure, { lang }: ReporterOptions): Suite {
  const cases = mistakesOf(problem, lang).map(({ code, message }, i): Case => {
    const name = i === 0 ? file : say(lang, 'format.number', { about: file, number: i + 1 });
    return erring(code, name, message);
  });
  return { name: file, cases };
}

function count(cases: readonly Case[]) {
  const of = (kind: Outcome['kind']) => cases.filter(one => one.outcome?.kind === kind).length;
  return { tests: cases.length, errors: of('error'), failures: of('failure'), skipped: of('skipped') };
}

const counted = ({ tests, errors, failures, skipped }: ReturnType<typeof count>) =>
  ` tests="${tests}" errors="${errors}" failures="${failures}" skipped="${skipped}"`;

function lines({ rule, name, outcome }: Case): string[] {
  const head = `    <testcase classname="${xml(rule)}" name="${xml(name)}" time="0"`;
  if (!outcome) return [`${head}/>`];
  const { kind, message, type, text } = outcome;
  const open = `      <${kind} message="${xml(message)}"${type === undefined ? '' : ` type="${xml(type)}"`}`;
  return [`${head}>`, text === undefined ? `${open}/>` : `${open}>${xml(text)}</${kind}>`, '    </testcase>'];
}
