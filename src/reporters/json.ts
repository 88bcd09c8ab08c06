import {
  type Audit,
  type Check,
  type Correction,
  type Finding,
  figuresOf,
  type Issue,
  type Spot,
  type Undecided,
} from '../model/index.ts';
import { placeData } from './parts/data.ts';

import { changesOf, changeWords, reasonWords } from './parts/issues.ts';
import { jsonInPieces } from './parts/json-text.ts';
import { skippedTold } from './parts/open.ts';
import { whole } from './parts/pieces.ts';
import { problemData } from './parts/problems.ts';
import { ordered, reasonOf } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { doubtWords, takenWords } from './parts/words/doubt.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/** The version of both JSON outputs: raised when a field changes its meaning or goes away, not when one is added. */
export const VERSION = 1;

export const json: Reporter = {
  name: 'json',
  endings: ['.json'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { lang, version } = options;
  const { begin, entry, end } = jsonInPieces({ version: VERSION, tool: { name: 'audit', version } }, 'reports');
  const problems: object[] = [];
  const unread: object[] = [];
  return {
    begin,
    audit: audit => entry(report(audit, options)),
    failure({ file, problem }) {
      problems.push(problemData(file, problem, lang));
      return '';
    },
    skip(one) {
      unread.push(...skippedTold([one], lang).map(({ file, message }) => ({ what: 'file', place: { file }, why: message })));
      return '';
    },
    end: () => end({ ...(problems.length > 0 ? { problems } : {}), ...(unread.length > 0 ? { unread } : {}) }),
  };
}

/** What is said of one report. */
export function report(audit: Audit, options: ReporterOptions) {
  const { file, title, entity, year, kind, summary } = audit;
  const { lang } = options;
  const finder = finderOf(audit, lang);
  const ids = new Map(
    [...(audit.dropped ?? []).map(({ issue }) => issue), ...audit.issues].map(({ cause, id }) => [cause, id] as const),
  );
  const idOf = (cause: string) => ids.get(cause) ?? null;
  return {
    file,
    title,
    entity,
    year,
    kind,
    summary,
    findings: audit.findings.map(one => finding(one, options, idOf)),
    problems: ordered(audit.issues, options).map(one => problem(one, finder)),
    ...(audit.suppressed?.length
      ? {
          suppressed: audit.suppressed.map(one => ({
            by: one.by,
            reason: reasonOf(one, lang),
            finding: finding(one.finding, options, idOf),
          })),
        }
      : {}),
    unchecked: audit.unchecked.map(one => ({
      place: placeData(one.place, undefined, { label: one.label, section: one.section }),
      printed: one.printed,
      why: say(lang, one.why, one.params),
    })),
    undecided: audit.undecided.map(one => undecided(one, lang)),
    unread: audit.gaps.map(({ what, place, why, params }) => ({ what, place: placeData(place), why: say(lang, why, params) })),
    notices: audit.notices.map(({ code, params, place }) => ({
      code,
      message: say(lang, code, params),
      ...(place ? { place: placeData(place) } : {}),
    })),
    ...(options.all ? { checks: audit.checks.map(one => check(one, options)) } : {}),
  };
}

function undecided({ rule, about, missing, doubt }: Undecided, lang: ReporterOptions['lang']) {
  return { rule, about, missing, ...(doubt ? { reason: doubtWords(doubt, lang) } : {}) };
}

function problem(one: Issue, finder: Finder) {
  const { lang } = finder;
  const { id, severity, corrections, candidates, lead, findings, cause } = one;
  const change = ({ spot: at, now, to, slip }: Correction) => ({ place: spot(at), where: whereWords(at, finder), now, to, slip });
  return {
    id,
    severity,
    title:
      changesOf(one)
        .map(each => changeWords(each, finder))
        .join(say(lang, 'csv.and')) || reasonWords(one, lang),
    corrections: corrections.map(change),
    candidates: candidates.map(change),
    reason: reasonWords(one, lang),
    equation: lead.equation,
    rule: lead.rule,
    cause,
    findings: findings.map(({ fingerprint }) => fingerprint),
  };
}

function finding(one: Finding, options: ReporterOptions, idOf: (cause: string) => string | null) {
  const { rule, slug, severity, verdict, equation, stated, expected, difference, unit, cause, fingerprint } = one;
  return {
    rule,
    slug,
    severity,
    verdict,
    message: phrase(one, options.lang),
    equation,
    stated,
    expected,
    difference,
    unit,
    places: one.spots.map(spot),
    suspects: one.suspects.map(({ place, implied, explains, breaks, slip }) => ({ place, implied, explains, breaks, slip })),
    cause,
    problem: idOf(cause),
    fingerprint,
  };
}

function spot({ place, printed, label, section, quote, figure }: Spot) {
  return { printed, label, ...placeData(place, figure?.at, { section, quote }) };
}

function check(one: Check, options: ReporterOptions) {
  const { relation, verdict, tail, missing } = one;
  return {
    rule: relation.rule,
    about: relation.about,
    verdict,
    tail,
    equation: options.equation(one),
    missing,
    ...(one.taken ? { reading: takenWords(one.taken, options.lang) } : {}),
    ...(one.doubt ? { reason: doubtWords(one.doubt, options.lang) } : {}),
    places: figuresOf(one.relation).map(figure => spot({ ...figure, figure })),
  };
}
