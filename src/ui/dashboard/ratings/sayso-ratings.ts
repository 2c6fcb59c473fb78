import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { AppContext } from '../../../app/context.ts';
import type { RatingRow } from '../../../app/rating-rows.ts';
import { warmSearch } from '../../../app/warm-search.ts';
import type { ItemId } from '../../../domain/ids.ts';
import type { HalfStars } from '../../../domain/scale.ts';
import '../../components/sayso-notice.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Heading } from '../heading.ts';
import { changeMark } from './change-mark.ts';
import { deleteRatings } from './delete-ratings.ts';
import { countOf, ListedRatings, type ListedView } from './listed-ratings.ts';
import { noneFound, noneYet } from './no-ratings.ts';
import { leaveAt, leaveBy, takePlace } from './place-in-list.ts';
import { queryOf, type RatingsView, readView, WHOLE_LIST } from './ratings-view.ts';
import { ratingsStyle } from './ratings-style.ts';
import type { ListedRow } from './rows-in-view.ts';
import './sayso-bulk.ts';
import type { BulkPressed } from './sayso-bulk.ts';
import './sayso-edit-rating.ts';
import './sayso-rated-switch.ts';
import type { RowPressed } from './sayso-rating-row.ts';
import './sayso-ratings-filter.ts';
import type { ViewChanged } from './sayso-ratings-filter.ts';
import './sayso-ratings-list.ts';
import type { RowRated, RowsFailed } from './sayso-ratings-list.ts';
import type { ThingOpened } from './sayso-unrated-row.ts';
import { waiting } from './waiting.ts';

/** The list was narrowed by hand; the address should say so. */
export type Narrowed = CustomEvent<{ readonly query: string }>;

/**
 * All ratings, found as one types, in one list; and in another all things without one. What is seen first of the ratings
 * comes from an index alone; the rest of the list follows when that stands.
 *
 * @fires {Narrowed} narrowed
 * @fires {Told} told
 */
export class SaysoRatings extends LitElement {
  static override properties = {
    context: { attribute: false },
    query: {},
    _selected: { state: true },
    _edited: { state: true },
    _failure: { state: true },
    _hasShown: { state: true },
  };

  declare context: AppContext;
  /** What the list is narrowed to, as the address has it. */
  declare query: string;
  declare _selected: ReadonlySet<ItemId>;
  declare _edited: RatingRow | undefined;
  declare _failure: unknown;
  /** Whether the first rows stand there, or that there is none. */
  declare _hasShown: boolean;

  /** The row that the person left the list by, until it is there again. */
  #leftBy: ItemId | undefined;
  readonly #list = new ListedRatings(this, () => this.#view);

  static override styles = [base, controls, ratingsStyle];

  constructor() {
    super();
    this.query = '';
    this._selected = new Set();
    this._edited = undefined;
    this._failure = undefined;
    this._hasShown = false;
    new Heading(this, () => t('dashboard_section_ratings'));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#leftBy = takePlace(this.query);
  }

  override disconnectedCallback(): void {
    leaveAt(this.query, this.renderRoot.querySelector('sayso-ratings-list')?.middle ?? this.#leftBy);
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('query') !== undefined) {
      this._selected = new Set();
      this.#list.renew();
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('query');
    if (before !== undefined && window.scrollY > this.offsetTop) {
      // Another list begins at its beginning; the field that is typed in stays in sight.
      window.scrollTo(0, 0);
    }
    if (this.#list.isCurrent) {
      void this.#comeBack();
    }
  }

  protected override render() {
    const { value } = this.#list;
    // Rows of the one list must not stand there as if they were of the other.
    const list = value?.view.isUnrated === this.#view.isUnrated ? value : undefined;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_ratings')}</h1>
      <sayso-rated-switch
        .context=${this.context}
        .view=${this.#view}
        .rated=${list && !list.view.isUnrated ? countOf(list) : undefined}
        .isReady=${this._hasShown || (list !== undefined && list.total === 0)}
      ></sayso-rated-switch>
      <div class="stack">
        ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
        ${this.#list.failure === undefined ? nothing : html`<sayso-notice .failure=${this.#list.failure}></sayso-notice>`}
        ${list ? this.#content(list) : waiting(this.context, this.#view, this.#list.failure)}
      </div>
      ${
        this._edited
          ? html`<sayso-edit-rating
              .context=${this.context}
              .row=${this._edited}
              .usedTags=${list?.tags.map(({ tag }) => tag) ?? []}
              @dialog-closed=${() => (this._edited = undefined)}
            ></sayso-edit-rating>`
          : nothing
      }
    `;
  }

  #content(list: ListedView) {
    if (list.kinds.length === 0) {
      return noneYet(list.view.isUnrated ?? false);
    }
    // Reading a hundred thousand ratings takes a moment; the old list stays, and says that it is the old one.
    const isWaiting = !this.#list.isCurrent;
    return html`
      <sayso-ratings-filter
        .context=${this.context}
        .view=${this.#view}
        .facets=${list}
        @view-changed=${({ detail }: ViewChanged) => this.#narrow(detail)}
        @focusin=${this.#onSearching}
      ></sayso-ratings-filter>
      ${isWaiting ? html`<p class="wait quiet" role="status">${t('common_loading')}</p>` : nothing}
      <div class="results" aria-busy=${isWaiting ? 'true' : 'false'}>
        ${list.total === 0 ? noneFound(list.view.isUnrated ?? false, () => this.#showAll()) : this.#rows(list)}
      </div>
    `;
  }

  #rows({ ids, total, revision, view }: ListedView) {
    const { isUnrated = false } = view;
    // Another list has rows of another height: it gets an element of its own.
    return html`
      <div class="over">
        <h2 class="small quiet" tabindex="-1">
          <span role="status">${tn(isUnrated ? 'dashboard_unrated_count' : 'dashboard_ratings_count', total)}</span>
        </h2>
        ${
          isUnrated
            ? nothing
            : html`<sayso-bulk
                .selected=${this._selected.size}
                .shown=${total}
                @bulk-pressed=${this.#onBulk}
              ></sayso-bulk>`
        }
      </div>
      ${keyed(
        isUnrated,
        html`<sayso-ratings-list
          .context=${this.context}
          .ids=${ids}
          .total=${total}
          .revision=${revision}
          .query=${queryOf(view)}
          .isUnrated=${isUnrated}
          .selected=${this._selected}
          @row-pressed=${this.#onRow}
          @thing-opened=${({ detail: { row } }: ThingOpened) => leaveBy({ query: this.query, itemId: row.item.id })}
          @row-rated=${({ detail: { row, halfStars } }: RowRated) => this.#rate(row, halfStars)}
          @rows-shown=${this.#onShown}
          @rows-failed=${({ detail }: RowsFailed) => (this._failure = detail.thrown)}
        ></sayso-ratings-list>`,
      )}
    `;
  }

  get #view(): RatingsView {
    return readView(this.query);
  }

  /** Back at the row that the person left the list by. */
  async #comeBack(): Promise<void> {
    const itemId = this.#leftBy;
    const list = this.renderRoot.querySelector('sayso-ratings-list');
    if (itemId === undefined || !list) {
      return;
    }
    await list.updateComplete;
    if (await list.reveal(itemId)) {
      this.#leftBy = undefined;
    }
  }

  #onShown(): void {
    this._hasShown = true;
    this.#list.shown();
  }

  #onSearching(): void {
    // A list of things without a mark came from where its searches do. Should it fail, the search itself will tell.
    if (!this.#view.isUnrated) {
      warmSearch(this.context, this.#view).catch(() => undefined);
    }
  }

  #narrow(view: RatingsView): void {
    const event: Narrowed = new CustomEvent('narrowed', { detail: { query: queryOf(view) }, bubbles: true });
    this.dispatchEvent(event);
  }

  #showAll(): void {
    const { isUnrated, sort } = this.#view;
    this.#narrow({ ...WHOLE_LIST, ...(isUnrated && { isUnrated }), sort });
  }

  #onRow({ detail: { row, wish } }: RowPressed): void {
    if (wish === 'open') {
      leaveBy({ query: this.query, itemId: row.item.id });
    } else if (wish === 'edit') {
      this._edited = row;
    } else if (wish === 'delete') {
      void this.#delete([row.item.id], row.item.name);
    } else {
      const selected = new Set(this._selected);
      if (!selected.delete(row.item.id)) {
        selected.add(row.item.id);
      }
      this._selected = selected;
    }
  }

  #onBulk({ detail: wish }: BulkPressed): void {
    const ids = this.#list.value?.ids ?? [];
    if (wish === 'delete') {
      // What went from the list meanwhile is not there to be deleted.
      void this.#delete(ids.filter((id) => this._selected.has(id)));
    } else {
      this._selected = new Set(wish === 'all' ? ids : []);
    }
  }

  async #rate(row: ListedRow, halfStars: HalfStars | 0): Promise<void> {
    const isRated = 'rating' in row;
    await this.#try(() => changeMark(this, this.context, { item: row.item, isRated }, halfStars));
    if (!isRated || halfStars === 0) {
      this.#startOfList(); // the row goes to the other list
    }
  }

  async #delete(itemIds: readonly ItemId[], name?: string): Promise<void> {
    await this.#try(() => deleteRatings(this, this.context, itemIds, name));
    this._selected = new Set();
    // The button that was pressed went with its row.
    this.#startOfList();
  }

  async #try(change: () => Promise<void>): Promise<void> {
    try {
      this._failure = undefined;
      await change();
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  #startOfList(): void {
    const start = this.renderRoot.querySelector<HTMLElement>('h2') ?? this.renderRoot.querySelector<HTMLElement>('h1');
    // From far down the list the way to its start would be a surprise.
    start?.focus({ preventScroll: true });
  }
}

customElements.define('sayso-ratings', SaysoRatings);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ratings': SaysoRatings;
  }
  interface HTMLElementEventMap {
    narrowed: Narrowed;
  }
}
