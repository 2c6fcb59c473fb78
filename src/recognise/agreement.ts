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
  return sharedPairs(short, long);
}

function sharedPairs(left: string, right: string): number {
  const counts = new Map<string, number>();
  for (let index = 0; index < left.length - 1; index += 1) {
    const pair = left.slice(index, index + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index < right.length - 1; index += 1) {
    const pair = right.slice(index, index + 2);
    const count = counts.get(pair) ?? 0;
    if (count > 0) {
      counts.set(pair, count - 1);
      shared += 1;
    }
  }
  return (2 * shared) / Math.max(1, left.length + right.length - 2);
}
