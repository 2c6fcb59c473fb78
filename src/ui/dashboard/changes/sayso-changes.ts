import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AppContext } from '../../../app/context.ts';
import { type ChangeEntry, listChanges } from '../../../app/list-changes.ts';
import { type Watch, watch } from '../../../app/watch.ts';
import { whatBlocks } from '../../../app/what-blocks.ts';
import { AppError } from '../../../domain/errors.ts';
import type { Origin } from '../../../domain/ids.ts';
import '../../components/sayso-empty.ts';
import '../../components/sayso-notice.ts';
import { formatTime } from '../../format.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { Watched } from '../../watched.ts';
import { Heading } from '../heading.ts';
import { HOW } from '../how.ts';
import { takeBack } from '../take-back.ts';
import { undoneText } from '../undone-text.ts';
import { changeDetails } from './change-details.ts';
import { changeTitle } from './change-title.ts';

/** How many more changes each press shows. */
const STEP = 50;

/**
 * What changed in the person's data, each to be taken back. Taking back is itself a change, and can be taken back.
 *
 * @fires {Told} told
 */
export class SaysoChanges extends LitElement {
  static override properties = {
    context: { attribute: false },
    _limit: { state: true },
    _busy: { state: true },
    _failure: { state: true },
    _blocks: { state: true },
  };

  declare context: AppContext;
  declare _limit: number;
  /** The change that is being taken back. */
  declare _busy: ChangeEntry['id'] | undefined;
  declare _failure: unknown;
  /** What has to be taken back before the change that was pressed last. */
  declare _blocks: ChangeEntry | undefined;

  readonly #changes = new Watched<ChangeEntry[]>(this, (onValue, onError) => this.#watch()(onValue, onError));

  static override styles = [
    base,
    controls,
    css`
      .intro {
        max-inline-size: 44rem;
        margin-block: var(--sayso-gap-2) var(--sayso-gap-4);
      }

      ol {
        margin-block-end: var(--sayso-gap-4);
      }

      li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--sayso-gap-2) var(--sayso-gap-4);
        min-block-size: 4rem;
        padding-block: var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
      }

      li > div {
        flex: 1 1 16rem;
        min-inline-size: 0;
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this._limit = STEP;
    this._busy = undefined;
    this._failure = undefined;
    this._blocks = undefined;
    new Heading(this, () => t('dashboard_section_changes'));
  }

  protected override render() {
    const { value: changes } = this.#changes;
    const failure = this._failure ?? this.#changes.failure;
    return html`
      <h1 tabindex="-1">${t('dashboard_section_changes')}</h1>
      <p class="intro quiet">${t('dashboard_changes_intro')}</p>
      ${this.#trouble(failure)}
      ${changes ? this.#content(changes) : html`<p class="quiet">${failure === undefined ? t('common_loading') : ''}</p>`}
    `;
  }

  #trouble(failure: unknown) {
    const blocks = this._blocks;
    if (blocks) {
      const text = t('dashboard_changes_blocked', changeTitle(blocks), formatTime(blocks.atMs));
      return html`<sayso-notice kind="error">${text}</sayso-notice>`;
    }
    if (isRefused(failure)) {
      return html`<sayso-notice kind="error">${t('dashboard_changes_stuck')}</sayso-notice>`;
    }
    return failure === undefined ? nothing : html`<sayso-notice .failure=${failure}></sayso-notice>`;
  }

  #content(changes: readonly ChangeEntry[]) {
    if (changes.length === 0) {
      return html`<sayso-empty heading=${t('dashboard_changes_empty_title')}>
        ${t('dashboard_changes_empty_text')}
        <a slot="actions" class="button" href=${HOW}>${t('dashboard_how')}</a>
      </sayso-empty>`;
    }
    return html`
      <ol role="list" aria-label=${t('dashboard_section_changes')}>
        ${repeat(
          changes,
          ({ id }) => id,
          (change) => this.#change(change),
        )}
      </ol>
      ${
        changes.length < this._limit
          ? nothing
          : html`<button type="button" @click=${this.#showOlder}>${t('dashboard_changes_more')}</button>`
      }
    `;
  }

  #change(change: ChangeEntry) {
    const title = changeTitle(change);
    const details = change.told === undefined ? [] : changeDetails(change.told);
    const when = formatTime(change.atMs);
    return html`<li>
      <div>
        <p>${title}</p>
        ${details.length === 0 ? nothing : html`<p class="small">${details.join(' · ')}</p>`}
        <p class="small quiet">${when}</p>
      </div>
      ${
        change.isUndone || change.isOfNothing
          ? html`<span class="small quiet"
              >${t(change.isUndone ? 'dashboard_changes_undone' : 'dashboard_changes_nothing')}</span
            >`
          : html`<button
              type="button"
              aria-label=${t('dashboard_changes_undo', `${title}, ${when}`)}
              ?disabled=${this._busy === change.id}
              @click=${() => this.#takeBack(change)}
            >
              ${t('common_undo')}
            </button>`
      }
    </li>`;
  }

  #watch(): Watch<ChangeEntry[]> {
    const limit = this._limit;
    return watch(() => listChanges(this.context, { limit }));
  }

  #showOlder(): void {
    this._limit += STEP;
    this.#changes.rewatch(this.#watch());
  }

  async #takeBack({ id, names }: ChangeEntry): Promise<void> {
    this._busy = id;
    try {
      this._failure = undefined;
      this._blocks = undefined;
      const sites = names.filter((named) => named.kind === 'site');
      const origins = sites.map(({ name }) => name as Origin);
      const chosen = sites.filter(({ wasChosen }) => wasChosen).map(({ name }) => name as Origin);
      const undone = await takeBack(this.context, { journalIds: [id], origins, chosen });
      tell(this, { text: undoneText(undone, t('common_undone'), 'dashboard_changes_kept') });
      // The button that was pressed is gone: what it belonged to says so now.
      this.renderRoot.querySelector('h1')?.focus();
    } catch (thrown) {
      this._blocks = isRefused(thrown) ? await whatBlocks(this.context, { journalId: id }) : undefined;
      this._failure = thrown;
    } finally {
      this._busy = undefined;
    }
  }
}

/** Something has changed the same since. */
function isRefused(thrown: unknown): boolean {
  return thrown instanceof AppError && thrown.code === 'conflict';
}

customElements.define('sayso-changes', SaysoChanges);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-changes': SaysoChanges;
  }
}
