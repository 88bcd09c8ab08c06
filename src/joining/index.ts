export { joinable, rememberRole } from './groups.ts';
export { isOwnOutput } from './own.ts';
export { asProblem, auditor, reportsOf } from './reports.ts';
export { Copies, rememberStated, withTwins } from './twins.ts';
