import { isItemKind, type ItemKind } from '../../../domain/item.ts';

export const SORTS = ['newest', 'oldest', 'highest', 'lowest', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** How many ratings stand on one page. Few enough to be quick and to be walked by keyboard. */
export const PAGE_SIZE = 50;

/** What the list of ratings is narrowed to. */
export interface RatingsView {
  readonly search: string;
  readonly kind?: ItemKind;
  readonly tag?: string;
  readonly sort: Sort;
  /** From 0. */
  readonly page: number;
}

export const WHOLE_LIST: RatingsView = { search: '', sort: 'newest', page: 0 };

/** Reads a view from the query of an address; what can't be read is left at its beginning. */
export function readView(query: string): RatingsView {
  const parameters = new URLSearchParams(query);
  const kind = parameters.get('kind') ?? '';
  const tag = parameters.get('tag') ?? '';
  const sort = parameters.get('sort') ?? '';
  const page = Number(parameters.get('page') ?? 1) - 1;
  return {
    search: parameters.get('search') ?? '',
    ...(isItemKind(kind) ? { kind } : {}),
    ...(tag === '' ? {} : { tag }),
    sort: isSort(sort) ? sort : 'newest',
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  };
}

/** The query of a view's address: only what differs from the whole list, pages counted from 1. */
export function queryOf(view: RatingsView): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of [
    ['search', view.search],
    ['kind', view.kind ?? ''],
    ['tag', view.tag ?? ''],
    ['sort', view.sort === 'newest' ? '' : view.sort],
    ['page', view.page === 0 ? '' : String(view.page + 1)],
  ] as const) {
    if (value !== '') {
      parameters.set(name, value);
    }
  }
  return parameters.toString();
}

/** How many pages `total` ratings fill; one when there are none. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

function isSort(text: string): text is Sort {
  return (SORTS as readonly string[]).includes(text);
}
