/** Names as a list: single blanks, none empty, each once, in their order. */
export function names(texts: readonly string[]): string[] {
  return [...new Set(texts.map((text) => text.replace(/\s+/gu, ' ').trim()))].filter((text) => text !== '');
}
