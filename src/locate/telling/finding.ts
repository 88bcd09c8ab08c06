import {
  type Big,
  type Check,
  decimalsOf,
  type Figure,
  type Finding,
  figuresOf,
  formatLike,
  type OrderRelation,
  type Params,
  type Rule,
  type Severity,
  type Spot,
  type Suspect,
} from '../../model/index.ts';
import { isFromNothing } from '../suspects/evidence.ts';
import type { Misreading } from '../suspects/misread.ts';
import { type Accused, printLike, shownOf, tiedIn } from '../suspects/suspects.ts';
import { equationOf, scaleOf, writeIn } from './equation.ts';

/** What is known about a finding before it is written down. */
export interface Dossier {
  readonly check: Check;
  readonly rule: Rule | undefined;
  readonly accused: readonly Accused[];
  readonly cause: string;
  readonly fingerprint: string;
  /** False when the search for the smallest change was cut short. */
  readonly complete: boolean;
  /** What a misread picture would explain. */
  readonly misread?: Misreading | null;
}

/** A failing or rounding check as a finding, without any words but those of the report. */
export function toFinding({ check, rule, accused, cause, fingerprint, complete, misread }: Dossier): Finding {
  const { relation } = check;
  const spots = spotsOf(check);
  const placeOf = new Map<string, number>();
  spots.forEach(({ figure }, i) => {
    if (figure && !placeOf.has(figure.id)) placeOf.set(figure.id, i);
  });
  const doubtful = accused.filter(({ figure, value }) => !value?.eq(figure.amount.value));
  const suspects = doubtful.map(({ figure, value, slip, explains, breaks, together }): Suspect => {
    const place = placeOf.get(figure.id) ?? -1;
    return {
      place,
      implied: value && impliedFor(figure, value, slip),
      explains,
      breaks,
      slip,
      ...(together ? { together } : {}),
    };
  });
  const observed = wrongWord(check, spots, suspects) ?? observedAt(check, spots);
  const all = observed ? [observed, ...suspects] : suspects;
  return {
    rule: relation.rule,
    slug: rule?.slug ?? '',
    severity: severityOf(check, rule, misread),
    verdict: relation.kind === 'form' ? 'form' : check.verdict === 'rounding' ? 'rounding' : 'fails',
    check,
    tail: check.tail,
    about: relation.about,
    params: { ...relation.params, ...check.params, tied: tiedIn(all), ...(complete ? {} : { cut: 1 }), ...toldOf(misread) },
    equation: equationOf(check),
    ...sidesOf(check, accused),
    spots,
    suspects: shownOf(all),
    cause,
    fingerprint,
  };
}

/** What should stand there, printed like the figure. */
export function impliedFor({ printed, amount }: Figure, value: Big, slip: Suspect['slip']): string {
  return `${printLike(value, amount, slip)}${/[%％‰倍]$/.exec(printed)?.[0] ?? ''}`;
}

function toldOf(misread: Misreading | null | undefined): Params {
  if (!misread) return {};
  const { figure, meant } = misread;
  return { misread: figure.printed, misreadPage: figure.place.page ?? '', meant };
}

/** Notes stay notes; soft relations, and what a misread picture explains, are warnings at most; growth from nothing is a matter of wording, and a note. */
function severityOf(check: Check, rule: Rule | undefined, misread: Misreading | null | undefined): Severity {
  const { relation, verdict } = check;
  const severity = rule?.severity ?? 'error';
  if (verdict === 'rounding' || isFromNothing(check)) return 'note';
  const mild = relation.soft || misread;
  return mild && severity === 'error' ? 'warning' : severity;
}

function spotsOf({ relation }: Check): Spot[] {
  const spots = figuresOf(relation).map(spotOf);
  if (relation.kind === 'form') {
    const { place, printed, quote, section, about, figures } = relation;
    if (figures.some(figure => figure.place === place)) return spots;
    return [{ place, printed, label: about, section, quote }, ...spots];
  }
  if (relation.kind !== 'order' || !relation.wordPlace) return spots;
  const { section = '', quote = '' } = spots[0] ?? {};
  return [...spots, { place: relation.wordPlace, printed: relation.word, label: relation.word, section, quote }];
}

function spotOf(figure: Figure): Spot {
  const { place, printed, label, section, quote } = figure;
  return { place, printed, label, section, quote, figure };
}

const WORDS: Readonly<Record<OrderRelation['compare'], string>> = { '<': '小于', '>': '大于', '=': '持平' };

/** «大于» where the numbers say «小于»: the word itself, unless another finding already blames one of the numbers. */
function wrongWord({ relation, stated, computed }: Check, spots: readonly Spot[], suspects: readonly Suspect[]): Suspect | null {
  if (relation.kind !== 'order' || !stated || !computed || suspects.some(suspect => suspect.explains > 1)) return null;
  const place = spots.findIndex(spot => !spot.figure);
  if (place < 0) return null;
  const implied = WORDS[stated.lt(computed.low) ? '<' : stated.gt(computed.low) ? '>' : '='];
  return { place, implied, explains: 1, breaks: 0, slip: null };
}

/** A number that was seen to be wrong where it stands; figures beside wrong words are only what the words are held against. */
function observedAt({ relation }: Check, spots: readonly Spot[]): Suspect | null {
  if (relation.kind !== 'form' || relation.by) return null;
  const place = spots.findIndex(spot => spot.figure && spot.place === relation.place);
  const implied = relation.expected === relation.printed ? null : relation.expected;
  return place < 0 ? null : { place, implied, explains: 1, breaks: 0, slip: null };
}

type Sides = Pick<Finding, 'stated' | 'expected' | 'difference' | 'unit'>;
const NO_SIDES: Sides = { stated: null, expected: null, difference: null, unit: null };

/** What is stated, what should be, and by how much it is too large, in the unit that is printed. */
function sidesOf(check: Check, accused: readonly Accused[]): Sides {
  const { relation, stated, residual } = check;
  if (relation.kind === 'form' && relation.by) return sidesOf(relation.by, accused);
  switch (relation.kind) {
    case 'form':
      return { ...NO_SIDES, stated: relation.printed || null, expected: relation.expected };
    case 'linear': {
      if (!stated || !residual) return NO_SIDES;
      const scale = scaleOf(figuresOf(relation), check);
      const write = (value: typeof stated) => writeIn(value, scale);
      return {
        stated: write(stated),
        expected: write(stated.plus(residual)),
        difference: write(residual.times(-1)),
        unit: scale.unit,
      };
    }
    case 'ratio': {
      const { amount } = relation.rate;
      const written = formatLike(amount.value, amount);
      if (!stated || !residual) return { ...NO_SIDES, stated: written, unit: amount.unit };
      const expected = formatLike(stated.plus(residual), amount);
      return {
        stated: written,
        expected,
        difference: amount.value.div(amount.factor).minus(expected).toFixed(decimalsOf(amount)),
        unit: amount.unit,
      };
    }
    case 'agree': {
      if (!stated || !residual) return NO_SIDES;
      const blamed = accused[0] && relation.figures.includes(accused[0].figure) ? accused[0] : null;
      const figure = blamed?.figure ?? relation.figures.find(other => other.amount.value.eq(stated))!;
      const meant = blamed?.value ?? stated.plus(residual);
      const [written, expected] = [formatLike(figure.amount.value, figure.amount), printLike(meant, figure.amount)];
      const decimals = Math.max(decimalsOf(figure.amount), expected.split('.')[1]?.length ?? 0);
      const difference = figure.amount.value.minus(meant).div(figure.amount.factor).toFixed(decimals);
      return { stated: written, expected, difference, unit: figure.amount.unit };
    }
    case 'order': {
      if (!stated || !residual) return NO_SIDES;
      const scale = scaleOf(figuresOf(relation), check);
      const write = (value: typeof stated) => writeIn(value, scale);
      const expected = relation.compare === '=' ? write(stated.plus(residual)) : null;
      return { stated: write(stated), expected, difference: write(residual.times(-1)), unit: scale.unit };
    }
    case 'implied': {
      const figure = relation.total.budget ?? relation.total.rate ?? relation.total.outcome;
      return { ...NO_SIDES, stated: formatLike(figure.amount.value, figure.amount), unit: figure.amount.unit };
    }
  }
}
