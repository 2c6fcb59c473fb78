import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import type { RatingFacets } from '../../../app/list-rating-ids.ts';
import type { UnratedFacets } from '../../../app/list-unrated-ids.ts';
import { isItemKind } from '../../../domain/item.ts';
import { isTraceKind, TRACES } from '../../../domain/trace.ts';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { kindsName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { type RatingsView, type Sort, SORTS, UNRATED_SORTS } from './ratings-view.ts';
import './sayso-more-filters.ts';
import type { FiltersChanged } from './sayso-more-filters.ts';
import { traceName } from './trace-text.ts';

/** The person narrowed the list, or ordered it anew. */
export type ViewChanged = CustomEvent<RatingsView>;

/** A letter is answered at once, letters that follow sooner than this together. */
const REST_MS = 100;

/**
 * Search, kind and order of a list of ratings or of things without one, and what else it can be narrowed by.
 *
 * @fires {ViewChanged} view-changed
 */
export class SaysoRatingsFilter extends LitElement {
  static override properties = {
    context: { attribute: false },
    view: { attribute: false },
    facets: { attribute: false },
  };

  declare context: AppContext;
  declare view: RatingsView;
  declare facets: RatingFacets & Partial<Pick<UnratedFacets, 'traces'>>;

  #resting: ReturnType<typeof setTimeout> | undefined;
  /** Whether something was typed while it rested. */
  #isBehind = false;

  static override styles = [
    base,
    controls,
    css`
      form,
      .choices {
        display: grid;
        gap: var(--sayso-gap-3);
      }

      /* 'All kinds (100,000)' is not to be cut off. */
      .choices {
        grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
      }
    `,
  ];

  constructor() {
    super();
    this.facets = { kinds: [], tags: [], sources: [] };
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#resting);
    super.disconnectedCallback();
  }

  protected override render() {
    const { kinds } = this.facets;
    const total = kinds.reduce((sum, { count }) => sum + count, 0);
    return html`<form role="search" @submit=${this.#onSubmit}>
      <div class="field">
        <label for="search">${t('dashboard_ratings_search')}</label>
        <input
          id="search"
          type="search"
          autocomplete="off"
          maxlength="200"
          placeholder=${t(this.view.isUnrated ? 'dashboard_unrated_search_hint' : 'dashboard_ratings_search_hint')}
          .value=${this.view.search}
          @input=${this.#onInput}
        />
      </div>
      <div class="choices">
      <div class="field">
        <label for="kind">${t('dashboard_ratings_kind')}</label>
        <select id="kind" @change=${this.#onKind}>
          <option value="" .selected=${this.view.kind === undefined}>${t('dashboard_ratings_kind_all', formatNumber(total))}</option>
          ${kinds.map(
            ({ kind, count }) => html`<option value=${kind} .selected=${this.view.kind === kind}>
              ${t('dashboard_counted', kindsName(kind), formatNumber(count))}
            </option>`,
          )}
        </select>
      </div>
      ${this.facets.traces === undefined ? nothing : this.#traces(this.facets.traces)}
      <div class="field">
        <label for="sort">${t('dashboard_ratings_sort')}</label>
        <select id="sort" @change=${this.#onSort}>
          ${(this.view.isUnrated ? UNRATED_SORTS : SORTS).map(
            (sort) =>
              html`<option value=${sort} .selected=${this.view.sort === sort}>${t(`dashboard_ratings_sort_${sort}`)}</option>`,
          )}
        </select>
      </div>
      </div>
      <sayso-more-filters
        .context=${this.context}
        .view=${this.view}
        .facets=${this.facets}
        @filters-changed=${({ detail }: FiltersChanged) => this.#change(detail)}
      ></sayso-more-filters>
    </form>`;
  }

  #traces(traces: UnratedFacets['traces']) {
    const { trace: used } = this.view;
    return html`<div class="field">
      <label for="trace">${t('dashboard_unrated_trace')}</label>
      <select id="trace" @change=${this.#onTrace}>
        <option value="" .selected=${used === undefined}>${t('dashboard_unrated_trace_all')}</option>
        ${TRACES.filter((trace) => trace === used || traces.some((one) => one.trace === trace)).map((trace) => {
          const count = traces.find((one) => one.trace === trace)?.count ?? 0;
          return html`<option value=${trace} .selected=${used === trace}>
            ${t('dashboard_counted', traceName(trace), formatNumber(count))}
          </option>`;
        })}
      </select>
    </div>`;
  }

  get #typed(): string {
    return (this.renderRoot.querySelector('#search') as HTMLInputElement).value;
  }

  #onInput(): void {
    if (this.#resting === undefined) {
      this.#change(this.view);
      this.#rest();
    } else {
      this.#isBehind = true;
    }
  }

  #rest(): void {
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      if (this.#isBehind) {
        this.#change(this.view);
        this.#rest();
      }
    }, REST_MS);
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

  #onTrace(event: Event): void {
    const { trace: _trace, ...rest } = this.view;
    const chosen = (event.target as HTMLSelectElement).value;
    this.#change(isTraceKind(chosen) ? { ...rest, trace: chosen } : rest);
  }

  #onSort(event: Event): void {
    this.#change({ ...this.view, sort: (event.target as HTMLSelectElement).value as Sort });
  }

  /** Whatever was changed, what stands in the search field counts. */
  #change(view: RatingsView): void {
    this.#isBehind = false;
    const event: ViewChanged = new CustomEvent('view-changed', { detail: { ...view, search: this.#typed } });
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
