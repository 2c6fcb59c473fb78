import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { listRatingIds, type RatingIds } from '../../../app/list-rating-ids.ts';
import { listUnratedIds, type UnratedFacets } from '../../../app/list-unrated-ids.ts';
import { type Watch, watch } from '../../../app/watch.ts';
import { Watched } from '../../watched.ts';
import { choiceOf, queryOf, type RatingsView, unratedChoiceOf } from './ratings-view.ts';

/** A list and what it is a list of: for a moment after another choice the old one still stands there. */
export type ListedView = RatingIds & Partial<Pick<UnratedFacets, 'traces'>> & { readonly view: RatingsView };

/** So many are asked for first: more than any window shows, at the same cost whatever there is. */
const FIRST = 100;

/** The list that the host shows, equal to the store: its beginning first, the whole of it when that stands. */
export class ListedRatings implements ReactiveController {
  readonly #host: ReactiveControllerHost & { readonly context: AppContext };
  readonly #viewOf: () => RatingsView;
  readonly #watched: Watched<ListedView>;
  #isWhole = false;
  #hasShown = false;

  constructor(host: ReactiveControllerHost & { readonly context: AppContext }, viewOf: () => RatingsView) {
    this.#host = host;
    this.#viewOf = viewOf;
    this.#watched = new Watched<ListedView>(host, (onValue, onError) => this.#watch()(onValue, onError));
    host.addController(this);
  }

  get value(): ListedView | undefined {
    return this.#watched.value;
  }

  get failure(): unknown {
    return this.#watched.failure;
  }

  /** Whether the list stands that the host shows now, not the one before it. */
  get isCurrent(): boolean {
    const { value } = this.#watched;
    return value !== undefined && queryOf(value.view) === queryOf(this.#viewOf());
  }

  /** The host shows something else from now on. */
  renew(): void {
    this.#isWhole = false;
    this.#watched.rewatch(this.#watch());
  }

  hostConnected(): void {
    this.#isWhole = false;
  }

  /** The first rows stand there: what an index gave the beginning of may be read whole. */
  shown(): void {
    this.#hasShown = true;
    this.hostUpdated();
  }

  hostUpdated(): void {
    const { value } = this.#watched;
    if (this.#hasShown && value && this.isCurrent && value.ids.length < value.total && !this.#isWhole) {
      this.#isWhole = true;
      // After they are painted.
      requestAnimationFrame(() =>
        setTimeout(() => {
          this.#watched.rewatch(this.#watch());
        }),
      );
    }
  }

  #watch(): Watch<ListedView> {
    const view = this.#viewOf();
    const limit = this.#isWhole ? {} : { limit: FIRST };
    const { context } = this.#host;
    return watch(async () => ({
      ...(view.isUnrated
        ? await listUnratedIds(context, unratedChoiceOf(view))
        : await listRatingIds(context, { ...choiceOf(view), ...limit })),
      view,
    }));
  }
}

/** How many there are beside what the list is narrowed to. */
export function countOf({ kinds }: ListedView): number {
  return kinds.reduce((sum, { count }) => sum + count, 0);
}
