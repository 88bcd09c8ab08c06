import { audit } from '../../src/audit.ts';

/** What a file states and what is found in it, wherever it stands: for one report in two formats. */
export async function toldOf(file: string, bytes: Uint8Array) {
  const { figures, findings } = await audit([{ file, bytes }]);
  return {
    figures: figures.map(({ printed, fact }) => [printed, fact]),
    findings: findings.map(({ rule, expected }) => [rule, expected]),
  };
}
