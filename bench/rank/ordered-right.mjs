/**
 * Of all pairs of held-out films that the person rated differently, how many the scores put in that order.
 * Equal scores count for half: a toss of a coin.
 */
export function orderedRight(held, scores) {
  let right = 0;
  let pairs = 0;
  for (let one = 0; one < held.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const difference = held[one].value - held[other].value;
      if (difference !== 0) {
        pairs += 1;
        const guessed = scores[one] - scores[other];
        right += guessed === 0 ? 0.5 : guessed > 0 === difference > 0 ? 1 : 0;
      }
    }
  }
  return { right, pairs };
}
