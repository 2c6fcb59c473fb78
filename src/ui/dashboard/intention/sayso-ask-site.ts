import { css, html, LitElement, nothing } from 'lit';
import { castRequest } from '../../../app/cast-request.ts';
import type { AppContext } from '../../../app/context.ts';
import { findVendor } from '../../../app/find-vendor.ts';
import { watch } from '../../../app/watch.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import type { Origin } from '../../../domain/ids.ts';
import type { Vendor } from '../../../domain/vendor.ts';
import '../../components/sayso-notice.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { turnOn } from '../sites/choose.ts';
import { Acting } from './acting.ts';
import { findChannels, type FoundChannel } from './find-channels.ts';
import './sayso-cast-confirm.ts';

/**
 * Asks one site by its name: connects it first, where it is not. After a referral, or once more after a failure.
 *
 * @fires {Told} told
 */
export class SaysoAskSite extends LitElement {
  static override properties = {
    context: { attribute: false },
    cast: { attribute: false },
    origin: {},
    label: {},
    _found: { state: true },
    _isLooking: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare cast: CastRequest;
  declare origin: Origin;
  /** What the button says. */
  declare label: string;
  declare _found: readonly FoundChannel[] | undefined;
  declare _isLooking: boolean;
  declare _failure: unknown;

  readonly #acting = new Acting(this);
  readonly #vendor = new Watched<{ readonly vendor: Vendor | undefined }>(
    this,
    watch(async () => ({ vendor: await findVendor(this.context, { origin: this.origin }) })),
  );

  static override styles = [
    base,
    controls,
    css`
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this._found = undefined;
    this._isLooking = false;
    this._failure = undefined;
  }

  protected override render() {
    const held = this.#vendor.value;
    return html`
      ${held ? this.#act(held.vendor) : nothing}
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      ${this.#acting.notice()}
      ${
        this._found
          ? html`<sayso-cast-confirm
              .to=${this._found}
              .opening=${this.cast.request.opening}
              @confirmed=${this.#onConfirmed}
              @dialog-closed=${() => (this._found = undefined)}
            ></sayso-cast-confirm>`
          : nothing
      }
    `;
  }

  #act(vendor: Vendor | undefined) {
    if (vendor?.isBlocked) {
      return html`<p class="small quiet">${t('intention_ask_blocked')}</p>`;
    }
    return vendor?.isConnected
      ? html`<button type="button" id="ask" ?disabled=${this._isLooking || this.#acting.isBusy} @click=${this.#onAsk}>
          ${this.label}
        </button>`
      : html`<p class="small quiet">${t('intention_ask_connect_text')}</p>
          <button type="button" id="connect" @click=${this.#onConnect}>${t('intention_ask_connect')}</button>`;
  }

  #onConnect(): void {
    // The browser believes in a click only within its own turn: nothing is awaited before it is asked.
    turnOn(this.origin, 'connect').then(
      () => (this._failure = undefined),
      (thrown: unknown) => (this._failure = thrown),
    );
  }

  async #onAsk(): Promise<void> {
    this._isLooking = true;
    this._found = await findChannels([this.origin]);
    this._isLooking = false;
  }

  async #onConfirmed(): Promise<void> {
    const { context, cast, _found: to = [] } = this;
    const { id } = cast.request;
    await this.#acting.run(id, () => castRequest(context, { id, to }), {
      text: tn('intention_cast_done', to.length),
    });
  }
}

customElements.define('sayso-ask-site', SaysoAskSite);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-ask-site': SaysoAskSite;
  }
}
