import type { PersonMessage, VendorMessage } from '../../../domain/thread-message.ts';
import type { ThreadEntry } from '../../../app/list-requests.ts';
import { isolated, t } from '../../i18n.ts';
import { declineReason, failureReason, letDownReason } from '../../reason-text.ts';

/** One entry of a story in a sentence. `before` are the entries that came before it in its thread. */
export function storyTitle({ entry }: ThreadEntry, before: readonly ThreadEntry[]): string {
  switch (entry.kind) {
    case 'said':
      return saidTitle(entry.message, before);
    case 'heard':
      return heardTitle(entry.message);
    case 'failed':
      return failureReason(entry.notice.reason);
  }
}

function saidTitle(message: PersonMessage, before: readonly ThreadEntry[]): string {
  switch (message.kind) {
    case 'request':
      return t(`intention_said_${copyName(message.copy.stage, before)}`);
    case 'answer':
      return t('intention_said_answer');
    case 'counter':
      return t('intention_said_counter');
    case 'acceptance':
      return t('intention_said_acceptance');
    case 'let-down':
      return message.reason === undefined
        ? t('intention_state_let_down')
        : t('intention_state_let_down_why', letDownReason(message.reason));
    case 'ended':
      return t(`intention_state_${message.as}`);
    case 'failure':
      return t('intention_said_failure', failureReason(message.notice.reason));
  }
}

/** What a copy was to its vendor: the first thing it saw, the rest, or what changed. */
function copyName(stage: 'kind' | 'whole', before: readonly ThreadEntry[]): 'first' | 'all' | 'rest' | 'changed' {
  const last = before.findLast(({ entry }) => entry.kind === 'said' && entry.message.kind === 'request')?.entry;
  if (last?.kind !== 'said' || last.message.kind !== 'request') {
    return stage === 'kind' ? 'first' : 'all';
  }
  return last.message.copy.stage === stage ? 'changed' : 'rest';
}

function heardTitle(message: VendorMessage): string {
  switch (message.kind) {
    case 'quote':
      return t(message.replaces === undefined ? 'intention_heard_quote' : 'intention_heard_requote');
    case 'decline':
      return t(`intention_heard_decline_${message.of}`, declineReason(message.reason));
    case 'referral':
      return t('intention_state_referred', isolated(message.name));
    case 'question':
      return t('intention_heard_question');
    case 'interest':
      return t('intention_state_interested');
    case 'confirmation':
      return t('intention_heard_confirmation', isolated(message.order.number));
    case 'failure':
      return t('failure_reason_theirs', failureReason(message.reason));
  }
}
