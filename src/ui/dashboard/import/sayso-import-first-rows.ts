import { css, html, LitElement, nothing } from 'lit';
import type { PreviewFile } from '../../../app/preview-files.ts';
import type { PreviewRow } from '../../../app/preview-import.ts';
import { t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import { countTexts } from './import-words.ts';
import './sayso-import-row.ts';

const STATE_MARKS = {
  added: 'import_state_new_mark',
  joined: 'import_state_joined_mark',
  changed: 'import_state_changed_mark',
  same: 'import_state_same_mark',
} as const;

/** More files than these are named in the list of files alone. */
const SHOWN = 50;

/** The first rows of an import as they will be; of several files under the name of each, with what it has by itself. */
export class SaysoImportFirstRows extends LitElement {
  static override properties = { files: { attribute: false }, rows: { attribute: false } };

  declare files: readonly PreviewFile[];
  declare rows: readonly PreviewRow[];

  static override styles = [
    base,
    controls,
    css`
      summary {
        font-weight: 550;
      }

      section {
        margin-block-start: var(--sayso-gap-4);
      }

      h3 {
        font-size: inherit;
      }

      /* Names of things stand as bold as names of files. */
      section .rows {
        padding-inline-start: var(--sayso-gap-4);
      }

      .rows {
        margin-block-start: var(--sayso-gap-1);
      }

      .rows > li {
        border-block-end: 1px solid var(--sayso-line);
      }
    `,
  ];

  protected override render() {
    const { files, rows } = this;
    if (files.length <= 1) {
      return rows.length === 0
        ? nothing
        : html`<details open>
            <summary>${t('import_preview_rows')}</summary>
            ${this.#rows(rows)}
          </details>`;
    }
    const more = files.length - SHOWN;
    return html`<details open>
      <summary>${t('import_preview_files')}</summary>
      ${files.slice(0, SHOWN).map((file) => this.#file(file))}
      ${more > 0 ? html`<p class="quiet">${tn('import_files_more', more)}</p>` : nothing}
    </details>`;
  }

  #file(file: PreviewFile) {
    const rows = this.rows.filter((row) => row.file === file.file);
    const texts = [
      tn('import_rows', file.rows),
      ...countTexts(file),
      ...(file.skipped === 0 ? [] : [tn('import_unread', file.skipped)]),
    ];
    return html`<section>
      <h3><bdi>${file.path}</bdi></h3>
      <p class="small quiet">${texts.join(' · ')}</p>
      ${rows.length === 0 ? nothing : this.#rows(rows)}
    </section>`;
  }

  #rows(rows: readonly PreviewRow[]) {
    return html`<ul class="rows" role="list">
      ${rows.map(
        ({ thing, state, here }) => html`<li>
          <sayso-import-row
            .facts=${thing.facts}
            .content=${thing.content}
            .old=${here}
            note=${t(STATE_MARKS[state])}
          ></sayso-import-row>
        </li>`,
      )}
    </ul>`;
  }
}

customElements.define('sayso-import-first-rows', SaysoImportFirstRows);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-first-rows': SaysoImportFirstRows;
  }
}
