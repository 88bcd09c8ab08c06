import type { RowDefinition } from '../parts/edged-table.ts';

/** More cells than any table has. */
const MOST = 256;

/** The definition of a row as its words come («\trowd \clvmgf\cellx2891 …»). */
export class TableRow implements RowDefinition {
  edges: number[] = [0];
  flags: { horizontal: number; vertical: number }[] = [];
  private horizontal = 0;
  private vertical = 0;

  word(name: string, param: number): void {
    if (name === 'trowd') {
      this.edges = [0];
      this.flags = [];
      this.horizontal = 0;
      this.vertical = 0;
    } else if (name === 'trleft' && this.edges.length === 1) this.edges[0] = param;
    else if (name === 'clmrg') this.horizontal = 1;
    else if (name === 'clvmrg') this.vertical = 1;
    else if (name === 'cellx' && this.flags.length < MOST) {
      this.edges.push(param);
      this.flags.push({ horizontal: this.horizontal, vertical: this.vertical });
      this.horizontal = 0;
      this.vertical = 0;
    }
  }
}
