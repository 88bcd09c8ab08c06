import { type Audit, byNeed, type DistrictSum, type Failure, type Overview, Tally, type Unit, unitOf } from '../model/index.ts';

/** Takes reports one after the other and keeps a row of each; gives them at a look. */
export class Survey {
  private readonly units: Unit[] = [];
  private readonly failures: Failure[] = [];
  private readonly skipped: Overview['skipped'][number][] = [];
  private readonly tally = new Tally();

  take(audit: Audit): void {
    this.units.push(unitOf(audit));
    this.tally.take(audit);
  }

  fail(failure: Failure): void {
    this.failures.push(failure);
  }

  skip(one: Overview['skipped'][number]): void {
    this.skipped.push(one);
  }

  end(sums: readonly DistrictSum[]): Overview {
    const { failures, skipped, tally } = this;
    return { units: [...this.units].sort(byNeed), failures, skipped, rules: tally.rules(), slips: tally.slips(), sums };
  }
}
