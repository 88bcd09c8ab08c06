import type { Audit, Check, Finding, Spot, Undecided } from '../model/index.ts';
import { placeData } from './parts/data.ts';
import { figuresOf } from './parts/figures-of.ts';
import { jsonText } from './parts/json-text.ts';
import { problemData } from './parts/problems.ts';
import { reasonOf } from './parts/spots.ts';
import { doubtWords, takenWords } from './parts/words/doubt.ts';
import { phrase } from './parts/words/finding.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions } from './reporter.ts';

/** The version of both JSON outputs: raised when a field changes its meaning or goes away, not when one is added. */
export const VERSION = 1;

export const json: Reporter = {
  name: 'json',
  render(audits, failures, options) {
    const reports = audits.map(audit => report(audit, options));
    const problems = failures.map(failure => problemData(failure.file, failure.problem, options.lang));
    const data = {
      version: VERSION,
      tool: { name: 'audit', version: options.version },
      reports,
      ...(problems.length > 0 ? { problems } : {}),
    };
    return jsonText(data);
  },
};

function report(audit: Audit, options: ReporterOptions) {
  const { file, title, entity, year, kind, summary } = audit;
  const { lang } = options;
  return {
    file,
    title,
    entity,
    year,
    kind,
    summary,
    findings: audit.findings.map(one => finding(one, options)),
    ...(audit.suppressed?.length
      ? {
          suppressed: audit.suppressed.map(one => ({
            by: one.by,
            reason: reasonOf(one, lang),
            finding: finding(one.finding, options),
          })),
        }
      : {}),
    unchecked: audit.unchecked.map(one => ({
      place: placeData(one.place, undefined, { label: one.label, section: one.section }),
      printed: one.printed,
      why: say(lang, one.why, one.params),
    })),
    undecided: audit.undecided.map(one => undecided(one, lang)),
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

function finding(one: Finding, options: ReporterOptions) {
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
    places: figuresOf(one).map(figure => spot({ ...figure, figure })),
  };
}
