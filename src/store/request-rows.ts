/** Requests for proposals as they are kept: what the domain says of them, and what finds them again. */
import type { CastRequest } from '../domain/cast-request.ts';
import type { Stamp } from '../domain/clock.ts';
import type { FailureNotice, FailureReason } from '../domain/failure-notice.ts';
import type { Branded, Origin, RequestId, ThreadId } from '../domain/ids.ts';
import type { FallCause, Fulfilment, Order } from '../domain/order.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { RequestForProposals } from '../domain/request-for-proposals.ts';
import type { SignedMessage } from '../domain/signed-message.ts';
import type { PersonMessage, VendorMessage } from '../domain/thread-message.ts';
import type { Thread, ThreadRefusal, ThreadReminder } from '../domain/thread.ts';

interface Written {
  readonly createdAt: Stamp;
  readonly updatedAt: Stamp;
}

export interface KeptRequest extends Written {
  readonly id: RequestId;
  readonly cast: CastRequest;
  /** When it first went to a vendor: from then on no undo and no restore may take it back. */
  readonly castAtMs?: number;
  /** When it wants a tick of its own, beside its threads. */
  readonly dueAtMs?: number;
}

/** What is left of a draft that was thrown away. */
export interface RequestTombstone extends Written {
  readonly id: RequestId;
  readonly deletedAt: Stamp;
}

export type StoredRequest = KeptRequest | RequestTombstone;

export function isKeptRequest(row: StoredRequest | undefined): row is KeptRequest {
  return row !== undefined && !('deletedAt' in row);
}

/** A request as vendors had it before a change. */
export interface RequestVersion {
  /** Request and version, with a blank between. */
  readonly id: string;
  readonly requestId: RequestId;
  readonly request: RequestForProposals;
  readonly replacedAtMs: number;
  readonly createdAt: Stamp;
}

export interface ThreadRow extends Written {
  readonly id: ThreadId;
  readonly requestId: RequestId;
  readonly vendor: Origin;
  readonly thread: Thread;
  /** 0 open, 1 over but for last words on their way, 2 over. */
  readonly isOver: 0 | 1 | 2;
  readonly dueAtMs?: number;
  /** When the last of its spans began. */
  readonly setAtMs?: number;
  /** How many {@link ThreadEntry}s its story has. */
  readonly entries: number;
  /** How much the vendor's part of the story takes, in UTF-16 units of JSON. */
  readonly length: number;
  /** How often the vendor's page had its copy, and when last. */
  readonly reads?: { readonly times: number; readonly lastMs: number };
}

export type EntryId = Branded<'EntryId'>;

/** One message of a thread's story, or a failure notice. Its key says which: the same message is never there twice. */
export interface ThreadEntry {
  readonly id: EntryId;
  readonly threadId: ThreadId;
  readonly requestId: RequestId;
  /** From 1, whatever clocks say. */
  readonly place: number;
  readonly atMs: number;
  readonly entry: StoryEntry;
  readonly createdAt: Stamp;
}

export type StoryEntry =
  /** `takenAtMs`: when the vendor had it. */
  | { readonly kind: 'said'; readonly number: number; readonly message: PersonMessage; readonly takenAtMs?: number }
  | {
      readonly kind: 'heard';
      readonly message: VendorMessage;
      readonly refusal?: ThreadRefusal;
      /** As it came: what shows later that the vendor said it. */
      readonly signed?: SignedMessage;
    }
  | { readonly kind: 'failed'; readonly notice: FailureNotice };

/** Thread and number are the idempotency key of what is said; thread and the vendor's own id that of what is heard. */
export function entryIdOf(threadId: ThreadId, entry: StoryEntry, place: number): EntryId {
  switch (entry.kind) {
    case 'said':
      return `${threadId} said ${entry.number}` as EntryId;
    case 'heard':
      return `${threadId} heard ${entry.message.id}` as EntryId;
    case 'failed':
      return `${threadId} failed ${place}` as EntryId;
  }
}

/** What the person is to be told of a request: once, and also if the background died before it could. */
export type News =
  | { readonly kind: 'heard'; readonly what: VendorMessage['kind'] }
  | { readonly kind: 'failed'; readonly reason: FailureReason }
  | { readonly kind: 'remind'; readonly of: ThreadReminder | 'lapse' | 'rule' };

export type Work =
  /** Hand a message of the thread's outbox to the vendor's endpoint. */
  | { readonly kind: 'send'; readonly number: number }
  /** Look at the vendor's status address. */
  | { readonly kind: 'poll'; readonly statusUrl: string }
  | { readonly kind: 'tell'; readonly news: News };

/** Something to be done now. It stays until somebody says what became of it. */
export interface WorkRow {
  readonly id: string;
  readonly requestId: RequestId;
  /** Absent for what is of the whole request. */
  readonly threadId?: ThreadId;
  readonly work: Work;
  readonly atMs: number;
}

/** Something bought: by an accepted quote, or as a vendor proposed and the person took it. */
export interface OrderRow extends Written {
  /** The thread's id, or the proposal's. */
  readonly id: string;
  readonly vendor: Origin;
  readonly from: { readonly kind: 'request'; readonly requestId: RequestId } | { readonly kind: 'proposal' };
  readonly orderedAtMs: number;
  /** What was agreed on; of a proposal what the vendor says. */
  readonly agreed: Omit<Order, 'number'>;
  /** As the vendor confirmed it. */
  readonly order?: Order;
  readonly fulfilment?: Fulfilment;
  /** How it ended, if it was not kept. */
  readonly fellThrough?: 'declined' | 'failed' | FallCause;
  /** When to ask for a rating. Absent before it came, and once it was asked. */
  readonly rateAtMs?: number;
  readonly ratingAskedAtMs?: number;
}

export type ProposalState = 'waiting' | 'taken' | 'refused';

export interface ProposalRow extends Written {
  /** Origin and the vendor's own id, with a blank between. */
  readonly id: string;
  readonly vendor: Origin;
  readonly proposal: Proposal;
  readonly atMs: number;
  readonly state: ProposalState;
  readonly decidedAtMs?: number;
}
