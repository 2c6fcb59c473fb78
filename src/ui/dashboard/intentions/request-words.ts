import type { ListedRequest } from '../../../app/list-requests.ts';
import { endOfDayMs, dayText } from './day-text.ts';
import { formatMoment, formatTime } from '../../format.ts';
import { momentOf } from '../../../domain/moment.ts';
import type { Thread } from '../../../domain/thread.ts';
import { t, tn } from '../../i18n.ts';

/** How many vendors were asked, and what came of it. A vendor that answered and failed later counts for both. */
export interface Counts {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  /** Quotes that stand, and questions and failures that wait for the person. */
  readonly waiting: number;
}

export function countsOf({ threads }: Pick<ListedRequest, 'threads'>): Counts {
  const all = threads.map(({ thread }) => thread);
  return {
    asked: all.length,
    answered: all.filter(hasAnswered).length,
    failed: all.filter(hasFailed).length,
    waiting: all.filter(isWaiting).length,
  };
}

function hasAnswered({ hasAnswered: has, phase }: Thread): boolean {
  const isQuoted = phase.kind !== 'asked' && phase.kind !== 'acknowledged' && phase.kind !== 'ended';
  return (
    has ||
    isQuoted ||
    (phase.kind === 'ended' && ['declined', 'referred', 'kept', 'fell-through'].includes(phase.end.as))
  );
}

function hasFailed({ phase }: Thread): boolean {
  return phase.kind === 'accepted' ? phase.failed !== undefined : phase.kind === 'ended' && phase.end.as === 'failed';
}

function isWaiting({ phase, question }: Thread): boolean {
  return question !== undefined || phase.kind === 'quoted';
}

/** How a request stands, in plain words: 'Waiting for answers'. */
export function stateText(listed: ListedRequest): string {
  const { phase } = listed.row.cast;
  switch (phase.kind) {
    case 'draft':
      return t('intentions_state_draft');
    case 'open': {
      const { waiting } = countsOf(listed);
      return waiting > 0 ? tn('intentions_state_answers', waiting) : t('intentions_state_open');
    }
    case 'accepted': {
      const accepted = listed.threads.find(({ id }) => id === phase.thread)?.thread;
      return t(
        accepted && hasFailed(accepted)
          ? 'intentions_state_accepted_failed'
          : accepted?.phase.kind === 'ordered'
            ? 'intentions_state_ordered'
            : 'intentions_state_accepted',
      );
    }
    case 'ended':
      return t(`intentions_state_${phase.as}`);
  }
}

/** '3 asked · 2 answered · 1 failed'; empty while nobody was asked. */
export function countsText(counts: Counts): string {
  return [
    counts.asked > 0 ? tn('intentions_asked', counts.asked) : '',
    counts.answered > 0 ? tn('intentions_answered', counts.answered) : '',
    counts.failed > 0 ? tn('intentions_failed', counts.failed) : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

/** Until when it stands; empty for one that is over. */
export function untilText({ row }: Pick<ListedRequest, 'row'>, nowMs: number): string {
  const { phase, request } = row.cast;
  const { lapsesAtMs } = request;
  if (phase.kind === 'ended' || phase.kind === 'accepted') {
    return '';
  }
  const isWholeDay = endOfDayMs(dayText(lapsesAtMs)) === Math.floor(lapsesAtMs / 60_000) * 60_000;
  const end = isWholeDay ? formatMoment(momentOf(lapsesAtMs)) : formatTime(lapsesAtMs);
  return t(lapsesAtMs > nowMs ? 'intentions_until' : 'intentions_past', end);
}
