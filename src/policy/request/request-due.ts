import type { CastRequest } from '../../domain/cast-request.ts';
import type { Thread } from '../../domain/thread.ts';
import { openPartOf } from './open-part.ts';
import { nextDueAtMs } from './step-thread.ts';

/**
 * When a request wants a tick next, in milliseconds since the Unix epoch; `undefined` when nothing but a message can move it.
 * Worked out from the state, so that an alarm that was lost with the background can be set again.
 *
 * @param threads - all of them
 */
export function requestDueAtMs(cast: CastRequest, threads: readonly Thread[]): number | undefined {
  return earliest([
    ownDueAtMs(
      cast,
      threads.some(({ phase }) => phase.kind !== 'ended'),
    ),
    ...threads.map((thread) => threadDueAtMs(cast, thread)),
  ]);
}

/** The same of the request alone, beside its threads. */
export function ownDueAtMs({ request, phase, reminders }: CastRequest, hasOpenThread: boolean): number | undefined {
  // While a thread is open the end is its own to see: it may have a last look out.
  const lapse = phase.kind === 'open' && !hasOpenThread ? openPartOf(request).lapsesAtMs : undefined;
  return earliest([...reminders.map(({ due }) => due.dueAtMs), lapse]);
}

/** And of one of its threads. */
export function threadDueAtMs({ request }: CastRequest, thread: Thread): number | undefined {
  return nextDueAtMs(thread, { lapsesAtMs: openPartOf(request).lapsesAtMs });
}

/**
 * When the last of a thread's spans began. A clock that stands before that was set back, and the thread wants a tick now:
 * its spans begin anew.
 */
export function lastSetAtMs({ outbox, reminders, answerDue, poll }: Thread): number | undefined {
  const timers = [...outbox.map(({ retry }) => retry), ...reminders.map(({ due }) => due), answerDue, poll?.next];
  const times = timers.flatMap((timer) => timer?.setAtMs ?? []);
  return times.length === 0 ? undefined : Math.max(...times);
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
