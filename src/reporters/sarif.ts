import type { Audit, Failure, Issue, Place, Rule, Severity, Spot, Suppressed } from '../model/index.ts';
import { clean, tidy } from './parts/clean.ts';
import { changesOf, changeWords, cureWords, reasonWords } from './parts/issues.ts';
import { jsonText } from './parts/json-text.ts';
import { barrenTold, gapsTold, type Open, skippedTold } from './parts/open.ts';
import { pathOf } from './parts/paths.ts';
import { gathered, whole } from './parts/pieces.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { ordered, reasonOf } from './parts/spots.ts';
import { type Finder, finderOf, whereWords } from './parts/where.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): a result for each problem. Places in text files are
 * regions; cells, pages and paragraphs are logical locations. What does not count is there, marked as suppressed.
 */
export const sarif: Reporter = {
  name: 'sarif',
  endings: ['.sarif'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

function stream(options: ReporterOptions): Streamed {
  const { version, lang } = options;
  const results: ReturnType<typeof result>[] = [];
  const [broken, barren, left]: object[][] = [[], [], []];
  return gathered(
    {
      audit(audit) {
        const finder = finderOf(audit, lang);
        results.push(...every(audit, options).map(one => result(audit, one, finder)));
        barren!.push(...barrenOf(audit, lang));
        left!.push(...gapsTold(audit, lang).map(one => open(one, lang)));
      },
      failure: one => void broken!.push(...unread(one, lang)),
      skip: one => void left!.push(...skippedTold([one], lang).map(each => open(each, lang))),
    },
    () => {
      const named = new Set(results.map(({ ruleId }) => ruleId));
      const rules = options.rules.filter(({ id }) => named.has(id));
      const places = new Map(rules.map(({ id }, i) => [id, i]));
      const numbered = results.map(({ ruleId, ...more }) => {
        const ruleIndex = places.get(ruleId);
        return { ruleId, ...(ruleIndex === undefined ? {} : { ruleIndex }), ...more };
      });
      const driver = { name: 'audit', version, semanticVersion: version, rules: rules.map(rule => descriptor(rule, lang)) };
      const run = {
        tool: { driver },
        language: lang === 'zh' ? 'zh-CN' : 'en',
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: broken!.length === 0 && barren!.length === 0,
            toolExecutionNotifications: [...broken!, ...barren!, ...left!],
          },
        ],
        results: numbered,
      };
      return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
    },
  );
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

interface Entry {
  readonly issue: Issue;
  readonly by?: Suppressed['by'];
  readonly reason?: string;
}

function every({ issues, dropped = [] }: Audit, options: ReporterOptions): Entry[] {
  return [...ordered(issues, options).map(issue => ({ issue })), ...dropped];
}

function descriptor(rule: Rule, lang: Lang) {
  const { title, must, why, fix } = lang === 'en' ? rule.en : rule;
  const text = [must, why, fix].join('\n');
  return {
    id: rule.id,
    name: rule.slug,
    shortDescription: { text: title },
    fullDescription: { text: must },
    helpUri: `urn:final-accounts-audit:rule:${rule.id}`,
    help: { text, markdown: `**${must}**\n\n${why}\n\n${fix}\n\n${rule.basis}` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function result(audit: Audit, { issue, by, reason = '' }: Entry, finder: Finder) {
  const { lang } = finder;
  const { lead, corrections, findings } = issue;
  const changes = changesOf(issue);
  const main = changes[0]?.spot ?? lead.spots[0];
  const sentences = [...cureWords(issue, finder), reasonWords(issue, lang), lead.equation ?? ''];
  const related = [...changes.map(({ spot }) => spot), ...findings.flatMap(({ spots }) => spots)];
  const others = [...new Map(related.map(spot => [spot.place, spot])).values()].filter(({ place }) => place !== main?.place);
  const fixes = fixesOf(audit, issue, finder);
  return {
    ruleId: lead.rule,
    level: LEVELS[issue.severity],
    message: { text: clean(sentences.filter(Boolean).join('\n').replaceAll('\n', ' ')) },
    locations: [main ? location(main, finder) : { physicalLocation: { ...artifact(audit.file), ...FIRST } }],
    ...(others.length > 0 ? { relatedLocations: others.map((spot, id) => ({ id, ...location(spot, finder) })) } : {}),
    partialFingerprints: { 'problem/v1': issue.id, primaryLocationLineHash: `${lead.fingerprint}:1` },
    ...(fixes.length > 0 ? { fixes } : {}),
    ...(by ? { suppressions: [{ kind: 'external', status: 'accepted', justification: reasonOf({ by, reason }, lang) }] } : {}),
    properties: {
      problem: issue.id,
      cause: issue.cause,
      corrections: (corrections.length > 0 ? corrections : changes).map(({ now, to, slip }) => ({ now, to, slip })),
      decided: corrections.length > 0,
      relations: findings.map(({ fingerprint }) => fingerprint),
    },
  };
}

/** What an editor can put in place itself: in files that are text, where every value is known. */
function fixesOf({ format }: Audit, { corrections }: Issue, finder: Finder) {
  const known = corrections.every(
    ({ to, spot: { place } }) => to !== null && place.line !== undefined && place.column !== undefined,
  );
  if (corrections.length === 0 || !known || (format !== 'text' && format !== 'yaml')) return [];
  const artifactChanges = corrections.map(({ spot: { place, printed }, to }) => {
    const { startLine, startColumn, endColumn } = region(place, printed).region as Readonly<Record<string, number>>;
    const replacements = [{ deletedRegion: { startLine, startColumn, endColumn }, insertedContent: { text: clean(to!) } }];
    return { ...artifact(place.file), replacements };
  });
  return [{ description: { text: clean(corrections.map(one => changeWords(one, finder)).join(' ')) }, artifactChanges }];
}

function location(spot: Spot, finder: Finder) {
  const { place, printed, section, figure } = spot;
  const message = [tidy(printed), whereWords(spot, finder)].filter(Boolean).join(' · ');
  const name = logicalName(place, finder.lang);
  const logical = name === '' ? null : { fullyQualifiedName: name, kind: kindOf(place) };
  const around = figure?.at ? { name: tidy(`${figure.at.table} ${figure.at.row} ${figure.at.col}`) } : {};
  const words = tidy(section) === '' ? {} : { decoratedName: tidy(section) };
  return {
    physicalLocation: { ...artifact(place.file), ...region(place, printed) },
    ...(logical ? { logicalLocations: [{ ...logical, ...around, ...words }] } : {}),
    message: { text: message },
  };
}

/** What has no lines is put on the first: code scanning shows nothing that has no region. */
const FIRST = { region: { startLine: 1 } };

function region({ line, column, length }: Place, printed: string): { readonly region: object } {
  if (line === undefined) return FIRST;
  const columns = column === undefined ? {} : { startColumn: column, endColumn: column + (length ?? printed.length) };
  return { region: { startLine: line, ...columns, ...(column === undefined ? {} : { snippet: { text: clean(printed) } }) } };
}

function logicalName(place: Place, lang: Lang): string {
  if (place.line !== undefined) return '';
  const { sheet, cell } = place;
  return sheet !== undefined && cell !== undefined ? clean(`${sheet}!${cell}`) : placeWords(place, lang);
}

function kindOf({ cell, page, paragraph, tableNumber }: Place): string {
  if (cell !== undefined || tableNumber !== undefined) return 'cell';
  return page !== undefined ? 'page' : paragraph !== undefined ? 'paragraph' : 'element';
}

function artifact(file: string) {
  return { artifactLocation: { uri: uriOf(file) } };
}

/** A path as a URI: relative paths stay relative, absolute ones (also those of Windows) become file: URIs. */
function uriOf(file: string): string {
  const path = pathOf(file);
  const encoded = path.split('/').map(encodeSegment).join('/');
  if (/^[A-Za-z]:\//.test(path)) return `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}`;
  return path.startsWith('/') ? `file://${encoded}` : encoded;
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'));
}

function unread({ file, problem }: Failure, lang: Lang) {
  return mistakesOf(problem, lang).map(({ code, message, line }) => ({
    level: 'error',
    descriptor: { id: code },
    message: { text: say(lang, 'format.cannot', { message }) },
    locations: [{ physicalLocation: { ...artifact(file), ...(line === undefined ? {} : { region: { startLine: line } }) } }],
  }));
}

/** What was not read: a warning. */
function open({ file, code, message }: Open, lang: Lang) {
  return {
    level: 'warning',
    descriptor: { id: code },
    message: { text: say(lang, 'unread.told', { message }) },
    locations: [{ physicalLocation: artifact(file) }],
  };
}

/** What was not judged at all: an error. */
function barrenOf(audit: Audit, lang: Lang) {
  const text = barrenTold(audit, lang);
  const locations = [{ physicalLocation: artifact(audit.file) }];
  return text === null ? [] : [{ level: 'error', descriptor: { id: 'audit.barren' }, message: { text }, locations }];
}
