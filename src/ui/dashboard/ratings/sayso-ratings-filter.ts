import { css, html, LitElement } from 'lit';
import type { RatingsList } from '../../../app/list-ratings.ts';
import { isItemKind } from '../../../domain/item.ts';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { type RatingsView, type Sort, SORTS } from './ratings-view.ts';

/** The person narrowed the list, or ordered it anew. */
export type ViewChanged = CustomEvent<RatingsView>;

/** How long typing must rest before the list is searched. */
const REST_MS = 200;

/** Tags beyond these are found by the search. */
const MAX_TAGS = 200;

/**
 * Search, kind, tag and order of the list of ratings.
 *
 * @fires {ViewChanged} view-changed
 */
export class SaysoRatingsFilter extends LitElement {
  static override properties = { view: { attribute: false }, kinds: { attribute: false }, tags: { attribute: false } };

  declare view: RatingsView;
  declare kinds: RatingsList['kinds'];
  declare tags: RatingsList['tags'];

  #resting: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    base,
    controls,
    css`
      form,
      .choices {
        display: grid;
        gap: var(--sayso-gap-3);
      }

      .choices {
        grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
      }
    `,
  ];

  constructor() {
    super();
    this.kinds = [];
    this.tags = [];
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#resting);
    super.disconnectedCallback();
  }

  protected override render() {
    const total = this.kinds.reduce((sum, { count }) => sum + count, 0);
    return html`<form role="search" @submit=${this.#onSubmit}>
      <div class="field">
        <label for="search">${t('dashboard_ratings_search')}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          maxlength="200"
          placeholder=${t('dashboard_ratings_search_hint')}
          .value=${this.view.search}
          @input=${this.#onInput}
        />
      </div>
      <div class="choices">
      <div class="field">
        <label for="kind">${t('dashboard_ratings_kind')}</label>
        <select id="kind" @change=${this.#onKind}>
          <option value="" .selected=${this.view.kind === undefined}>${t('dashboard_ratings_kind_all', formatNumber(total))}</option>
          ${this.kinds.map(
            ({ kind, count }) => html`<option value=${kind} .selected=${this.view.kind === kind}>
              ${t('dashboard_counted', kindsName(kind), formatNumber(count))}
            </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="tag">${t('dashboard_ratings_tag')}</label>
        <select id="tag" @change=${this.#onTag}>
          <option value="" .selected=${this.view.tag === undefined}>${t('dashboard_ratings_tag_all')}</option>
          ${this.#offeredTags().map(
            ({ tag, count }) => html`<option value=${tag} .selected=${this.view.tag === tag}>
              ${t('dashboard_counted', tag, formatNumber(count))}
            </option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="sort">${t('dashboard_ratings_sort')}</label>
        <select id="sort" @change=${this.#onSort}>
          ${SORTS.map(
            (sort) =>
              html`<option value=${sort} .selected=${this.view.sort === sort}>${t(`dashboard_ratings_sort_${sort}`)}</option>`,
          )}
        </select>
      </div>
      </div>
    </form>`;
  }

  /** The tag in use stays offered, whatever became of its ratings: it must be possible to see and leave it. */
  #offeredTags(): RatingsList['tags'] {
    const offered = this.tags.slice(0, MAX_TAGS);
    const { tag: used } = this.view;
    return used === undefined || offered.some(({ tag }) => tag === used)
      ? offered
      : [...offered, this.tags.find(({ tag }) => tag === used) ?? { tag: used, count: 0 }];
  }

  get #typed(): string {
    return (this.renderRoot.querySelector('#search') as HTMLInputElement).value;
  }

  #onInput(): void {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#change(this.view), REST_MS);
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    this.#change(this.view);
  }

  #onKind(event: Event): void {
    const { kind: _kind, ...rest } = this.view;
    const chosen = (event.target as HTMLSelectElement).value;
    this.#change(isItemKind(chosen) ? { ...rest, kind: chosen } : rest);
  }

  #onTag(event: Event): void {
    const { tag: _tag, ...rest } = this.view;
    const tag = (event.target as HTMLSelectElement).value;
    this.#change(tag === '' ? rest : { ...rest, tag });
  }

  #onSort(event: Event): void {
    this.#change({ ...this.view, sort: (event.target as HTMLSelectElement).value as Sort });
  }

  /** Whatever was changed, what stands in the search field counts, and the list starts at its first page. */
  #change(view: RatingsView): void {
    clearTimeout(this.#resting);
    const event: ViewChanged = new CustomEvent('view-changed', { detail: { ...view, search: this.#typed, page: 0 } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-ratings-filter', SaysoRatingsFilter);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ratings-filter': SaysoRatingsFilter;
  }
  interface HTMLElementEventMap {
    'view-changed': ViewChanged;
  }
}
