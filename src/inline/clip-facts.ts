import type { ItemFacts } from '../domain/item.ts';
import type { InlineInput } from '../protocol/inline-wire.ts';

/** The limits of the inline wire. A test holds them against its schema. */
const MAX_TEXT = 300;
const MAX_TEXTS = 20;
const MAX_IDENTIFIERS = 12;
const MAX_IDENTIFIER = 2_052;

export type WireFacts = InlineInput<'rate'>['facts'];

/**
 * What is known of a thing, cut to what the wire takes: a page can make any text as long as it likes.
 *
 * @returns `undefined` when it has no name, or no identifier by which it would be known again.
 */
export function clipFacts(facts: ItemFacts): WireFacts | undefined {
  const name = clip(facts.name);
  const identifiers = facts.identifiers.filter((one) => one.length <= MAX_IDENTIFIER).slice(0, MAX_IDENTIFIERS);
  if (name === undefined || identifiers.length === 0) {
    return undefined;
  }
  const brand = clip(facts.brand);
  const series = clip(facts.series);
  const year = facts.year !== undefined && facts.year >= 0 && facts.year <= 9999 ? Math.trunc(facts.year) : undefined;
  return {
    kind: facts.kind,
    name,
    identifiers,
    ...(facts.creators && { creators: clipAll(facts.creators) }),
    ...(facts.genres && { genres: clipAll(facts.genres) }),
    ...(brand !== undefined && { brand }),
    ...(series !== undefined && { series }),
    ...(year !== undefined && { year }),
  };
}

function clipAll(texts: readonly string[]): string[] {
  return texts
    .map(clip)
    .filter((text) => text !== undefined)
    .slice(0, MAX_TEXTS);
}

function clip(text: string | undefined): string | undefined {
  const clipped = text
    ?.trim()
    .slice(0, MAX_TEXT)
    .replace(/\p{Cs}/gu, '');
  return clipped === '' ? undefined : clipped;
}
