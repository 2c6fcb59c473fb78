import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SessionFile } from '../../../app/session-file.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { ImportDesk } from './import-desk.ts';
import './sayso-import-file.ts';

/** More files than these are shown when they are asked for: a folder may hold thousands. */
const SHOWN = 50;

/** The files of an import, what each is, and what is asked about it. */
export class SaysoImportFiles extends LitElement {
  static override properties = {
    desk: { attribute: false },
    files: { attribute: false },
    _isWhole: { state: true },
  };

  declare desk: ImportDesk;
  declare files: readonly SessionFile[];
  declare _isWhole: boolean;

  static override styles = [
    base,
    controls,
    css`
      li {
        border-block-end: 1px solid var(--sayso-line);
      }
    `,
  ];

  constructor() {
    super();
    this._isWhole = false;
  }

  protected override render() {
    const files = this.files.filter(({ problem }) => problem?.id !== 'ignored');
    const ignored = this.files.length - files.length;
    const shown = this._isWhole ? files : files.slice(0, SHOWN);
    return html`
      <h2>${t('import_files')}</h2>
      <ul role="list">
        ${repeat(
          shown,
          ({ index }) => index,
          (file) => html`<li><sayso-import-file .desk=${this.desk} .file=${file}></sayso-import-file></li>`,
        )}
      </ul>
      ${ignored === 0 ? nothing : html`<p class="small quiet">${tn('import_files_ignored', ignored)}</p>`}
      ${
        shown.length === files.length
          ? nothing
          : html`<p class="row">
              <span class="quiet">${tn('import_files_more', files.length - shown.length)}</span>
              <button type="button" @click=${() => (this._isWhole = true)}>${t('import_files_show_all')}</button>
            </p>`
      }
    `;
  }
}

customElements.define('sayso-import-files', SaysoImportFiles);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-files': SaysoImportFiles;
  }
}
