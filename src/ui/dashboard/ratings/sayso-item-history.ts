import { css, html, LitElement } from 'lit';
import { stampMs } from '../../../domain/clock.ts';
import type { RatingVersion } from '../../../domain/rating.ts';
import '../../components/sayso-mark.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import './sayso-rating-told.ts';

/** What the person thought of a thing before, newest first. */
export class SaysoItemHistory extends LitElement {
  static override properties = { versions: { attribute: false } };

  declare versions: readonly RatingVersion[];

  static override styles = [
    base,
    css`
      ol {
        margin-block-start: var(--sayso-gap-2);
      }

      li {
        padding-block: var(--sayso-gap-3);
        border-block-end: 1px solid var(--sayso-line);
      }
    `,
  ];

  protected override render() {
    return html`
      <h2>${t('dashboard_item_history')}</h2>
      ${
        this.versions.length === 0
          ? html`<p class="quiet">${t('dashboard_item_history_none')}</p>`
          : html`<ol role="list">
              ${this.versions.map(
                ({ rating, replacedAt }) => html`<li>
                  <sayso-mark .given=${rating.given}></sayso-mark>
                  <sayso-rating-told .rating=${rating}></sayso-rating-told>
                  <p class="small quiet">${t('dashboard_item_replaced', formatTime(stampMs(replacedAt)))}</p>
                </li>`,
              )}
            </ol>`
      }
    `;
  }
}

customElements.define('sayso-item-history', SaysoItemHistory);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-item-history': SaysoItemHistory;
  }
}
