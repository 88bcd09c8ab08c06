import { type Label, labelOf, scopeIn } from '../../labels.ts';
import { phrase } from '../../phrases.ts';

/**
 * «收入总计、支出总计分别为 A 和 B»: one clause names several things, then gives their amounts in the same order.
 * A fund named before the first counts for the others too. Labels that do not come apart («收、支总计分别为») stay whole.
 */
export class JointLabels {
  private waiting: Label[] = [];

  /** The label of the next amount, when it is one of several; null when its lead speaks for itself. */
  next(lead: string, entity: string | null): Label | null {
    if (this.waiting.length && /^(?:[、，和与及]|以及)*$/.test(lead)) return this.waiting.shift()!;
    this.waiting = [];
    const told = /(?:决算数?)?(?:(?:均|都)?分别|各)(?:为|是|达)?$/.exec(lead);
    const named = lead.slice(0, told?.index ?? 0);
    if (!/[、和与及]/.test(named)) return null;
    const names = named.replace(phrase.leading, '').split(/[、和与及]/);
    const fund = scopeIn(names[0]!);
    const labels = names.map(name =>
      labelOf(
        fund && !scopeIn(name)
          ? named.slice(named.indexOf(names[0]!) + fund.start, named.indexOf(names[0]!) + fund.end) + name
          : name,
        entity,
      ),
    );
    if (labels.some(label => !label.indicator)) return null;
    this.waiting = labels.slice(1);
    return labels[0]!;
  }
}
