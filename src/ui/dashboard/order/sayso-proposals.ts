import { css, html, LitElement, nothing } from 'lit';
import { answerProposal, type ProposalRow, waitingProposals } from '../../../app/answer-proposal.ts';
import type { AppContext } from '../../../app/context.ts';
import { watch } from '../../../app/watch.ts';
import '../../components/sayso-notice.ts';
import '../../components/sayso-origin.ts';
import { formatMoment, formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { kindName } from '../../kind-name.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { Watched } from '../../watched.ts';
import { takeBack } from '../take-back.ts';
import { orderSums } from './order-sums.ts';

/** So many are shown; the others come when these are answered. */
const SHOWN = 20;

/**
 * What vendors would put into the person's data: an order, or that they own something. Nothing of it is theirs until they take it,
 * and no vendor learns whether they do.
 *
 * @fires {Told} told
 */
export class SaysoProposals extends LitElement {
  static override properties = {
    context: { attribute: false },
    _busy: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** The id of the one that is being answered. */
  declare _busy: string | undefined;
  declare _failure: unknown;

  readonly #waiting = new Watched<ProposalRow[]>(
    this,
    watch(() => waitingProposals(this.context, { limit: SHOWN })),
  );

  static override styles = [
    base,
    controls,
    css`
      section {
        margin-block-end: var(--sayso-gap-5);
        padding: var(--sayso-gap-4);
        border: 1px solid var(--sayso-line);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
      }

      li {
        padding-block: var(--sayso-gap-3);
      }

      li + li {
        border-block-start: 1px solid var(--sayso-line);
      }

      .sums {
        max-inline-size: 32rem;
      }

      .sums > div {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        gap: 0 var(--sayso-gap-4);
      }

      .sums dd {
        margin-inline-start: auto;
      }

      .row {
        margin-block-start: var(--sayso-gap-2);
      }
    `,
  ];

  constructor() {
    super();
    this._busy = undefined;
    this._failure = undefined;
  }

  protected override render() {
    const { value: waiting = [], failure } = this.#waiting;
    const wrong = this._failure ?? failure;
    if (waiting.length === 0 && wrong === undefined) {
      return nothing;
    }
    return html`<section aria-labelledby="proposals">
      <h2 id="proposals">${t('proposals_title')}</h2>
      <p class="quiet">${t('proposals_text')}</p>
      ${wrong === undefined ? nothing : html`<sayso-notice .failure=${wrong}></sayso-notice>`}
      <ul role="list">
        ${waiting.map((row) => this.#row(row))}
      </ul>
    </section>`;
  }

  #row(row: ProposalRow) {
    const { id, vendor, proposal, atMs } = row;
    const name = proposal.kind === 'order' ? proposal.order.number : proposal.name;
    const isBusy = this._busy !== undefined;
    const take = t(proposal.kind === 'order' ? 'proposals_take_order' : 'proposals_take_owned');
    return html`<li>
      <sayso-origin .origin=${vendor}></sayso-origin>
      <p class="small quiet">${formatTime(atMs)}</p>
      ${
        proposal.kind === 'order'
          ? html`<p>${t('proposals_order')} <bdi>${proposal.order.number}</bdi></p>
              ${orderSums(proposal.order)}`
          : html`<p>
              ${t('proposals_owned')} <strong><bdi>${proposal.name}</bdi></strong>
              ${proposal.brand === undefined ? nothing : html`<span>(<bdi>${proposal.brand}</bdi>)</span>`}
              <span class="quiet">(${kindName(proposal.itemKind)})</span>
              ${proposal.at === undefined ? nothing : t('proposals_since', formatMoment(proposal.at))}
            </p>`
      }
      <div class="row">
        <button
          type="button"
          class="take"
          aria-label="${take}: ${name}"
          ?disabled=${isBusy}
          @click=${() => this.#answer(id, true)}
        >
          ${take}
        </button>
        <button
          type="button"
          class="leave"
          aria-label="${t('proposals_refuse')}: ${name}"
          ?disabled=${isBusy}
          @click=${() => this.#answer(id, false)}
        >
          ${t('proposals_refuse')}
        </button>
      </div>
    </li>`;
  }

  async #answer(id: string, isTaken: boolean): Promise<void> {
    this._busy = id;
    this._failure = undefined;
    try {
      const { journalId } = await answerProposal(this.context, { id, isTaken });
      tell(this, {
        text: t(isTaken ? 'proposals_taken' : 'proposals_refused'),
        undo: () => takeBack(this.context, { journalIds: [journalId] }),
      });
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._busy = undefined;
    }
  }
}

customElements.define('sayso-proposals', SaysoProposals);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-proposals': SaysoProposals;
  }
}
