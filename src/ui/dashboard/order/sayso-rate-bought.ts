import { css, html, LitElement, nothing } from 'lit';
import { askForRating } from '../../../app/ask-for-rating.ts';
import type { AppContext } from '../../../app/context.ts';
import { rateItem } from '../../../app/rate-item.ts';
import { type BoughtThings, thingsToRate } from '../../../app/things-to-rate.ts';
import type { ItemFacts } from '../../../domain/item.ts';
import { givenByStars, type HalfStars } from '../../../domain/scale.ts';
import { ratingsChanged } from '../../../platform/tell.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import type { RatingChanged } from '../../components/sayso-stars.ts';
import '../../components/sayso-stars.ts';
import { isolated, t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';

/**
 * Asks what the person thinks of what they bought: once for each order, a week after it came. Whether they answer or not, it is
 * never asked again, once it stood before them. A tab in the background stands before nobody.
 */
export class SaysoRateBought extends LitElement {
  static override properties = {
    context: { attribute: false },
    _asked: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** What is asked about, as long as this page is here. */
  declare _asked: readonly BoughtThings[];
  declare _failure: unknown;

  /** Orders whose question stood before the person, by this page. */
  readonly #seen = new Set<string>();
  readonly #given = new Map<ItemFacts, HalfStars>();

  static override styles = [
    base,
    controls,
    css`
      section {
        margin-block-end: var(--sayso-gap-5);
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      li {
        padding-block: var(--sayso-gap-2);
      }
    `,
  ];

  constructor() {
    super();
    this._asked = [];
    this._failure = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onSeen);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#onSeen);
    super.disconnectedCallback();
  }

  protected override firstUpdated(): void {
    void this.#ask();
  }

  protected override updated(): void {
    this.#onSeen();
  }

  readonly #onSeen = (): void => {
    if (document.visibilityState === 'visible') {
      void this.#spend();
    }
  };

  protected override render() {
    if (this._asked.length === 0 && this._failure === undefined) {
      return nothing;
    }
    return html`<section aria-labelledby="bought">
      <h2 id="bought">${t('bought_title')}</h2>
      <p class="quiet">${t('bought_text')}</p>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      <ul role="list">
        ${this._asked.flatMap(({ vendor, things }) =>
          things.map(
            (facts) => html`<li>
              <p>${t('bought_from', isolated(facts.name), vendor)}</p>
              <sayso-stars
                label=${t('stars_label_of', isolated(facts.name))}
                .halfStars=${this.#given.get(facts) ?? 0}
                @rating-changed=${({ detail }: RatingChanged) => this.#rate(facts, detail)}
              ></sayso-stars>
            </li>`,
          ),
        )}
      </ul>
    </section>`;
  }

  async #ask(): Promise<void> {
    try {
      const due = await thingsToRate(this.context);
      this._asked = due.filter(({ things }) => things.length > 0);
      // Of what nothing came of there is nothing to ask.
      await this.#askedFor(due.filter(({ things }) => things.length === 0));
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  /** What is drawn is asked now, unless another page asks it already. */
  async #spend(): Promise<void> {
    try {
      const isMine = await this.#askedFor(this._asked.filter(({ id }) => !this.#seen.has(id)));
      if ([...isMine.values()].includes(false)) {
        this._asked = this._asked.filter(({ id }) => isMine.get(id) !== false);
      }
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  async #askedFor(orders: readonly BoughtThings[]): Promise<ReadonlyMap<string, boolean>> {
    for (const { id } of orders) {
      this.#seen.add(id);
    }
    return new Map(
      await Promise.all(orders.map(async ({ id }) => [id, await askForRating(this.context, { id })] as const)),
    );
  }

  async #rate(facts: ItemFacts, { halfStars }: RatingChanged['detail']): Promise<void> {
    if (halfStars === 0) {
      return;
    }
    try {
      this._failure = undefined;
      await rateItem(this.context, { facts, given: givenByStars(halfStars) });
      this.#given.set(facts, halfStars);
      this.requestUpdate();
      await ratingsChanged();
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-rate-bought', SaysoRateBought);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rate-bought': SaysoRateBought;
  }
}
