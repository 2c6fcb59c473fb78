import { css, html, LitElement } from 'lit';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import { INTENT_AGREEMENT } from '../../../protocol/ask-schema.ts';
import { agreementText } from '../../agreement-text.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-origin.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { FoundChannel } from './find-channels.ts';

/**
 * The last look before a request goes out: to whom, by which way, how much of it, on which terms. Opens itself.
 *
 * @fires {Event} confirmed
 * @fires {Event} dialog-closed
 */
export class SaysoCastConfirm extends LitElement {
  static override properties = { to: { attribute: false }, opening: {} };

  declare to: readonly FoundChannel[];
  declare opening: RequestForProposals['opening'];

  static override styles = [
    base,
    controls,
    css`
      li {
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }

      p {
        margin-block-start: var(--sayso-gap-3);
      }

      li p {
        margin: 0;
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { to, opening } = this;
    const terms = agreementText(INTENT_AGREEMENT);
    return html`<sayso-dialog heading=${tn('intention_cast_confirm', to.length)}>
      <ul role="list">
        ${to.map(
          ({ vendor, channel, isAway }) => html`<li>
            <sayso-origin .origin=${vendor}></sayso-origin>
            <p class="small quiet">
              ${t(isAway ? 'intention_channel_away' : channel === 'endpoint' ? 'intention_channel_endpoint' : 'intention_channel_visit')}
            </p>
          </li>`,
        )}
      </ul>
      <p>${t(opening === 'kind' ? 'intention_cast_stage_kind' : 'intention_cast_stage_whole')}</p>
      <p class="small quiet">${t('intention_terms')} ${terms.name} (<bdi>${terms.id}</bdi>). ${terms.text}</p>
      <p class="small quiet">${t('intention_cast_no_undo')}</p>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="button" class="primary" id="cast" @click=${this.#confirm}>${t('intention_cast_now')}</button>
    </sayso-dialog>`;
  }

  #confirm(): void {
    this.dispatchEvent(new Event('confirmed'));
    this.#close();
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-cast-confirm', SaysoCastConfirm);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-cast-confirm': SaysoCastConfirm;
  }
}
