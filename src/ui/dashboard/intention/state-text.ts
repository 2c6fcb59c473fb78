import type { RequestPhase } from '../../../domain/cast-request.ts';
import type { Thread } from '../../../domain/thread.ts';
import { formatTime } from '../../format.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { declineReason, failureReason, letDownReason } from '../../reason-text.ts';
import { underscored } from '../../underscored.ts';
import { threadState } from './thread-state.ts';
import type { ThreadTime } from './thread-times.ts';

/** Where one vendor's part stands, in a sentence. */
export function threadText(thread: Thread, nowMs: number): string {
  const state = threadState(thread, nowMs);
  const { phase, outbox } = thread;
  const end = phase.kind === 'ended' ? phase.end : undefined;
  switch (end?.as) {
    case 'declined':
      return t('intention_state_declined', declineReason(end.decline.reason));
    case 'referred':
      return t('intention_state_referred', isolated(end.referral.name));
    case 'let-down':
      return end.reason === undefined
        ? t('intention_state_let_down')
        : t('intention_state_let_down_why', letDownReason(end.reason));
    case 'failed':
      return end.by === 'vendor' ? t('failure_reason_theirs', failureReason(end.reason)) : failureReason(end.reason);
    default: {
      const tries = outbox[0]?.attempts ?? 0;
      return state === 'sent' && tries > 1
        ? tn('intention_state_sent_again', tries)
        : t(`intention_state_${underscored(state)}`);
    }
  }
}

/** Where the whole stands, in a sentence. */
export function requestText(phase: RequestPhase, lapsesAtMs: number): string {
  switch (phase.kind) {
    case 'draft':
      return t('intention_phase_draft');
    case 'open':
      return t('intention_phase_open', formatTime(lapsesAtMs));
    case 'accepted':
      return t('intention_phase_accepted');
    case 'ended':
      return t(`intention_phase_${phase.as}`);
  }
}

/** 'Answer due by 14 Nov 2026, 10:00' */
export function timeText({ of, atMs }: ThreadTime): string {
  return t(`intention_time_${underscored(of)}`, formatTime(atMs));
}
