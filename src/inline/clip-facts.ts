import type { ItemFacts } from '../domain/item.ts';
import type { InlineInput } from '../protocol/inline-wire.ts';
import { present } from '../recognise/present.ts';

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
  return name === undefined || identifiers.length === 0
    ? undefined
    : present<WireFacts>({
        kind: facts.kind,
        name,
        identifiers,
        creators: clipAll(facts.creators),
        genres: clipAll(facts.genres),
        brand: clip(facts.brand),
        series: clip(facts.series),
        year: facts.year,
      });
}

function clipAll(texts: readonly string[] | undefined): string[] | undefined {
  return texts
    ?.map(clip)
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
