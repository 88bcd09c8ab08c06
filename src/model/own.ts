/**
 * What a table of the program says about a word of a document: only its own entries count. A plain `table[word]` would also find
 * what every object inherits, for words like «constructor».
 */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
