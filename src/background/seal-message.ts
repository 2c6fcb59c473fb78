import type { AppContext } from '../app/context.ts';
import { keysOfRelations } from '../app/keys-of-relations.ts';
import type { Origin, PairwiseId, ThreadId } from '../domain/ids.ts';
import type { PersonMessage } from '../domain/thread-message.ts';
import { personMessageOf } from '../protocol/request/to-person-message.ts';
import { personMessage } from '../protocol/request/person-message-schema.ts';
import { sealPersonMessage } from '../protocol/signing/envelope.ts';
import { newSigningKey, type SigningKey } from '../protocol/signing/signing-key.ts';
import * as v from 'valibot';

/** One vendor, and the person's name in one thread with it. */
export interface ThreadRelation {
  readonly vendor: Origin;
  readonly person: PairwiseId;
  /** Its key is made if it is not there. */
  readonly isNew: boolean;
}

/** @returns one for each, in their order: `undefined` where nobody can speak in it from here */
export function signingKeysOf(
  context: AppContext,
  relations: readonly ThreadRelation[],
): Promise<(SigningKey | undefined)[]> {
  return keysOfRelations<SigningKey>(context, relations, newSigningKey);
}

/** What leaves of a message: what the wire has a word for, and signed. The same message is the same but for its signature. */
export async function sealMessage(
  key: SigningKey,
  {
    vendor,
    person,
    thread,
    number,
    message,
    atMs,
  }: {
    readonly vendor: Origin;
    readonly person: PairwiseId;
    readonly thread: ThreadId;
    readonly number: number;
    readonly message: PersonMessage;
    /** When it was said, at whatever try. */
    readonly atMs: number;
  },
) {
  const body = v.parse(personMessage, personMessageOf(message));
  const sealed = await sealPersonMessage(
    { from: person, to: vendor, request: thread, number, body: { ...body }, nowMs: atMs },
    key,
  );
  return { ...sealed, body };
}
