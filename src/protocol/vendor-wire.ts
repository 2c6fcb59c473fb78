/**
 * Calls that a chosen vendor's page may make: page → bridge → background.
 *
 * This file is the whole surface that a web page can reach. One entry a call: its input schema, which is strict
 * (an unknown field is refused), and its output schema, which is an allow-list (an unknown field is dropped).
 */
import * as v from 'valibot';
import { ask, grantId } from './ask-schema.ts';
import { INPUT_LIMIT } from './page-wire.ts';
import { requestCalls } from './request/request-calls.ts';
import {
  grant,
  itemReferences,
  preferencePage,
  preferenceQuery,
  rankedItems,
  ratingQuery,
  reviewPage,
} from './vendor-schemas.ts';

export const VENDOR_WIRE = 'vendor';

/** The version of the page API that `navigator.customer.version` names. */
export const VENDOR_VERSION = '1';

const nothing = v.nullish(v.strictObject({}));

export const vendorCalls = {
  /** Asks the person. Answered at once with a grant that already covers it, else pending. */
  request: { input: ask, output: grant },
  /** What this origin holds now. Never prompts. */
  grants: { input: nothing, output: v.array(grant) },
  /** The person's ratings as far as a grant reaches. Never prompts. */
  ratings: { input: v.nullish(ratingQuery, {}), output: reviewPage },
  /** The person's standing preferences as far as a grant reaches. Never prompts. */
  preferences: { input: v.nullish(preferenceQuery, {}), output: preferencePage },
  /** The vendor's own list, ordered by the person's taste. Never prompts. */
  rank: { input: itemReferences, output: rankedItems },
  /** The vendor gives a grant back. */
  withdraw: { input: grantId, output: v.null() },
  ...requestCalls,
} as const;

/** Asked by the bridge, on origins with a port of their own: may the provider be put here? */
export const PROVIDE_CALL = 'provide';

export type VendorCall = keyof typeof vendorCalls;
export type VendorInput<C extends VendorCall> = v.InferOutput<(typeof vendorCalls)[C]['input']>;
export type VendorOutput<C extends VendorCall> = v.InferOutput<(typeof vendorCalls)[C]['output']>;

/** What the bridge sends. `id` is made by the bridge, never by the page; `input` is JSON text. */
export const vendorMessage = v.strictObject({
  wire: v.literal(VENDOR_WIRE),
  id: v.pipe(v.string(), v.uuid()),
  call: v.pipe(v.string(), v.maxLength(40)),
  input: v.optional(v.pipe(v.string(), v.maxLength(INPUT_LIMIT))),
});
export type VendorMessage = v.InferOutput<typeof vendorMessage>;
