import type { Reading, Relation } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { agreements } from './agreements.ts';
import { betweenTables } from './between.ts';
import { changes, changesOfParts, flatAndChanged, ratesInMoney } from './changes.ts';
import { formOf, oddDecimals } from './form.ts';
import { lastYearWithin, partsBySharesWithin, toldWithin, totalsBefore } from './impossible.ts';
import { itemsOfTable } from './items.ts';
import { contractShares, purchasesWithin } from './procurement.ts';
import { completions, impliedBudgets, shares, unexplained, withinBudget } from './rates.ts';
import { itemsByKind, projectsWithin, reception, rollUps, statedSums } from './sums.ts';
import { prescribed } from './tables.ts';
import { projectsWithinBudget, sharesWithin, targetsWithin, toldBounds, toldSame, wholeByFunds } from './told.ts';

/** What a document's own structure says must hold. Only a list. */
export const builtIn: readonly ((reading: Reading, facts: Facts) => Relation[])[] = [
  statedSums,
  prescribed,
  betweenTables,
  itemsOfTable,
  rollUps,
  itemsByKind,
  projectsWithin,
  reception,
  shares,
  completions,
  impliedBudgets,
  unexplained,
  withinBudget,
  contractShares,
  purchasesWithin,
  toldBounds,
  toldSame,
  targetsWithin,
  sharesWithin,
  projectsWithinBudget,
  wholeByFunds,
  partsBySharesWithin,
  lastYearWithin,
  totalsBefore,
  toldWithin,
  changes,
  flatAndChanged,
  ratesInMoney,
  changesOfParts,
  agreements,
  formOf,
  oddDecimals,
];
