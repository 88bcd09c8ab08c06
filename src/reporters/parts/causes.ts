import type { Severity } from '../../model/index.ts';
import { type Lang, say } from './words/index.ts';

/** How many problems there are, and how many notes. */
export function causesTold(
  audits: readonly { readonly issues: readonly { readonly severity: Severity }[] }[],
  lang: Lang,
): string {
  const all = audits.flatMap(({ issues }) => issues);
  const of = (severity: string) => all.filter(issue => issue.severity === severity).length;
  const [errors, warnings, notes] = [of('error'), of('warning'), of('note')];
  const head =
    errors + warnings === 0
      ? say(lang, 'summary.no-causes')
      : say(lang, 'summary.causes', { errors, warnings, count: errors + warnings });
  return head + (notes > 0 ? say(lang, 'summary.and-notes', { notes }) : '');
}
