import type { LogEntry } from '../../../app/vendor-log.ts';
import { RATING_FIELDS, type RatingField } from '../../../domain/ask.ts';
import type { Disclosure } from '../../../domain/disclosure.ts';
import type { Decision, GrantChange } from '../../../domain/grant.ts';
import { formatList, formatTime } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { fieldName } from '../../need-text.ts';

/** What happened, in one sentence. */
export function logTitle(entry: LogEntry): string {
  switch (entry.kind) {
    case 'read':
      return readTitle(entry.disclosure);
    case 'asked':
      return t(`dashboard_log_asked_${entry.decision.outcome}`);
    case 'changed':
      return changeTitle(entry.change);
  }
}

/** What went along with each record, in words; empty when it was the bare minimum. */
export function fieldsText({ fields }: Disclosure): string {
  const named = fields.filter(isRatingField).map(fieldName);
  return named.length === 0 ? '' : t('dashboard_log_read_fields', formatList(named));
}

/** Whether and until when the same ask is refused without being shown; empty when it is not. */
export function silenceText({ silentForever, silentUntilMs }: Decision): string {
  if (silentForever === true) {
    return t('dashboard_log_silent_forever');
  }
  return silentUntilMs === undefined ? '' : t('dashboard_log_silent_until', formatTime(silentUntilMs));
}

function readTitle({ call, records, ranked, again }: Disclosure): string {
  if (again) {
    return tn('dashboard_log_read_again', again.times, formatTime(again.untilMs));
  }
  if (call === 'rank') {
    return tn('dashboard_log_read_rank', ranked?.length ?? records.length);
  }
  return records.length === 0 ? t(`dashboard_log_read_${call}_none`) : tn(`dashboard_log_read_${call}`, records.length);
}

function changeTitle({ kind, untilMs }: GrantChange): string {
  return kind === 'shortened'
    ? t('dashboard_log_change_shortened', untilMs === undefined ? '' : formatTime(untilMs))
    : t(`dashboard_log_change_${kind}`);
}

function isRatingField(text: string): text is RatingField {
  return (RATING_FIELDS as readonly string[]).includes(text);
}
