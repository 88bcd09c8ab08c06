import { closeForms } from '../domain/own.ts';
import { type Document, type Fact, type Figure, levelOf, type Reading, type Statement } from '../model/index.ts';
import { withBases } from './bases.ts';
import { readChart } from './charts.ts';
import { readFacts } from './dataset.ts';
import { readForm } from './form/index.ts';
import { setGrantApart } from './grant.ts';
import { meetFlows, meetRows } from './meeting.ts';
import { readNarrative } from './narrative/index.ts';
import type { Draft } from './narrative/topics.ts';
import { settlePlanned } from './planned.ts';
import { readSelfEvaluations } from './selfeval/index.ts';
import { readTables } from './tables/index.ts';
import { whoseReport } from './whose.ts';

/** Documents of one report → the figures it states, what it says about them, and what could not be read. `kind`: where it is known. */
export function extract(documents: readonly Document[], kind?: Reading['kind']): Reading {
  const blocks = documents.flatMap(document => document.blocks);
  const told = whoseReport(documents, blocks);
  const whose = { ...told, ...(kind && told.kind !== 'dataset' ? { kind } : {}) };
  const narrative = readNarrative(blocks, whose.entity, whose.year, whose.kind === 'budget');
  const drafts: Draft[] = [...narrative.drafts];
  const statements: Statement[] = [...narrative.statements];
  const take = (read: { drafts: readonly Draft[]; statements: readonly Statement[] }) => {
    drafts.push(...read.drafts);
    statements.push(...read.statements);
  };
  blocks.forEach((block, i) => {
    if (block.kind === 'chart') take(readChart(block, narrative.topics, narrative.sections.get(i)?.title ?? '', i));
    if (block.kind === 'facts') {
      const { figures, statements: stated } = readFacts(block);
      for (const figure of figures) figure.place = { ...figure.place, block: i };
      take({ drafts: figures, statements: stated });
    }
  });
  const evaluated = readSelfEvaluations(blocks, narrative, whose.year);
  take(evaluated);
  const tables = readTables(
    blocks,
    narrative,
    whose.year,
    evaluated.blocks,
    documents.flatMap(document => document.notices),
  );
  take(tables);
  meetRows(narrative.topics, tables.drafts, whose.year);
  meetFlows(narrative.drafts, tables.drafts);
  if (whose.kind === 'budget') settlePlanned(narrative.topics, tables.drafts, whose.year);
  statements.push(...readForm(blocks, narrative, drafts, whose));
  if (whose.kind === 'budget') {
    for (const draft of drafts) {
      draft.fact = plannedFact(draft, whose.year);
      if (!draft.quote.includes('决算')) draft.label = inPlannedWords(draft.label);
    }
    setGrantApart(drafts, whose.year);
  }
  const why = new Map(narrative.loose.map(one => [one.draft, one.why]));
  const figures = inOrder(drafts.filter(draft => why.get(draft) !== 'extract.why.threshold'));
  const loose = narrative.loose.map(({ draft, why: reason }) => ({ place: draft.place, printed: draft.printed, why: reason }));
  return {
    ...whose,
    figures,
    statements: withBases(
      whose.kind === 'budget' ? statements.map(plannedAbout) : statements,
      figures,
      whose.year,
      levelOf(whose.kind),
    ),
    unread: [...loose, ...tables.unread],
    lost: tables.lost,
    empty: tables.empty,
  };
}

/** Reading order, and with it the ids f1, f2 …: by block, within a block as they were read. */
function inOrder(drafts: readonly Draft[]): Figure[] {
  const sorted = [...drafts].sort((a, b) => (a.place.block ?? 0) - (b.place.block ?? 0));
  sorted.forEach((draft, i) => {
    draft.id = `f${i + 1}`;
  });
  return sorted;
}

const inPlannedWords = (words: string) => words.replaceAll('决算', '预算');
const plannedAbout = (statement: Statement): Statement =>
  'about' in statement && statement.about ? { ...statement, about: inPlannedWords(statement.about) } : statement;

/** What a budget states is planned; last year's level is what its words call it: what was spent, or that year's budget. */
function plannedFact({ fact, quote, printed, section, at }: Draft, year: number | null): Fact {
  if (fact.measure !== '决算') return fact;
  if (fact.period !== year && /决算|执行/.test(section.slice(section.lastIndexOf('›') + 1))) return fact;
  // «2023年执行数» over a column.
  if (fact.period !== year && at && /执行|决算/.test(at.col)) return fact;
  const before = quote.slice(0, quote.indexOf(printed));
  const spent = fact.period !== year && /执行|决算|实际/.test(before.slice(before.lastIndexOf('，') + 1));
  return spent ? fact : { ...fact, measure: '预算' };
}

// All patterns are made by now.
closeForms();
