import type { Ask } from '../domain/ask.ts';
import type { HeldGrant } from '../domain/grant.ts';

/**
 * The grant that already answers an ask: given for the very same one, to the letter, and still holding. The same id with
 * other content is another ask, and a grant of less than was asked answers it still: the person has decided.
 *
 * @param held - oldest first; the newest that answers wins
 */
export function grantForAsk(held: readonly HeldGrant[], ask: Ask): HeldGrant | undefined {
  return held.findLast((grant) => grant.status === 'active' && isSameAsk(grant.ask, ask));
}

export function isSameAsk(one: Ask, other: Ask): boolean {
  return one.id === other.id && canonical(one) === canonical(other);
}

/** The same text for the same content, in whatever order its fields were written. */
function canonical(ask: Ask): string {
  return JSON.stringify(ask, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, inner]) => inner !== undefined)
            .sort(([left], [right]) => (left < right ? -1 : 1)),
        )
      : value,
  );
}
