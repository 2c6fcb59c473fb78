/**
 * The calls of the vendor wire that are about requests: intentions cast to this vendor, its answers, and what it would put into
 * the person's data. As in `vendor-wire.ts`, an input is strict and an output an allow-list.
 */
import * as v from 'valibot';
import { THREAD_REFUSALS } from '../../domain/thread.ts';
import { pageOf, preferenceQuery } from '../vendor-schemas.ts';
import { personEnvelope } from '../signing/envelope.ts';
import { demand } from './demand-schema.ts';
import { personMessage } from './person-message-schema.ts';
import { proposal } from './proposal-schema.ts';
import * as wire from './wire-values.ts';

const { limit, cursor } = preferenceQuery.entries;

const intentionQuery = v.strictObject({
  /** Only requests of which something was said at or after it. */
  since: v.exactOptional(wire.moment),
  limit,
  cursor,
});

/**
 * The newest copy that the vendor has, and all that was said to it in the thread, oldest first and as it was signed. A field that
 * the allow-list drops breaks the signature: it is seen, and it has not left.
 */
const intention = v.object({
  ...demand.entries,
  messages: v.array(v.object({ ...personEnvelope.entries, body: personMessage })),
});

/** `refused` says why a reply was not taken. The same reply again gets the same receipt. */
const receipt = v.object({
  id: v.string(),
  at: v.string(),
  refused: v.exactOptional(v.picklist(THREAD_REFUSALS)),
});

export const requestCalls = {
  /** The requests that were cast to this vendor. Never prompts. */
  intentions: { input: v.nullish(intentionQuery, {}), output: pageOf(intention) },
  /** Answers one. The envelope is looked into after its signature was. */
  reply: {
    input: v.pipe(
      v.strictTuple([wire.threadId, v.record(v.string(), v.unknown())]),
      v.transform(([request, reply]) => ({ request, reply })),
    ),
    output: receipt,
  },
  /** Suggests an order or something owned. It lands in the person's inbox, never in their data. */
  propose: { input: proposal, output: receipt },
} as const;
