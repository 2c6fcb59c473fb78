import { AppError } from '../domain/errors.ts';
import { type Origin, type PairwiseId, readMessageId, type ThreadId } from '../domain/ids.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { VendorMessage } from '../domain/thread-message.ts';
import { readVendorMessage } from '../protocol/request/read-vendor-message.ts';
import { checkVendorMessage, type MessageProblem } from '../protocol/signing/check-message.ts';
import type { VendorKey } from '../protocol/signing/public-key.ts';
import type { VendorDocuments } from './vendor-documents.ts';

/** In which thread a vendor's message has to belong. */
export interface ExpectedIn {
  readonly vendor: Origin;
  readonly person: PairwiseId;
  readonly thread: ThreadId;
  readonly nowMs: number;
}

export type ReadSaid =
  | { readonly kind: 'message'; readonly message: VendorMessage; readonly signed: SignedMessage }
  /** `problem` is for the vendor, `reason` for the thread. */
  | {
      readonly kind: 'garbled';
      readonly reason: 'malformed' | 'too-large' | 'bad-signature';
      readonly problem: AppError;
    }
  /** Its customer.json, with its keys, can't be read now, so nobody can tell whether it is the vendor's. */
  | { readonly kind: 'keys-unreadable' };

/** Those are of the envelope's form; the others say that it is not this vendor's word in this thread. */
const OF_FORM: ReadonlySet<MessageProblem> = new Set(['unreadable', 'other-version']);

/**
 * Looks at what came as a vendor's message: who signed it first, then what it says. A key that its customer.json did not have
 * makes that be read again, once.
 */
export async function readSaid(documents: VendorDocuments, came: unknown, expected: ExpectedIn): Promise<ReadSaid> {
  const { vendor, person, thread: request, nowMs } = expected;
  const check = async (keys: readonly VendorKey[]) =>
    checkVendorMessage(came, { vendor, person, request, keys, nowMs });
  const known = await keysOf(documents, vendor);
  const first = known && (await check(known));
  const isUnknown = first?.kind === 'bad' && first.problem === 'unknown-key';
  const keys = isUnknown ? await keysOf(documents, vendor, { isAnew: true }) : known;
  const checked = isUnknown ? keys && (await check(keys)) : first;
  if (!checked) {
    return { kind: 'keys-unreadable' };
  }
  if (checked.kind === 'bad') {
    const { problem } = checked;
    const reason = OF_FORM.has(problem) ? 'malformed' : 'bad-signature';
    return { kind: 'garbled', reason, problem: new AppError('bad-request', problem) };
  }
  const { id, body } = checked.envelope;
  const messageId = readMessageId(id);
  try {
    if (messageId === undefined) {
      throw new AppError('bad-request', 'id: Not a name of a message');
    }
    return {
      kind: 'message',
      message: readVendorMessage(body, { id: messageId, vendor }),
      signed: { envelope: JSON.stringify(checked.envelope), publicKey: JSON.stringify(checked.publicKey) },
    };
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return { kind: 'garbled', reason: thrown.code === 'too-much' ? 'too-large' : 'malformed', problem: thrown };
    }
    throw thrown;
  }
}

/** @returns `undefined` when nobody can say: a site that is being rebuilt has none for an hour, and has signed all the same */
async function keysOf(
  documents: VendorDocuments,
  vendor: Origin,
  how?: { readonly isAnew: true },
): Promise<readonly VendorKey[] | undefined> {
  const found = await documents.read(vendor, how);
  return found.kind === 'read' ? (found.document.keys ?? []) : undefined;
}
