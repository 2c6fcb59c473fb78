/** Why a thread, or a step of it, failed. Both sides are told the same word (PIP 0A1, Notification of Failure). */
export const FAILURE_REASONS = [
  'not-acknowledged', // nobody took the message in within two hours and three retries
  'not-answered', // acknowledged, and then nothing by the date
  'pending-not-completed', // lines that were to follow did not
  'counter-not-answered',
  'acceptance-not-confirmed',
  'malformed', // what came can't be read
  'too-large',
  'bad-signature',
  'keys-unreadable', // an answer is there, and the vendor's customer.json, with its keys, can't be read
  'quote-expired', // it was over when it came
  'quote-inconsistent',
  'unknown-line',
  'endpoint-gone', // the vendor says there is none, or says nothing of itself any more
  'endpoint-refuses',
  'endpoint-elsewhere', // it redirects to another origin
] as const;
export type FailureReason = (typeof FAILURE_REASONS)[number];

export interface FailureNotice {
  readonly reason: FailureReason;
  readonly atMs: number;
  /** Whether the thread is over by it. A quote that stood before a counter failed still stands. */
  readonly isEnd: boolean;
}
