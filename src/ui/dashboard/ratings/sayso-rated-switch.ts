import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { countThings, type ThingCounts } from '../../../app/count-things.ts';
import { watch } from '../../../app/watch.ts';
import { formatNumber } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { Watched } from '../../watched.ts';
import { hashOf } from '../route.ts';
import { otherList, queryOf, type RatingsView } from './ratings-view.ts';

/**
 * The way between the ratings and the things without one. It keeps what is searched for: what is not in one list may be
 * in the other. Not there for whoever has neither.
 */
export class SaysoRatedSwitch extends LitElement {
  static override properties = {
    context: { attribute: false },
    view: { attribute: false },
    rated: { type: Number },
    isReady: { attribute: false },
  };

  declare context: AppContext;
  /** The list that is shown. */
  declare view: RatingsView;
  /** How many ratings there are, if that is known already. */
  declare rated: number | undefined;
  /** Counting may cost a look at every thing: it waits until the list that the person came for stands there. */
  declare isReady: boolean;

  readonly #counts = new Watched<ThingCounts>(this, () => () => undefined);

  static override styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1);
        margin-block-end: var(--sayso-gap-4);
        border-block-end: 1px solid var(--sayso-line);
      }

      a {
        display: block;
        padding: 0.375rem var(--sayso-gap-3);
        border-block-end: 3px solid transparent;
        color: var(--sayso-text);
        text-decoration: none;
      }

      a:hover {
        border-block-end-color: var(--sayso-edge);
      }

      a[aria-current] {
        border-block-end-color: var(--sayso-accent);
        color: var(--sayso-accent-strong);
        font-weight: 600;
      }

      .count {
        font-weight: 400;
        font-variant-numeric: tabular-nums;
      }

      @media (forced-colors: active) {
        a[aria-current] {
          border-block-end-color: Highlight;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.rated = undefined;
    this.isReady = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('isReady') && this.isReady) {
      this.#counts.rewatch(watch(() => countThings(this.context)));
    }
  }

  protected override render() {
    const { rated = this.rated, unrated } = this.#counts.value ?? {};
    const { isUnrated = false } = this.view;
    // Whoever begins has nothing to choose from.
    return !isUnrated && (rated ?? 0) + (unrated ?? 0) === 0
      ? nothing
      : html`<nav aria-label=${t('dashboard_rated_switch')}>
          <ul role="list">
            ${this.#way(false, t('dashboard_rated'), rated)} ${this.#way(true, t('dashboard_unrated'), unrated)}
          </ul>
        </nav>`;
  }

  #way(isToUnrated: boolean, name: string, count: number | undefined) {
    const isHere = isToUnrated === (this.view.isUnrated ?? false);
    const query = queryOf(isHere ? this.view : otherList(this.view));
    return html`<li>
      <a href=${hashOf('ratings', undefined, query)} aria-current=${isHere ? 'page' : nothing}
        >${name}${count === undefined ? nothing : html` <span class="count">${formatNumber(count)}</span>`}</a
      >
    </li>`;
  }
}

customElements.define('sayso-rated-switch', SaysoRatedSwitch);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rated-switch': SaysoRatedSwitch;
  }
}
