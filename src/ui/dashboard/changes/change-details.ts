import type { ChangeTold } from '../../../app/tell-changes.ts';
import type { Item } from '../../../domain/item.ts';
import type { Preference } from '../../../domain/preference.ts';
import type { Rating } from '../../../domain/rating.ts';
import { formatGiven, formatList } from '../../format.ts';
import { isolated, type MessageKey, t } from '../../i18n.ts';
import { kindName, kindsName } from '../../kind-name.ts';
import { strengthName } from '../../preference-key-name.ts';
import { countTexts, stateTexts } from '../import/import-words.ts';
import { valueWithUnit } from '../preferences/value-name.ts';
import { whenRated } from '../ratings/when-rated.ts';
import { shortName } from '../short-name.ts';

/** What a change made of one thing, part by part: '★ 3 / 5 → ★ 4 / 5', 'note edited'. What stayed as it was is left out. */
export function changeDetails(told: ChangeTold): string[] {
  switch (told.kind) {
    case 'rating':
      return ratingDetails(told.from, told.to);
    case 'item':
      return itemDetails(told.from, told.to);
    case 'preference':
      return preferenceDetails(told.from, told.to);
    case 'import':
      return [...countTexts(told.counts), ...stateTexts(told.counts)];
  }
}

function ratingDetails(from: Rating | undefined, to: Rating | undefined): string[] {
  const mark = (rating: Rating | undefined): string =>
    rating ? `★ ${formatGiven(rating.given)}` : t('dashboard_change_no_mark');
  const isMoved = from && to && whenRated(from) !== whenRated(to);
  return [
    ...(from ? fromTo(mark(from), mark(to)) : [mark(to)]),
    ...noteDetails(from?.text, to?.text),
    ...fromTo(listed(from?.tags), listed(to?.tags), t('common_tags')),
    ...(told(from?.aspects) === told(to?.aspects) ? [] : [t('dashboard_change_aspects')]),
    ...(isMoved ? fromTo(whenRated(from), whenRated(to), t('dashboard_edit_when')) : []),
  ];
}

function itemDetails(from: Item, to: Item): string[] {
  const fact = (title: MessageKey, of: (item: Item) => string | undefined): string[] =>
    fromTo(of(from) ?? '', of(to) ?? '', t(title));
  return [
    ...fact('dashboard_edit_name', ({ name }) => name),
    ...fact('dashboard_edit_kind', ({ kind }) => kindName(kind)),
    ...fact('dashboard_edit_creators', ({ creators }) => listed(creators)),
    ...fact('dashboard_edit_released', ({ year }) => year?.toString()),
    ...fact('dashboard_item_original_name', ({ originalName }) => originalName),
    ...fact('dashboard_item_brand', ({ brand }) => brand),
    ...fact('dashboard_item_series', ({ series }) => series),
    ...fact('dashboard_item_genres', ({ genres }) => listed(genres)),
  ];
}

/** Of one that is new or gone all of it, as it was: its name is how it stands by now. */
function preferenceDetails(from: Preference | undefined, to: Preference | undefined): string[] {
  const only = (one: Preference): string =>
    one.kinds === undefined ? '' : t('dashboard_preferences_only', formatList(one.kinds.map(kindsName)));
  const isPrivate = (one: Preference): string => (one.isPrivate ? t('dashboard_preferences_private_mark') : '');
  const [one] = from && to ? [] : [from ?? to];
  if (one) {
    return [valueWithUnit(one), strengthName(one.strength), only(one), isPrivate(one)].filter((text) => text !== '');
  }
  return from && to
    ? [
        ...fromTo(valueWithUnit(from), valueWithUnit(to)),
        ...fromTo(strengthName(from.strength), strengthName(to.strength)),
        ...fromTo(only(from), only(to)),
        ...fromTo(isPrivate(from), isPrivate(to)),
      ]
    : [];
}

/** Nothing where nothing changed. */
function fromTo(from: string, to: string, title?: string): string[] {
  if (from === to) {
    return [];
  }
  const [before, after] = [from, to].map((text) =>
    text === '' ? t('dashboard_change_nothing') : isolated(shortName(text)),
  );
  const text = `${before} → ${after}`;
  return [title === undefined ? text : `${title}: ${text}`];
}

function noteDetails(from: string | undefined, to: string | undefined): string[] {
  if (from === to) {
    return [];
  }
  const how = from === undefined ? 'added' : to === undefined ? 'removed' : 'edited';
  return [t(`dashboard_change_note_${how}`)];
}

function listed(names: readonly string[] = []): string {
  return names.join(', ');
}

function told(value: unknown): string {
  return JSON.stringify(value ?? []);
}
