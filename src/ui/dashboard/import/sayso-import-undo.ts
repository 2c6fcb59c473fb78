import { css, html, LitElement, nothing } from 'lit';
import type { PastImport } from '../../../app/list-imports.ts';
import '../../components/sayso-notice.ts';
import { isolated, t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { tell } from '../../tell.ts';
import { properSourceName } from '../ratings/source-name.ts';
import { filesText } from './import-words.ts';
import { isUndone } from './is-undone.ts';
import { undoneText } from '../undone-text.ts';
import { undoBeside } from './undo-beside.ts';

/**
 * The button that undoes an import or does it again, and what it says meanwhile.
 *
 * @fires {Told} told
 */
export class SaysoImportUndo extends LitElement {
  static override properties = {
    past: { attribute: false },
    _busy: { state: true },
    _failure: { state: true },
  };

  declare past: PastImport;
  /** What is being done at the moment. */
  declare _busy: 'undoing' | 'redoing' | undefined;
  declare _failure: unknown;

  static override styles = [
    base,
    controls,
    css`
      :host {
        max-inline-size: 100%;
      }

      /* What went wrong is read under the button, in lines as wide as there is room, not squeezed beside what it belongs to. */
      sayso-notice {
        display: block;
        max-inline-size: 32rem;
        margin-block-start: var(--sayso-gap-2);
      }

      .busy {
        display: grid;
        gap: var(--sayso-gap-1);
        max-inline-size: 24rem;
      }

      progress {
        inline-size: 100%;
        accent-color: var(--sayso-accent);
      }
    `,
  ];

  constructor() {
    super();
    this._busy = undefined;
    this._failure = undefined;
  }

  protected override render() {
    return html`
      <div role="status" class=${this._busy ? 'busy' : ''}>
        ${
          this._busy === undefined
            ? nothing
            : html`<p class="small">${t(`import_past_${this._busy}`)}</p>
                <progress aria-label=${t(`import_past_${this._busy}`)}></progress>`
        }
      </div>
      ${this._busy === undefined ? this.#button() : nothing}
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
    `;
  }

  #button() {
    const { state, files, sources } = this.past;
    const name = [sources.map(properSourceName).join(', '), filesText(files)].filter((text) => text !== '').join(', ');
    switch (state) {
      case 'nothing':
        return nothing;
      case 'past':
        return html`<p class="small quiet">${t(isUndone(this.past) ? 'import_past_over_undone' : 'import_past_over')}</p>`;
      case 'brought':
        return html`<p class="small quiet">${t(isUndone(this.past) ? 'import_past_brought_undone' : 'import_past_brought')}</p>`;
      case 'gone':
        return html`<p class="small quiet">${t('import_past_gone_text')}</p>`;
      case 'standing':
        return html`<button type="button" aria-label=${t('import_past_undo', isolated(name))} @click=${this.#press}>
          ${t('common_undo')}
        </button>`;
      case 'undone':
        return html`<button type="button" aria-label=${t('import_past_redo', isolated(name))} @click=${this.#press}>
          ${t('import_past_redo_short')}
        </button>`;
    }
  }

  async #press(): Promise<void> {
    const { undoId, state, files } = this.past;
    if (undoId === undefined) {
      return;
    }
    this._failure = undefined;
    this._busy = state === 'standing' ? 'undoing' : 'redoing';
    try {
      const undone = await undoBeside(undoId, { files, isAgain: state === 'undone' });
      const text = state === 'standing' ? t('import_past_is_undone') : t('import_past_is_redone');
      tell(this, { text: undoneText(undone, text, 'import_past_kept') });
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._busy = undefined;
      await this.updateComplete;
      // The button that was pressed was away meanwhile, and the focus with it.
      this.renderRoot.querySelector('button')?.focus();
    }
  }
}

customElements.define('sayso-import-undo', SaysoImportUndo);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-undo': SaysoImportUndo;
  }
}
