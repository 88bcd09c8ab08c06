import type { Audit } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { xml } from '../parts/escape.ts';
import { placeWords } from '../parts/places.ts';
import type { Finder } from '../parts/where.ts';
import { say } from '../parts/words/index.ts';
import type { ReporterOptions } from '../reporter.ts';

/** Folded below the document: what could not be decided, what nothing speaks of, what the reader noticed, and with --all every relation. */
export function folds(audit: Audit, finder: Finder, options: ReporterOptions): string {
  const { lang } = options;
  const fold = (code: string, items: readonly string[]) =>
    items.length === 0
      ? ''
      : `<details class="fold"><summary>${xml(say(lang, code, { count: items.length }))}</summary><ul class="small">${items.map(item => `<li>${xml(item)}</li>`).join('')}</ul></details>`;
  const undecided = audit.undecided.map(({ rule, about, missing }) =>
    say(lang, 'list.missing', { about: tidy(about) || rule, missing: missing.map(tidy) }),
  );
  const unchecked = audit.unchecked.map(({ place, printed, label, why, params }) =>
    [placeWords(place, lang, finder.named), tidy(label), tidy(printed), tidy(say(lang, why, params))].filter(Boolean).join(' · '),
  );
  const notices = audit.notices.map(({ code, params, place }) =>
    [place ? placeWords(place, lang, finder.named) : '', tidy(say(lang, code, params))].filter(Boolean).join('：'),
  );
  return (
    fold('html.undecided', undecided) +
    fold('html.unchecked', unchecked) +
    fold('html.notices', notices) +
    (options.all ? relations(audit, options) : '')
  );
}

function relations({ checks }: Audit, { lang, equation }: ReporterOptions): string {
  const rows = checks.map(check => {
    const text = equation(check) ?? check.relation.about;
    return `<tr><td>${xml(check.relation.rule)}</td><td>${xml(say(lang, `verdict.${check.verdict}`))}</td><td>${xml(tidy(text))}</td></tr>`;
  });
  return `<details class="fold"><summary>${xml(say(lang, 'html.relations', { count: rows.length }))}</summary><div class="scroll"><table><tbody>${rows.join('')}</tbody></table></div></details>`;
}
