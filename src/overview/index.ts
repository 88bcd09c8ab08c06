export { Sums, type Totals } from './sums.ts';
export { Survey } from './survey.ts';
