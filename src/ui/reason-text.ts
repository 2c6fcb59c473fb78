/** The closed lists of reasons in requests, in plain words. */
import type { DeclineReason } from '../domain/decline.ts';
import type { FailureReason } from '../domain/failure-notice.ts';
import type { LetDownReason } from '../domain/let-down.ts';
import { t } from './i18n.ts';
import { underscored } from './underscored.ts';

/** Why a vendor says no, to stand after a colon. */
export function declineReason(reason: DeclineReason): string {
  return t(`decline_reason_${underscored(reason)}`);
}

/** What went wrong, as a sentence. */
export function failureReason(reason: FailureReason): string {
  return t(`failure_reason_${underscored(reason)}`);
}

/** Why the person goes elsewhere. */
export function letDownReason(reason: LetDownReason): string {
  return t(`let_down_${reason}`);
}
