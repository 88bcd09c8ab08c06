import { decide, decideWith, implied, run } from './check/index.ts';
import { diff as compare } from './diff/index.ts';
import { partsOf } from './extract/compendium.ts';
import { extract } from './extract/index.ts';
import { equationOf, gapsOf, locate, storyOf } from './locate/index.ts';
import {
  type Audit,
  type Check,
  type Diff,
  type Document,
  defectIn,
  type Failure,
  type Figure,
  type Finding,
  type Input,
  LIMITS,
  Problem,
  type Recogniser,
  type Relation,
  type Story,
  type Summary,
} from './model/index.ts';
import { draw, read } from './readers/index.ts';
import { loadRules, type OwnRule, type RuleSet, relate, relateExample, withOwn } from './rules/index.ts';

export { decide } from './check/index.ts';
export { equationOf } from './locate/index.ts';
export { filesInside, type Packed } from './readers/archive.ts';
export { datasetSchema } from './readers/dataset/schema.ts';
export { startEngine, supplyEngine } from './readers/pdf/page/engine.ts';
export { loadRules } from './rules/index.ts';

export interface AuditOptions {
  /** The rules to hold the report against; the built-in catalogue when absent. */
  readonly rules?: RuleSet;
  /** Reads pages that are pictures; absent: they stay unread, and the audit says so. */
  readonly ocr?: Recogniser;
  /** Which of them to apply; all when absent. What a rule left out would say counts for nothing, not even as evidence. */
  readonly include?: (rule: string) => boolean;
  /** Whether the reports are budgets or final accounts; absent: as they say. */
  readonly kind?: 'budget' | 'final-accounts';
  /** Reads a file elsewhere, where its time and memory are bounded; undefined for one that is to be read here. */
  readonly read?: (input: Input) => Promise<Document> | undefined;
  /** Files of the report that could not be read: what is missing may stand in them, and the audit says so. */
  readonly without?: readonly string[];
  /** Keep what was read beside what it came to, for outputs that show the report itself. */
  readonly documents?: true;
  /** Whether they come without the pictures of their pages. */
  readonly undrawn?: true;
  /** Figures of another file of the same report, each beside the figure (by its id) that it must agree with. */
  readonly beside?: readonly (readonly [id: string, other: Figure])[];
}

/**
 * The whole road: file → document → figures → checks → findings.
 * `inputs` are the files of one report (a narrative and its workbook, say); several reports are several calls.
 * Throws a Problem for input that cannot be audited.
 */
export async function audit(inputs: readonly Input[], options: AuditOptions = {}): Promise<Audit> {
  const documents = lacking(await readAll(inputs, options), options.without ?? []);
  return judge(documents, inputs.map(input => input.file).join(' + '), inputs, options);
}

/**
 * As `audit`; but a file that is a compendium of reports (部门决算汇编) gives each of them: as `FILE/BODY`, with places in the file.
 * One of them that cannot be audited is a failure of its own.
 */
export async function auditEach(inputs: readonly Input[], options: AuditOptions = {}): Promise<(Audit | Failure)[]> {
  const [only, ...more] = inputs;
  if (!only || more.length > 0 || options.without?.length) return [await audit(inputs, options)];
  const documents = await readAll(inputs, options);
  const parts = documents[0]?.format === 'yaml' ? undefined : partsOf(documents[0]!);
  if (!parts) return [await judge(documents, only.file, inputs, options)];
  return Promise.all(
    parts.map(async ({ entity, document }) => {
      const file = `${only.file}/${entity}`;
      return judge([document], file, inputs, options).catch((problem: Problem) => ({ file, problem }));
    }),
  );
}

/** What was read, audited; throws a Problem where that cannot be done. */
async function judge(
  documents: readonly Document[],
  file: string,
  inputs: readonly Input[],
  options: AuditOptions,
): Promise<Audit> {
  const rules = options.rules ?? loadRules();
  try {
    const audited = road(documents, file, rules, options);
    return audited.documents && !options.undrawn
      ? { ...audited, documents: await drawn(audited, audited.documents, inputs) }
      : audited;
  } catch (error) {
    throw error instanceof Problem ? error : defectIn(file, error);
  }
}

/** Pages of one file that are drawn. */
const DRAWN = 30;

/** The documents with pictures of the pages on which something is to be changed. */
function drawn({ issues }: Audit, documents: readonly Document[], inputs: readonly Input[]): Promise<Document[]> {
  const places = issues
    .filter(({ severity }) => severity !== 'note')
    .flatMap(({ corrections, candidates, lead }) => {
      const changes = [...corrections, ...candidates];
      return changes.length > 0 ? changes.map(({ spot }) => spot.place) : lead.spots.map(({ place }) => place);
    });
  return Promise.all(
    documents.map(async document => {
      const input = inputs.find(({ file }) => file === document.file);
      const pages = places.flatMap(({ file, page }) => (file === document.file && page !== undefined ? page : []));
      const wanted = [...new Set(pages)].sort((a, b) => a - b).slice(0, DRAWN);
      const pictures = input ? await draw(input, document.format, wanted) : [];
      return pictures.length > 0 ? { ...document, pictures } : document;
    }),
  );
}

function road(documents: readonly Document[], file: string, rules: RuleSet, options: AuditOptions): Audit {
  const reading = extract(documents, options.kind);
  if (reading.figures.length > LIMITS.figures) throw new Problem('audit.too-many-figures', { limit: LIMITS.figures }, { file });
  const include = options.include ?? (() => true);
  const relations = [...relate(reading, rules), ...agreeing(reading, options.beside ?? [])].filter(({ rule }) => include(rule));
  const checks = run(relations);
  const located = locate(checks, reading, rules, { decideWith, implied });

  if (reading.figures.length === 0 && located.findings.length === 0 && !reading.empty?.length)
    throw withoutFigures(documents, file);
  const { entity, year, title, kind, figures, statements } = reading;
  const empty =
    figures.length === 0 && reading.empty?.length ? [{ code: 'audit.empty-tables', params: { tables: reading.empty } }] : [];
  const notices = [...empty, ...documents.flatMap(document => document.notices)];
  const summary = summarise(figures, checks, located.findings, located);
  return {
    file,
    format: documents[0]!.format,
    title,
    entity,
    year,
    kind,
    figures,
    statements,
    checks,
    notices,
    gaps: gapsOf(notices, reading),
    summary,
    ...located,
    ...(options.documents ? { documents } : {}),
  };
}

/**
 * What changed from one report to another: two years of one entity, two drafts of one report, or one report (`before` null)
 * and the year before that it implies. What the later report states about a change is held against both.
 */
export function diff(before: Audit | null, after: Audit): Diff {
  return compare(before, after, decide);
}

/**
 * What would follow if the nth suspect of a finding (the first by default) were set right: the equations before and after,
 * and what else would move. Null where no value is known.
 */
export function story(audit: Audit, finding: Finding, nth = 0): Story | null {
  return storyOf(finding, audit, decide, nth);
}

/** What a bureau's rule makes of an example. `silent`: it claims nothing there. */
export interface Tried {
  readonly outcome: 'holds' | 'breaks' | 'silent' | 'undecided';
  readonly equation: string | null;
}

/** Holds an example against a bureau's rule: a report in words, which is read as any report, or amounts by their addresses. */
export async function tryOut(rule: OwnRule, example: string | Readonly<Record<string, string>>): Promise<Tried> {
  if (typeof example !== 'string') return triedBy(run(relateExample(rule.identity, example)));
  const rules = withOwn({ rules: [], identities: [] }, [rule]);
  const input = { file: 'example.txt', bytes: new TextEncoder().encode(example) };
  const include = (id: string) => id === rule.rule.id;
  return triedBy((await audit([input], { rules, include })).checks);
}

function triedBy(checks: readonly Check[]): Tried {
  const worst = ['fails', 'undecided', 'rounding', 'holds'].map(verdict => checks.find(check => check.verdict === verdict));
  const check = worst.find(one => one !== undefined);
  if (!check) return { outcome: 'silent', equation: null };
  const outcome = ({ fails: 'breaks', undecided: 'undecided', rounding: 'holds', holds: 'holds' } as const)[check.verdict];
  return { outcome, equation: equationOf(check) };
}

/** One fact told in two places must agree; the two places are two files of one report. */
const SAME = 'TIE-001';

function agreeing({ figures }: Pick<Audit, 'figures'>, pairs: NonNullable<AuditOptions['beside']>): Relation[] {
  const byId = new Map(figures.map(figure => [figure.id, figure]));
  return pairs.flatMap(([id, other]): Relation[] => {
    const own = byId.get(id);
    const twin = { ...other, id: `${other.id} ${other.place.file}` };
    return own ? [{ kind: 'agree', rule: SAME, about: own.label, figures: [own, twin] }] : [];
  });
}

/** Reads the files of one report; all that cannot be read are told in one Problem. */
async function readAll(inputs: readonly Input[], options: AuditOptions): Promise<Document[]> {
  const results = await Promise.allSettled(inputs.map(input => readOne(input, options)));
  const reasons = results.flatMap(result => (result.status === 'rejected' ? [result.reason as unknown] : []));
  const [first, ...more] = reasons as Problem[];
  if (first)
    throw new Problem(first.code, first.params, first.place, [...first.others, ...more.flatMap(one => [one, ...one.others])]);
  return results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
}

async function readOne(input: Input, { ocr, read: elsewhere }: AuditOptions): Promise<Document> {
  try {
    return await ((ocr ? undefined : elsewhere?.(input)) ?? read(input, ocr ? { ocr } : {}));
  } catch (error) {
    throw error instanceof Problem ? error : defectIn(input.file, error);
  }
}

function lacking([first, ...more]: readonly Document[], files: readonly string[]): Document[] {
  const notices = files.map(file => ({ code: 'audit.without-file', params: { file } }));
  return [{ ...first!, notices: [...notices, ...first!.notices] }, ...more];
}

/** Where the figures may be instead, as far as the readers noticed. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'reader.attachments': 'audit.only-attachments',
  'reader.pictures': 'audit.only-pictures',
};

function withoutFigures(documents: readonly Document[], file: string): Problem {
  const notice = documents.flatMap(document => document.notices).find(one => ELSEWHERE[one.code]);
  return new Problem(notice ? ELSEWHERE[notice.code]! : 'audit.no-figures', notice?.params, { file });
}

function summarise(
  figures: readonly Figure[],
  checks: readonly Check[],
  findings: readonly Finding[],
  { ties, bounded, issues }: Pick<Audit, 'ties' | 'bounded' | 'issues'>,
): Summary {
  const verdicts = (verdict: Check['verdict']) => checks.filter(check => check.verdict === verdict).length;
  const severities = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length;
  const checked = figures.filter(figure => (ties.get(figure.id) ?? 0) > 0).length;
  return {
    figures: figures.length,
    checked,
    bounded: bounded.size,
    unchecked: figures.length - checked,
    holds: verdicts('holds'),
    rounding: verdicts('rounding'),
    fails: verdicts('fails'),
    undecided: verdicts('undecided'),
    errors: severities('error'),
    warnings: severities('warning'),
    notes: severities('note'),
    problems: issues.length,
  };
}
