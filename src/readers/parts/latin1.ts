import { strFromU8 } from 'fflate';

/** Bytes as characters 0–255, for looking at marks that are ASCII in any case. */
export function latin1(bytes: Uint8Array): string {
  return strFromU8(bytes, true);
}
