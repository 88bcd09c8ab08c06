import type { Block, Heading, Remark, Statement } from '../../model/index.ts';
import { listedBodies } from '../bodies.ts';
import { plain } from '../plain.ts';
import { SubjectNames } from '../subject-names.ts';
import { unitStated } from '../unit.ts';
import { type Average, averageRemarks, averagesIn } from './apart/averages.ts';
import {
  evaluationIn,
  gradedScores,
  type PartOfProjects,
  partStatements,
  partsOfProjects,
  ratingStatements,
  type Stage,
  stageStatements,
  stagesIn,
} from './apart/evaluation.ts';
import { numberedNames } from './apart/listed.ts';
import { countedWithMoney, relatedInWords, type Uses, usesIn, usesWithin } from './apart/related.ts';
import { inTwoUnits } from './apart/units.ts';
import { smallWithin, wonBySmallFirms, wonStatements, wonWithinReserve } from './apart/won.ts';
import { yearsOfProject } from './apart/years.ts';
import { bindFacts } from './facts.ts';
import { partsOfThemselves, yearsFlows } from './stating/balance.ts';
import { looseTotals, widenFlows } from './stating/flows.ts';
import { tellOfEach } from './stating/kinds.ts';
import { statementsOf } from './stating/statements.ts';
import { widenTravel } from './stating/travel.ts';
import type { Draft, Evaluation, Section, Topic, Walked } from './topics.ts';
import { Walker } from './walk/walk.ts';
import { passageOf } from './words/clauses.ts';
import { unusualUnits } from './words/drafts.ts';
import { otherYears } from './words/other-years.ts';
import { Outline, START } from './words/sections.ts';

/** What the narrative of a report says. */
export interface Narrative extends Walked {
  readonly statements: readonly Statement[];
  /** Whether it is a budget's. */
  readonly planned: boolean;
  /** What it says about the projects that were self-evaluated. */
  readonly evaluations: readonly Evaluation[];
  /** The units that the report lists, its own body aside. */
  readonly bodies: readonly string[];
  /** The section each block stands in, by block index. */
  readonly sections: ReadonlyMap<number, Section>;
}

/** Reads all paragraphs of a report in order; `planned`: of a budget. */
export function readNarrative(blocks: readonly Block[], entity: string | null, year: number | null, planned = false): Narrative {
  const names = new SubjectNames(blocks);
  const outline = new Outline(names, planned);
  const others = otherYears(blocks, year, planned);
  const bodies = listedBodies(blocks, entity);
  const walker = new Walker(entity, year, names, bodies, planned && year !== null ? year - 1 : year);
  const sections = new Map<number, Section>();
  const evaluations: Evaluation[] = [];
  const stages: Stage[] = [];
  const graded: Remark[] = [];
  const parts: PartOfProjects[] = [];
  const within: Statement[] = [];
  const listed: Remark[] = [];
  const related: Statement[] = [];
  const uses: Uses[] = [];
  const twice: Statement[] = [];
  const won: Draft[] = [];
  const averages: Average[] = [];
  const units = new Set<Section>();
  let section = START;
  walker.enter(section);
  blocks.forEach((block, i) => {
    const heading = headingIn(block);
    if (heading) {
      section = outline.enter(heading, others.get(i) ?? null);
      walker.enter(section);
    }
    sections.set(i, section);
    if (statesUnit(block, blocks[i + 1], section)) units.add(section);
    if (block.kind !== 'paragraph' || section.silent || isContents(block.text.content)) return;
    const passage = passageOf(block.text, planned);
    const before = walker.drafts.length;
    walker.read(passage, i);
    const own = walker.drafts.slice(before);
    const standing = { passage, block: i, section };
    listed.push(...numberedNames(standing, own, blocks));
    related.push(...relatedInWords(standing, own), ...countedWithMoney(standing, own));
    uses.push(...usesIn(standing, own));
    const evaluation = evaluationIn(standing, own);
    if (evaluation) evaluations.push(evaluation);
    stages.push(...stagesIn(standing, own));
    graded.push(...gradedScores(standing, own));
    parts.push(...partsOfProjects(standing, own));
    averages.push(...averagesIn(standing, own));
    won.push(...wonBySmallFirms(standing, own));
    twice.push(...inTwoUnits(standing, own));
    within.push(...smallWithin(standing, own), ...wonWithinReserve(standing, own), ...yearsOfProject(standing, own));
  });
  tellOfEach(walker.topics);
  widenTravel(walker.topics);
  yearsFlows(walker.topics);
  widenFlows(walker.topics);
  looseTotals(walker.topics);
  partsOfThemselves(walker.topics);
  for (const topic of walker.topics) bindFacts(topic, topic.section.year ?? year);
  const told = new Set(twice.flatMap(one => (one.kind === 'same' ? one.figures : [])));
  const isTold = (draft: Draft) => told.has(draft);
  return {
    planned,
    drafts: walker.drafts,
    topics: walker.topics,
    loose: walker.loose.filter(({ draft }) => !isTold(draft)),
    comparedYears: walker.comparedYears,
    remarks: walker.remarks,
    evaluations,
    bodies,
    statements: [
      ...statementsOf(walker.topics, entity),
      ...evaluations.flatMap(ratingStatements),
      ...stageStatements(stages),
      ...graded,
      ...partStatements(parts, walker.topics),
      ...wonStatements(won, walker.topics),
      ...within,
      ...listed,
      ...related,
      ...usesWithin(uses),
      ...twice,
      ...averageRemarks(averages, walker.topics),
      ...unusualUnits(walker.remarks, walker.drafts, block => units.has(sections.get(block)!)),
    ],
    sections,
  };
}

/** «三、支出决算情况（单位：万元）», or a line of its own that is no table's: amounts of the section need no unit. */
function statesUnit(block: Block, next: Block | undefined, { headings }: Section): boolean {
  if (headings.some(heading => unitStated(heading))) return true;
  if (block.kind !== 'paragraph' || block.text.content.length > LINE || next?.kind === 'table') return false;
  return unitStated(plain(block.text).s) !== null;
}

const LINE = 24;

/** «某馆2023年度部门决算表»: the part of the tables, though it has no number of its own. */
const TABLES_PART = /^[^，。；：《》]{0,40}20\d{2}年度?(?:部门|单位)?决算(?:公开)?报?表格?$/;

function headingIn(block: Block): Heading | null {
  if (block.kind === 'heading') return block;
  const isPart = block.kind === 'paragraph' && block.text.content.length <= 60 && TABLES_PART.test(plain(block.text).s);
  return isPart ? { kind: 'heading', level: 1, text: block.text } : null;
}

/** So much of a line's end tells whether it leads to a page number. */
const LINE_END = 120;

/** A line of a table of contents: leaders and a page number at its end. */
function isContents(text: string): boolean {
  return /(?:(?<![.．·…])[.．·…]{3,}|\t)\s{0,40}-?\d{1,4}-?\s{0,40}$/.test(text.slice(-LINE_END));
}

export type { Section, Topic };
