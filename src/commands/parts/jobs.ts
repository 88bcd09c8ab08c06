import { Problem } from '../../model/index.ts';

/** «4»: a number of threads. */
export function jobsOf(given: string): number {
  if (!/^[1-9]\d{0,2}$/.test(given.trim())) throw new Problem('cli.bad-jobs', { given });
  return Number(given);
}
