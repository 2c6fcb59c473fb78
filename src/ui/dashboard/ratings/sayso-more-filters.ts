import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { countRatedSources, type RatedSource } from '../../../app/count-rated-sources.ts';
import type { RatingFacets } from '../../../app/list-rating-ids.ts';
import type { HalfStars } from '../../../domain/scale.ts';
import { watch } from '../../../app/watch.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { type RatingsView, yearOf } from './ratings-view.ts';
import { properSourceName } from './source-name.ts';

/** The list is narrowed otherwise. */
export type FiltersChanged = CustomEvent<RatingsView>;

/** Tags beyond these are found by the search. */
const MAX_TAGS = 200;

const HALF_STARS: readonly HalfStars[] = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** One end of a span. */
type End = 'from' | 'to';

/**
 * What few look for every day: a span of stars or of years, a source, a tag. Folded away while none is in use.
 *
 * @fires {FiltersChanged} filters-changed
 */
export class SaysoMoreFilters extends LitElement {
  static override properties = {
    context: { attribute: false },
    view: { attribute: false },
    facets: { attribute: false },
    _isOpen: { state: true },
  };

  declare context: AppContext;
  declare view: RatingsView;
  declare facets: RatingFacets;
  declare _isOpen: boolean;

  /** Of the list of ratings: counting them goes through all that was ever said, so it waits until they are looked at. */
  readonly #sourceCounts = new Watched<readonly RatedSource[]>(this, () => () => undefined);
  #isCounting = false;

  static override styles = [
    base,
    controls,
    css`
      summary {
        inline-size: fit-content;
        padding-block: var(--sayso-gap-1);
        color: var(--sayso-accent);
        cursor: pointer;
      }

      .choices {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr));
        gap: var(--sayso-gap-3);
        margin-block-start: var(--sayso-gap-2);
      }

      /* Names with their counts, 'Rate Your Music (1,234)', are longer than years. */
      .named {
        margin-block-start: var(--sayso-gap-3);
        grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
      }
    `,
  ];

  constructor() {
    super();
    this._isOpen = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // What narrows the list is seen, however it came to be chosen.
    if (changed.has('view') && this.#used > 0) {
      this._isOpen = true;
    }
    if (this._isOpen && !this.view.isUnrated && !this.#isCounting) {
      this.#isCounting = true;
      const { sort } = this.view;
      this.#sourceCounts.rewatch(watch(() => countRatedSources(this.context, { sort })));
    }
  }

  protected override render() {
    return html`<details
      ?open=${this._isOpen}
      @toggle=${({ target }: Event) => (this._isOpen = (target as HTMLDetailsElement).open)}
    >
      <summary class="small">
        ${this.#used === 0 ? t('dashboard_ratings_more') : t('dashboard_ratings_more_used', formatNumber(this.#used))}
      </summary>
      <div class="choices">
        ${this.view.isUnrated ? nothing : [this.#stars('from'), this.#stars('to')]} ${this.#year('from')} ${this.#year('to')}
      </div>
      <div class="choices named">${this.#sources()} ${this.#tags()}</div>
    </details>`;
  }

  get #used(): number {
    const { stars, years, source, tag } = this.view;
    return [stars, years, source, tag].filter((filter) => filter !== undefined).length;
  }

  #stars(end: End) {
    const chosen = this.view.stars?.[end];
    return html`<div class="field">
      <label for="stars-${end}">${t(`dashboard_ratings_stars_${end}`)}</label>
      <select id="stars-${end}" @change=${(event: Event) => this.#onStars(end, textOf(event))}>
        <option value="" .selected=${chosen === undefined}>${t('dashboard_ratings_any')}</option>
        ${HALF_STARS.map(
          (halfStars) => html`<option value=${halfStars} .selected=${chosen === halfStars}>
            ${tn('stars_value', halfStars / 2)}
          </option>`,
        )}
      </select>
    </div>`;
  }

  #year(end: End) {
    const chosen = this.view.years?.[end];
    return html`<div class="field">
      <label for="year-${end}">${t(`dashboard_ratings_year_${end}`)}</label>
      <input
        id="year-${end}"
        inputmode="numeric"
        autocomplete="off"
        maxlength="4"
        .value=${chosen === undefined ? '' : String(chosen)}
        @change=${(event: Event) => this.#onYear(end, textOf(event))}
      />
    </div>`;
  }

  #sources() {
    const { source: used } = this.view;
    const counted = this.view.isUnrated ? undefined : this.#sourceCounts.value;
    const offered = withUsed<RatingFacets['sources'][number]>(
      counted ?? this.facets.sources,
      used,
      ({ source }) => source,
      (source) => ({ source }),
    );
    return offered.length < 2 && used === undefined
      ? nothing
      : html`<div class="field">
          <label for="source">${t('dashboard_ratings_source')}</label>
          <select id="source" @change=${(event: Event) => this.#set('source', textOf(event) || undefined)}>
            <option value="" .selected=${used === undefined}>${t('dashboard_ratings_source_all')}</option>
            ${offered.map(
              ({ source, count }) => html`<option value=${source} .selected=${used === source}>
                ${countedName(properSourceName(source), count)}
              </option>`,
            )}
          </select>
        </div>`;
  }

  #tags() {
    const { tag: used } = this.view;
    const known = this.facets.tags;
    const offered = withUsed(
      known.slice(0, MAX_TAGS),
      used,
      ({ tag }) => tag,
      (tag) => known.find((one) => one.tag === tag) ?? { tag, count: 0 },
    );
    return html`<div class="field">
      <label for="tag">${t('dashboard_ratings_tag')}</label>
      <select id="tag" @change=${(event: Event) => this.#set('tag', textOf(event) || undefined)}>
        <option value="" .selected=${used === undefined}>${t('dashboard_ratings_tag_all')}</option>
        ${offered.map(
          ({ tag, count }) => html`<option value=${tag} .selected=${used === tag}>
            ${countedName(tag, count)}
          </option>`,
        )}
      </select>
    </div>`;
  }

  #onStars(end: End, text: string): void {
    this.#set('stars', withEnd(this.view.stars, end, text === '' ? undefined : (Number(text) as HalfStars)));
  }

  #onYear(end: End, text: string): void {
    this.#set('years', withEnd(this.view.years, end, yearOf(text)));
  }

  #set<Name extends 'stars' | 'years' | 'source' | 'tag'>(name: Name, value: RatingsView[Name]): void {
    const { [name]: _before, ...rest } = this.view as Partial<RatingsView>;
    const view = { ...rest, ...(value === undefined ? {} : { [name]: value }) } as unknown as RatingsView;
    const event: FiltersChanged = new CustomEvent('filters-changed', { detail: view });
    this.dispatchEvent(event);
  }
}

/** 'Letterboxd (12)'. Of what there is none, or nobody has counted, the name alone. */
function countedName(name: string, count = 0): string {
  return count === 0 ? name : t('dashboard_counted', name, formatNumber(count));
}

/** The choice in use stays offered, whatever became of its ratings: it must be possible to see and leave it. */
function withUsed<Choice>(
  offered: readonly Choice[],
  used: string | undefined,
  nameOf: (choice: Choice) => string,
  make: (name: string) => Choice,
): readonly Choice[] {
  return used === undefined || offered.some((choice) => nameOf(choice) === used) ? offered : [...offered, make(used)];
}

/** A span with another end, the ends in order; `undefined` when both are open. */
function withEnd<Value extends number>(
  span: { readonly from?: Value; readonly to?: Value } | undefined,
  end: End,
  value: Value | undefined,
): { readonly from?: Value; readonly to?: Value } | undefined {
  const ends = { from: span?.from, to: span?.to, [end]: value };
  const isCrossed = ends.from !== undefined && ends.to !== undefined && ends.from > ends.to;
  // Whoever asks for four stars and more has not asked for three at most: the end in hand counts.
  const { from, to } = isCrossed ? { from: value, to: value } : ends;
  if (from === undefined && to === undefined) {
    return undefined;
  }
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function textOf({ target }: Event): string {
  return (target as HTMLInputElement | HTMLSelectElement).value;
}

customElements.define('sayso-more-filters', SaysoMoreFilters);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-more-filters': SaysoMoreFilters;
  }
  interface HTMLElementEventMap {
    'filters-changed': FiltersChanged;
  }
}
