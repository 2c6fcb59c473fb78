import { css, html, LitElement, nothing } from 'lit';
import { unreadReport } from '../../../app/import-report.ts';
import type { Reason } from '../../../app/import-types.ts';
import type { PastImport } from '../../../app/list-imports.ts';
import { download } from '../../download.ts';
import { formatNumber } from '../../format.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { reasonText, unreadTitles } from './import-words.ts';

/** The rows of an import of before that were not taken, as far as it remembers them: shown when asked for, and as a file. */
export class SaysoPastUnread extends LitElement {
  static override properties = { past: { attribute: false }, _isOpen: { state: true } };

  declare past: PastImport;
  declare _isOpen: boolean;

  static override styles = [
    base,
    controls,
    css`
      summary {
        min-block-size: 1.5rem;
      }

      ol {
        margin-block: var(--sayso-gap-2);
      }

      li {
        padding-block: var(--sayso-gap-1);
        border-block-end: 1px solid var(--sayso-line);
        overflow-wrap: anywhere;
      }
    `,
  ];

  constructor() {
    super();
    this._isOpen = false;
  }

  protected override render() {
    const { unread = [], counts } = this.past;
    if (counts.skipped === 0) {
      return nothing;
    }
    const told = tn('import_skipped', counts.skipped);
    if (unread.length === 0) {
      return html`<p class="small quiet">${told}</p>`;
    }
    const isAll = new Set(unread.map(({ file, line }) => `${file}:${line}`)).size >= counts.skipped;
    return html`<details class="small" @toggle=${this.#onToggle}>
      <summary>${told}</summary>
      ${
        this._isOpen
          ? html`
              <ol role="list">
                ${unread.map(({ file, line, column, reason }) => {
                  const { path, why } = this.#told(file, reason);
                  return html`<li>
                    <p class="quiet">
                      <bdi>${path}</bdi> · ${t('import_past_unread_line', formatNumber(line))}${
                        column === undefined ? nothing : html` · <bdi>${column}</bdi>`
                      }
                    </p>
                    <p>${why}</p>
                  </li>`;
                })}
              </ol>
              ${isAll ? nothing : html`<p class="quiet">${t('import_past_unread_first', formatNumber(unread.length))}</p>`}
              <p><button type="button" @click=${this.#save}>${t('import_unread_save')}</button></p>
            `
          : nothing
      }
    </details>`;
  }

  /** A reason of a later version has no text here: it stands for itself. */
  #told(file: number, reason: string): { path: string; why: string } {
    return { path: this.past.files[file] ?? '', why: reasonText(reason as Reason, true) || reason };
  }

  #onToggle({ target }: Event): void {
    this._isOpen = (target as HTMLDetailsElement).open;
  }

  #save(): void {
    const { file: path, line, column, why } = unreadTitles();
    const rows = (this.past.unread ?? []).map((row) => ({ ...row, ...this.#told(row.file, row.reason) }));
    const text = unreadReport(rows, [path, line, column, why]);
    download(t('import_unread_file_name'), new Blob([text], { type: 'text/csv' }));
  }
}

customElements.define('sayso-past-unread', SaysoPastUnread);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-past-unread': SaysoPastUnread;
  }
}
