import { css, html, LitElement, nothing } from 'lit';
import { previewCopies } from '../../../app/preview-copies.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { INTENT_AGREEMENT } from '../../../protocol/ask-schema.ts';
import { agreementText } from '../../agreement-text.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { privateRows } from './private-rows.ts';
import './sayso-copy.ts';

/** What is wanted, by who gets to see it: at first, with the rest, and nobody. */
export class SaysoWanted extends LitElement {
  static override properties = { request: { attribute: false } };

  declare request: RequestForProposals;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: grid;
        gap: var(--sayso-gap-4);
      }

      section {
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
        break-inside: avoid;
      }

      section.own {
        border-style: dashed;
        background: none;
      }

      h3 {
        margin-block-end: var(--sayso-gap-2);
      }

      ul {
        padding-inline-start: 1.25rem;
      }

      .label {
        color: var(--sayso-quiet);
      }
    `,
  ];

  protected override render() {
    const { request } = this;
    const { kind, whole } = previewCopies(request, t('intention_copy_unnamed'));
    const terms = agreementText(INTENT_AGREEMENT);
    const isStaged = request.opening === 'kind';
    return html`
      ${
        isStaged
          ? html`<section>
                <h3>${t('intention_sees_first')}</h3>
                <sayso-copy .copy=${kind}></sayso-copy>
              </section>
              <section>
                <h3>${t('intention_sees_rest')}</h3>
                <sayso-copy .copy=${whole} .isRest=${true}></sayso-copy>
              </section>`
          : html`<section>
              <h3>${t('intention_sees_all')}</h3>
              <sayso-copy .copy=${whole}></sayso-copy>
            </section>`
      }
      ${this.#own()}
      <p class="small quiet">
        ${t('intention_terms')} ${terms.name} (<bdi>${terms.id}</bdi>). ${terms.text}
      </p>
    `;
  }

  #own() {
    const rows = privateRows(this.request);
    return html`<section class="own">
      <h3>${t('intention_sees_never')}</h3>
      ${
        rows.length === 0
          ? nothing
          : html`<ul>
              ${rows.map(({ label, text }) => html`<li><span class="label">${label}:</span> ${text}</li>`)}
            </ul>`
      }
      <p class="small quiet">${t('intention_sees_address')}</p>
    </section>`;
  }
}

customElements.define('sayso-wanted', SaysoWanted);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-wanted': SaysoWanted;
  }
}
