import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SCRIPT_HASH, STYLE_HASH } from '../../../src/reporters/html/hashes.ts';
import { SCRIPT } from '../../../src/reporters/html/script.ts';
import { STYLE } from '../../../src/reporters/html/style.ts';

const sha = (text: string) => createHash('sha256').update(text).digest('base64');

describe('the policy of the page', () => {
  it('lets its own style and script run, and nothing else', () => {
    expect(STYLE_HASH).toBe(sha(STYLE));
    expect(SCRIPT_HASH).toBe(sha(SCRIPT));
  });

  it('has a script that parses', () => {
    expect(() => new Function(SCRIPT)).not.toThrow();
  });
});
