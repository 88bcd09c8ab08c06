import type { Block, Document } from '../../../src/model/index.ts';

/** A document as a person would note it down: one line for each heading (#), paragraph, table row (cells by |, spans as [rows×columns]). */
export function outlineOf(document: Pick<Document, 'blocks'>): string[] {
  return document.blocks.flatMap(linesOf);
}

function linesOf(block: Block): string[] {
  if (block.kind === 'heading') return [`${'#'.repeat(block.level)} ${block.text.content}`];
  if (block.kind === 'paragraph') return [block.text.content];
  if (block.kind === 'chart') return block.points.map(point => `${point.label.content}: ${point.value.content}`);
  if (block.kind === 'facts') return [];
  const rows = Array.from({ length: block.rows }, (_, row) => {
    const cells = block.cells.filter(cell => cell.row === row);
    return cells
      .map(cell => {
        const text = cell.text.content.replaceAll('\n', '/');
        return cell.rowSpan * cell.colSpan > 1 ? `${text}[${cell.rowSpan}×${cell.colSpan}]` : text;
      })
      .join('|');
  });
  return [
    `<${block.title?.content ?? ''}${block.unit ? ` ${block.unit}` : ''}>`,
    ...rows,
    ...block.notes.map(note => `^ ${note.content}`),
  ];
}
