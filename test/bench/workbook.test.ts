import { expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { sichuanTables, sichuanWorkbook } from './workbook.ts';

it('the workbook that is measured has 14 sheets, and nearly all of its figures are bound and checked', async () => {
  const { figures, summary, findings } = await audit([{ file: '报表.xlsx', bytes: sichuanWorkbook() }]);
  expect(sichuanTables().blocks).toHaveLength(14);
  expect(new Set(figures.map(figure => figure.place.sheet)).size).toBe(13);
  expect(figures.length).toBeGreaterThan(1500);
  expect(figures.filter(figure => figure.fact.indicator).length).toBeGreaterThan(figures.length * 0.95);
  expect(summary.checked).toBeGreaterThan(figures.length * 0.98);
  expect(findings.filter(finding => finding.severity !== 'note')).toEqual([]);
});
