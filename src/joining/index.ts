export { auditBundle, type BundleOptions, type Outcome } from './bundle.ts';
export { type Bundle, bundlesOf, type Grouping } from './bundles.ts';
export { joinable } from './groups.ts';
export { addable, knownOf, remember } from './known.ts';
export { isOwnOutput } from './own.ts';
export { pack, unpack } from './portable.ts';
export { asProblem, auditor, reportsOf } from './reports.ts';
export { Copies, Twins, withTwins } from './twins.ts';
