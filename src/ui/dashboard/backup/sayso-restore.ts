import { css, html, LitElement, nothing } from 'lit';
import type { AppContext } from '../../../app/context.ts';
import { openBackupFile, type OpenedFile } from '../../../app/open-backup-file.ts';
import { previewRestore, type RestorePreview } from '../../../app/preview-restore.ts';
import { newRecordId } from '../../../domain/ids.ts';
import '../../components/sayso-notice.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { keepFocus } from '../../keep-focus.ts';
import { tell } from '../../tell.ts';
import type { ImportProgress } from '../import/import-wire.ts';
import { type Importer, ImporterLink } from '../import/importer-link.ts';
import { undoBeside } from '../import/undo-beside.ts';
import '../under-way/sayso-work-progress.ts';
import '../under-way/sayso-work-told.ts';
import { tellProgress } from '../under-way/tell-progress.ts';
import { whileWriting } from '../under-way/while-writing.ts';
import { problemList } from './problem-list.ts';
import { restoreBeside } from './restore-beside.ts';
import { changesNothing, restorePreview, restorePreviewStyle } from './restore-preview.ts';

interface Chosen {
  readonly file: File;
  /** Of a sealed one, once it was typed. */
  readonly passphrase?: string;
}

/**
 * Brings a copy back: a file is dropped or chosen, looked at, and only then taken.
 *
 * @fires {Told} told
 */
export class SaysoRestore extends LitElement {
  static override properties = {
    context: { attribute: false },
    makeImporter: { attribute: false },
    _chosen: { state: true },
    _opened: { state: true },
    _preview: { state: true },
    _isBusy: { state: true },
    _isWriting: { state: true },
    _isOver: { state: true },
    _failure: { state: true },
  };

  declare context: AppContext;
  /** Of what restores, and takes back. */
  declare makeImporter: (onProgress: (progress: ImportProgress) => void) => Importer;
  declare _chosen: Chosen | undefined;
  declare _opened: OpenedFile | undefined;
  declare _preview: RestorePreview | undefined;
  declare _isBusy: boolean;
  /** The file is being taken. */
  declare _isWriting: boolean;
  /** A file is held over it. */
  declare _isOver: boolean;
  declare _failure: unknown;

  static override styles = [
    base,
    controls,
    restorePreviewStyle,
    css`
      .drop {
        display: grid;
        gap: var(--sayso-gap-2);
        padding: var(--sayso-gap-5) var(--sayso-gap-4);
        border: 2px dashed var(--sayso-edge);
        border-radius: var(--sayso-radius);
      }

      .drop.over {
        border-color: var(--sayso-accent);
        background: var(--sayso-accent-ground);
      }

      ul {
        padding-inline-start: var(--sayso-gap-5);
      }

      form {
        display: grid;
        gap: var(--sayso-gap-3);
        max-inline-size: 26rem;
      }

      form button {
        justify-self: start;
      }
    `,
  ];

  constructor() {
    super();
    this.makeImporter = (onProgress) => new ImporterLink(onProgress);
    this._chosen = undefined;
    this._opened = undefined;
    this._preview = undefined;
    this._isBusy = false;
    this._isWriting = false;
    this._isOver = false;
    this._failure = undefined;
  }

  protected override render() {
    return html`<div class="stack">
      <h2 tabindex="-1">${t('restore_title')}</h2>
      <p>${t('restore_text')}</p>
      <sayso-work-told work="restore" .context=${this.context} .isWriting=${this._isWriting}></sayso-work-told>
      <div
        class=${this._isOver ? 'drop over' : 'drop'}
        @dragover=${this.#onOver}
        @dragleave=${() => this.#setOver(false)}
        @drop=${this.#onDrop}
      >
        <label for="file">${t('restore_file')}</label>
        <input id="file" type="file" accept=".gz,.jsonl,.sayso" ?disabled=${this._isBusy} @change=${this.#onChosen} />
      </div>
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      <p role="status">${this._isBusy && !this._isWriting ? t('common_loading') : ''}</p>
      <sayso-work-progress work="restore"></sayso-work-progress>
      ${this._opened ? this.#outcome(this._opened) : nothing}
    </div>`;
  }

  #outcome(opened: OpenedFile) {
    switch (opened.outcome) {
      case 'needs-passphrase':
      case 'wrong-passphrase':
        return this.#passphrase(opened.outcome === 'wrong-passphrase');
      case 'problems':
        return problemList(opened.problems, opened.problemCount);
      case 'read':
        return this._preview && this._chosen ? this.#confirm(this._chosen, this._preview) : nothing;
    }
  }

  #passphrase(isWrong: boolean) {
    return html`<form @submit=${this.#onPassphrase}>
      ${isWrong ? html`<sayso-notice kind="error">${t('restore_passphrase_wrong')}</sayso-notice>` : nothing}
      <div class="field">
        <label for="passphrase">${t('restore_passphrase')}</label>
        <input id="passphrase" type="password" autocomplete="off" />
      </div>
      <button type="submit" ?disabled=${this._isBusy}>${t('restore_open')}</button>
    </form>`;
  }

  #confirm(chosen: Chosen, preview: RestorePreview) {
    return html`
      ${restorePreview(preview)}
      <div class="row">
        ${
          changesNothing(preview)
            ? nothing
            : html`<button
                type="button"
                id="restore"
                class="danger"
                ?disabled=${this._isBusy}
                @click=${() => this.#restore(chosen)}
              >
                ${t(preview.problems.length > 0 ? 'restore_anyway' : 'restore_do')}
              </button>`
        }
        <button type="button" ?disabled=${this._isBusy} @click=${this.#onCancel}>
          ${t(changesNothing(preview) ? 'common_close' : 'common_cancel')}
        </button>
      </div>
    `;
  }

  #onChosen({ target }: Event): void {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) {
      void this.#open(file);
    }
  }

  #onOver(event: DragEvent): void {
    event.preventDefault();
    this.#setOver(true);
  }

  #onDrop(event: DragEvent): void {
    event.preventDefault();
    this.#setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file && !this._isBusy) {
      void this.#open(file);
    }
  }

  #setOver(isOver: boolean): void {
    this._isOver = isOver;
  }

  #onPassphrase(event: Event): void {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('#passphrase');
    if (this._chosen && field) {
      void this.#open(this._chosen.file, field.value);
    }
  }

  #open(file: File, passphrase?: string): Promise<void> {
    const chosen = { file, ...(passphrase !== undefined && { passphrase }) };
    this._chosen = chosen;
    return this.#run(async () => {
      this._preview = undefined;
      const opened = await openBackupFile(file, chosen);
      this._preview = opened.outcome === 'read' ? await previewRestore(this.context, opened.file) : undefined;
      this._opened = opened;
    });
  }

  #restore(chosen: Chosen): Promise<void> {
    const isWanted = (this._preview?.problems.length ?? 0) > 0;
    return this.#run(async () => {
      const journalId = newRecordId(Date.now());
      const mark = { id: journalId, files: [chosen.file.name] };
      this._isWriting = true;
      try {
        await whileWriting('restore', mark, new AbortController().signal, () =>
          restoreBeside({ ...chosen, isWanted, journalId }, this.makeImporter(tellProgress('restore'))),
        );
      } finally {
        this._isWriting = false;
      }
      this.#forget();
      tell(this, {
        text: t('restore_done'),
        undo: () => undoBeside(journalId, { importer: this.makeImporter(tellProgress('undo')) }),
      });
    });
  }

  #onCancel(): void {
    this.#forget();
    void keepFocus(this, () => this.#whatCame);
  }

  #forget(): void {
    this._chosen = undefined;
    this._opened = undefined;
    this._preview = undefined;
    const input = this.renderRoot.querySelector<HTMLInputElement>('#file');
    if (input) {
      input.value = '';
    }
  }

  async #run(work: () => Promise<void>): Promise<void> {
    const hadFocus = (this.shadowRoot?.activeElement ?? null) !== null;
    this._isBusy = true;
    this._failure = undefined;
    try {
      await work();
    } catch (thrown) {
      this._failure = thrown;
    } finally {
      this._isBusy = false;
      if (hadFocus) {
        await keepFocus(this, () => this.#whatCame);
      }
    }
  }

  /** What had the focus rested meanwhile, or is gone: what came of it takes the focus. */
  get #whatCame(): HTMLElement | null {
    return (
      this.renderRoot.querySelector<HTMLElement>('#passphrase, #preview, #problems') ??
      this.renderRoot.querySelector('h2')
    );
  }
}

customElements.define('sayso-restore', SaysoRestore);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-restore': SaysoRestore;
  }
}
