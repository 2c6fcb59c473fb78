import type { Fulfilment } from '../../src/domain/order.ts';
import type { Referral } from '../../src/domain/reply.ts';
import type { VendorMessage } from '../../src/domain/thread-message.ts';
import type { Phase, Thread } from '../../src/domain/thread.ts';
import { originOf } from '../../src/domain/origin.ts';
import { openPartOf } from '../../src/policy/request/open-part.ts';
import { openThread, stepThread } from '../../src/policy/request/step-thread.ts';
import type { ThreadContext, ThreadEvent, ThreadStep } from '../../src/policy/request/thread-event.ts';
import {
  ASKED,
  confirmation,
  decline,
  DELIVERY,
  euro,
  messageId,
  NOW,
  offer,
  quote,
  request,
} from './request-samples.ts';

export const OPEN = openPartOf(request());

export function at(nowMs: number, open = OPEN): ThreadContext {
  return { open, nowMs };
}

/** One event after the other, all at one moment; what the last step gave. */
export function walk(thread: Thread, events: readonly ThreadEvent[], context = at(NOW)): ThreadStep {
  return events.reduce<ThreadStep>((step, event) => stepThread(step.thread, event, context), { thread, effects: [] });
}

export function begun(channel: Thread['channel'] = 'endpoint', open = OPEN): Thread {
  return openThread(request().id, { ...ASKED, channel }, at(NOW, open)).thread;
}

export function heard(message: VendorMessage): Extract<ThreadEvent, { readonly kind: 'heard' }> {
  return { kind: 'heard', message };
}

export const ACKNOWLEDGED: ThreadEvent = { kind: 'delivered', number: 1 };
export const QUOTED = heard(quote('q1'));
export const PENDING = heard(quote('p1', { lines: [offer(), { kind: 'pending', line: 2 }] }));
export const QUESTION = heard({ kind: 'question', id: messageId('w1'), copy: 1, words: 'Which colour?' });
export const INTEREST = heard({ kind: 'interest', id: messageId('i1'), copy: 1 });
export const REFERRAL: Referral = {
  kind: 'referral',
  id: messageId('r1'),
  copy: 1,
  to: originOf('https://elsewhere.example'),
  name: 'Elsewhere',
};
export const COUNTER: Extract<ThreadEvent, { readonly kind: 'counter' }> = {
  kind: 'counter',
  counter: { quote: messageId('q1'), lines: [], total: euro('450') },
};
export const ACCEPT: Extract<ThreadEvent, { readonly kind: 'accept' }> = {
  kind: 'accept',
  acceptance: { quote: messageId('q1'), choice: [{ offer: 'a', options: [] }] },
  delivery: DELIVERY,
};
export const FULFILMENT: Fulfilment = { lines: [] };

export const FALL: Extract<ThreadEvent, { readonly kind: 'fall-through' }> = {
  kind: 'fall-through',
  cause: 'never-came',
  note: 'Rang twice.',
};

const FIRST_COPY = openPartOf(request({ opening: 'kind' }));

/** A thread in each place it can be. */
export const PLACES = {
  asked: begun(),
  acknowledged: walk(begun(), [ACKNOWLEDGED]).thread,
  interested: walk(begun('endpoint', FIRST_COPY), [ACKNOWLEDGED, INTEREST], at(NOW, FIRST_COPY)).thread,
  questioned: walk(begun(), [ACKNOWLEDGED, QUESTION]).thread,
  quoted: walk(begun(), [ACKNOWLEDGED, QUOTED]).thread,
  countered: walk(begun(), [ACKNOWLEDGED, QUOTED, COUNTER]).thread,
  accepted: walk(begun(), [ACKNOWLEDGED, QUOTED, ACCEPT]).thread,
  failed: walk(begun(), [ACKNOWLEDGED, QUOTED, ACCEPT, { kind: 'undelivered', number: 2, dead: 'endpoint-gone' }])
    .thread,
  ordered: walk(begun(), [ACKNOWLEDGED, QUOTED, ACCEPT, heard(confirmation('c1', 'q1'))]).thread,
  ended: walk(begun(), [ACKNOWLEDGED, { kind: 'let-down' }]).thread,
  fallen: walk(begun(), [ACKNOWLEDGED, QUOTED, ACCEPT, heard(confirmation('c1', 'q1')), FALL]).thread,
} as const satisfies Record<string, Thread>;

export type Place = keyof typeof PLACES;

/** Every event, told apart as far as a thread tells them apart. */
export const EVENTS = {
  quote: heard(quote('n1')),
  requote: heard(quote('n2', { replaces: messageId('q1') })),
  pending: heard(quote('n3', { replaces: messageId('q1'), lines: [{ kind: 'pending', line: 1 }] })),
  'stale quote': heard(quote('n12', { replaces: messageId('q1'), validUntilMs: NOW })),
  'senseless quote': heard(
    quote('n13', { replaces: messageId('q1'), lines: [offer(), { kind: 'not-offered', line: 1, reason: 'other' }] }),
  ),
  'unasked quote': heard(quote('n14', { replaces: messageId('q1'), lines: [offer({ line: 99 })] })),
  interest: heard({ kind: 'interest', id: messageId('n4'), copy: 1 }),
  question: heard({ kind: 'question', id: messageId('n5'), copy: 1, words: 'When?' }),
  referral: heard({ ...REFERRAL, id: messageId('n6') }),
  decline: heard(decline('n7')),
  'decline counter': heard(decline('n8', 'counter')),
  'decline acceptance': heard(decline('n9', 'acceptance')),
  confirmation: heard(confirmation('n10', 'q1')),
  'vendor fails': heard({ kind: 'failure', id: messageId('n11'), reason: 'malformed' }),
  garbled: { kind: 'garbled', reason: 'malformed' },
  'show rest': { kind: 'show-rest' },
  answer: { kind: 'answer', words: 'Blue.' },
  counter: COUNTER,
  accept: ACCEPT,
  'try again': { kind: 'try-again', delivery: DELIVERY },
  'take back': { kind: 'take-back' },
  'let down': { kind: 'let-down', reason: 'comparison' },
  withdraw: { kind: 'end', as: 'withdrawn' },
  keep: { kind: 'keep', fulfilment: FULFILMENT },
  'fall through': FALL,
  'stand again': { kind: 'stand-again' },
  tick: { kind: 'tick' },
} as const satisfies Record<string, ThreadEvent>;

/** `quoted`, `accepted/failed`, `ended:declined`. */
export function nameOf(phase: Phase): string {
  switch (phase.kind) {
    case 'ended':
      return `ended:${phase.end.as}`;
    case 'accepted':
      return phase.failed === undefined ? 'accepted' : 'accepted/failed';
    default:
      return phase.kind;
  }
}
