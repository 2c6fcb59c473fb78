import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { blockVendor } from '../../../app/block-vendor.ts';
import type { AppContext } from '../../../app/context.ts';
import { forgetVendor } from '../../../app/forget-vendor.ts';
import { listVendors, type VendorOverview } from '../../../app/list-vendors.ts';
import { revokeGrant } from '../../../app/revoke-grant.ts';
import { shortenGrant } from '../../../app/shorten-grant.ts';
import { watch } from '../../../app/watch.ts';
import type { HeldGrant } from '../../../domain/grant.ts';
import type { Origin } from '../../../domain/ids.ts';
import { siteChanged } from '../../../platform/tell.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import { formatNumber, formatTime } from '../../format.ts';
import { type MessageKey, t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { hashOf } from '../route.ts';
import { takeBack } from '../take-back.ts';
import { turnOff, turnOn } from './choose.ts';
import { overviewLine } from './overview-words.ts';
import './sayso-confirm.ts';
import './sayso-grant.ts';
import type { GrantPressed } from './sayso-grant.ts';
import './sayso-vendor-choices.ts';
import type { ChoicePressed } from './sayso-vendor-choices.ts';
import './sayso-vendor-log.ts';

/** What is said when a switch has moved. */
const CHOSEN = {
  connect: { on: 'dashboard_site_changed_on', off: 'dashboard_site_changed_off' },
  stars: { on: 'dashboard_site_stars_on', off: 'dashboard_site_stars_off' },
} as const;

/**
 * One site: what the person chose for it, what it may read, what it did, and how to end it.
 *
 * @fires {Told} told
 */
export class SaysoVendor extends LitElement {
  static override properties = {
    context: { attribute: false },
    origin: {},
    _confirming: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  declare origin: Origin;
  declare _confirming: 'disconnect' | 'forget' | undefined;
  declare _failure: unknown;

  readonly #vendors = new Watched<VendorOverview[]>(
    this,
    watch(() => listVendors(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      .back {
        margin-block-end: var(--sayso-gap-3);
      }

      section,
      sayso-vendor-log {
        margin-block-start: var(--sayso-gap-5);
      }

      h2 {
        margin-block-end: var(--sayso-gap-2);
      }

      .grants > :where(:not(:first-child)) {
        margin-block-start: var(--sayso-gap-3);
      }

      .end > div {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sayso-gap-2) var(--sayso-gap-4);
        padding-block: var(--sayso-gap-2);
      }

      .end p {
        flex: 1 1 16rem;
      }
    `,
  ];

  constructor() {
    super();
    this._confirming = undefined;
    this._failure = undefined;
    new Heading(this, () => this.#vendors.value && this.origin);
  }

  protected override render() {
    const { value: vendors, failure } = this.#vendors;
    const overview = vendors?.find(({ vendor }) => vendor.origin === this.origin);
    const wrong = this._failure ?? failure;
    return html`
      <p class="back"><a href=${hashOf('sites')}>${t('dashboard_back_sites')}</a></p>
      <h1 tabindex="-1"><sayso-origin .origin=${this.origin}></sayso-origin></h1>
      ${wrong === undefined ? nothing : html`<sayso-notice .failure=${wrong}></sayso-notice>`}
      ${overview ? this.#content(overview) : vendors ? this.#unknown() : nothing}
      ${this.#confirm()}
    `;
  }

  #unknown() {
    return html`<h2>${t('dashboard_site_unknown_title')}</h2>
      <p>${t('dashboard_site_unknown_text')}</p>`;
  }

  #content(overview: VendorOverview) {
    const { vendor, grants } = overview;
    const active = grants.filter(({ status }) => status === 'active');
    const past = grants.filter(({ status }) => status !== 'active');
    return html`
      <p class="small quiet">${overviewLine(overview)}</p>
      <section>
        <h2>${t('dashboard_site_choices')}</h2>
        <sayso-vendor-choices
          .vendor=${vendor}
          @choice-pressed=${({ detail }: ChoicePressed) => this.#onChoice(detail, active.length > 0)}
        ></sayso-vendor-choices>
      </section>
      <section>
        <h2>${t('dashboard_grants')}</h2>
        ${active.length === 0 ? html`<p class="quiet">${t('dashboard_grants_none')}</p>` : this.#grants(active)}
        ${
          past.length === 0
            ? nothing
            : html`<details>
                <summary>${t('dashboard_grants_past', formatNumber(past.length))}</summary>
                ${this.#grants(past)}
              </details>`
        }
      </section>
      <sayso-vendor-log .context=${this.context} .origin=${this.origin}></sayso-vendor-log>
      ${this.#end(vendor.isBlocked)}
    `;
  }

  #grants(grants: readonly HeldGrant[]) {
    return html`<div class="grants">
      ${repeat(
        grants,
        ({ id }) => id,
        (grant) => html`<sayso-grant
          .grant=${grant}
          .nowMs=${this.context.clock.nowMs()}
          @grant-pressed=${this.#onGrant}
        ></sayso-grant>`,
      )}
    </div>`;
  }

  #end(isBlocked: boolean) {
    return html`<section class="end">
      <h2>${t('dashboard_site_more')}</h2>
      <div>
        <p class="small quiet">${t('dashboard_site_block_text')}</p>
        <button type="button" class=${isBlocked ? '' : 'danger'} @click=${() => this.#block(!isBlocked)}>
          ${t(isBlocked ? 'dashboard_site_unblock' : 'dashboard_site_block')}
        </button>
      </div>
      <div>
        <p class="small quiet">${t('dashboard_site_forget_text')}</p>
        <button type="button" class="danger" @click=${() => (this._confirming = 'forget')}>${t('dashboard_site_forget')}</button>
      </div>
    </section>`;
  }

  #confirm() {
    if (this._confirming === undefined) {
      return nothing;
    }
    const isForget = this._confirming === 'forget';
    return html`<sayso-confirm
      heading=${t(isForget ? 'dashboard_site_forget_confirm_title' : 'dashboard_site_connect_confirm_title', this.origin)}
      text=${t(isForget ? 'dashboard_site_forget_confirm_text' : 'dashboard_site_connect_confirm_text')}
      act=${t(isForget ? 'dashboard_site_forget_now' : 'dashboard_site_disconnect')}
      @confirmed=${() => (isForget ? this.#forget() : this.#turnOff('connect'))}
      @dialog-closed=${() => (this._confirming = undefined)}
    ></sayso-confirm>`;
  }

  #onChoice({ choice, isOn }: ChoicePressed['detail'], holdsGrants: boolean): void {
    if (isOn) {
      // The browser believes in a click only within its own turn: nothing is awaited before it is asked.
      void this.#attempt(() => turnOn(this.origin, choice), CHOSEN[choice].on);
    } else if (choice === 'connect' && holdsGrants) {
      this._confirming = 'disconnect';
    } else {
      void this.#turnOff(choice);
    }
  }

  #turnOff(choice: 'connect' | 'stars'): Promise<void> {
    return this.#attempt(() => turnOff(this.context, this.origin, choice), CHOSEN[choice].off);
  }

  #onGrant({ detail: { grantId, untilMs } }: GrantPressed): void {
    void (untilMs === undefined
      ? this.#attempt(() => revokeGrant(this.context, { grantId }), 'dashboard_grant_revoked')
      : this.#attempt(
          () => shortenGrant(this.context, { grantId, untilMs }),
          'dashboard_grant_shortened',
          formatTime(untilMs),
        ));
  }

  #block(isBlocked: boolean): void {
    void this.#attempt(
      () => blockVendor(this.context, { origin: this.origin, isBlocked }),
      isBlocked ? 'dashboard_site_block_done' : 'dashboard_site_unblock_done',
    );
  }

  async #forget(): Promise<void> {
    const { context, origin } = this;
    try {
      this._failure = undefined;
      const vendor = this.#vendors.value?.find((one) => one.vendor.origin === origin)?.vendor;
      const chosen = vendor?.isConnected || vendor?.hasStars ? [origin] : [];
      const { journalId } = await forgetVendor(context, { origin });
      tell(this, {
        text: t('dashboard_site_forget_done', origin),
        undo: () => takeBack(context, { journalIds: [journalId], origins: [origin], chosen }),
      });
      await siteChanged(origin);
      window.location.hash = hashOf('sites');
    } catch (thrown) {
      this._failure = thrown;
    }
  }

  /**
   * Changes something about the site, has its open tabs feel it, and says so.
   *
   * @param said - its `$1` is the site unless `what` is given
   */
  async #attempt(change: () => Promise<unknown>, said: MessageKey, what: string = this.origin): Promise<void> {
    try {
      this._failure = undefined;
      await change();
      tell(this, { text: t(said, what) });
      await siteChanged(this.origin);
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

customElements.define('sayso-vendor', SaysoVendor);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-vendor': SaysoVendor;
  }
}
