import type { Audit, Finding } from '../../model/index.ts';
import { type Lang, say } from './words/index.ts';

/** How many causes there are, each by its gravest finding; then how many findings that comes to, and the notes. */
export function causesTold(audits: readonly Audit[], lang: Lang): string {
  const each = audits.map(({ findings }) => causesOf(findings));
  const causes = {
    errors: each.reduce((sum, one) => sum + one.errors, 0),
    warnings: each.reduce((sum, one) => sum + one.warnings, 0),
  };
  const found = audits.reduce((sum, { summary }) => sum + summary.errors + summary.warnings, 0);
  const notes = audits.reduce((sum, { summary }) => sum + summary.notes, 0);
  const head =
    found === 0
      ? say(lang, 'summary.no-causes')
      : say(lang, 'summary.causes', { ...causes, count: causes.errors + causes.warnings, found });
  return head + (notes > 0 ? say(lang, 'summary.and-notes', { notes }) : '');
}

function causesOf(findings: readonly Finding[]): { readonly errors: number; readonly warnings: number } {
  const loud = findings.filter(finding => finding.severity !== 'note');
  const grave = new Set(loud.filter(finding => finding.severity === 'error').map(finding => finding.cause));
  return { errors: grave.size, warnings: new Set(loud.map(finding => finding.cause)).size - grave.size };
}
