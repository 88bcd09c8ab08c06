type Token = string | 'any' | 'within' | 'one';

/**
 * Whether a path is one a pattern stands for: `*` for anything within a folder, `**` for folders as well, `?` for one character. Every character of the path is held against the pattern once, however many stars it has.
 */
export function globFits(pattern: string, path: string): boolean {
  const tokens = tokensOf(pattern);
  let at = reached(new Set([0]), tokens);
  for (const char of path) {
    const next = new Set<number>();
    for (const n of at) {
      const token = tokens[n];
      if (token === 'any' || (token === 'within' && char !== '/')) next.add(n);
      else if (token === char || (token === 'one' && char !== '/')) next.add(n + 1);
    }
    at = reached(next, tokens);
    if (at.size === 0) return false;
  }
  return at.has(tokens.length);
}

function tokensOf(pattern: string): Token[] {
  const plain = pattern.replaceAll('\\', '/').replace(/^\.\//, '');
  const tokens = (plain.match(/\*\*\/?|[\s\S]/gu) ?? []).map((sign): Token => {
    if (sign.startsWith('**')) return 'any';
    return sign === '*' ? 'within' : sign === '?' ? 'one' : sign;
  });
  return tokens;
}

/** A star may stand for nothing: what follows it is reached with it. */
function reached(from: ReadonlySet<number>, tokens: readonly Token[]): Set<number> {
  const all = new Set<number>();
  for (let n of from) {
    all.add(n);
    while (tokens[n] === 'any' || tokens[n] === 'within') all.add(++n);
  }
  return all;
}
