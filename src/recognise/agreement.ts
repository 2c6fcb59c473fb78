/** Letters and digits only, small, without accents: how two writings of one name are compared. */
export function foldName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * How much two names agree, 0 to 1. One that holds the other whole agrees by 0.6 or more, the more of it the other is;
 * else it is the share of letter pairs that both have.
 *
 * @param left - folded by {@link foldName}, as is `right`
 */
export function agreement(left: string, right: string): number {
  if (left === '' || right === '') {
    return 0;
  }
  if (left === right) {
    return 1;
  }
  const [short, long] = left.length < right.length ? [left, right] : [right, left];
  if (long.includes(short)) {
    return 0.6 + (short.length / long.length) * 0.35;
  }
  const pairs = pairsOf(long);
  const own = [...pairsOf(short)];
  return (2 * own.filter((pair) => pairs.has(pair)).length) / Math.max(1, own.length + pairs.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  return new Set(Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2)));
}
