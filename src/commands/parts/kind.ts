import type { AuditOptions } from '../../audit.ts';

/** What `--kind` takes: as the reports say, or what they are, whatever they say. */
export const KINDS = ['auto', 'budget', 'final-accounts'] as const;
export type Kind = (typeof KINDS)[number];

/** What `--kind` means for the road. */
export const kindOf = ({ kind }: { readonly kind: Kind }): Pick<AuditOptions, 'kind'> => (kind === 'auto' ? {} : { kind });
