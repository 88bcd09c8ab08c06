import type { Scope } from '../model/index.ts';
import files from './files.yaml';
import formTraces from './form.yaml';
import functional from './functional.yaml';
import indicators from './indicators.yaml';
import selfeval from './selfeval.yaml';
import structure from './structure.yaml';
import type { WordTest } from './tables.ts';
import wording from './wording.yaml';

/** How narratives word what they state (wording.yaml). */
export interface Wording {
  readonly up: readonly string[];
  readonly down: readonly string[];
  readonly same: readonly string[];
  readonly sameNot: readonly string[];
  readonly loose: readonly string[];
  readonly signed: readonly string[];
  readonly rates: readonly string[];
  readonly difference: readonly string[];
  readonly adjusted: readonly string[];
  readonly changeLinks: readonly string[];
  readonly share: readonly string[];
  readonly completion: readonly string[];
  readonly budgets: Readonly<Record<'年初预算' | '全年预算' | '预算', readonly string[]>>;
  readonly outcomes: readonly string[];
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly equal: readonly string[];
  readonly lists: { readonly whole: readonly string[]; readonly part: readonly string[] };
  readonly namesOnly: readonly string[];
  readonly reasons: readonly string[];
  readonly reasonNot: readonly string[];
  readonly carryOver: readonly string[];
  readonly estimates: readonly string[];
  readonly lastYear: readonly string[];
  readonly added: readonly string[];
  readonly unbudgeted: readonly string[];
  readonly again: readonly string[];
  readonly otherUnit: readonly string[];
  readonly spentOn: readonly string[];
  readonly leading: readonly string[];
  readonly trailing: readonly string[];
  readonly closing: readonly string[];
  readonly counts: readonly string[];
  readonly countsNot: readonly string[];
  readonly scores: readonly string[];
  readonly thresholdsAfter: readonly string[];
  readonly thresholdsBefore: readonly string[];
  readonly involved: readonly string[];
  readonly averages: readonly string[];
  readonly approximateAfter: readonly string[];
  readonly approximateBefore: readonly string[];
  readonly planned: { readonly kept: readonly string[]; readonly words: Readonly<Record<string, string>> };
}

/** One thing figures are about (indicators.yaml). */
export interface Indicator {
  readonly names: readonly string[];
  readonly scope?: Scope;
  readonly flow?: 'in' | 'out';
}

/** What belongs together (structure.yaml). */
export interface Structure {
  readonly scopes: readonly { readonly scope: Scope; readonly names: readonly string[] }[];
  readonly partitions: readonly (readonly string[])[];
  readonly wholes: readonly (readonly string[])[];
  readonly nested: readonly (readonly string[])[];
  readonly neverInside: readonly {
    readonly part: readonly string[];
    readonly inside: readonly string[];
    readonly whole: string;
  }[];
  readonly nestedNames: { readonly outer: string; readonly inner: readonly string[] };
  readonly kindsOf: readonly { readonly whole: string; readonly parts: readonly string[] }[];
  readonly countKinds: readonly {
    readonly units?: readonly string[];
    readonly words: readonly string[];
    readonly whole?: readonly (readonly string[])[];
    readonly totals?: readonly string[];
  }[];
  readonly countedOnce: readonly string[];
  readonly builtUp: readonly string[];
  readonly countApart: readonly { readonly whole: readonly string[]; readonly part: readonly string[] }[];
  readonly mayNest: readonly { readonly outer: string; readonly inner: string }[];
  readonly totalBase: string;
  readonly silent: readonly string[];
  readonly itemsBasic: readonly string[];
  readonly contractShares: {
    readonly total: string;
    readonly kinds: readonly { readonly share: string; readonly whole: string }[];
  };
  readonly countSums: readonly { readonly total: readonly string[]; readonly parts: readonly (readonly string[])[] }[];
  readonly countBounds: readonly { readonly smaller: readonly string[]; readonly larger: readonly string[] }[];
  readonly toldBounds: readonly {
    readonly rule: string;
    readonly unit: string;
    readonly smaller: WordTest['has'];
    readonly larger: WordTest['has'];
  }[];
  readonly toldSame: readonly {
    readonly rule: string;
    readonly unit: string;
    readonly has: WordTest['has'];
    readonly not: string;
  }[];
  readonly lastYearWithin: readonly {
    readonly whole: { readonly indicator: string; readonly scope: Scope };
    readonly part: { readonly indicator: string; readonly scope: Scope };
  }[];
  readonly toldWithin: Structure['lastYearWithin'];
  readonly reserved: { readonly kinds: readonly string[]; readonly budget: string; readonly won: string };
  readonly related: readonly {
    readonly rule: string;
    readonly pattern: string;
    readonly total: readonly string[];
    readonly parts: readonly string[];
    readonly less?: readonly string[];
    readonly apart?: boolean;
  }[];
  readonly relatedTerms: Readonly<Record<string, string>>;
  readonly countedWithMoney: { readonly member: string };
  readonly shortNames: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly subjectsOfBasic: { readonly whole: readonly string[]; readonly subjects: Readonly<Record<string, string>> };
  readonly averages: readonly {
    readonly per: readonly string[];
    readonly words: readonly string[];
    readonly money: readonly string[];
    readonly units: readonly string[];
  }[];
  /** What a project costs in several years: the words of the whole, of one year and of how many there are. */
  readonly severalYears: { readonly whole: string; readonly part: string; readonly counted: string };
  readonly smallFirms: {
    readonly total: string;
    readonly names: readonly string[];
    readonly awarded: string;
    readonly parts: readonly string[];
    readonly larger: string;
    readonly told: string;
  };
  readonly rest: readonly string[];
  readonly headings: readonly { readonly has: readonly string[]; readonly indicator: string }[];
}

/** How self-evaluation tables name their rows and columns (selfeval.yaml). */
export interface SelfEvaluationWords {
  readonly titles: readonly string[];
  readonly columns: Readonly<Record<string, readonly string[]>>;
  readonly shown: Readonly<Record<string, string>>;
  readonly funding: Readonly<Record<string, readonly string[]>>;
  readonly project: readonly string[];
  readonly whole: readonly string[];
  readonly cost: readonly string[];
  readonly atLeast: readonly string[];
  readonly limits: readonly string[];
  readonly sum: readonly string[];
  readonly least: readonly string[];
  readonly most: readonly string[];
  readonly durations: readonly string[];
  readonly ratings: readonly string[];
  readonly ratingLabels: readonly string[];
  readonly aspects: readonly string[];
  readonly ratingScores: readonly { readonly words: readonly string[]; readonly from: number; readonly to: number }[];
  readonly total: readonly string[];
}

export interface Trace {
  readonly rule: string;
  /** A regular expression in which {name} stands for one of the terms. */
  readonly pattern: string;
  readonly expected?: string;
  /** Words of which one must be there for the pattern to be worth a look. */
  readonly needs?: readonly string[];
  /** Left alone in cells that hold no sentence. */
  readonly prose?: boolean;
}

/** Traces of editing and templates (form.yaml). */
export interface FormTraces {
  readonly terms: Readonly<Record<string, string>>;
  readonly traces: readonly Trace[];
  readonly years: {
    readonly sentences: readonly string[];
    readonly broken: string;
    readonly closing: string;
    readonly opening: string;
    readonly headings: string;
    readonly plannedHeadings: string;
    readonly owned: string;
    readonly titles: string;
    readonly corners: string;
  };
  readonly unsaid: string;
  readonly names: {
    readonly body: string;
    readonly told: readonly string[];
    readonly titles: readonly string[];
    readonly corners: readonly string[];
    readonly offices: string;
    readonly nobody: string;
    readonly above: string;
    readonly off: string;
    readonly units: string;
    readonly renamed: string;
  };
  readonly settled: string;
  readonly provinces: readonly {
    readonly name: string;
    readonly places: readonly string[];
    readonly from: number;
    readonly until?: number;
    readonly tables: readonly { readonly name: string; readonly words: readonly string[] }[];
  }[];
  readonly completeness: {
    readonly whole: readonly string[];
    readonly sections: readonly { readonly name: string; readonly words: readonly string[] }[];
    readonly costs: {
      readonly of: string;
      readonly parts: readonly { readonly name: string; readonly words: readonly string[] }[];
    };
    /** What says that there was none of it. */
    readonly nothing: readonly string[];
    readonly counts: readonly {
      readonly indicator: string;
      readonly units: string;
      readonly name: string;
      readonly anywhere?: string;
    }[];
    readonly reasons: {
      readonly indicators: readonly string[];
      readonly completion: { readonly least: number; readonly most: number };
      readonly words: string;
    };
  };
  readonly uses: readonly { readonly item: string; readonly use: string }[];
  /** 类 whose items are those of every body: an item of theirs has one 款 only. */
  readonly ownItems: readonly string[];
}

/** How people name the files of a report (files.yaml). */
export interface FileNames {
  readonly reports: readonly string[];
  readonly unreadable: readonly (readonly string[])[];
  readonly offices: readonly string[];
  readonly additions: readonly string[];
  readonly common: readonly (readonly string[])[];
}

/** Functional classification: 类 names with their codes, and names by code (functional.yaml). */
export interface FunctionalClasses {
  readonly classes: Readonly<Record<string, string>>;
}

export const fileNames = files as FileNames;
export const words = wording as Wording;
export const indicatorList = indicators as Readonly<Record<string, Indicator>>;
export const belonging = structure as Structure;
export const selfEvaluation = selfeval as SelfEvaluationWords;
export const functionalClasses = functional as FunctionalClasses;
export const form = formTraces as FormTraces;
export * from './tables.ts';
