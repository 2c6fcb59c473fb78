/** Names with their counts, the largest first, equals by name. */
export function mostFirst(counts: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(counts).sort(
    ([left, leftCount], [right, rightCount]) => rightCount - leftCount || left.localeCompare(right, 'en'),
  );
}
