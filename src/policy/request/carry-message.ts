import type { FailureReason } from '../../domain/failure-notice.ts';
import type { Outgoing } from '../../domain/thread-message.ts';
import type { Thread } from '../../domain/thread.ts';
import { answerTimer, LIKELY_OFFLINE_MS, MOST_WAIT_MS, OFFLINE_WAITS_MS, pollTimer } from './thread-clocks.ts';
import type { ThreadContext, ThreadEvent, ThreadStep } from './thread-event.ts';
import * as step from './thread-step.ts';
import { timerOf } from './timer.ts';

type EventOf<Kind extends ThreadEvent['kind']> = Extract<ThreadEvent, { readonly kind: Kind }>;

/** The vendor took a message in. For one that asks something of it, its time begins. */
export function delivered(
  thread: Thread,
  { number, statusUrl }: EventOf<'delivered'>,
  { open, nowMs }: ThreadContext,
): ThreadStep {
  const outgoing = thread.outbox.find((other) => other.number === number);
  if (!outgoing) {
    return step.stay(thread);
  }
  const rest = { ...thread, outbox: thread.outbox.filter((other) => other !== outgoing) };
  const { message } = outgoing;
  const isKnown = message.kind === 'request' && rest.phase.kind === 'asked';
  const known = isKnown ? step.inPhase(rest, { kind: 'acknowledged' }) : rest;
  if (!asksSomething(outgoing, known) || !step.awaitsVendor(known)) {
    return step.stay(known);
  }
  const awaiting = step.awaiting(known, answerTimer(open, nowMs));
  return step.stay(
    statusUrl === undefined ? awaiting : { ...awaiting, poll: { statusUrl, count: 0, next: pollTimer(0, nowMs) } },
  );
}

/**
 * It did not. What may get better is tried again when its time comes, not before the vendor asked; what is dead is given up. A try
 * of a person who is offline is none: it is made when they are back, and counted then.
 */
export function undelivered(
  thread: Thread,
  { number, dead, met, waitMs, offline }: EventOf<'undelivered'>,
  context: ThreadContext,
): ThreadStep {
  const outgoing = thread.outbox.find((other) => other.number === number);
  if (!outgoing) {
    return step.stay(thread);
  }
  if (dead !== undefined) {
    return giveUp(thread, outgoing, { reason: dead, ...context });
  }
  const { nowMs } = context;
  const { retry, offlineSinceMs, met: _met, ...rest } = outgoing;
  if (retry === undefined) {
    return step.stay(thread);
  }
  const sinceMs = Math.min(offlineSinceMs ?? nowMs, nowMs);
  if (offline === 'sure' || (offline === 'likely' && nowMs - sinceMs < LIKELY_OFFLINE_MS)) {
    const again = timerOf(nowMs, OFFLINE_WAITS_MS[offline]);
    const attempts = Math.max(rest.attempts - 1, 0);
    return step.stay(withOutgoing(thread, { ...outgoing, attempts, retry: again, offlineSinceMs: sinceMs }));
  }
  const asked = timerOf(nowMs, Math.min(waitMs ?? 0, MOST_WAIT_MS));
  return step.stay(
    withOutgoing(thread, {
      ...rest,
      retry: asked.dueAtMs > retry.dueAtMs ? asked : retry,
      // Who seemed offline for too long still does: it does not begin anew.
      ...(offline !== undefined && { offlineSinceMs: sinceMs }),
      ...(met !== undefined && { met }),
    }),
  );
}

/** A message that never arrived: what becomes of the thread depends on what it was to say. A quote that stands, stands. */
export function giveUp(
  thread: Thread,
  outgoing: Outgoing,
  { reason, nowMs }: ThreadContext & { readonly reason: FailureReason },
): ThreadStep {
  const rest = { ...thread, outbox: thread.outbox.filter((other) => other !== outgoing) };
  const { phase } = rest;
  switch (outgoing.message.kind) {
    case 'request':
    case 'answer':
      return step.fail(rest, { reason, isEnd: phase.kind === 'asked' || phase.kind === 'acknowledged', nowMs });
    case 'counter': {
      const quoted =
        phase.kind === 'countered'
          ? step.inPhase(rest, { kind: 'quoted', quote: phase.quote, quotedAtMs: phase.quotedAtMs })
          : rest;
      return step.fail(quoted, { reason, isEnd: false, nowMs });
    }
    case 'acceptance': {
      const failed = phase.kind === 'accepted' ? step.inPhase(rest, { ...phase, failed: reason }) : rest;
      return step.fail(failed, { reason, isEnd: false, nowMs });
    }
    // A last word, or word of a failure: nobody is told that nobody could be told.
    case 'let-down':
    case 'ended':
    case 'failure':
      return step.stay(rest);
  }
}

export function withOutgoing(thread: Thread, outgoing: Outgoing): Thread {
  return {
    ...thread,
    outbox: thread.outbox.map((other) => (other.number === outgoing.number ? outgoing : other)),
  };
}

/** Of a vendor that has shown interest, and was not shown the rest, nothing is asked by another first copy. */
function asksSomething({ message }: Outgoing, { stage, hasAnswered }: Thread): boolean {
  switch (message.kind) {
    case 'request':
      return stage === 'whole' || !hasAnswered;
    case 'answer':
    case 'counter':
    case 'acceptance':
      return true;
    case 'let-down':
    case 'ended':
    case 'failure':
      return false;
  }
}
