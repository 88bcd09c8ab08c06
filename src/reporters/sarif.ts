import type { Audit, Failure, Finding, Place, Rule, Severity, Spot, Suppressed } from '../model/index.ts';
import { clean, tidy } from './parts/clean.ts';
import { jsonText } from './parts/json-text.ts';
import { placeWords } from './parts/places.ts';
import { mistakesOf } from './parts/problems.ts';
import { bySeverity, mainSpot, reasonOf } from './parts/spots.ts';
import { suspectSentences } from './parts/suspects.ts';
import { phrase } from './parts/words/finding.ts';
import { type Lang, say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

/**
 * SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/): a result for each finding. Places in text files are
 * regions; cells, pages and paragraphs are logical locations. What does not count is there, marked as suppressed.
 */
export const sarif: Reporter = {
  name: 'sarif',
  render(audits, failures, options) {
    const { version, lang } = options;
    const rules = options.rules.filter(({ id }) => audits.some(audit => every(audit).some(({ finding }) => finding.rule === id)));
    const results = audits.flatMap(audit => every(audit).map(one => result(audit, one, rules, lang)));
    const driver = { name: 'audit', version, semanticVersion: version, rules: rules.map(rule => descriptor(rule, lang)) };
    const run = {
      tool: { driver },
      language: lang === 'zh' ? 'zh-CN' : 'en',
      columnKind: 'utf16CodeUnits',
      invocations: [
        { executionSuccessful: failures.length === 0, toolExecutionNotifications: failures.flatMap(one => unread(one, lang)) },
      ],
      results,
    };
    return jsonText({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
  },
};

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'note' };

interface Entry {
  readonly finding: Finding;
  readonly by?: Suppressed['by'];
  readonly reason?: string;
}

function every({ findings, suppressed = [] }: Audit): Entry[] {
  return [...bySeverity(findings).map(finding => ({ finding })), ...suppressed];
}

function descriptor(rule: Rule, lang: Lang) {
  const { title, must, why, fix } = lang === 'en' ? rule.en : rule;
  const text = [must, why, fix].join('\n');
  return {
    id: rule.id,
    name: rule.slug,
    shortDescription: { text: title },
    fullDescription: { text: must },
    help: { text, markdown: `**${must}**\n\n${why}\n\n${fix}\n\n${rule.basis}` },
    defaultConfiguration: { level: LEVELS[rule.severity] },
  };
}

function result(audit: Audit, { finding, by, reason = '' }: Entry, rules: readonly Rule[], lang: Lang) {
  const main = mainSpot(finding);
  const sentences = [phrase(finding, lang), finding.equation ?? '', ...suspectSentences(finding, { lang, named: false })];
  const index = rules.findIndex(rule => rule.id === finding.rule);
  const others = finding.spots.filter(spot => spot !== main);
  return {
    ruleId: finding.rule,
    ...(index < 0 ? {} : { ruleIndex: index }),
    level: LEVELS[finding.severity],
    message: { text: clean(sentences.filter(Boolean).join('\n').replaceAll('\n', ' ')) },
    locations: [main ? location(main, lang) : { physicalLocation: artifact(audit.file) }],
    ...(others.length > 0 ? { relatedLocations: others.map((spot, id) => ({ id, ...location(spot, lang) })) } : {}),
    partialFingerprints: { 'finding/v1': finding.fingerprint },
    ...(by ? { suppressions: [{ kind: 'external', status: 'accepted', justification: reasonOf({ by, reason }, lang) }] } : {}),
    properties: { cause: finding.cause, expected: finding.expected, difference: finding.difference, unit: finding.unit },
  };
}

function location({ place, printed, section, figure }: Spot, lang: Lang) {
  const message = [tidy(printed), placeWords(place, lang)].filter(Boolean).join(' · ');
  const name = logicalName(place, lang);
  const logical = name === '' ? null : { fullyQualifiedName: name, kind: kindOf(place) };
  const around = figure?.at ? { name: tidy(`${figure.at.table} ${figure.at.row} ${figure.at.col}`) } : {};
  const words = tidy(section) === '' ? {} : { decoratedName: tidy(section) };
  return {
    physicalLocation: { ...artifact(place.file), ...region(place, printed) },
    ...(logical ? { logicalLocations: [{ ...logical, ...around, ...words }] } : {}),
    message: { text: message },
  };
}

function region({ line, column, length }: Place, printed: string) {
  if (line === undefined) return {};
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
  const path = file.replaceAll('\\', '/').replace(/^\.\//, '');
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
