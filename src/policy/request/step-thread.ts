import type { Origin, PairwiseId, RequestId, ThreadId } from '../../domain/ids.ts';
import type { Channel, Thread } from '../../domain/thread.ts';
import { actInThread } from './act-in-thread.ts';
import { delivered, undelivered } from './carry-message.ts';
import { copyForVendor } from './copy-for-vendor.ts';
import { hearGarbled, hearVendor } from './hear-vendor.ts';
import { canLapse, passTime, polled } from './pass-time.ts';
import type { ThreadContext, ThreadEvent, ThreadStep } from './thread-event.ts';
import { andThen, say, stay } from './thread-step.ts';

/** A vendor the person picked, with the names of this relation. */
export interface AskedVendor {
  readonly id: ThreadId;
  readonly vendor: Origin;
  readonly person: PairwiseId;
  readonly channel: Channel;
}

/** Begins a thread: the first copy goes out. */
export function openThread(requestId: RequestId, asked: AskedVendor, { open, nowMs }: ThreadContext): ThreadStep {
  const { id, vendor, person, channel } = asked;
  const copy = copyForVendor(open, open.opening, { id, person, copy: 1 });
  const thread: Thread = {
    id,
    requestId,
    vendor,
    person,
    channel,
    phase: { kind: 'asked' },
    stage: open.opening,
    copy,
    sent: 0,
    outbox: [],
    heard: [],
    garbled: 0,
    hasAnswered: false,
    reminders: [],
  };
  return say(thread, { kind: 'request', copy }, nowMs);
}

/**
 * One vendor's thread: an event in, the next state and what has to be done out. Pure: it depends on the thread, the event, the
 * open part of the request and the clock, and so on nothing that is private and on no other vendor.
 */
export function stepThread(thread: Thread, event: ThreadEvent, context: ThreadContext): ThreadStep {
  switch (event.kind) {
    case 'heard':
      return ifNotOver(thread, context, (from) => hearVendor(from, event.message, context));
    case 'garbled':
      return ifNotOver(thread, context, (from) => hearGarbled(from, event.reason, context));
    case 'delivered':
      return delivered(thread, event, context);
    case 'undelivered':
      return undelivered(thread, event, context);
    case 'polled':
      return polled(thread, event.found, context);
    case 'tick':
      return passTime(thread, context);
    case 'show-rest':
    case 'changed':
    case 'answer':
    case 'counter':
    case 'accept':
    case 'try-again':
    case 'take-back':
    case 'let-down':
    case 'end':
    case 'keep':
    case 'fall-through':
    case 'stand-again':
      return actInThread(thread, event, context);
  }
}

/**
 * When the thread wants a tick next, in milliseconds since the Unix epoch; `undefined` when nothing but a message can move it.
 * Worked out from the state, so that an alarm that was lost with the background can be set again.
 */
export function nextDueAtMs(thread: Thread, { lapsesAtMs }: { readonly lapsesAtMs: number }): number | undefined {
  // While a last look is out, nothing else that is over is looked at.
  const isLooking = thread.poll?.isLast === true;
  const timers = [
    ...thread.outbox.map(({ retry }) => retry),
    ...thread.reminders.map(({ due }) => due),
    thread.poll?.next,
    isLooking ? undefined : thread.answerDue,
  ].flatMap((timer) => (timer ? [timer.dueAtMs] : []));
  const all = canLapse(thread) && !isLooking ? [...timers, lapsesAtMs] : timers;
  return all.length === 0 ? undefined : Math.min(...all);
}

/** A message that comes after the end of the request, before anybody saw that it is over. What a last look found is in time. */
function ifNotOver(thread: Thread, context: ThreadContext, then: (thread: Thread) => ThreadStep): ThreadStep {
  const isOver = canLapse(thread) && context.nowMs >= context.open.lapsesAtMs && thread.poll === undefined;
  return andThen(isOver ? passTime(thread, context) : stay(thread), then);
}
