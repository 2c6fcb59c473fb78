import type { Filter, Need, RatingField } from '../domain/ask.ts';
import type { Moment } from '../domain/moment.ts';
import { formatList, formatMoment, formatNumber } from './format.ts';
import { t } from './i18n.ts';
import { kindsName } from './kind-name.ts';
import { preferenceKeyName } from './preference-key-name.ts';

/** A filter's marks are on Sayso's scale of whole numbers to 100; the person thinks in five stars. */
const VALUE_PER_STAR = 20;

/** What a vendor needs, in a few words: 'Your ratings: Films and Books'. Absent lists are everything, empty ones nothing. */
export function needText(need: Need): string {
  if (need.collection === 'intentions') {
    return t('common_need_intentions');
  }
  return need.collection === 'ratings' ? ratingsText(need) : preferencesText(need);
}

/** The limits of a need: 'since May 1, 2024, 3 of 5 stars or better'. Empty when it has none. */
export function filterText(filter: Filter | undefined): string {
  return [
    filter?.since === undefined ? '' : t('common_filter_since', dateText(filter.since)),
    filter?.until === undefined ? '' : t('common_filter_until', dateText(filter.until)),
    filter?.min === undefined ? '' : t('common_filter_min', formatNumber(Math.ceil(filter.min) / VALUE_PER_STAR)),
    filter?.max === undefined ? '' : t('common_filter_max', formatNumber(Math.floor(filter.max) / VALUE_PER_STAR)),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** A field that goes along with a rating, in words. */
export function fieldName(field: RatingField): string {
  return t(`common_field_${field}`);
}

function ratingsText(need: Need): string {
  if (need.kinds?.length === 0) {
    return t('common_need_ratings_none');
  }
  const isRank = need.derive === 'rank';
  if (need.kinds === undefined) {
    return t(isRank ? 'common_need_rank_all' : 'common_need_ratings_all');
  }
  return t(isRank ? 'common_need_rank_kinds' : 'common_need_ratings_kinds', formatList(need.kinds.map(kindsName)));
}

function preferencesText(need: Need): string {
  if (need.keys?.length === 0) {
    return t('common_need_preferences_none');
  }
  const isRank = need.derive === 'rank';
  if (need.keys === undefined) {
    return t(isRank ? 'common_need_rank_wishes_all' : 'common_need_preferences_all');
  }
  const keys = formatList(need.keys.map(preferenceKeyName));
  return t(isRank ? 'common_need_rank_wishes_keys' : 'common_need_preferences_keys', keys);
}

// A filter's date is ISO 8601 by the schema; whatever else got here is shown as it stands.
function dateText(text: string): string {
  return Number.isNaN(Date.parse(text)) ? text : formatMoment(text as Moment);
}
