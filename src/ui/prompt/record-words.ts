import type { PreviewRecord } from '../../app/ask-preview.ts';
import type { Need, RatingField } from '../../domain/ask.ts';
import { readMoment } from '../../domain/moment.ts';
import { STRENGTHS } from '../../domain/preference.ts';
import { valueName } from '../dashboard/preferences/value-name.ts';
import { formatList, formatMoment, formatTime } from '../format.ts';
import { t } from '../i18n.ts';
import { kindName, kindsName } from '../kind-name.ts';
import { preferenceKeyName, strengthName } from '../preference-key-name.ts';

/** A record that would go, in words: all of it that goes, and nothing that doesn't. */
export interface RecordWords {
  readonly name: string;
  readonly said: string;
  readonly kind: string;
  readonly goes: readonly string[];
}

/** @param fields - the asked fields that the person lets go along with a rating */
export function recordWords(need: Need, record: PreviewRecord, fields: readonly RatingField[]): RecordWords {
  return need.collection === 'preferences' ? preferenceWords(record) : ratingWords(record, fields);
}

function ratingWords({ name, said, kind, fields: told }: PreviewRecord, fields: readonly RatingField[]): RecordWords {
  return {
    name,
    said,
    kind: kind === undefined ? '' : kindName(kind),
    goes: fields.flatMap((field) => {
      const text = told[field];
      return text === undefined ? [] : [field === 'dateCreated' ? whenText(text) : text];
    }),
  };
}

/** A moment goes with its minute, so it is shown with it. */
function whenText(text: string): string {
  const moment = readMoment(text);
  if (moment === undefined) {
    return text;
  }
  return moment.includes('T') ? formatTime(Date.parse(moment)) : formatMoment(moment);
}

function preferenceWords({ name: key, said, fields, kinds }: PreviewRecord): RecordWords {
  const strength = STRENGTHS.find((one) => one === fields['strength']);
  return {
    name: preferenceKeyName(key),
    said: valueName(key, said),
    kind: '',
    goes: [
      ...(strength ? [strengthName(strength)] : []),
      ...(kinds ? [t('dashboard_preferences_only', formatList(kinds.map(kindsName)))] : []),
    ],
  };
}
