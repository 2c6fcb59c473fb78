import { css, html, LitElement } from 'lit';
import { commonValue, type Given, halfStarsOf } from '../../domain/scale.ts';
import { formatGiven, formatNumber } from '../format.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { fillOf, starShape, starStyle } from './star-shape.ts';

/** A mark that is only shown: small stars, and beside them the mark on its own scale. */
export class SaysoMark extends LitElement {
  static override properties = { given: { attribute: false } };

  declare given: Given | undefined;

  static override styles = [
    base,
    starStyle,
    css`
      :host {
        display: inline-flex;
        align-items: center;
        gap: var(--sayso-gap-2);
        white-space: nowrap;
      }

      .stars {
        display: inline-grid;
        grid-template-columns: repeat(5, 1em);
        block-size: 1em;
      }

      .mark {
        font-size: var(--sayso-small);
        font-variant-numeric: tabular-nums;
      }
    `,
  ];

  protected override render() {
    if (!this.given) {
      return html``;
    }
    const halfStars = halfStarsOf(commonValue(this.given) ?? 1);
    return html`
      <span class="stars" aria-hidden="true">${[1, 2, 3, 4, 5].map((position) => html`<span>${starShape(fillOf(position, halfStars))}</span>`)}</span>
      <span class="mark quiet" aria-hidden="true">${formatGiven(this.given)}</span>
      <span class="visually-hidden">${t('stars_mark', formatNumber(this.given.value), formatNumber(this.given.best))}</span>
    `;
  }
}

customElements.define('sayso-mark', SaysoMark);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-mark': SaysoMark;
  }
}
