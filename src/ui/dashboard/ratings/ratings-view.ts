import type { RatingsChoice } from '../../../app/list-rating-ids.ts';
import { isItemKind, type ItemKind } from '../../../domain/item.ts';
import type { HalfStars } from '../../../domain/scale.ts';

export const SORTS = ['newest', 'oldest', 'highest', 'lowest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** What the list of ratings is narrowed to. */
export interface RatingsView {
  readonly search: string;
  readonly kind?: ItemKind;
  readonly tag?: string;
  readonly source?: string;
  readonly stars?: NonNullable<RatingsChoice['stars']>;
  readonly years?: NonNullable<RatingsChoice['years']>;
  readonly sort: Sort;
}

export const WHOLE_LIST: RatingsView = { search: '', sort: 'newest' };

/** Reads a view from the query of an address; what can't be read is left at its beginning. */
export function readView(query: string): RatingsView {
  const parameters = new URLSearchParams(query);
  const kind = parameters.get('kind') ?? '';
  const tag = parameters.get('tag') ?? '';
  const source = parameters.get('source') ?? '';
  const sort = parameters.get('sort') ?? '';
  const stars = readSpan(parameters.get('stars'), starsOf);
  const years = readSpan(parameters.get('year'), yearOf);
  return {
    search: parameters.get('search') ?? '',
    ...(isItemKind(kind) ? { kind } : {}),
    ...(tag === '' ? {} : { tag }),
    ...(source === '' ? {} : { source }),
    ...(stars === undefined ? {} : { stars }),
    ...(years === undefined ? {} : { years }),
    sort: isSort(sort) ? sort : 'newest',
  };
}

/** The query of a view's address: only what differs from the whole list. Spans as `1990-1999`, `1990-`, `-4.5`. */
export function queryOf(view: RatingsView): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of [
    ['search', view.search],
    ['kind', view.kind ?? ''],
    ['tag', view.tag ?? ''],
    ['source', view.source ?? ''],
    ['stars', view.stars ? spanText(view.stars, (halfStars) => halfStars / 2) : ''],
    ['year', view.years ? spanText(view.years, (year) => year) : ''],
    ['sort', view.sort === 'newest' ? '' : view.sort],
  ] as const) {
    if (value !== '') {
      parameters.set(name, value);
    }
  }
  return parameters.toString();
}

/** What a view asks the store for. */
export function choiceOf({ search, kind, ...rest }: RatingsView): RatingsChoice {
  return {
    ...rest,
    ...(search.trim() === '' ? {} : { search: search.trim() }),
    ...(kind === undefined ? {} : { kinds: [kind] }),
  };
}

/** A year as it was typed; `undefined` when it is none. */
export function yearOf(text: string): number | undefined {
  return /^\d{1,4}$/u.test(text.trim()) ? Number(text) : undefined;
}

function starsOf(text: string): HalfStars | undefined {
  const halfStars = text === '' ? Number.NaN : Number(text) * 2;
  return Number.isInteger(halfStars) && halfStars >= 1 && halfStars <= 10 ? (halfStars as HalfStars) : undefined;
}

function readSpan<Value extends number>(text: string | null, read: (end: string) => Value | undefined) {
  const [first = '', second = ''] = (text ?? '').split('-');
  const [from, to] = [read(first), read(second)];
  if (from === undefined && to === undefined) {
    return undefined;
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function spanText<Value extends number>(
  { from, to }: { readonly from?: Value; readonly to?: Value },
  write: (end: Value) => number,
): string {
  return `${from === undefined ? '' : String(write(from))}-${to === undefined ? '' : String(write(to))}`;
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text);
}
