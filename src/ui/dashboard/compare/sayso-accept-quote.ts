import { css, html, LitElement, nothing } from 'lit';
import { acceptQuote } from '../../../app/accept-quote.ts';
import type { AppContext } from '../../../app/context.ts';
import type { Moved } from '../../../app/move-request.ts';
import type { ComparedQuote } from '../../../app/weigh-quotes.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import '../../components/sayso-dialog.ts';
import '../../components/sayso-origin.ts';
import { formatQuantity } from '../../format-quantity.ts';
import { formatMoney } from '../../format-money.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Acting } from '../intention/acting.ts';
import { ownCountry } from '../intentions/regions.ts';
import { DeliveryEntry } from './delivery-entry.ts';
import { priceText } from './whole-cells.ts';

/**
 * Asks once more before a quote is taken: says what is bought of whom at which price, and what that one vendor gets by it, which
 * nobody got before. Opens itself.
 *
 * @fires {Told} told
 * @fires {Event} dialog-closed
 */
export class SaysoAcceptQuote extends LitElement {
  static override properties = {
    context: { attribute: false },
    request: { attribute: false },
    compared: { attribute: false },
  };

  declare context: AppContext;
  declare request: RequestForProposals;
  declare compared: ComparedQuote;

  readonly #acting = new Acting(this);
  readonly #delivery = new DeliveryEntry(this, () => ({
    context: this.context,
    country: this.request.area?.country ?? ownCountry(),
  }));

  static override styles = [
    base,
    controls,
    css`
      .vendor {
        margin-block-end: var(--sayso-gap-3);
        font-size: var(--sayso-large);
      }

      ul {
        padding-inline-start: var(--sayso-gap-5);
      }

      .total {
        font-size: var(--sayso-large);
      }

      .problem {
        color: var(--sayso-danger);
      }
    `,
  ];

  protected override firstUpdated(): void {
    void this.renderRoot.querySelector('sayso-dialog')?.open();
  }

  protected override render() {
    const { quote, weighed } = this.compared;
    const { price } = weighed;
    return html`<sayso-dialog heading=${t('accept_title')}>
      <form class="stack" id="form" novalidate @submit=${this.#onSubmit}>
        <sayso-origin class="vendor" .origin=${quote.vendor}></sayso-origin>
        ${this.#chosen()}
        <p>
          ${t('compare_total')}: <strong class="total">${priceText(price)}</strong>
        </p>
        ${price.kind === 'priced' && price.unknown.length > 0 ? html`<p>${t('accept_total_open')}</p>` : nothing}
        ${weighed.linesInFull === weighed.lines.length ? nothing : html`<p>${t('accept_not_whole')}</p>`}
        <h3>${t('accept_given_title')}</h3>
        <p>${t('accept_given', quote.vendor)}</p>
        ${this.#delivery.fields()}
        <label class="tick">
          <input
            type="checkbox"
            id="keep"
            .checked=${this.#delivery.isKept}
            @change=${({ target }: Event) => this.#delivery.keep((target as HTMLInputElement).checked)}
          />
          <span>${t('accept_keep')}</span>
        </label>
        ${this.#acting.notice()}
      </form>
      <button slot="actions" type="button" @click=${this.#close}>${t('common_cancel')}</button>
      <button slot="actions" type="button" id="accept" class="primary" ?disabled=${this.#acting.isBusy} @click=${this.#accept}>
        ${price.kind === 'priced' && price.total ? t('accept_now_for', formatMoney(price.total)) : t('accept_now')}
      </button>
    </sayso-dialog>`;
  }

  #chosen() {
    const { weighed, choice } = this.compared;
    const taken = new Map(choice.map(({ offer, options }) => [offer, options]));
    return html`<ul>
      ${weighed.lines.flatMap(({ chosen }) => {
        const options = chosen?.options.filter(({ key }) => taken.get(chosen.key)?.includes(key)) ?? [];
        return chosen
          ? [
              html`<li>
                ${formatQuantity(chosen.quantity)} × <bdi>${chosen.name}</bdi>${options.map(({ name }) => html` + <bdi>${name}</bdi>`)}
              </li>`,
            ]
          : [];
      })}
    </ul>`;
  }

  #onSubmit(event: Event): void {
    event.preventDefault();
    void this.#accept();
  }

  async #accept(): Promise<void> {
    const { context, compared, request } = this;
    const { quote, thread, vendor } = compared.quote;
    const delivery = this.#delivery.read();
    if (!delivery) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    const { price } = compared.weighed;
    const total = price.kind === 'priced' ? price.total : undefined;
    const acceptance = { quote: quote.id, choice: compared.choice, ...(total && { total }) };
    const accept = async (): Promise<Moved> => {
      const moved = await acceptQuote(context, { thread, acceptance, delivery });
      if (moved.refusal === undefined) {
        await this.#delivery.remember(context, delivery);
      }
      return moved;
    };
    if (await this.#acting.run(request.id, accept, { text: t('accept_done', vendor) })) {
      this.#close();
    }
  }

  #close(): void {
    this.renderRoot.querySelector('sayso-dialog')?.close();
  }
}

customElements.define('sayso-accept-quote', SaysoAcceptQuote);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-accept-quote': SaysoAcceptQuote;
  }
}
