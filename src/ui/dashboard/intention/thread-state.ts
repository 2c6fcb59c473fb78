import type { Thread, ThreadEnd } from '../../../domain/thread.ts';

/** What a thread has come to, as a person thinks of it. */
export type ThreadState =
  | 'sent'
  | 'waiting-visit'
  | 'acknowledged'
  | 'interested'
  | 'question'
  | 'quoted'
  | 'quote-over'
  | 'countered'
  | 'accepted'
  | 'unconfirmed'
  | 'ordered'
  | ThreadEnd['as'];

/** Whose turn it is: the person's, the vendor's, or nobody's any more. */
export type Turn = 'yours' | 'theirs' | 'over' | 'failed';

/** @param nowMs - milliseconds since the Unix epoch */
export function threadState(
  { phase, channel, question, stage, hasAnswered, answerDue, outbox }: Thread,
  nowMs: number,
): ThreadState {
  switch (phase.kind) {
    case 'ended':
      return phase.end.as;
    case 'accepted':
      return phase.failed === undefined ? 'accepted' : 'unconfirmed';
    case 'ordered':
      return 'ordered';
    case 'asked':
    case 'acknowledged':
      if (question) {
        return 'question';
      }
      if (phase.kind === 'asked') {
        return channel === 'endpoint' ? 'sent' : 'waiting-visit';
      }
      if (outbox.length > 0) {
        return channel === 'endpoint' ? 'acknowledged' : 'waiting-visit';
      }
      // Nothing is awaited of who answered the first stage, but for the time after its question was answered.
      return stage === 'kind' && hasAnswered && !answerDue ? 'interested' : 'acknowledged';
    case 'quoted':
    case 'countered':
      if (question) {
        return 'question';
      }
      if (nowMs >= phase.quote.validUntilMs) {
        return 'quote-over';
      }
      return phase.kind;
  }
}

const TURNS: Readonly<Record<ThreadState, Turn>> = {
  sent: 'theirs',
  'waiting-visit': 'yours',
  acknowledged: 'theirs',
  interested: 'yours',
  question: 'yours',
  quoted: 'yours',
  'quote-over': 'theirs',
  countered: 'theirs',
  accepted: 'theirs',
  unconfirmed: 'failed',
  ordered: 'theirs',
  declined: 'over',
  referred: 'yours',
  'let-down': 'over',
  withdrawn: 'over',
  closed: 'over',
  lapsed: 'over',
  failed: 'failed',
  kept: 'over',
  'fell-through': 'over',
};

export function turnOf(state: ThreadState): Turn {
  return TURNS[state];
}
