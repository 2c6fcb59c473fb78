import type { FailureNotice, FailureReason } from '../../domain/failure-notice.ts';
import type { PersonMessage } from '../../domain/thread-message.ts';
import type { Phase, Thread, ThreadEnd, ThreadRefusal, ThreadReminder } from '../../domain/thread.ts';
import type { Timer } from '../../domain/timer.ts';
import { RETRY_WAITS_MS } from './thread-clocks.ts';
import type { ThreadEffect, ThreadStep } from './thread-event.ts';
import { timerOf } from './timer.ts';

export function stay(thread: Thread, effects: readonly ThreadEffect[] = []): ThreadStep {
  return { thread, effects };
}

/** Nothing changes, and whoever tried is told why. */
export function refuse(thread: Thread, refusal: ThreadRefusal): ThreadStep {
  return { thread, effects: [], refusal };
}

/** One step, and another from where it led. */
export function andThen(step: ThreadStep, next: (thread: Thread) => ThreadStep): ThreadStep {
  const { thread, effects, ...rest } = next(step.thread);
  return { thread, effects: [...step.effects, ...effects], ...rest };
}

/** Says something to the vendor: numbered, kept in the outbox until it is acknowledged. A newer copy makes an older one needless. */
export function say(thread: Thread, message: PersonMessage, nowMs: number): ThreadStep {
  const number = thread.sent + 1;
  const outgoing = {
    number,
    message,
    ...(thread.channel === 'endpoint' ? { attempts: 1, retry: timerOf(nowMs, RETRY_WAITS_MS[0]) } : { attempts: 0 }),
  };
  const others = message.kind === 'request' ? withoutMessages(thread, 'request') : thread;
  return stay({ ...others, sent: number, outbox: [...others.outbox, outgoing] }, [{ kind: 'send', number, message }]);
}

/** Ends the thread: nothing is awaited any more, and nothing is on its way but a last word. */
export function end(
  thread: Thread,
  { end: as, nowMs, farewell }: { readonly end: ThreadEnd; readonly nowMs: number; readonly farewell?: PersonMessage },
): ThreadStep {
  const ended = waitingForNothing({
    ...withoutQuestion(thread),
    phase: { kind: 'ended', end: as },
    outbox: [],
    reminders: [],
  });
  return farewell && !isUnseen(thread) ? say(ended, farewell, nowMs) : stay(ended);
}

/** A failure notice to both sides (PIP 0A1). */
export function fail(
  thread: Thread,
  { reason, isEnd, nowMs }: { readonly reason: FailureReason; readonly isEnd: boolean; readonly nowMs: number },
): ThreadStep {
  const notice: FailureNotice = { reason, atMs: nowMs, isEnd };
  const message = { kind: 'failure', notice } as const;
  const told = stay(thread, [{ kind: 'failed', notice }]);
  return andThen(told, (from) =>
    isEnd
      ? end(from, { end: { as: 'failed', reason, by: 'person' }, nowMs, farewell: message })
      : say(from, message, nowMs),
  );
}

export function inPhase(thread: Thread, phase: Phase): Thread {
  return { ...thread, phase };
}

export function awaiting(thread: Thread, answerDue: Timer): Thread {
  return { ...thread, answerDue };
}

/** Neither an answer nor anything at a status address is waited for. */
export function waitingForNothing(thread: Thread): Thread {
  const { answerDue: _due, poll: _poll, ...rest } = thread;
  return rest;
}

export function withoutPoll(thread: Thread): Thread {
  const { poll: _poll, ...rest } = thread;
  return rest;
}

export function withoutQuestion(thread: Thread): Thread {
  const { question: _question, ...rest } = thread;
  return rest;
}

export function withoutMessages(thread: Thread, kind: PersonMessage['kind']): Thread {
  return { ...thread, outbox: thread.outbox.filter(({ message }) => message.kind !== kind) };
}

/** In place of an earlier reminder of the same. */
export function withReminder(thread: Thread, of: ThreadReminder, due: Timer): Thread {
  return { ...thread, reminders: [...withoutReminder(thread, of).reminders, { of, due }] };
}

export function withoutReminder(thread: Thread, of: ThreadReminder): Thread {
  return { ...thread, reminders: thread.reminders.filter((reminder) => reminder.of !== of) };
}

/** Whether a vendor is to say something, as the thread stands. */
export function awaitsVendor({ phase, question, copy }: Thread): boolean {
  switch (phase.kind) {
    case 'acknowledged':
    case 'countered':
    case 'accepted':
      return question === undefined;
    case 'quoted':
      return question === undefined && (hasPending(phase) || phase.quote.copy < copy.copy);
    case 'asked':
    case 'ordered':
    case 'ended':
      return false;
  }
}

export function hasPending({ quote }: Extract<Phase, { readonly kind: 'quoted' }>): boolean {
  return quote.lines.some(({ kind }) => kind === 'pending');
}

/** A vendor without an endpoint, whose page never asked for the first message, knows of nothing that could end. */
function isUnseen({ channel, phase }: Thread): boolean {
  return channel === 'visit' && phase.kind === 'asked';
}
