import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { discardRequest } from '../../../app/discard-request.ts';
import { endRequest } from '../../../app/end-request.ts';
import { extendRequest } from '../../../app/extend-request.ts';
import { requestFile } from '../../../app/request-file.ts';
import type { CastRequest } from '../../../domain/cast-request.ts';
import { download } from '../../download.ts';
import { formatTime } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { hashOf } from '../route.ts';
import '../sites/sayso-confirm.ts';
import { takeBack } from '../take-back.ts';
import { Acting } from './acting.ts';
import { askAgain } from './ask-again.ts';
import { laterEnds } from './later-ends.ts';

/**
 * What the person can do with a request as a whole: change it, give it more time, withdraw it, close it, throw a draft away,
 * begin again what is over, print its story, save it as UBL.
 *
 * @fires {Told} told
 */
export class SaysoRequestActs extends LitElement {
  static override properties = {
    context: { attribute: false },
    cast: { attribute: false },
    _ending: { state: true },
  };

  declare context: AppContext;
  declare cast: CastRequest;
  /** What the person is being asked about before it is done. */
  declare _ending: 'withdrawn' | 'closed' | undefined;

  readonly #acting = new Acting(this);

  static override styles = [
    base,
    controls,
    css`
      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--sayso-gap-2);
      }

      select {
        inline-size: auto;
        max-inline-size: 100%;
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
    this._ending = undefined;
  }

  protected override render() {
    const { phase, request } = this.cast;
    const isBusy = this.#acting.isBusy;
    return html`
      <div class="acts">
        ${
          phase.kind === 'draft' || phase.kind === 'open'
            ? html`<a class="button" id="edit" href=${hashOf('intentions', request.id, 'edit')}>${t('common_edit')}</a>`
            : nothing
        }
        ${
          phase.kind === 'draft'
            ? html`<button type="button" class="danger" id="discard" ?disabled=${isBusy} @click=${this.#onDiscard}>
                ${t('intention_discard')}
              </button>`
            : nothing
        }
        ${phase.kind === 'open' ? this.#open(isBusy) : nothing}
        ${
          phase.kind === 'ended'
            ? html`<button type="button" id="again" ?disabled=${isBusy} @click=${this.#onAgain}>${t('intention_again')}</button>`
            : nothing
        }
        <button type="button" id="print" @click=${() => window.print()}>${t('intention_print')}</button>
        <button type="button" id="ubl" ?disabled=${request.lines.length === 0} @click=${this.#onUbl}>${t('compare_ubl')}</button>
      </div>
      ${this.#acting.notice()} ${this.#confirm()}
    `;
  }

  #open(isBusy: boolean) {
    const ends = laterEnds(this.cast.request.lapsesAtMs, this.context.clock.nowMs());
    return html`
      <select id="until" aria-label=${t('intention_extend_label')}>
        ${ends.map(({ days, lapsesAtMs }) => html`<option value=${lapsesAtMs}>${tn('intention_extend_by', days)}</option>`)}
      </select>
      <button type="button" id="extend" ?disabled=${isBusy} @click=${this.#onExtend}>${t('intention_extend')}</button>
      <button type="button" id="close" ?disabled=${isBusy} @click=${() => (this._ending = 'closed')}>${t('intention_close')}</button>
      <button type="button" class="danger" id="withdraw" ?disabled=${isBusy} @click=${() => (this._ending = 'withdrawn')}>
        ${t('intention_withdraw')}
      </button>
    `;
  }

  #confirm() {
    const { _ending: as } = this;
    return as === undefined
      ? nothing
      : html`<sayso-confirm
          heading=${t(`intention_${as}_confirm`)}
          text=${t(`intention_${as}_text`)}
          act=${t(as === 'closed' ? 'intention_close' : 'intention_withdraw')}
          @confirmed=${() => void this.#end(as)}
          @dialog-closed=${() => (this._ending = undefined)}
        ></sayso-confirm>`;
  }

  #onUbl(): void {
    const file = requestFile(this.context, this.cast.request);
    if (file) {
      download(file.name, new Blob([file.text], { type: 'application/xml' }));
    }
  }

  async #end(as: 'withdrawn' | 'closed'): Promise<void> {
    const { context, cast } = this;
    const { id } = cast.request;
    await this.#acting.run(id, () => endRequest(context, { id, as }), { text: t(`intention_phase_${as}`) });
  }

  async #onExtend(): Promise<void> {
    const { context, cast } = this;
    const { id } = cast.request;
    const lapsesAtMs = Number(this.renderRoot.querySelector('select')?.value);
    await this.#acting.run(id, () => extendRequest(context, { id, lapsesAtMs }), {
      text: t('intention_phase_open', formatTime(lapsesAtMs)),
    });
  }

  async #onDiscard(): Promise<void> {
    const { context, cast } = this;
    const { id } = cast.request;
    await this.#acting.run(id, async () => {
      const { journalId } = await discardRequest(context, { id });
      tell(this, { text: t('intention_discarded'), undo: () => takeBack(context, { journalIds: [journalId] }) });
      window.location.hash = hashOf('intentions');
      return {};
    });
  }

  async #onAgain(): Promise<void> {
    const { context, cast } = this;
    await this.#acting.run(cast.request.id, () => askAgain(this, context, cast.request));
  }
}

customElements.define('sayso-request-acts', SaysoRequestActs);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-request-acts': SaysoRequestActs;
  }
}
