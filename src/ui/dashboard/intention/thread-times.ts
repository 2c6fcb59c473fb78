import type { Thread } from '../../../domain/thread.ts';

/** A date in a thread: what is due, and when in milliseconds since the Unix epoch. */
export interface ThreadTime {
  readonly of:
    | 'next-try'
    | 'answer-due'
    | 'pending-due'
    | 'counter-due'
    | 'confirmation-due'
    | 'next-look'
    | 'quote-ends';
  readonly atMs: number;
}

/** What is due in a thread, soonest first; nothing once it is over. */
export function threadTimes({ phase, outbox, answerDue, poll }: Thread): ThreadTime[] {
  if (phase.kind === 'ended') {
    return [];
  }
  const retry = outbox.find((outgoing) => outgoing.retry !== undefined)?.retry;
  const times: ThreadTime[] = [
    ...(retry ? [{ of: 'next-try', atMs: retry.dueAtMs } as const] : []),
    ...(poll && !poll.isLast ? [{ of: 'next-look', atMs: poll.next.dueAtMs } as const] : []),
    ...(answerDue ? [{ of: awaited(phase.kind), atMs: answerDue.dueAtMs } as const] : []),
    ...(phase.kind === 'quoted' || phase.kind === 'countered'
      ? [{ of: 'quote-ends', atMs: phase.quote.validUntilMs } as const]
      : []),
  ];
  return times.sort((left, right) => left.atMs - right.atMs);
}

function awaited(phase: Thread['phase']['kind']): ThreadTime['of'] {
  switch (phase) {
    case 'quoted':
      return 'pending-due';
    case 'countered':
      return 'counter-due';
    case 'accepted':
    case 'ordered':
      return 'confirmation-due';
    default:
      return 'answer-due';
  }
}
