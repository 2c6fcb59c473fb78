import { css, html, LitElement } from 'lit';
import type { Ask } from '../../domain/ask.ts';
import { agreementText } from '../agreement-text.ts';
import { formatPeriod } from '../format-period.ts';
import { t } from '../i18n.ts';
import { base } from '../styles/base.ts';

/** What a vendor says it does with what it gets: purpose, retention, sharing, agreement, in plain words. */
export class SaysoAskTerms extends LitElement {
  static override properties = { ask: { attribute: false } };

  declare ask: Ask | undefined;

  static override styles = [
    base,
    css`
      dl {
        display: grid;
        grid-template-columns: minmax(5.5rem, max-content) 1fr;
        gap: var(--sayso-gap-1) var(--sayso-gap-3);
      }

      .whole {
        grid-column: 1 / -1;
      }

      dt {
        color: var(--sayso-quiet);
      }

      /* Twenty names of 200 characters each must not push the rest out of sight. */
      ul {
        max-block-size: 8rem;
        padding-inline-start: 1.25rem;
        overflow: auto;
      }

      @media (max-width: 22rem) {
        dl {
          grid-template-columns: 1fr;
        }

        dd {
          margin-block-end: var(--sayso-gap-2);
        }
      }
    `,
  ];

  protected override render() {
    if (!this.ask) {
      return html``;
    }
    const { purpose, retention, sharing, agreement } = this.ask;
    const period = formatPeriod(retention);
    const terms = agreementText(agreement);
    return html`
      <dl>
        <dt>${t('common_ask_purpose')}</dt>
        <dd>${t(`purpose_${purpose}`)}</dd>
        <dt>${t('common_ask_kept')}</dt>
        <dd>${period === '' ? t('common_ask_kept_not') : t('common_ask_kept_for', period)}</dd>
        <dt>${t('common_ask_shared')}</dt>
        <dd>
          ${
            sharing === 'none'
              ? t('common_ask_shared_none')
              : html`${t('common_ask_shared_with')}
                  <ul tabindex="0" aria-label=${t('common_ask_shared')}>
                    ${sharing.map((recipient) => html`<li><q><bdi>${recipient}</bdi></q></li>`)}
                  </ul>`
          }
        </dd>
        <dt>${t('common_ask_terms')}</dt>
        <dd>
          ${terms.name} <span class="quiet small">(<bdi>${terms.id}</bdi>)</span>
        </dd>
        <dd class="whole quiet small">${terms.text}</dd>
      </dl>
    `;
  }
}

customElements.define('sayso-ask-terms', SaysoAskTerms);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ask-terms': SaysoAskTerms;
  }
}
