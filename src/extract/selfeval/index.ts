import { type Block, remarkAtFigure, type Statement, type Table } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { toldTwice } from './copies.ts';
import { isTitle, type Row, rowsOf } from './grid.ts';
import { narrated } from './narrated.ts';
import { type ReadSheet, readSheet } from './sheet.ts';

/** What the self-evaluation tables (项目绩效自评表) of a report state. */
export interface SelfEvaluations {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
  /** Blocks that were read as self-evaluation tables. */
  readonly blocks: ReadonlySet<number>;
}

/** Reads every table that is a self-evaluation; one block may hold several, one after the other. */
export function readSelfEvaluations(blocks: readonly Block[], narrative: Narrative, year: number | null): SelfEvaluations {
  const read = new Set<number>();
  const sheets: ReadSheet[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'table') return;
    for (const rows of sheetsOf(block)) {
      const before = blocks[i - 1];
      const above =
        block.title?.content ?? (before?.kind === 'paragraph' || before?.kind === 'heading' ? before.text.content : '');
      const sheet = readSheet(
        rows,
        i,
        narrative.sections.get(i)?.title ?? '',
        block.unit ?? '万元',
        above,
        year,
        block.irregular ?? false,
      );
      if (!sheet) continue;
      read.add(i);
      sheets.push(sheet);
    }
  });
  const { copies, statements } = toldTwice(sheets);
  const own = sheets.filter(sheet => sheet.project !== null && !copies.has(sheet));
  return {
    drafts: sheets.flatMap(sheet => sheet.drafts),
    statements: [
      ...sheets.flatMap(sheet => sheet.statements),
      ...statements,
      ...(own.length ? projectCounts(narrative, own.length) : []),
      ...narrated(own, narrative, blocks),
    ],
    blocks: read,
  };
}

function sheetsOf(table: Table): Row[][] {
  const sheets: Row[][] = [];
  for (const row of rowsOf(table)) {
    if (!sheets.length || isTitle(row)) sheets.push([]);
    sheets.at(-1)!.push(row);
  }
  return sheets;
}

/** «对 9 个项目开展了绩效自评» and the number of tables. */
function projectCounts(narrative: Narrative, projects: number): Statement[] {
  return narrative.drafts
    .filter(
      draft =>
        draft.amount.kind === 'count' &&
        draft.amount.unit === '个' &&
        new RegExp(`${draft.printed.trim()}个(?:预算|支出)?项目[^，。；,;]{0,8}(?:开展|进行|实施)[^，。；,;]{0,6}自评`).test(
          draft.quote.replace(/\s/g, ''),
        ),
    )
    .map(draft =>
      remarkAtFigure('PRJ-008', 'narrative', draft, {
        holds: draft.amount.value.eq(projects),
        expected: String(projects),
        params: { stated: draft.printed, found: projects },
      }),
    );
}
