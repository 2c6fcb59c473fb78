import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { blockVendor } from '../../app/block-vendor.ts';
import type { AppContext } from '../../app/context.ts';
import { findVendor } from '../../app/find-vendor.ts';
import { heldGrants } from '../../app/held-grants.ts';
import { leaveSite } from '../../app/leave-site.ts';
import { watch } from '../../app/watch.ts';
import type { Origin } from '../../domain/ids.ts';
import type { Vendor } from '../../domain/vendor.ts';
import { mustBeGranted, requestSite } from '../../platform/permissions.ts';
import { forgetChoice, rememberChoice, type SiteChoice } from '../../platform/site-choices.ts';
import { siteChanged } from '../../platform/tell.ts';
import '../components/sayso-notice.ts';
import '../components/sayso-origin.ts';
import { t, tn } from '../i18n.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { tell } from '../tell.ts';
import { Watched } from '../watched.ts';
import { type Announced, readAnnounced } from './announced.ts';
import './sayso-announced.ts';

interface Site {
  readonly vendor: Vendor | undefined;
  readonly grants: number;
}

/**
 * The site of this page: what it may, what it would like, and the two things a person can let it do.
 *
 * @fires {Told} told - something was changed
 */
export class SaysoSite extends LitElement {
  static override properties = {
    context: { attribute: false },
    origin: {},
    tabId: { type: Number },
    customerLink: {},
    _announced: { state: true },
    _isBusy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** Absent when the site can't be chosen. */
  declare origin: Origin | undefined;
  declare tabId: number;
  declare customerLink: string | undefined;
  declare _announced: Announced;
  declare _isBusy: boolean;
  declare _failure: unknown;

  readonly #site = new Watched<Site>(this, () => () => undefined);

  static override styles = [
    base,
    controls,
    css`
      h2 {
        font-size: 1rem;
      }

      section > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-2);
      }

      label.tick {
        align-items: center;
        justify-content: space-between;
        min-block-size: var(--sayso-target);
      }

      .connect {
        inline-size: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this.origin = undefined;
    this._announced = { kind: 'none' };
    this._isBusy = false;
    this._failure = undefined;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { origin } = this;
    if (changed.has('origin') && origin !== undefined) {
      this.#site.rewatch(
        watch(async () => {
          const vendor = await findVendor(this.context, { origin });
          const grants = await heldGrants(this.context, { origin });
          return { vendor, grants: grants.length };
        }),
      );
      void this.#readAnnounced(origin);
    }
  }

  protected override render() {
    const { origin } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${t('popup_site')}</h2>
      ${origin === undefined ? html`<p class="quiet">${t('popup_site_insecure')}</p>` : this.#chosen(origin)}
    </section>`;
  }

  #chosen(origin: Origin) {
    const site = this.#site.value;
    const vendor = site?.vendor;
    return html`
      <sayso-origin .origin=${origin}></sayso-origin>
      ${site === undefined ? nothing : html`<p class="quiet" role="status">${stateText(site)}</p>`}
      ${[this._failure, this.#site.failure].map((failure) =>
        failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`,
      )}
      ${
        vendor?.isBlocked
          ? html`<button type="button" @click=${() => this.#unblock(origin)}>${t('popup_site_unblock')}</button>`
          : this.#choices(origin, vendor)
      }
    `;
  }

  #choices(origin: Origin, vendor: Vendor | undefined) {
    const isConnected = vendor?.isConnected === true;
    return html`
      <label class="tick">
        ${t('popup_site_stars')}
        <input
          type="checkbox"
          role="switch"
          class="switch"
          .checked=${vendor?.hasStars === true}
          ?disabled=${this._isBusy || this.#site.value === undefined}
          @click=${(event: Event) => this.#onStars(event, origin)}
        />
      </label>
      ${isConnected ? nothing : html`<sayso-announced .announced=${this._announced}></sayso-announced>`}
      <button
        type="button"
        class="connect ${isConnected ? '' : 'primary'}"
        ?disabled=${this._isBusy || this.#site.value === undefined}
        @click=${() => (isConnected ? this.#leave(origin, { connect: true }) : this.#choose(origin, { connect: true }))}
      >
        ${t(isConnected ? 'popup_site_disconnect' : 'popup_site_connect')}
      </button>
      ${isConnected ? nothing : html`<p class="quiet small">${t('popup_site_connect_hint')}</p>`}
    `;
  }

  #onStars(event: Event, origin: Origin): Promise<void> {
    return (event.target as HTMLInputElement).checked
      ? this.#choose(origin, { stars: true })
      : this.#leave(origin, { stars: true });
  }

  /** Asks the browser, and writes down why: its dialog may close the popup, and then the background goes on from there. */
  async #choose(origin: Origin, wish: Pick<SiteChoice, 'connect' | 'stars'>): Promise<void> {
    const asked = requestSite(origin);
    const noted = rememberChoice({ origin, tabId: this.tabId, ...wish });
    await this.#change(async () => {
      await noted;
      const isGranted = await asked;
      if (!isGranted) {
        await forgetChoice(origin);
      }
      mustBeGranted(isGranted);
      await siteChanged(origin);
    });
  }

  async #leave(origin: Origin, what: { connect: true } | { stars: true }): Promise<void> {
    await this.#change(async () => {
      await leaveSite(this.context, { origin, ...what });
      await siteChanged(origin);
      if ('connect' in what) {
        tell(this, { text: t('popup_site_disconnected') });
      }
    });
  }

  async #unblock(origin: Origin): Promise<void> {
    await this.#change(async () => {
      await blockVendor(this.context, { origin, isBlocked: false });
      await siteChanged(origin);
      tell(this, { text: t('popup_site_unblocked') });
    });
  }

  async #change(change: () => Promise<void>): Promise<void> {
    this._isBusy = true;
    this._failure = undefined;
    try {
      await change();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._isBusy = false;
      this.#showSwitchAsKept();
    }
  }

  // A press turns the switch at once; only what was kept may stay so.
  #showSwitchAsKept(): void {
    const box = this.renderRoot.querySelector<HTMLInputElement>('input.switch');
    if (box && this._failure !== undefined) {
      box.checked = this.#site.value?.vendor?.hasStars === true;
    }
  }

  async #readAnnounced(origin: Origin): Promise<void> {
    try {
      this._announced = await readAnnounced(this.tabId, this.customerLink, origin);
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

function stateText({ vendor, grants }: Site): string {
  if (vendor?.isBlocked) {
    return t('popup_site_blocked');
  }
  if (vendor?.isConnected) {
    return grants === 0 ? t('popup_site_connected') : `${t('popup_site_connected')} ${tn('popup_site_holds', grants)}`;
  }
  return vendor?.hasStars ? t('popup_site_stars_only') : t('popup_site_none');
}

customElements.define('sayso-site', SaysoSite);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-site': SaysoSite;
  }
}
