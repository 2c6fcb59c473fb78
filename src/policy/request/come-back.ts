import type { CastRequest } from '../../domain/cast-request.ts';
import type { Thread } from '../../domain/thread.ts';
import { inPhase, waitingForNothing, withoutQuestion } from './thread-step.ts';

/**
 * A request as it comes back from a copy. What happened since the copy was made nobody here knows: nothing may be said twice,
 * bought twice, or go on by itself. What was open is a draft again, to be cast anew; what was bought stays.
 */
export function requestComesBack(cast: CastRequest): CastRequest {
  return { ...cast, phase: cast.phase.kind === 'open' ? { kind: 'draft' } : cast.phase, reminders: [] };
}

/** A thread of it: over, unless a quote was accepted. An acceptance that nobody confirmed is for the person to look after. */
export function threadComesBack(thread: Thread): Thread {
  const { phase } = thread;
  switch (phase.kind) {
    case 'accepted':
      return inPhase(inRest(thread), { ...phase, failed: phase.failed ?? 'acceptance-not-confirmed' });
    case 'ordered':
      return inRest(thread);
    case 'ended':
      return { ...thread, outbox: [] };
    default:
      return closedThread(thread);
  }
}

/** Over without a word, for a vendor that is to be forgotten. */
export function closedThread(thread: Thread): Thread {
  const rest = inRest(thread);
  return thread.phase.kind === 'ended' ? rest : inPhase(rest, { kind: 'ended', end: { as: 'closed' } });
}

function inRest(thread: Thread): Thread {
  return waitingForNothing({ ...withoutQuestion(thread), outbox: [], reminders: [] });
}
