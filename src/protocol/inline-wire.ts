/**
 * Calls that the stars beside items make: content script → background, on origins where the person turned them on.
 *
 * The script runs in the page's process, so the background believes nothing of it: who asks is `sender.origin`, what it
 * asks is parsed here. One entry a call: its input, strict (an unknown field is refused), and its output, an allow-list
 * (an unknown field is dropped).
 */
import * as v from 'valibot';
import type { Identifier } from '../domain/identifier.ts';
import { readIdentifier } from '../domain/identifier.ts';
import { ITEM_KINDS } from '../domain/item.ts';
import type { HalfStars } from '../domain/scale.ts';

export const INLINE_WIRE = 'inline';

/** At most this many things a look-up, and identifiers a thing. */
export const THINGS_LIMIT = 500;
export const IDENTIFIERS_LIMIT = 12;
/** The longest identifier: `url:` and an address of 2,048 characters. */
export const IDENTIFIER_LENGTH = 2_052;

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(300));
const texts = v.pipe(v.array(text), v.maxLength(20));

/** Those of a scheme Sayso knows, normalised; what it does not know names nothing the person holds. */
const identifiers = v.pipe(
  v.array(v.pipe(v.string(), v.maxLength(IDENTIFIER_LENGTH))),
  v.maxLength(IDENTIFIERS_LIMIT),
  v.transform((all) => all.map(readIdentifier).filter((one): one is Identifier => one !== undefined)),
);
const atLeastOne = v.pipe(
  identifiers,
  v.check((all) => all.length > 0, 'No identifier that Sayso knows'),
);

const facts = v.strictObject({
  kind: v.picklist(ITEM_KINDS),
  name: text,
  creators: v.exactOptional(texts),
  brand: v.exactOptional(text),
  series: v.exactOptional(text),
  genres: v.exactOptional(texts),
  year: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999))),
  identifiers: atLeastOne,
});

/** Half stars, 1 to 10. */
const halfStars = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(10),
  v.transform((value) => value as HalfStars),
);

const journalId = v.pipe(v.string(), v.uuid());

/** A rating as the stars show it: to the nearest half, with what was given and when (ISO 8601, as precise as known). */
const shown = v.object({
  halfStars,
  given: v.object({ value: v.number(), best: v.number(), worst: v.number() }),
  ratedAt: v.string(),
});

export const inlineCalls = {
  /** What the person thinks of each thing, in the order asked; `null` where they said nothing. */
  'look-up': {
    input: v.strictObject({ things: v.pipe(v.array(identifiers), v.maxLength(THINGS_LIMIT)) }),
    output: v.array(v.nullable(shown)),
  },
  /** Saves a press on the stars. */
  rate: { input: v.strictObject({ facts, halfStars }), output: v.object({ ...shown.entries, journalId }) },
  /** Takes the rating away. `journalId` is `null` when there was none. */
  clear: {
    input: v.strictObject({ identifiers: atLeastOne }),
    output: v.object({ journalId: v.nullable(journalId) }),
  },
  /** Takes one change back. Only a change that this wire made on this origin: the background remembers which. */
  undo: { input: v.strictObject({ journalId }), output: v.null() },
} as const;

export type InlineCall = keyof typeof inlineCalls;
/** What the content script sends: before the schema has read it. */
export type InlineInput<C extends InlineCall> = v.InferInput<(typeof inlineCalls)[C]['input']>;
/** What a handler is given: after the schema has read it. */
export type InlineParsed<C extends InlineCall> = v.InferOutput<(typeof inlineCalls)[C]['input']>;
export type InlineOutput<C extends InlineCall> = v.InferOutput<(typeof inlineCalls)[C]['output']>;

export const inlineMessage = v.strictObject({
  wire: v.literal(INLINE_WIRE),
  call: v.pipe(v.string(), v.maxLength(40)),
  input: v.unknown(),
});

/**
 * What the background tells the stars by itself, by `tabs.sendMessage`.
 * `changed`: ratings changed elsewhere, look again. `off`: the person turned the stars off here, take them away.
 */
export interface InlineEvent {
  readonly wire: typeof INLINE_WIRE;
  readonly event: 'changed' | 'off';
  /** With `off`: where. Every tab hears it, since tabs can't be asked for their origin. */
  readonly origin?: string;
}
