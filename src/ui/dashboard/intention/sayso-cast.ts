import { css, html, LitElement, nothing } from 'lit';
import { castRequest } from '../../../app/cast-request.ts';
import { changeRequest } from '../../../app/change-request.ts';
import type { AppContext } from '../../../app/context.ts';
import { listVendors, type VendorOverview } from '../../../app/list-vendors.ts';
import { watch } from '../../../app/watch.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import type { Origin } from '../../../domain/ids.ts';
import type { RequestForProposals } from '../../../domain/request-for-proposals.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { Watched } from '../../watched.ts';
import { HOW } from '../how.ts';
import { Acting } from './acting.ts';
import { findChannels, type FoundChannel } from './find-channels.ts';
import './sayso-cast-confirm.ts';

/**
 * Whom to ask: vendors picked by name from those that are connected, none of them picked before, and how much they get first.
 *
 * @fires {Told} told
 */
export class SaysoCast extends LitElement {
  static override properties = {
    context: { attribute: false },
    cast: { attribute: false },
    asked: { attribute: false },
    _picked: { state: true },
    _found: { state: true },
    _problem: { state: true },
  };

  declare context: AppContext;
  declare cast: CastRequest;
  /** Those that have an open thread in it. */
  declare asked: readonly Origin[];
  declare _picked: ReadonlySet<Origin>;
  /** Set while the person is asked whether it shall go out. */
  declare _found: readonly FoundChannel[] | undefined;
  declare _problem: 'none-picked' | 'looking' | undefined;

  readonly #acting = new Acting(this);
  readonly #vendors = new Watched<VendorOverview[]>(
    this,
    watch(() => listVendors(this.context)),
  );

  static override styles = [
    base,
    controls,
    css`
      h2,
      .intro {
        margin-block-end: var(--sayso-gap-3);
      }

      fieldset {
        margin-block-end: var(--sayso-gap-4);
      }

      legend {
        margin-block-end: var(--sayso-gap-1);
        font-size: var(--sayso-small);
        font-weight: 600;
      }

      label.tick > :last-child {
        min-inline-size: 0;
      }

      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.asked = [];
    this._picked = new Set();
    this._found = undefined;
    this._problem = undefined;
  }

  protected override render() {
    const { value: vendors, failure } = this.#vendors;
    const open = vendors?.map(({ vendor }) => vendor).filter(({ isConnected, isBlocked }) => isConnected && !isBlocked);
    return html`
      <h2>${t(this.cast.phase.kind === 'draft' ? 'intention_cast' : 'intention_cast_more')}</h2>
      ${failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`}
      ${open === undefined ? nothing : open.length === 0 ? this.#empty() : this.#form(open.map(({ origin }) => origin))}
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

  #empty() {
    return html`<sayso-empty heading=${t('intention_cast_nobody')}>
      ${t('intention_cast_nobody_text')}
      <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
    </sayso-empty>`;
  }

  #form(origins: readonly Origin[]) {
    const left = origins.filter((origin) => !this.asked.includes(origin));
    if (left.length === 0) {
      return html`<p class="quiet">${t('intention_cast_all_asked')}</p>`;
    }
    return html`
      <p class="intro quiet">${t('intention_cast_intro')}</p>
      <fieldset>
        <legend>${t('intention_cast_whom')}</legend>
        ${left.map(
          (origin) => html`<label class="tick">
            <input type="checkbox" value=${origin} aria-label=${origin} .checked=${this._picked.has(origin)} @change=${this.#onPick} />
            <sayso-origin .origin=${origin}></sayso-origin>
          </label>`,
        )}
      </fieldset>
      ${this.#stage()}
      ${
        this._problem === undefined
          ? nothing
          : html`<p role=${this._problem === 'looking' ? 'status' : 'alert'}>
              ${t(this._problem === 'looking' ? 'intention_cast_looking' : 'intention_cast_none_picked')}
            </p>`
      }
      <button
        type="button"
        class="primary"
        id="go-on"
        ?disabled=${this.#acting.isBusy || this._problem === 'looking'}
        @click=${this.#onGoOn}
      >
        ${this._picked.size === 0 ? t('intention_cast_go_on') : tn('intention_cast_go_on_with', this._picked.size)}
      </button>
    `;
  }

  /** How it is opened is chosen before the first vendor is asked, and no more after that. */
  #stage() {
    if (this.cast.phase.kind !== 'draft') {
      const { opening } = this.cast.request;
      return html`<p class="intro small quiet">
        ${t(opening === 'kind' ? 'intention_cast_stage_kind' : 'intention_cast_stage_whole')}
      </p>`;
    }
    return html`<fieldset>
      <legend>${t('intention_cast_stage')}</legend>
      ${(['kind', 'whole'] as const).map(
        (opening) => html`<label class="tick">
          <input
            type="radio"
            name="opening"
            value=${opening}
            .checked=${this.cast.request.opening === opening}
            @change=${() => void this.#onOpening(opening)}
          />
          <span>${t(opening === 'kind' ? 'intention_cast_stage_kind' : 'intention_cast_stage_whole')}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  /** The page shows at once what is seen by it. */
  async #onOpening(opening: RequestForProposals['opening']): Promise<void> {
    const { context, cast } = this;
    const { id, version: _version, ...request } = cast.request;
    await this.#acting.run(id, () => changeRequest(context, { id, request: { ...request, opening } }));
  }

  #onPick({ target }: Event): void {
    const { value, checked } = target as HTMLInputElement;
    const picked = new Set(this._picked);
    if (checked) {
      picked.add(value as Origin);
    } else {
      picked.delete(value as Origin);
    }
    this._picked = picked;
    this._problem = undefined;
  }

  async #onGoOn(): Promise<void> {
    const picked = [...this._picked].filter((origin) => !this.asked.includes(origin));
    if (picked.length === 0) {
      this._problem = 'none-picked';
      return;
    }
    this._problem = 'looking';
    this._found = await findChannels(picked);
    this._problem = undefined;
  }

  async #onConfirmed(): Promise<void> {
    const { context, cast, _found: to = [] } = this;
    const { id } = cast.request;
    const said = { text: tn('intention_cast_done', to.length) };
    if (await this.#acting.run(id, () => castRequest(context, { id, to }), said)) {
      this._picked = new Set();
    }
  }
}

customElements.define('sayso-cast', SaysoCast);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-cast': SaysoCast;
  }
}
