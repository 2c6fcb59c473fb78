/** What each record of requests for proposals must be in an export. */
import * as v from 'valibot';
import { FAILURE_REASONS } from '../domain/failure-notice.ts';
import { FALL_CAUSES } from '../domain/order.ts';
import { THREAD_REFUSALS } from '../domain/thread.ts';
import { count, identifier, kind, moment, ms, origin, signedMessage, stamp, text, uuid } from './export-fields.ts';
import {
  copy,
  decline,
  letDownReason,
  notice,
  personMessage,
  question,
  referral,
  request,
  vendorMessage,
} from './export-message-schemas.ts';
import { acceptance, agreed, counter, fulfilment, list, messageId, order, quote } from './export-offer-schemas.ts';

const written = { createdAt: stamp, updatedAt: stamp };
const optionalMs = v.exactOptional(ms);
const isSo = v.exactOptional(v.literal(true));
const timer = v.strictObject({ setAtMs: optionalMs, dueAtMs: ms });
const reminders = <Of extends string>(of: readonly Of[]) => list(v.strictObject({ of: v.picklist(of), due: timer }));
const refusal = v.exactOptional(v.picklist(THREAD_REFUSALS));

const cast = v.strictObject({
  request,
  phase: v.variant('kind', [
    v.strictObject({ kind: v.picklist(['draft', 'open']) }),
    v.strictObject({ kind: v.literal('accepted'), thread: uuid }),
    v.strictObject({ kind: v.literal('ended'), as: v.picklist(['kept', 'withdrawn', 'closed', 'lapsed']) }),
  ]),
  reminders: reminders(['lapse', 'rule']),
});

const standing = { quote, quotedAtMs: ms };
const accepted = { ...standing, acceptance, acceptedAtMs: ms };
const end = v.variant('as', [
  v.strictObject({ as: v.literal('declined'), decline }),
  v.strictObject({ as: v.literal('referred'), referral }),
  v.strictObject({ as: v.literal('let-down'), reason: letDownReason }),
  v.strictObject({ as: v.picklist(['withdrawn', 'closed', 'lapsed']) }),
  v.strictObject({
    as: v.literal('failed'),
    reason: v.picklist(FAILURE_REASONS),
    by: v.picklist(['person', 'vendor']),
  }),
  v.strictObject({ as: v.literal('kept'), ...accepted, order: v.exactOptional(order), fulfilment }),
  v.strictObject({
    as: v.literal('fell-through'),
    ...accepted,
    order,
    cause: v.picklist(FALL_CAUSES),
    note: v.exactOptional(text),
  }),
]);
const phase = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['asked', 'acknowledged']) }),
  v.strictObject({ kind: v.literal('quoted'), ...standing }),
  v.strictObject({ kind: v.literal('countered'), ...standing, counter }),
  v.strictObject({
    kind: v.literal('accepted'),
    ...accepted,
    failed: v.exactOptional(v.picklist(FAILURE_REASONS)),
  }),
  v.strictObject({ kind: v.literal('ordered'), ...accepted, order }),
  v.strictObject({ kind: v.literal('ended'), end }),
]);
const thread = v.strictObject({
  id: uuid,
  requestId: uuid,
  vendor: origin,
  person: uuid,
  channel: v.picklist(['endpoint', 'visit']),
  phase,
  stage: v.picklist(['kind', 'whole']),
  copy,
  sent: count,
  outbox: list(
    v.strictObject({
      number: count,
      message: personMessage,
      attempts: count,
      retry: v.exactOptional(timer),
      offlineSinceMs: optionalMs,
      met: v.exactOptional(v.picklist(['endpoint-gone', 'keys-unreadable'])),
    }),
  ),
  heard: list(v.strictObject({ id: messageId, refusal })),
  question: v.exactOptional(question),
  answerDue: v.exactOptional(timer),
  poll: v.exactOptional(v.strictObject({ statusUrl: text, count, next: timer, isLast: isSo, wasOffline: isSo })),
  hasAnswered: v.boolean(),
  reminders: reminders(['interest', 'question', 'quote-ends']),
  garbled: count,
});

const live = v.strictObject({ id: uuid, cast, castAtMs: optionalMs, dueAtMs: optionalMs, ...written });
const gone = v.strictObject({ id: uuid, ...written, deletedAt: stamp });

export const REQUEST_SCHEMAS = {
  requests: v.lazy((input) =>
    typeof input === 'object' && input !== null && 'deletedAt' in input ? gone : live,
  ) as v.GenericSchema<v.InferOutput<typeof live> | v.InferOutput<typeof gone>>,
  requestVersions: v.strictObject({ id: text, requestId: uuid, request, replacedAtMs: ms, createdAt: stamp }),
  threads: v.strictObject({
    id: uuid,
    requestId: uuid,
    vendor: origin,
    thread,
    isOver: v.picklist([0, 1, 2]),
    dueAtMs: optionalMs,
    setAtMs: optionalMs,
    entries: count,
    length: count,
    reads: v.exactOptional(v.strictObject({ times: count, lastMs: ms })),
    ...written,
  }),
  messages: v.strictObject({
    id: text,
    threadId: uuid,
    requestId: uuid,
    place: count,
    atMs: ms,
    entry: v.variant('kind', [
      v.strictObject({ kind: v.literal('said'), number: count, message: personMessage, takenAtMs: optionalMs }),
      v.strictObject({
        kind: v.literal('heard'),
        message: vendorMessage,
        refusal,
        signed: v.exactOptional(signedMessage),
      }),
      v.strictObject({ kind: v.literal('failed'), notice }),
    ]),
    createdAt: stamp,
  }),
  orders: v.strictObject({
    id: text,
    vendor: origin,
    from: v.variant('kind', [
      v.strictObject({ kind: v.literal('request'), requestId: uuid }),
      v.strictObject({ kind: v.literal('proposal') }),
    ]),
    orderedAtMs: ms,
    agreed: v.strictObject(agreed),
    order: v.exactOptional(order),
    fulfilment: v.exactOptional(fulfilment),
    fellThrough: v.exactOptional(v.picklist(['declined', 'failed', ...FALL_CAUSES])),
    rateAtMs: optionalMs,
    ratingAskedAtMs: optionalMs,
    ...written,
  }),
  proposals: v.strictObject({
    id: text,
    vendor: origin,
    proposal: v.variant('kind', [
      v.strictObject({ kind: v.literal('order'), id: messageId, order, request: v.exactOptional(uuid) }),
      v.strictObject({
        kind: v.literal('ownership'),
        id: messageId,
        itemKind: kind,
        name: text,
        brand: v.exactOptional(text),
        identifiers: list(identifier),
        at: v.exactOptional(moment),
      }),
    ]),
    atMs: ms,
    state: v.picklist(['waiting', 'taken', 'refused']),
    decidedAtMs: optionalMs,
    ...written,
  }),
};
