import type { FailureReason } from '../../domain/failure-notice.ts';
import type { Thread } from '../../domain/thread.ts';
import { carried, isDue, timerOf } from './timer.ts';
import { giveUp, withOutgoing } from './carry-message.ts';
import { LAST_LOOK_MS, OFFLINE_WAITS_MS, pollTimer, RETRY_WAITS_MS } from './thread-clocks.ts';
import type { ThreadContext, ThreadEvent, ThreadStep } from './thread-event.ts';
import * as step from './thread-step.ts';

/** With why the answer is missing, where that is known of the last look at the status address. */
type LookedContext = ThreadContext & { readonly missing?: FailureReason };

/**
 * What is due by now: the end of the request, tries and looks, answers that did not come, reminders. Twice at one moment is
 * once. After a sleep each try still gets its turn, and a status address one last look, before anything is given up:
 * it was not the vendor who slept.
 */
export function passTime(thread: Thread, context: LookedContext): ThreadStep {
  const now = withClock(thread, context.nowMs);
  const steps = now.phase.kind === 'ended' ? [retry] : [lapse, retry, look, missAnswer, remind];
  return steps.reduce<ThreadStep>(
    (before, next) => step.andThen(before, (from) => next(from, context)),
    step.stay(now),
  );
}

/** There is no answer at the status address. After the last look what waited for it goes on; who is offline has not looked. */
export function polled(
  thread: Thread,
  found: Extract<ThreadEvent, { readonly kind: 'polled' }>['found'],
  context: ThreadContext,
): ThreadStep {
  const { poll } = thread;
  if (poll && found === 'offline') {
    const next = timerOf(context.nowMs, OFFLINE_WAITS_MS.sure);
    return step.stay({ ...thread, poll: { ...poll, next, wasOffline: true } });
  }
  if (!poll || (found !== 'gone' && poll.isLast !== true)) {
    return step.stay(thread);
  }
  const looked = { ...context, ...(found === 'keys-unreadable' && { missing: found }) };
  return poll.isLast === true ? passTime(step.withoutPoll(thread), looked) : step.stay(step.withoutPoll(thread));
}

/** Whether nothing but an acceptance can still come of the thread. */
export function canLapse({ phase }: Thread): boolean {
  return phase.kind !== 'accepted' && phase.kind !== 'ordered' && phase.kind !== 'ended';
}

/** The vendor knew the end from its copy: nothing is sent. */
function lapse(thread: Thread, { open, nowMs }: ThreadContext): ThreadStep {
  if (!canLapse(thread) || nowMs < open.lapsesAtMs) {
    return step.stay(thread);
  }
  return afterLastLook(thread, nowMs, (from) => step.end(from, { end: { as: 'lapsed' }, nowMs }));
}

function retry(thread: Thread, context: ThreadContext): ThreadStep {
  const due = thread.outbox.filter((outgoing) => outgoing.retry && isDue(outgoing.retry, context.nowMs));
  return due.reduce<ThreadStep>(
    (before, outgoing) =>
      step.andThen(before, (from) => {
        if (!from.outbox.some(({ number }) => number === outgoing.number)) {
          return step.stay(from);
        }
        const wait = RETRY_WAITS_MS[outgoing.attempts];
        if (wait === undefined) {
          return giveUp(from, outgoing, { reason: outgoing.met ?? 'not-acknowledged', ...context });
        }
        const { number, message, attempts } = outgoing;
        const again = { ...outgoing, attempts: attempts + 1, retry: timerOf(context.nowMs, wait) };
        return step.stay(withOutgoing(from, again), [{ kind: 'send', number, message }]);
      }),
    step.stay(thread),
  );
}

function look(thread: Thread, { nowMs }: ThreadContext): ThreadStep {
  const { poll } = thread;
  if (!poll || poll.isLast === true || !isDue(poll.next, nowMs)) {
    return step.stay(thread);
  }
  const { statusUrl } = poll;
  const count = poll.count + 1;
  return step.stay({ ...thread, poll: { statusUrl, count, next: pollTimer(count, nowMs) } }, [
    { kind: 'poll', statusUrl },
  ]);
}

function missAnswer(thread: Thread, context: LookedContext): ThreadStep {
  const { answerDue } = thread;
  const { nowMs } = context;
  return answerDue && isDue(answerDue, nowMs)
    ? afterLastLook(thread, nowMs, (from) => missed(from, context))
    : step.stay(thread);
}

function missed(thread: Thread, { nowMs, missing }: LookedContext): ThreadStep {
  const quiet = step.waitingForNothing(thread);
  const { phase } = quiet;
  switch (phase.kind) {
    case 'quoted': {
      const isNothingOffered = phase.quote.lines.every(({ kind }) => kind === 'pending');
      const reason = missing ?? (step.hasPending(phase) ? 'pending-not-completed' : 'not-answered');
      return step.fail(quiet, { reason, isEnd: isNothingOffered, nowMs });
    }
    case 'countered': {
      const { quote, quotedAtMs } = phase;
      const quoted = step.inPhase(quiet, { kind: 'quoted', quote, quotedAtMs });
      return step.fail(quoted, { reason: missing ?? 'counter-not-answered', isEnd: false, nowMs });
    }
    case 'accepted': {
      const reason = missing ?? 'acceptance-not-confirmed';
      return step.fail(step.inPhase(quiet, { ...phase, failed: reason }), { reason, isEnd: false, nowMs });
    }
    case 'asked':
    case 'acknowledged':
      return step.fail(quiet, { reason: missing ?? 'not-answered', isEnd: true, nowMs });
    case 'ordered':
    case 'ended':
      return step.stay(quiet);
  }
}

function remind(thread: Thread, { nowMs }: ThreadContext): ThreadStep {
  const due = thread.reminders.filter((reminder) => isDue(reminder.due, nowMs));
  return due.reduce<ThreadStep>(
    (before, { of }) =>
      step.andThen(before, (from) => step.stay(step.withoutReminder(from, of), [{ kind: 'remind', of }])),
    step.stay(thread),
  );
}

/** Looks once more at the status address, if there is one, and goes on when that has shown nothing or taken too long. */
function afterLastLook(thread: Thread, nowMs: number, goOn: (thread: Thread) => ThreadStep): ThreadStep {
  const { poll } = thread;
  if (!poll) {
    return goOn(thread);
  }
  if (poll.isLast === true && !isDue(poll.next, nowMs)) {
    return step.stay(thread);
  }
  if (poll.isLast === true && poll.wasOffline !== true) {
    return goOn(step.withoutPoll(thread));
  }
  const { statusUrl, count } = poll;
  const last = { statusUrl, count: count + 1, next: timerOf(nowMs, LAST_LOOK_MS), isLast: true } as const;
  return step.stay({ ...thread, poll: last }, [{ kind: 'poll', statusUrl }]);
}

/** The same thread by a clock that may have been set back. */
function withClock(thread: Thread, nowMs: number): Thread {
  const { answerDue, poll } = thread;
  return {
    ...thread,
    outbox: thread.outbox.map((outgoing) =>
      outgoing.retry ? { ...outgoing, retry: carried(outgoing.retry, nowMs) } : outgoing,
    ),
    reminders: thread.reminders.map(({ of, due }) => ({ of, due: carried(due, nowMs) })),
    ...(answerDue && { answerDue: carried(answerDue, nowMs) }),
    ...(poll && { poll: { ...poll, next: carried(poll.next, nowMs) } }),
  };
}
