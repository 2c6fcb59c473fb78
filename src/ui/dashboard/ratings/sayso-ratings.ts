import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { listRatings, type RatingRow, type RatingsList } from '../../../app/list-ratings.ts';
import { type Watch, watch } from '../../../app/watch.ts';
import type { ItemId } from '../../../domain/ids.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import type { RatingChanged } from '../../components/sayso-stars.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { HOW } from '../how.ts';
import { changeMark } from './change-mark.ts';
import { deleteRatings } from './delete-ratings.ts';
import { pageCount, PAGE_SIZE, queryOf, type RatingsView, readView, WHOLE_LIST } from './ratings-view.ts';
import './sayso-bulk.ts';
import type { BulkPressed } from './sayso-bulk.ts';
import './sayso-edit-rating.ts';
import './sayso-pager.ts';
import './sayso-rating-row.ts';
import type { RowPressed } from './sayso-rating-row.ts';
import './sayso-ratings-filter.ts';
import type { ViewChanged } from './sayso-ratings-filter.ts';

/** A list and what it is a list of: for a moment after another choice the old one still stands there. */
type ListedView = RatingsList & { readonly view: RatingsView };

/** The list was narrowed by hand; the address should say so. */
export type Narrowed = CustomEvent<{ readonly query: string }>;

/**
 * All ratings, a page at a time: a page costs the same at a hundred ratings and at a hundred thousand, stays whole for
 * find-in-page and screen readers, and can be gone back to.
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
  };

  declare context: AppContext;
  /** What the list is narrowed to, as the address has it. */
  declare query: string;
  declare _selected: ReadonlySet<ItemId>;
  declare _edited: RatingRow | undefined;
  declare _failure: unknown;

  readonly #list = new Watched<ListedView>(this, (onValue, onError) => this.#watch()(onValue, onError));

  static override styles = [
    base,
    controls,
    css`
      h1 {
        margin-block-end: var(--sayso-gap-3);
      }

      .results {
        margin-block-start: var(--sayso-gap-5);
      }

      /* What is there at once needs no word about waiting. */
      .wait {
        position: absolute;
        animation: appear 0s 400ms both;
      }

      @keyframes appear {
        from {
          visibility: hidden;
        }
      }

      .over {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
        border-block-end: 1px solid var(--sayso-line);
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this._selected = new Set();
    this._edited = undefined;
    this._failure = undefined;
    new Heading(this, () => t('dashboard_section_ratings'));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.get('query') !== undefined) {
      this._selected = new Set();
      this.#list.rewatch(this.#watch());
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('query');
    if (before !== undefined && readView(before).page !== this.#view.page) {
      this.#startOfList();
    }
    const list = this.#list.value;
    if (list && list.rows.length === 0 && list.total > 0) {
      // Ratings were deleted, or the address was made by hand: the last page is the nearest.
      this.#narrow({ ...list.view, page: pageCount(list.total) - 1 });
    }
  }

  protected override render() {
    const list = this.#list.value;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_ratings')}</h1>
      <div class="stack">
        ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
        ${this.#list.failure === undefined ? nothing : html`<sayso-notice .failure=${this.#list.failure}></sayso-notice>`}
        ${list ? this.#content(list) : html`<p class="quiet">${this.#list.failure === undefined ? t('common_loading') : ''}</p>`}
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
      return html`<sayso-empty heading=${t('dashboard_ratings_empty_title')}>
        ${t('dashboard_ratings_empty_text')}
        <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
      </sayso-empty>`;
    }
    // Going through a hundred thousand ratings takes a moment; the old list stays, and says that it is the old one.
    const isWaiting = queryOf(list.view) !== queryOf(this.#view);
    return html`
      <sayso-ratings-filter
        .view=${this.#view}
        .kinds=${list.kinds}
        .tags=${list.tags}
        @view-changed=${({ detail }: ViewChanged) => this.#narrow(detail)}
      ></sayso-ratings-filter>
      ${isWaiting ? html`<p class="wait quiet" role="status">${t('common_loading')}</p>` : nothing}
      <div class="results" aria-busy=${isWaiting ? 'true' : 'false'}>
        ${list.rows.length === 0 ? this.#nothing(list) : this.#rows(list)}
      </div>
    `;
  }

  #nothing(list: ListedView) {
    return html`<p class="visually-hidden" role="status">${tn('dashboard_ratings_count', list.total)}</p>
      <sayso-empty heading=${t('dashboard_ratings_none_title')}>
        ${t('dashboard_ratings_none_text')}
        <button slot="actions" type="button" @click=${() => this.#narrow({ ...WHOLE_LIST, sort: this.#view.sort })}>
          ${t('dashboard_ratings_show_all')}
        </button>
      </sayso-empty>`;
  }

  #rows({ rows, total, view }: ListedView) {
    const first = view.page * PAGE_SIZE + 1;
    const range = t(
      'dashboard_ratings_range',
      formatNumber(first),
      formatNumber(first + rows.length - 1),
      formatNumber(total),
    );
    return html`
      <div class="over">
        <h2 class="small quiet" tabindex="-1">
          <span role="status">${pageCount(total) > 1 ? range : tn('dashboard_ratings_count', total)}</span>
        </h2>
        <sayso-bulk .selected=${this._selected.size} .shown=${rows.length} @bulk-pressed=${this.#onBulk}></sayso-bulk>
      </div>
      <ul role="list" aria-label=${t('dashboard_ratings_list')}>
        ${repeat(
          rows,
          ({ item }) => item.id,
          (row) => html`<li>
            <sayso-rating-row
              .row=${row}
              query=${queryOf(view)}
              .isSelected=${this._selected.has(row.item.id)}
              @row-pressed=${this.#onRow}
              @rating-changed=${({ detail }: RatingChanged) =>
                this.#try(() => changeMark(this, this.context, row.item, detail.halfStars))}
            ></sayso-rating-row>
          </li>`,
        )}
      </ul>
      ${pageCount(total) > 1 ? html`<sayso-pager .view=${view} .total=${total}></sayso-pager>` : nothing}
    `;
  }

  get #view(): RatingsView {
    return readView(this.query);
  }

  #watch(): Watch<ListedView> {
    const view = this.#view;
    const { search, kind, tag, sort, page } = view;
    const query = {
      ...(search.trim() === '' ? {} : { search: search.trim() }),
      ...(kind === undefined ? {} : { kinds: [kind] }),
      ...(tag === undefined ? {} : { tag }),
      sort,
      offset: page * PAGE_SIZE,
      limit: PAGE_SIZE,
    };
    return watch(async () => ({ ...(await listRatings(this.context, query)), view }));
  }

  #narrow(view: RatingsView): void {
    const event: Narrowed = new CustomEvent('narrowed', { detail: { query: queryOf(view) }, bubbles: true });
    this.dispatchEvent(event);
  }

  #onRow({ detail: { row, wish } }: RowPressed): void {
    if (wish === 'edit') {
      this._edited = row;
    } else if (wish === 'delete') {
      void this.#delete([row]);
    } else {
      const selected = new Set(this._selected);
      if (!selected.delete(row.item.id)) {
        selected.add(row.item.id);
      }
      this._selected = selected;
    }
  }

  #onBulk({ detail: wish }: BulkPressed): void {
    const rows = this.#list.value?.rows ?? [];
    if (wish === 'delete') {
      void this.#delete(rows.filter(({ item }) => this._selected.has(item.id)));
    } else {
      this._selected = new Set(wish === 'all' ? rows.map(({ item }) => item.id) : []);
    }
  }

  async #delete(rows: readonly RatingRow[]): Promise<void> {
    await this.#try(() => deleteRatings(this, this.context, rows));
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
    start?.focus();
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
