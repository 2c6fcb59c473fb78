import { css, html, LitElement, nothing } from 'lit';
import type { DroppedFile } from '../../../app/import-types.ts';
import { t } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { chosenFiles, droppedFiles } from './dropped-files.ts';

/** What the person handed over; empty when there was no file in it. */
export type FilesDropped = CustomEvent<{ readonly files: readonly DroppedFile[] }>;

/**
 * Takes files: dropped anywhere on the page, or chosen.
 *
 * @fires {FilesDropped} files-dropped
 */
export class SaysoImportDrop extends LitElement {
  static override properties = { disabled: { type: Boolean }, _isOver: { state: true } };

  /** While what was dropped before is still being read or written. */
  declare disabled: boolean;
  declare _isOver: boolean;

  static override styles = [
    base,
    controls,
    css`
      .area {
        display: grid;
        justify-items: center;
        gap: var(--sayso-gap-3);
        padding: var(--sayso-gap-5) var(--sayso-gap-4);
        border: 2px dashed var(--sayso-edge);
        border-radius: var(--sayso-radius);
        background: var(--sayso-raised);
        text-align: center;
      }

      .area.over {
        border-style: solid;
        border-color: var(--sayso-accent);
        background: var(--sayso-accent-ground);
      }

      .row {
        justify-content: center;
      }
    `,
  ];

  constructor() {
    super();
    this.disabled = false;
    this._isOver = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragover', this.#onOver);
    window.addEventListener('dragleave', this.#onLeave);
    window.addEventListener('drop', this.#onDrop);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('dragover', this.#onOver);
    window.removeEventListener('dragleave', this.#onLeave);
    window.removeEventListener('drop', this.#onDrop);
    super.disconnectedCallback();
  }

  protected override render() {
    return html`
      <div class="area ${this._isOver ? 'over' : ''}">
        <p>${this._isOver ? t('import_drop_now') : t('import_drop')}</p>
        <div class="row">
          <button type="button" class="primary" ?disabled=${this.disabled} @click=${() => this.#choose('#files')}>
            ${t('import_choose_files')}
          </button>
          <button type="button" ?disabled=${this.disabled} @click=${() => this.#choose('#folder')}>
            ${t('import_choose_folder')}
          </button>
        </div>
        ${this.#field('files', false)} ${this.#field('folder', true)}
      </div>
    `;
  }

  /** The browser's own button says nothing of ours, so it is pressed by one that does. */
  #field(id: string, isFolder: boolean) {
    return html`<input
      hidden
      id=${id}
      type="file"
      multiple
      aria-label=${isFolder ? t('import_choose_folder') : t('import_choose_files')}
      webkitdirectory=${isFolder ? '' : nothing}
      @change=${this.#onChosen}
    />`;
  }

  #choose(field: string): void {
    this.renderRoot.querySelector<HTMLInputElement>(field)?.click();
  }

  #onChosen({ currentTarget }: Event): void {
    const field = currentTarget as HTMLInputElement;
    const files = chosenFiles(field.files ?? []);
    // So that the same file can be chosen again.
    field.value = '';
    this.#tell(files);
  }

  readonly #onOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) {
      return;
    }
    // Else the browser would leave the page and show the file.
    event.preventDefault();
    event.dataTransfer.dropEffect = this.disabled ? 'none' : 'copy';
    this._isOver = !this.disabled;
  };

  readonly #onLeave = (event: DragEvent): void => {
    // From one element to another is not out of the window.
    if (event.relatedTarget === null) {
      this._isOver = false;
    }
  };

  readonly #onDrop = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files') !== true) {
      return;
    }
    event.preventDefault();
    this._isOver = false;
    if (!this.disabled) {
      // A file that has gone meanwhile is as good as none.
      void droppedFiles(event.dataTransfer).then(
        (files) => this.#tell(files),
        () => this.#tell([]),
      );
    }
  };

  #tell(files: readonly DroppedFile[]): void {
    const event: FilesDropped = new CustomEvent('files-dropped', { detail: { files } });
    this.dispatchEvent(event);
  }
}

customElements.define('sayso-import-drop', SaysoImportDrop);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-drop': SaysoImportDrop;
  }
}
