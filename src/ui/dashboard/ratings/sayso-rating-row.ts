import { css, html, LitElement, nothing } from 'lit';
import type { RatingRow } from '../../../app/rating-rows.ts';
import { whenChanged, whenRated } from './when-rated.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { hashOf } from '../route.ts';
import { shortName } from '../short-name.ts';
import { itemLine } from './item-line.ts';
import { rowStyle } from './row-style.ts';
import './sayso-edit-mark.ts';
import { sourceName } from './source-name.ts';

/** What the person wants done with one row. */
export type RowPressed = CustomEvent<{ readonly row: RatingRow; readonly wish: 'open' | 'edit' | 'delete' | 'select' }>;

/** More tags than this stand on the item's own page only. */
const MAX_TAGS = 6;

/**
 * One rating in the list: what it is of, the mark, when and from where.
 *
 * @fires {RowPressed} row-pressed
 * @fires {RatingChanged} rating-changed - from the mark
 */
export class SaysoRatingRow extends LitElement {
  static override properties = { row: { attribute: false }, query: {}, isSelected: { attribute: false } };

  declare row: RatingRow;
  /** What the list is narrowed to: the way back from the thing's own page leads there. */
  declare query: string;
  declare isSelected: boolean;

  static override styles = [
    base,
    controls,
    rowStyle,
    css`
      :host {
        display: grid;
        grid-template: 'tick what' auto 'tick mark' auto 'tick acts' auto / 1.5rem minmax(0, 1fr);
        gap: 0 var(--sayso-gap-3);
        align-items: center;
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }

      .tick {
        grid-area: tick;
        align-self: start;
        display: grid;
        place-items: center;
        min-block-size: 1.5rem;
      }

      .what {
        grid-area: what;
      }

      .tags {
        display: flex;
        flex-wrap: wrap;
        gap: var(--sayso-gap-1);
        margin-block-start: var(--sayso-gap-1);
      }

      .tags li {
        max-inline-size: 12rem;
        padding-inline: var(--sayso-gap-2);
        overflow: hidden;
        border-radius: 1rem;
        background: var(--sayso-sunk);
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      sayso-edit-mark {
        grid-area: mark;
        margin-inline-start: calc(-1 * var(--sayso-gap-2));
      }

      .acts {
        grid-area: acts;
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--sayso-gap-3);
        margin-inline-start: calc(-1 * var(--sayso-gap-1));
      }

      @media (min-width: 44rem) {
        :host {
          grid-template: 'tick what mark acts' auto / 1.5rem minmax(0, 1fr) minmax(11rem, auto) auto;
        }

        .tick {
          align-self: center;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this.isSelected = false;
  }

  protected override render() {
    const { item, rating } = this.row;
    const name = shortName(item.name);
    const tags = rating.tags ?? [];
    return html`
      <label class="tick">
        <input
          type="checkbox"
          aria-label=${t('dashboard_ratings_select', name)}
          .checked=${this.isSelected}
          @change=${() => this.#press('select')}
        />
      </label>
      <div class="what">
        <a class="name" href=${hashOf('ratings', item.id, this.query)} title=${item.name} @click=${() => this.#press('open')}
          ><bdi>${item.name}</bdi></a>
        <p class="line small quiet">${itemLine(item)}</p>
        <p class="small quiet">${whenRated(rating)} · <bdi>${sourceName(rating.source)}</bdi>${whenChanged(rating)}</p>
        ${
          tags.length === 0
            ? nothing
            : html`<ul class="tags small" role="list" aria-label=${t('common_tags')}>
                ${tags.slice(0, MAX_TAGS).map((tag) => html`<li><bdi>${tag}</bdi></li>`)}
              </ul>`
        }
      </div>
      <sayso-edit-mark .given=${rating.given} .name=${name}></sayso-edit-mark>
      <div class="acts">
        <button type="button" class="bare small" aria-label=${t('dashboard_ratings_edit', name)} @click=${() => this.#press('edit')}>
          ${t('common_edit')}
        </button>
        <button
          type="button"
          class="bare small danger"
          aria-label=${t('dashboard_ratings_delete', name)}
          @click=${() => this.#press('delete')}
        >
          ${t('common_delete')}
        </button>
      </div>
    `;
  }

  #press(wish: RowPressed['detail']['wish']): void {
    const event: RowPressed = new CustomEvent('row-pressed', {
      detail: { row: this.row, wish },
      bubbles: true,
      composed: true,
    });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-rating-row', SaysoRatingRow);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-rating-row': SaysoRatingRow;
  }
  interface HTMLElementEventMap {
    'row-pressed': RowPressed;
  }
}
