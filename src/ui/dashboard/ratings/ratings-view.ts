import type { RatingsChoice } from '../../../app/list-rating-ids.ts';
import type { UnratedChoice } from '../../../app/list-unrated-ids.ts';
import { isItemKind, type ItemKind } from '../../../domain/item.ts';
import type { HalfStars } from '../../../domain/scale.ts';
import { isTraceKind, type TraceKind } from '../../../domain/trace.ts';

export const SORTS = ['newest', 'oldest', 'highest', 'lowest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** What things without a mark can be sorted by. */
export const UNRATED_SORTS = ['newest', 'oldest', 'name'] as const satisfies readonly UnratedChoice['sort'][];

/** Which of the two lists is shown, of ratings or of things without one, and what it is narrowed to. */
export interface RatingsView {
  readonly isUnrated?: true;
  readonly search: string;
  readonly kind?: ItemKind;
  readonly tag?: string;
  readonly source?: string;
  /** Only of ratings. */
  readonly stars?: NonNullable<RatingsChoice['stars']>;
  /** Only of things without a mark. */
  readonly trace?: TraceKind;
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
  const isUnrated = parameters.get('list') === UNRATED;
  const trace = parameters.get('trace') ?? '';
  const stars = isUnrated ? undefined : readSpan(parameters.get('stars'), starsOf);
  const years = readSpan(parameters.get('year'), yearOf);
  return {
    ...(isUnrated ? { isUnrated } : {}),
    ...(isUnrated && isTraceKind(trace) ? { trace } : {}),
    search: parameters.get('search') ?? '',
    ...(isItemKind(kind) ? { kind } : {}),
    ...(tag === '' ? {} : { tag }),
    ...(source === '' ? {} : { source }),
    ...(stars === undefined ? {} : { stars }),
    ...(years === undefined ? {} : { years }),
    sort: isUnrated ? unratedSort(sort) : isSort(sort) ? sort : 'newest',
  };
}

/** What the address calls the list of things without a mark. */
const UNRATED = 'unrated';

/** The query of a view's address: only what differs from the whole list. Spans as `1990-1999`, `1990-`, `-4.5`. */
export function queryOf(view: RatingsView): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of [
    ['list', view.isUnrated ? UNRATED : ''],
    ['trace', view.trace ?? ''],
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

/** The same narrowing of the other list, as far as it has such a thing. */
export function otherList({ isUnrated, stars: _stars, trace: _trace, sort, ...rest }: RatingsView): RatingsView {
  return isUnrated ? { ...rest, sort } : { ...rest, isUnrated: true, sort: unratedSort(sort) };
}

/** What a view of ratings asks the store for. */
export function choiceOf({ search, kind, isUnrated: _isUnrated, trace: _trace, ...rest }: RatingsView): RatingsChoice {
  return { ...rest, ...wordsAndKind({ search, kind }) };
}

/** What a view of things without a mark asks the store for. */
export function unratedChoiceOf({
  search,
  kind,
  isUnrated: _isUnrated,
  stars: _stars,
  sort,
  ...rest
}: RatingsView): UnratedChoice {
  return { ...rest, sort: unratedSort(sort), ...wordsAndKind({ search, kind }) };
}

function wordsAndKind({ search, kind }: { readonly search: string; readonly kind: ItemKind | undefined }) {
  return {
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

function unratedSort(text: string): UnratedChoice['sort'] {
  return UNRATED_SORTS.find((sort) => sort === text) ?? 'newest';
}
