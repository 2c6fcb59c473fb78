import { css, html, LitElement, nothing } from 'lit';
import { otherRow } from '../../../app/import-report.ts';
import type { SessionPreview } from '../../../app/import-session.ts';
import '../../components/sayso-notice.ts';
import { download } from '../../download.ts';
import { formatNumber } from '../../format.ts';
import { isolated, t, tn } from '../../i18n.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { ImportDesk } from './import-desk.ts';
import { overText, reasonText, unreadTitles } from './import-words.ts';

/**
 * Which rows of the files are not taken, and which are taken but not with everything that stands there: how many for which
 * reason, row by row, and all of it as a file.
 */
export class SaysoImportUnread extends LitElement {
  static override properties = {
    desk: { attribute: false },
    preview: { attribute: false },
    hasLost: { attribute: false },
    _failure: { state: true },
  };

  declare desk: ImportDesk;
  declare preview: SessionPreview;
  /** There are files that could not be read: the list to keep names them, too. */
  declare hasLost: boolean;
  declare _failure: unknown;

  constructor() {
    super();
    this.hasLost = false;
  }

  static override styles = [
    base,
    controls,
    css`
      section {
        margin-block-end: var(--sayso-gap-4);
      }

      ul {
        padding-inline-start: var(--sayso-gap-5);
        margin-block: var(--sayso-gap-2);
      }

      table {
        inline-size: 100%;
        margin-block: var(--sayso-gap-2);
        border-collapse: collapse;
        font-size: var(--sayso-small);
      }

      th,
      td {
        padding: var(--sayso-gap-1) var(--sayso-gap-2);
        border-block-end: 1px solid var(--sayso-line);
        text-align: start;
        vertical-align: top;
      }

      th {
        overflow-wrap: normal;
      }

      td:first-child,
      td:nth-child(4) {
        max-inline-size: 14rem;
      }

      /* Where five columns have no room, a row stands under the other. */
      @media (max-width: 48rem) {
        thead {
          position: absolute;
          clip-path: inset(50%);
        }

        tr,
        td {
          display: block;
        }

        tr {
          padding-block: var(--sayso-gap-2);
          border-block-end: 1px solid var(--sayso-line);
        }

        td {
          max-inline-size: none !important;
          padding: 0;
          border: 0;
        }

        td::before {
          content: attr(data-title) ': ';
          color: var(--sayso-quiet);
        }

        td:empty {
          display: none;
        }
      }
    `,
  ];

  protected override render() {
    const { skipped, remarked, reasons } = this.preview;
    if (reasons.length === 0 && !this.hasLost) {
      return html`<p class="quiet">${t('import_unread_none')}</p>`;
    }
    return html`
      ${skipped > 0 ? this.#part(true, skipped) : html`<p class="quiet">${t(this.hasLost ? 'import_unread_none_of_others' : 'import_unread_none')}</p>`}
      ${remarked === 0 ? nothing : this.#part(false, remarked)}
      ${this._failure === undefined ? nothing : html`<sayso-notice .failure=${this._failure}></sayso-notice>`}
      <p><button type="button" id="save" @click=${this.#save}>${t('import_unread_save')}</button></p>
    `;
  }

  /** Rows that were not taken, or those that were with a remark: how many, why, and one by one. */
  #part(isSkipped: boolean, rows: number) {
    const reasons = this.preview.reasons
      .map(({ reason, count, skipped }) => ({ reason, count: isSkipped ? skipped : count - skipped }))
      .filter(({ count }) => count > 0);
    const remarks = this.preview.remarks.filter((remark) => remark.isSkipped === isSkipped);
    return html`<section aria-labelledby=${isSkipped ? 'skipped' : 'taken'}>
      <h3 id=${isSkipped ? 'skipped' : 'taken'}>${isSkipped ? t('import_unread_title') : t('import_remarked_title')}</h3>
      <p>${isSkipped ? `${tn('import_unread', rows)}.` : tn('import_remarked', rows)}</p>
      <ul>
        ${reasons.map(({ reason, count }) => html`<li>${tn('import_reason_count', count)}: ${reasonText(reason, isSkipped)}</li>`)}
      </ul>
      <details>
        <summary>${t('import_unread_show')}</summary>
        ${this.#table(remarks)}
        ${
          reasons.reduce((sum, { count }) => sum + count, 0) > remarks.length
            ? html`<p class="small quiet">${t('import_unread_first', formatNumber(remarks.length))}</p>`
            : nothing
        }
      </details>
    </section>`;
  }

  #table(remarks: SessionPreview['remarks']) {
    const { file, line, column, value, why } = unreadTitles();
    return html`<table>
        <thead>
          <tr>
            ${[file, line, column, value, why].map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${remarks.map(
            (remark) => html`<tr>
              <td data-title=${file}><bdi>${remark.path}</bdi></td>
              <td data-title=${line}>${formatNumber(remark.line)}</td>
              ${cell(column, remark.column)} ${cell(value, remark.value)}
              <td data-title=${why}>${remark.over ? overText(isolated(otherRow(remark.over))) : reasonText(remark.reason, remark.isSkipped)}</td>
            </tr>`,
          )}
        </tbody>
      </table>`;
  }

  async #save(): Promise<void> {
    this._failure = undefined;
    try {
      download(t('import_unread_file_name'), await this.desk.report());
    } catch (thrown) {
      this._failure = thrown;
    }
  }
}

function cell(title: string, text = '') {
  return text === '' ? html`<td></td>` : html`<td data-title=${title}><bdi>${text}</bdi></td>`;
}

customElements.define('sayso-import-unread', SaysoImportUnread);

declare global {
  interface HTMLElementTagNameMap {
    'sayso-import-unread': SaysoImportUnread;
  }
}
