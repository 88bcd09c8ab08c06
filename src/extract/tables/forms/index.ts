import { amountColumns, codeEquations, readCodes } from './codes.ts';
import { detailColumns, detailEquations, detailStated } from './details.ts';
import { economicEquations, readEconomic } from './economic.ts';
import type { Equations } from './equations.ts';
import { type Collector, type Column, foundIn, type Line, type Sheet } from './sheet.ts';
import { readSides, sideEquations } from './sides.ts';
import { readTravel, travelEquations } from './travel.ts';

/** A statutory table that was read: its lines, and what its form prescribes of them. */
export interface Form {
  readonly lines: readonly Line[];
  /** Its own columns of amounts, where one list of lines has them all. */
  readonly columns: readonly Column[];
  /** States the sums of the form. The lines may have been put right since they were read. */
  equate(equations: Equations): void;
}

/** Reads a table as the shape of its form says (tables.yaml). */
export function readForm(sheet: Sheet, collect: Collector): Form {
  const { def } = sheet;
  switch (def.shape) {
    case 'sides': {
      const sides = readSides(sheet, collect);
      const lines = sides.flatMap(side => side.lines);
      return { lines, columns: [], equate: equations => sideEquations(sheet, sides, equations) };
    }
    case 'economic': {
      const lines = readEconomic(sheet, collect);
      return { lines, columns: [], equate: equations => economicEquations(lines, equations) };
    }
    case 'travel': {
      const lines = readTravel(sheet, collect);
      return { lines, columns: [], equate: equations => travelEquations(lines, equations) };
    }
    case 'details': {
      const columns = detailColumns(sheet);
      const lines = readCodes(sheet, collect, columns, key => detailStated(sheet, key));
      const equate = (equations: Equations) => {
        codeEquations(lines, columns, equations);
        detailEquations(lines, columns, equations);
      };
      return { lines, columns, equate };
    }
    case 'codes': {
      const columns = amountColumns(sheet);
      const lines = readCodes(sheet, collect, columns, key => {
        const of = def.columns?.find(column => column.key === key)?.of ?? {};
        return { ...of, ...(def.scope ? { scope: def.scope } : {}) };
      });
      const equate = (equations: Equations) => {
        codeEquations(lines, columns, equations);
        // A total in whose column nothing at all stands is a header moved aside: no row is asked for it. Of parts, there just are none.
        const isFilled = (key: string) => lines.some(line => foundIn(line, key));
        const sums = (def.sums ?? []).filter(({ total }) => lines.length < 3 || total.some(isFilled));
        equations.across(lines, sums, columns);
      };
      return { lines, columns, equate };
    }
  }
}
