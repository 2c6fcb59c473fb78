import type { Ask } from './ask.ts';

/** Whether two asks are the same to the letter, in whatever order their fields were written: stores keep no order. */
export function isSameAsk(one: Ask, other: Ask): boolean {
  return one.id === other.id && canonical(one) === canonical(other);
}

/** The same text for the same content. */
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
